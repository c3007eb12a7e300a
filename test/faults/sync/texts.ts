import type { Random } from "../random.ts";

/** Which texts were acknowledged, and have not been replaced by somebody who saw them. */
export interface Texts {
  /** A text that nobody has written before. */
  fresh(): string;
  /** Somebody who was shown these texts of a note wrote another in their place; "" for none. */
  replaced(id: string, seen: readonly string[], text: string): void;
  /** By the notes' ids. */
  readonly standing: ReadonlyMap<string, ReadonlySet<string>>;
}

export function createTexts(random: Random): Texts {
  const standing = new Map<string, Set<string>>();
  let count = 0;
  return {
    fresh: () => `${(count += 1)} ${random.word(random.between(1, 12))}`,
    replaced(id, seen, text) {
      const texts = standing.get(id) ?? new Set();
      standing.set(id, texts);
      for (const one of seen) texts.delete(one);
      if (text !== "") texts.add(text);
    },
    standing,
  };
}
