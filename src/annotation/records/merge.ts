import type { NameKind } from "./name.ts";

/** A name as a merge has it. */
export interface MergedName {
  /** Its key, as `nameKey` gives it. */
  readonly key: string;
  /** As it was shown when it was merged. */
  readonly name: string;
}

/** What a user says when two names are to be one. */
export interface NameMergeDraft {
  /** A UUID made by whoever asks, so that asking twice is the same as once. */
  readonly id: string;
  readonly kind: NameKind;
  /** The name that both are shown under. */
  readonly into: MergedName;
  readonly from: MergedName;
}

/** The version of the stored record's form. */
export const MERGE_SCHEMA = 1;

/**
 * Two spellings that stand for one and the same, in all articles: the stored record. Articles and notes stay as they
 * are, so splitting them again is deleting this.
 */
export interface NameMerge extends NameMergeDraft {
  readonly schema: typeof MERGE_SCHEMA;
  readonly revision: number;
  readonly created: string;
  readonly modified: string;
  readonly deleted: string | null;
}

/** Which keys belong together: every key that was merged → the key of the name that all are shown under. */
export type MergedKeys = ReadonlyMap<string, string>;

/** What all merges that hold come to, chains of them included. The later one says under which name they are shown. */
export function mergedKeys(merges: readonly NameMerge[]): MergedKeys {
  const heads = new Map<string, string>();
  const headOf = (key: string): string => heads.get(key) ?? key;
  const inOrder = merges.filter(({ deleted }) => deleted === null).toSorted((a, b) => (a.created < b.created ? -1 : 1));
  for (const { into, from } of inOrder) {
    const [kept, gone] = [headOf(into.key), headOf(from.key)];
    if (kept === gone) continue;
    for (const [key, head] of heads) if (head === gone || head === kept) heads.set(key, into.key);
    for (const key of [kept, gone, into.key, from.key]) heads.set(key, into.key);
  }
  return heads;
}

/** All keys that are shown under the same name as `key`, which is one of them. */
export function keysTogether(heads: MergedKeys, key: string): string[] {
  const head = heads.get(key);
  if (head === undefined) return [key];
  return [...heads].flatMap(([member, its]) => (its === head ? [member] : []));
}
