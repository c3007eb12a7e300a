import type { Token } from "../../../text/document.ts";
import { classBit, type Gazetteer, phraseHash, wordHash } from "../../tagging/gazetteer.ts";
import { withNames } from "../name-index.ts";
import type { NameMention } from "../name-mention.ts";
import type { TaggedText } from "../tagged-text.ts";
import { phraseClasses, type TaggableSentence } from "../../tagging/taggable.ts";

const COMMON = classBit("word");
const NAMES = classBit("given") | classBit("family") | classBit("organisation") | classBit("team");
const PLACE_CLASSES =
  classBit("country") | classBit("city") | classBit("town") | classBit("region") | classBit("feature");

const LONGEST_PLACE = 4;
/** How many tokens may stand between the place and the dash: a region, a date, an agency in brackets. */
const LONGEST_REST = 12;

const DASHES: ReadonlySet<string> = new Set(["—", "–", "-", "--", "―"]);
/** Dashes that no kicker has behind it: "CRICKET - …", but "SKERRY POINT — …". */
const LONG_DASH = /^(?:—|–|--|―)$/;
/** Shorter words in capitals are initials: "NASA — …". */
const SHORTEST_PLACE = 5;

const MONTH = /^(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?$/;

/** Adds the names of datelines, in the place of whatever they meet. */
export function addDatelines(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const { sentences, taggable, gazetteer, opening } = text;
  const added = taggable.flatMap((sentence, index) => {
    if (!opening.has(index) && sentence.lexemes[0]?.isAllCaps !== true) return [];
    const found = datelineNames(sentences[index]?.tokens ?? [], sentence, index, gazetteer);
    // Within a paragraph, as in a column of short reports, only an agency in brackets makes a dateline.
    return opening.has(index) || found.at(-1)?.kind === "organisation" ? found : [];
  });
  return withNames(text, names, added);
}

const isAllCaps = (text: string): boolean => /\p{Lu}/u.test(text) && text === text.toUpperCase();

/**
 * The places of a dateline at the head of a paragraph ("ALMATY, Jan. 9 (XYZ) —", "HELENA, Mont. (XYZ) -",
 * "LONDON 1996-08-30", "TARNBY, Norway 1996-08-30") and the agency in its brackets, or nothing. Words in capitals before a dash are a kicker
 * ("CRICKET - …") unless they are a known place, or an agency, a region or a date follows, or the dash is a long one and
 * they are no common words.
 */
export function datelineNames(
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
  const regions = regionAfter(texts, last + 1, index, sentence, gazetteer);
  const behind = tokens.slice((regions[0]?.last ?? last) + 1);
  // "TARNBY, Norway 1996-08-30"
  if (regions.length > 0 && behind.length > 0 && behind.every(({ text }) => /^[\d-]+$/.test(text)))
    return [place, ...regions];
  const dash = texts.findIndex((text) => DASHES.has(text));
  if (dash < 0 || dash + last + 2 >= tokens.length) return [];
  const between = texts.slice(0, dash);
  // A hyphen that touches the place belongs to a compound ("OSLO-based").
  if (dash === 0 && rest[0]?.start === tokens[last]?.end) return [];
  if (between.some((text) => /^[.!?:;]$/.test(text))) return [];
  const isAgency = between.at(-1) === ")" && between.includes("(");
  const isNew = dash === 0 && LONG_DASH.test(texts[0] ?? "") && isNobodysWord(tokens.slice(0, last + 1), gazetteer);
  if (!isKnown && !isAgency && !isNew && !(between[0] === "," && between.length <= 6)) return [];
  if (tokens.slice(last + 2 + dash).every(({ text }) => !/\p{Ll}/u.test(text))) return [];
  const places = [place, ...regions];
  if (!isAgency) return places;
  const open = last + 1 + between.indexOf("(");
  return [...places, { sentence: index, first: open + 1, last: last + dash - 1, kind: "organisation" }];
}

/** "SKERRY POINT": one word at least is neither a common word nor the name of a person or body. */
function isNobodysWord(tokens: readonly Token[], gazetteer: Gazetteer): boolean {
  return tokens.some(({ text }) => {
    const classes = gazetteer.classesOf(phraseHash(text));
    return (
      text.length >= SHORTEST_PLACE &&
      (classes & (COMMON | NAMES)) === 0 &&
      gazetteer.senseOf(wordHash(text.toLowerCase())) === 0
    );
  });
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
  if (texts[0] !== "," || MONTH.test(texts[1] ?? "")) return [];
  for (const length of [2, 1]) {
    const first = offset + 1;
    const last = offset + length;
    if ((phraseClasses(sentence, first, last, gazetteer) & PLACE_CLASSES) === 0) continue;
    return [{ sentence: index, first, last, kind: "place" }];
  }
  return [];
}
