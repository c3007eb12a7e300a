import type { Token } from "../text/document.ts";
import { classBit, type Gazetteer } from "./gazetteer.ts";
import type { NameMention } from "./name-mention.ts";
import { phraseClasses, type TaggableSentence } from "./taggable.ts";

const PLACE_CLASSES =
  classBit("country") | classBit("city") | classBit("town") | classBit("region") | classBit("feature");

const LONGEST_PLACE = 4;
/** How many tokens may stand between the place and the dash: a region, a date, an agency in brackets. */
const LONGEST_REST = 12;

const DASHES: ReadonlySet<string> = new Set(["—", "–", "-", "--", "―"]);

const isAllCaps = (text: string): boolean => /\p{Lu}/u.test(text) && text === text.toUpperCase();

/**
 * The places of a dateline at the head of a paragraph ("ALMATY, Jan. 9 (XYZ) —", "HELENA, Mont. (XYZ) -",
 * "LONDON 1996-08-30"), or none. A word in capitals before a dash is a kicker ("CRICKET - …") unless it is a known
 * place or an agency, a region or a date follows.
 */
export function datelinePlaces(
  tokens: readonly Token[],
  sentence: TaggableSentence,
  index: number,
  gazetteer: Gazetteer,
): NameMention[] {
  if (sentence.lexemes[0]?.hasUpper !== true) return [];
  let last = -1;
  while (last + 1 < Math.min(tokens.length, LONGEST_PLACE) && isPlaceWord(tokens, last + 1)) last += 1;
  if (last < 0) return [];
  const isKnown = (phraseClasses(sentence, 0, last, gazetteer) & PLACE_CLASSES) !== 0;
  const place: NameMention = { sentence: index, first: 0, last, kind: "place" };
  const rest = tokens.slice(last + 1, last + 1 + LONGEST_REST);
  const texts = rest.map(({ text }) => text);
  if (
    isKnown &&
    rest.length > 0 &&
    rest.length === tokens.length - last - 1 &&
    texts.every((text) => !/\p{L}/u.test(text))
  ) {
    return texts.some((text) => /\d{4}/.test(text)) ? [place] : [];
  }
  const dash = texts.findIndex((text) => DASHES.has(text));
  if (dash < 0 || dash + last + 2 >= tokens.length) return [];
  const between = texts.slice(0, dash);
  // A hyphen that touches the place belongs to a compound ("OSLO-based").
  if (dash === 0 && rest[0]?.start === tokens[last]?.end) return [];
  if (between.some((text) => /^[.!?:;]$/.test(text))) return [];
  const isAgency = between.at(-1) === ")" && between.includes("(");
  if (!isKnown && !isAgency && !(between[0] === "," && between.length <= 6)) return [];
  if (tokens.slice(last + 2 + dash).every(({ text }) => !/\p{Ll}/u.test(text))) return [];
  return [place, ...regionAfter(texts, last + 1, index, sentence, gazetteer)];
}

function isPlaceWord(tokens: readonly Token[], at: number): boolean {
  const text = tokens[at]?.text ?? "";
  if (text === "-" && at > 0) return tokens[at - 1]?.end === tokens[at]?.start && isAllCaps(tokens[at + 1]?.text ?? "");
  return isAllCaps(text) && !/\d/.test(text);
}

/** "HELENA, Mont." → "Mont.". */
function regionAfter(
  texts: readonly string[],
  offset: number,
  index: number,
  sentence: TaggableSentence,
  gazetteer: Gazetteer,
): NameMention[] {
  if (texts[0] !== ",") return [];
  for (const length of [2, 1]) {
    const first = offset + 1;
    const last = offset + length;
    if ((phraseClasses(sentence, first, last, gazetteer) & PLACE_CLASSES) === 0) continue;
    return [{ sentence: index, first, last, kind: "place" }];
  }
  return [];
}
