import type { KeptArticle } from "../annotation/records/kept-article.ts";
import type { Preferences, Tally } from "./backup.ts";

/** What a stored record has, whatever it holds. */
export interface Stamped {
  readonly id: string;
  readonly revision: number;
  readonly modified: string;
  readonly deleted: string | null;
}

/** What becomes of a record that is brought in beside the one that is stored, and how it is counted. */
export interface Merged<T> {
  readonly outcome: "added" | "updated" | "unchanged";
  /** What to store; `null` where nothing is to be written. */
  readonly record: T | null;
}

/**
 * Brings a live record in. The stored one is replaced only by one that is ahead of it, by revision or by time, and
 * behind it in neither: clocks and counters of two machines tell little, and nothing newer here may be lost. One that
 * was deleted here comes back, as the newer of the two has it.
 *
 * @param now the instant of a record that comes back, as ISO text.
 */
export function mergeRecord<T extends Stamped>(stored: T | undefined, incoming: T, now: string): Merged<T> {
  if (stored === undefined) return { outcome: "added", record: incoming };
  const isAhead = isNewer(incoming, stored);
  if (stored.deleted !== null) {
    const revision = Math.max(stored.revision, incoming.revision) + 1;
    return { outcome: "added", record: { ...(isAhead ? incoming : stored), deleted: null, revision, modified: now } };
  }
  return isAhead ? { outcome: "updated", record: incoming } : { outcome: "unchanged", record: null };
}

function isNewer(a: Stamped, b: Stamped): boolean {
  const later = Date.parse(a.modified) - Date.parse(b.modified);
  const further = a.revision - b.revision;
  return later >= 0 && further >= 0 && (later > 0 || further > 0);
}

/**
 * Brings an article in, as `mergeRecord` does. That the user asked to keep it holds, whichever of the two records is ahead:
 * the other may come from a reading alone.
 */
export function mergeArticle(stored: KeptArticle | undefined, incoming: KeptArticle, now: string): Merged<KeptArticle> {
  const merged = mergeRecord(stored, incoming, now);
  const { record } = merged;
  const kept = stored?.kept ?? incoming.kept;
  if (stored === undefined || (record ?? stored).kept === kept) return merged;
  const base = record ?? stored;
  return { outcome: "updated", record: { ...base, kept, revision: base.revision + 1, modified: now } };
}

/** Brings preferences in. They have no history, so what is chosen here stays. What comes in counts as one thing. */
export function mergePreferences(here: Preferences, incoming: Preferences): Preferences & { readonly tally: Tally } {
  const colourNames = { ...incoming.colourNames, ...here.colourNames };
  const marking = here.marking ?? incoming.marking;
  const isNew = marking !== here.marking || Object.keys(colourNames).length > Object.keys(here.colourNames).length;
  return { colourNames, marking, tally: { added: isNew ? 1 : 0, updated: 0, unchanged: 0 } };
}
