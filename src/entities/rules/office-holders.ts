import type { Token } from "../../text/document.ts";
import { classBit } from "../tagging/gazetteer.ts";
import { groupBySentence, meets, type NameMention } from "./name-mention.ts";
import { Casing, phraseClasses, type TaggableSentence } from "../tagging/taggable.ts";
import type { TaggedText } from "./tagged-text.ts";

const words = (list: string): ReadonlySet<string> => new Set(list.split(" "));

/** Offices that are of something: a field, a place or a body stands between them and their holder's name. */
const OFFICES = words(
  "minister secretary undersecretary governor ambassador mayor commissioner speaker director head chief president " +
    "chairman chairwoman chairperson chair superintendent inspector representative envoy general commander controller " +
    "registrar treasurer administrator adviser advisor prosecutor",
);

/** What offices are of, beside places. */
const FIELDS = words(
  "state justice defence defense finance health education interior agriculture fisheries tourism transport trade commerce " +
    "industry energy culture sport sports environment labour labor police prisons immigration customs planning works " +
    "housing water lands mines petroleum power women youth children veterans homeland security home foreign internal " +
    "external public national political economic social affairs development investment information communications " +
    "technology science research religious rural urban local government prosecutions parliament assembly senate house " +
    "commons lords council staff mission operations administration budget treasury aviation railways roads infrastructure",
);

const BETWEEN = /^(?:of|for|and|the|&|,|['’]s?)$/;
const PLACE = classBit("country") | classBit("city") | classBit("region");
const TIME =
  /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|January|February|March|April|June|July|August|September|October|November|December)$/;
const GIVEN = classBit("given");
const NAME = GIVEN | classBit("family");
const COMMON = classBit("word");
/** A name has at least two words and at most this many. */
const LONGEST = 4;
/** The longest run of capitals that is looked at, in tokens. */
const LONGEST_RUN = 16;
/** The longest name of a place, in tokens. */
const LONGEST_PLACE = 3;

/**
 * Parts the holders of offices from what their offices are of: "Minister of Justice Ana Roth", "Governor of Lagos Uba
 * Bello". The tagger takes such a run of capitals for one name, or for none.
 */
export function nameHolders(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const found = text.sentences.flatMap(({ tokens }, sentence) => {
    const taggable = text.taggable[sentence];
    if (taggable === undefined || taggable.casing !== Casing.Sentence) return [];
    return tokens.flatMap(({ text: word }, at) =>
      /^(?:of|for|to)$/.test(word) && isOffice(tokens[at - 1])
        ? namesBehind(text, tokens, taggable, at + 1, sentence)
        : [],
    );
  });
  if (found.length === 0) return [...names];
  const bySentence = groupBySentence(found, text.sentences.length);
  const kept = names.filter((name) => bySentence[name.sentence]?.every((other) => !meets(other, name)));
  return [...kept, ...found].toSorted((a, b) => a.sentence - b.sentence || a.first - b.first);
}

const isOffice = (token: Token | undefined): boolean =>
  token !== undefined && OFFICES.has(token.text.toLowerCase().replace(/^.*-/, ""));

/** The holder of an office in the run of capitals that begins at `from`, and the places that it is of; none without a holder. */
function namesBehind(
  { gazetteer }: TaggedText,
  tokens: readonly Token[],
  sentence: TaggableSentence,
  from: number,
  index: number,
): NameMention[] {
  const { lexemes } = sentence;
  const isPart = (at: number): boolean => lexemes[at]?.isCapitalised === true || isSecondHalf(tokens, sentence, at);
  let end = from;
  while (
    end < Math.min(tokens.length, from + LONGEST_RUN) &&
    (isPart(end) || (BETWEEN.test(tokens[end]?.text ?? "") && tokens[end]?.text !== "," && isPart(end + 1)))
  )
    end += 1;
  while (end > from && (TIME.test(tokens[end - 1]?.text ?? "") || BETWEEN.test(tokens[end - 1]?.text ?? ""))) end -= 1;
  const places: NameMention[] = [];
  let first = from;
  for (;;) {
    const word = tokens[first]?.text ?? "";
    const place = lengthOfPlace(gazetteer, sentence, first, end);
    if (place > 0) {
      places.push({ sentence: index, first, last: first + place - 1, kind: "place" });
      first += place;
    } else if (FIELDS.has(word.toLowerCase()) || BETWEEN.test(word) || /^\p{Lu}{2,}$/u.test(word)) first += 1;
    else break;
    if (first >= end) return [];
  }
  const isParted = tokens.slice(from, first).some(({ text }) => !BETWEEN.test(text));
  const count = countWords(tokens, sentence, first, end);
  if (!isParted) {
    // What the office is of is no word that is known: the name is the last two words.
    if (count < 3) return [];
    while (countWords(tokens, sentence, first, end) > 2) first += 1;
  } else if (count < 2 || count > LONGEST) return [];
  return isNamed(sentence, first, end) ? [...places, { sentence: index, first, last: end - 1, kind: "person" }] : [];
}

/** Whether words are a person's: a given name first, or no words of the language at all ("the Resistance Committee"). */
function isNamed({ lexemes }: TaggableSentence, first: number, end: number): boolean {
  const isGiven = ((lexemes[first]?.classes ?? 0) & (GIVEN | COMMON)) === GIVEN;
  return isGiven || lexemes.slice(first, end).every(({ sense, classes }) => sense === 0 || (classes & NAME) !== 0);
}

/** "Min-jae": the hyphen and what follows it. */
function isSecondHalf(tokens: readonly Token[], { joined, lexemes }: TaggableSentence, at: number): boolean {
  if (joined[at] !== 1) return false;
  if (tokens[at]?.text === "-") return joined[at + 1] === 1 && lexemes[at - 1]?.isCapitalised === true;
  return tokens[at - 1]?.text === "-";
}

const countWords = (tokens: readonly Token[], sentence: TaggableSentence, first: number, end: number): number =>
  tokens.slice(first, end).filter((_, index) => index === 0 || !isSecondHalf(tokens, sentence, first + index)).length;

/** How many tokens a known place takes from `first` on, where two more words follow it; 0 where none stands there. */
function lengthOfPlace(
  gazetteer: TaggedText["gazetteer"],
  sentence: TaggableSentence,
  first: number,
  end: number,
): number {
  for (let length = Math.min(LONGEST_PLACE, end - first - 2); length > 0; length -= 1) {
    if ((phraseClasses(sentence, first, first + length - 1, gazetteer) & PLACE) !== 0) return length;
  }
  return 0;
}
