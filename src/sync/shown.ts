import { canonical } from "./canonical.ts";
import { countOf, inOrder } from "./clock.ts";
import { DELETED, fateOf, type Fate, STAMPS } from "./deletion.ts";
import type { Entry, Envelope } from "./envelope.ts";
import { type Content, FORMS } from "./forms.ts";
import { isTagField, tagsOf } from "./tags.ts";

/** What an envelope says, wherever it is met. */
export interface Shown {
  readonly content: Content;
  /** `null` where the kind has none. */
  readonly tags: readonly string[] | null;
  readonly created: string;
  readonly modified: string;
  readonly revision: number;
  readonly fate: Fate;
}

const LONG_AGO = "1970-01-01T00:00:00.000Z";

export function shownOf(envelope: Envelope): Shown {
  const { fields, list, clock } = envelope;
  const names = Object.keys(fields).filter((name) => name !== DELETED && !STAMPS.has(name) && !isTagField(name));
  const content = names.flatMap((name) => {
    const chosen = chosenOf(name, fields[name] ?? []);
    return chosen === undefined ? [] : [[name, chosen.value] as const];
  });
  const instants = (name: string): string[] =>
    (fields[name] ?? []).flatMap(({ value }) => (typeof value === "string" ? [value] : [])).toSorted();
  return {
    content: Object.fromEntries(content),
    tags: FORMS[list].isTagged ? tagsOf(envelope) : null,
    created: instants("created")[0] ?? LONG_AGO,
    modified: instants("modified").at(-1) ?? LONG_AGO,
    revision: countOf(clock),
    fate: fateOf(envelope),
  };
}

/** The entry of a field that is shown; `undefined` where there is none. */
export function chosenOf(name: string, entries: readonly Entry[]): Entry | undefined {
  if (name === "note") return entries.toSorted(byText).at(-1);
  // That an article was asked for holds against a machine that had only read it.
  const said = name === "kept" ? entries.filter(({ value }) => value !== null) : [];
  return (said.length > 0 ? said : entries).toSorted(inOrder).at(-1);
}

const textOf = ({ value }: Entry): string => (typeof value === "string" ? value : "");

/** What was written last beside others is shown, else the longest text; of two as long, always the same. */
function byText(a: Entry, b: Entry): number {
  const [one, other] = [textOf(a), textOf(b)];
  const rank = (a.rank ?? 0) - (b.rank ?? 0);
  return rank || one.length - other.length || (one < other ? -1 : Number(one > other)) || inOrder(a, b);
}

/** A record as it is stored, but for what a check adds; `null` where it is gone. It may not be whole. */
export function recordOf(envelope: Envelope): Readonly<Record<string, unknown>> | null {
  const { content, tags, created, modified, fate } = shownOf(envelope);
  if (fate.isGone) return null;
  const { give, isStamped } = FORMS[envelope.list];
  const record = give(envelope.id, content);
  const { schema, id } = envelope;
  const body = tags === null ? {} : { body: { ...(record["body"] as object), tags } };
  // The check of files takes no deleted ones, and no revision above a million; both are set afterwards.
  return { ...record, ...body, ...(isStamped && { id, schema, created, modified, revision: 1, deleted: null }) };
}

/** What the user must settle of a record. */
export interface Conflict {
  /** The texts of one note, the one that is shown first; none where there is but one. */
  readonly texts: readonly string[];
  /** Whether it was deleted on one machine and changed on another, and is there for that. */
  readonly isDeletionContested: boolean;
}

/** What two machines said of a record without knowing of each other that only the user can settle; `null` where nothing is. */
export function conflictOf(envelope: Envelope): Conflict | null {
  const { deleted, isGone, isContested } = fateOf(envelope);
  if (deleted !== null || isGone) return null;
  const held = (envelope.fields["note"] ?? []).toSorted(byText).toReversed().map(textOf);
  const texts = [...new Set(held)].filter((text) => text.trim() !== "");
  if (texts.length < 2 && !isContested) return null;
  return { texts: texts.length < 2 ? [] : texts, isDeletionContested: isContested };
}

/** Whether two values are the same as JSON. */
export const isSameValue = (a: unknown, b: unknown): boolean => canonical(a) === canonical(b);
