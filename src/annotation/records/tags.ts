import { fold } from "../../text/fold.ts";

/** A tag of the user's and how many notes have it. */
export interface TagUse {
  readonly tag: string;
  readonly count: number;
}

/** Tags with the most used first; where two are used as often, in the order of the alphabet. */
export function inOrderOfUse(uses: readonly TagUse[]): TagUse[] {
  return uses.toSorted((a, b) => b.count - a.count || compare(fold(a.tag), fold(b.tag)));
}

/**
 * The tags that complete what is typed: those that begin with it, then those with a word that does; in each group the
 * most used first. Case and accents make no difference. Nothing typed is completed by the most used tags.
 *
 * @param taken the tags that the note has already.
 */
export function completeTag(typed: string, known: readonly TagUse[], taken: readonly string[], limit = 8): string[] {
  const wanted = fold(typed.replace(/^[\s#]+/, "").replace(/\s+/g, " "));
  const has = new Set(taken.map((tag) => tag.toLowerCase()));
  const free = known.map(({ tag }) => tag).filter((tag) => !has.has(tag.toLowerCase()));
  const first = free.filter((tag) => fold(tag).startsWith(wanted));
  const later = free.filter((tag) => !fold(tag).startsWith(wanted) && fold(tag).includes(` ${wanted}`));
  return [...first, ...later].slice(0, limit);
}

const compare = (a: string, b: string): number => (a < b ? -1 : a > b ? 1 : 0);
