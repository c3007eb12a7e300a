import { countOf, inOrder } from "./clock.ts";
import { DELETED, type Deletion, fateOf } from "./deletion.ts";
import { type Entry, type Envelope, ENVELOPE_FORM, type Place } from "./envelope.ts";
import { FORMS } from "./forms.ts";
import { chosenOf, isSameValue, shownOf } from "./shown.ts";
import { tagChanges } from "./tags.ts";

/** A record as it is stored, and whole. */
export type Stored = Readonly<Record<string, unknown>>;

/**
 * What a stored record says that its envelope does not say yet, as changes of this writer; the very same envelope where
 * there is nothing. Nothing else makes changes: what a machine only read, it never sends.
 *
 * @param known the envelope; `null` where there is none yet.
 * @param stored the record, or `null` where it has been removed for good.
 * @param now the current instant, as ISO text.
 * @param isUnseen whether whoever wrote the note was not shown the texts that it had: they stay beside what was written.
 */
export function edited(
  known: Envelope | null,
  place: Place,
  stored: Stored | null,
  by: string,
  now: string,
  isUnseen = false,
): Envelope {
  const before: Envelope = known ?? emptyEnvelope(place);
  const shown = shownOf(before);
  if (stored === null) return shown.fate.isGone ? before : removed(before, by, now);
  const { isStamped, isTagged, schema, take } = FORMS[place.list];
  const changes = new Map<string, unknown>();
  for (const [name, value] of Object.entries(take(stored))) {
    const isKnown = Object.hasOwn(shown.content, name);
    if (!isKnown || !isSameValue(value, shown.content[name])) changes.set(name, value);
  }
  if (isTagged) {
    const { tags } = stored["body"] as { readonly tags: readonly string[] };
    for (const [name, value] of tagChanges(before, tags)) changes.set(name, value);
  }
  const isContentChanged = changes.size > 0;
  if (isStamped && (known === null || shown.fate.isGone)) changes.set("created", stored["created"]);
  // What was changed and changed back has another revision, and perhaps the same instant.
  const isWritten = stored["modified"] !== shown.modified || (stored["revision"] as number) > shown.revision;
  if (isStamped && isWritten) changes.set("modified", stored["modified"]);
  const deleted = isStamped ? (stored["deleted"] as string | null) : null;
  const wasDeleted = shown.fate.deleted !== null || shown.fate.isGone;
  // What was brought back and deleted once more has another instant.
  const isBuried = deleted !== null && (deleted !== shown.fate.deleted || isContentChanged);
  const isRevived = deleted === null && wasDeleted;
  if (changes.size === 0 && !isBuried && !isRevived) return before;
  // Several revisions may have been written since the last time, and the count of changes stays ahead of none of them.
  const steps = isStamped ? Math.max(1, (stored["revision"] as number) - countOf(before.clock)) : 1;
  const after = withChanges({ ...before, schema: Math.max(schema, before.schema) }, changes, by, steps, isUnseen);
  if (isBuried) return withFate(after, by, { at: deleted, saw: after.clock });
  return isRevived ? withFate(after, by, null) : after;
}

const emptyEnvelope = ({ list, id }: Place): Envelope => ({
  form: ENVELOPE_FORM,
  list,
  id,
  schema: FORMS[list].schema,
  clock: {},
  fields: {},
});

/** @param steps how far the writer's count goes on. */
function withChanges(
  before: Envelope,
  changes: ReadonlyMap<string, unknown>,
  by: string,
  steps: number,
  isUnseen = false,
): Envelope {
  const at = (before.clock[by] ?? 0) + steps;
  const fields: Record<string, readonly Entry[]> = { ...before.fields };
  for (const [name, value] of changes) {
    const others = unsettled(name, fields[name] ?? [], by, isUnseen);
    const rank = Math.max(0, ...others.map((other) => other.rank ?? 0)) + 1;
    fields[name] = [...others, { by, at, value, ...(others.length > 0 && { rank }) }].toSorted(inOrder);
  }
  return { ...before, clock: { ...before.clock, [by]: at }, fields };
}

/**
 * The texts that stay beside what is written into a note: all that its writer was not shown, and where two are to be settled,
 * all but the writer's own that is shown. Which of those was shown is not known; the user settles all of them.
 */
function unsettled(name: string, entries: readonly Entry[], by: string, isUnseen: boolean): readonly Entry[] {
  const texts = entries.filter(({ value }) => name === "note" && typeof value === "string" && value.trim() !== "");
  if (isUnseen) return texts;
  if (new Set(texts.map(({ value }) => value)).size < 2) return [];
  const shown = chosenOf(name, entries);
  return texts.filter((entry) => entry !== shown || entry.by !== by);
}

function withFate(envelope: Envelope, by: string, fate: Deletion | null): Envelope {
  const entry: Entry = { by, at: envelope.clock[by] ?? 0, value: fate };
  return { ...envelope, fields: { ...envelope.fields, [DELETED]: [entry] } };
}

/** What is removed for good has no field left but the one that says so. */
function removed(before: Envelope, by: string, now: string): Envelope {
  const after = withChanges({ ...before, fields: {} }, new Map(), by, 1);
  return withFate(after, by, { at: now, saw: after.clock });
}

/**
 * What was joined, with the fields back that one machine removed for good while another one changed the record. The very
 * same where nothing is missing.
 *
 * @param sources the envelopes that were joined.
 */
export function mended(joined: Envelope, sources: readonly Envelope[], by: string): Envelope {
  if (joined.fields[DELETED] === undefined || fateOf(joined).isGone) return joined;
  const changes = new Map<string, unknown>();
  for (const { fields } of sources) {
    for (const [name, entries] of Object.entries(fields)) {
      const found = joined.fields[name] === undefined && !changes.has(name) ? chosenOf(name, entries) : undefined;
      if (found !== undefined) changes.set(name, found.value);
    }
  }
  return changes.size === 0 ? joined : withChanges(joined, changes, by, 1);
}

/** How the user settles a conflict. */
export interface Settlement {
  /** What the note says now; `null` where that was not in question. */
  readonly text: string | null;
  /** Whether what was deleted and changed is to go after all. */
  readonly isDeleted: boolean;
}

/** An envelope as the user has settled it: what was shown side by side is replaced by what was chosen. */
export function settled(before: Envelope, { text, isDeleted }: Settlement, by: string, now: string): Envelope {
  const { isContested } = fateOf(before);
  const without = text === null ? before : { ...before, fields: { ...before.fields, note: [] } };
  const changes = new Map<string, unknown>(text === null ? [] : [["note", text]]);
  changes.set("modified", [shownOf(before).modified, now].toSorted().at(-1));
  const after = withChanges(without, changes, by, 1);
  if (isDeleted) return withFate(after, by, { at: now, saw: after.clock });
  return isContested ? withFate(after, by, null) : after;
}
