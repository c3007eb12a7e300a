import { DIRECTION } from "../src/entities/rules/table/words.ts";
import type { EntityKind } from "../src/entities/entity.ts";

/** A mark in a corpus: offsets are UTF-16 code units into the document's text. Nothing is learnt from what is "accepted". */
export interface GoldMention {
  readonly start: number;
  readonly end: number;
  readonly kind: EntityKind | "other" | "accepted";
}

/**
 * Mends what silver corpora mark in two ways, or always wrongly: "western Mongolia" is Mongolia, the Czech Republic is one
 * place, not a people and a place, and whether a state that acts ("Egypt said") is a place or a body is left open.
 *
 * @param text offsets are UTF-16 code units into it.
 * @param isState whether a name is a country's, a capital's or a region's.
 */
export function mendMarks(
  text: string,
  mentions: readonly GoldMention[],
  isState: (name: string) => boolean,
): GoldMention[] {
  const wordsOf = ({ start, end }: GoldMention): string => text.slice(start, end);
  return mentions.flatMap((mention): GoldMention[] => {
    const words = wordsOf(mention);
    if (mention.kind === "organisation" && isState(words)) return [{ ...mention, kind: "accepted" }];
    if (words === "Czech" && text.startsWith(" Republic", mention.end))
      return [{ start: mention.start, end: mention.end + " Republic".length, kind: "place" }];
    if (words === "Republic" && text.startsWith("Czech ", mention.start - "Czech ".length)) return [];
    const [first = "", second = ""] = words.split(" ");
    const isDirected = mention.kind === "place" && DIRECTION.test(first) && /^\p{Lu}/u.test(second);
    return [isDirected ? { ...mention, start: mention.start + first.length + 1 } : mention];
  });
}
