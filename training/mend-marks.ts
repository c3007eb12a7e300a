import type { GoldMention } from "./corpus.ts";

const DIRECTION = /^(?:north|south|east|west|central|northeast|northwest|southeast|southwest)(?:ern)? (?=\p{Lu})/u;

/**
 * Mends what silver corpora mark in two ways, or always wrongly: "western Mongolia" is Mongolia, and the Czech Republic
 * one place, not a people and a place. Offsets are UTF-16 code units into `text`.
 */
export function mendMarks(text: string, mentions: readonly GoldMention[]): GoldMention[] {
  const wordsOf = ({ start, end }: GoldMention): string => text.slice(start, end);
  return mentions.flatMap((mention): GoldMention[] => {
    const words = wordsOf(mention);
    if (words === "Czech" && text.startsWith(" Republic", mention.end))
      return [{ start: mention.start, end: mention.end + " Republic".length, kind: "place" }];
    if (words === "Republic" && text.startsWith("Czech ", mention.start - "Czech ".length)) return [];
    const direction = mention.kind === "place" ? DIRECTION.exec(words) : null;
    return [direction === null ? mention : { ...mention, start: mention.start + direction[0].length }];
  });
}
