import { canonical } from "./canonical.ts";
import { type Clock, covers, type Dot, inOrder, joinClocks } from "./clock.ts";

/** What a field was set to by one change. */
export interface Entry extends Dot {
  readonly value: unknown;
  /** Of a text that was written beside others: higher than theirs, so that it stays the one that is shown. */
  readonly rank?: number;
}

/** The version of the envelope's form. */
export const ENVELOPE_FORM = 1;

/** The kinds of records that travel. */
export const TRAVELLING = [
  "annotations",
  "subjectNotes",
  "articles",
  "corrections",
  "merges",
  "searches",
  "sites",
  "colours",
] as const;
export type TravellingList = (typeof TRAVELLING)[number];

/** A record by its kind and its key. */
export interface Place {
  readonly list: TravellingList;
  readonly id: string;
}

/**
 * A record as machines exchange it: for each field, what it was last set to. Where two machines set it without knowing of
 * each other, there are several entries. A change that the clock covers and no entry shows has been replaced. So the common
 * ancestor of two envelopes need not be kept anywhere: what one has and the other's clock covers, the other has replaced.
 */
export interface Envelope extends Place {
  readonly form: typeof ENVELOPE_FORM;
  /** The version of the record's own form, the highest that wrote to it. */
  readonly schema: number;
  readonly clock: Clock;
  /** Each list in the order of `inOrder`, none empty. */
  readonly fields: Readonly<Record<string, readonly Entry[]>>;
}

/**
 * What two envelopes of one record come to. The same whichever is given first (commutative), in whatever groups (associative),
 * however often (idempotent): whoever has met the same changes has the same.
 */
export function join(a: Envelope, b: Envelope): Envelope {
  const fields: Record<string, readonly Entry[]> = {};
  for (const name of new Set([...Object.keys(a.fields), ...Object.keys(b.fields)])) {
    const entries = joinEntries(a.fields[name] ?? [], a.clock, b.fields[name] ?? [], b.clock);
    if (entries.length > 0) fields[name] = entries;
  }
  const schema = Math.max(a.schema, b.schema);
  return { form: ENVELOPE_FORM, list: a.list, id: a.id, schema, clock: joinClocks(a.clock, b.clock), fields };
}

function joinEntries(a: readonly Entry[], aClock: Clock, b: readonly Entry[], bClock: Clock): Entry[] {
  const isSame = (one: Entry) => (other: Entry) => one.by === other.by && one.at === other.at;
  const kept = a.flatMap((entry) => {
    const twin = b.find(isSame(entry));
    if (twin !== undefined) return [either(entry, twin)];
    return covers(bClock, entry) ? [] : [entry];
  });
  const added = b.filter((entry) => !covers(aClock, entry));
  return [...kept, ...added].toSorted(inOrder);
}

/** One change has one value. Where a fault gave it two, all machines choose the same. */
const either = (one: Entry, other: Entry): Entry => (canonical(one.value) >= canonical(other.value) ? one : other);
