import { type Clock, covers, type Dot } from "./clock.ts";
import type { Envelope } from "./envelope.ts";

/** The field that says that a record was deleted. Its entries are a `Deletion`, or `null` where it was brought back. */
export const DELETED = "deleted";

/** The fields that say when something was written. They are no content, and no deletion waits for them. */
export const STAMPS: ReadonlySet<string> = new Set(["created", "modified"]);

export interface Deletion {
  /** When, as ISO instant. */
  readonly at: string;
  /** What whoever deleted it knew: what was changed beside that is kept. */
  readonly saw: Clock;
}

/**
 * What has become of a record: deleted, removed for good, or there. It is there as soon as one machine changed what the one
 * that deleted it did not know of; `isContested` then says so.
 */
export interface Fate {
  readonly deleted: string | null;
  readonly isGone: boolean;
  readonly isContested: boolean;
}

export function fateOf({ fields }: Envelope): Fate {
  const said = (fields[DELETED] ?? []).map(({ value }) => value as Deletion | null);
  const deletions = said.filter((deletion) => deletion !== null);
  if (deletions.length === 0) return { deleted: null, isGone: false, isContested: false };
  const content = Object.entries(fields).flatMap(([name, entries]) =>
    name === DELETED || STAMPS.has(name) ? [] : entries,
  );
  const isSeen = (dot: Dot): boolean => deletions.some(({ saw }) => covers(saw, dot));
  const isDeleted = deletions.length === said.length && content.every(isSeen);
  return {
    deleted: isDeleted
      ? (deletions
          .map(({ at }) => at)
          .toSorted()
          .at(-1) ?? null)
      : null,
    isGone: isDeleted && content.length === 0,
    isContested: !isDeleted,
  };
}
