import { classBit } from "../../tagging/gazetteer.ts";
import { INHABITANT, meansPerson } from "../../tagging/senses.ts";
import { Casing, type TaggableSentence } from "../../tagging/taggable.ts";
import { NameIndex, withNames } from "../name-index.ts";
import type { NameMention } from "../name-mention.ts";
import { bodiesAndEvents } from "../table/body-rows.ts";
import { knownPlaces } from "../table/place-rows.ts";
import { OFFICES } from "../../merging/roles.ts";
import { isOnlyOffice, isTitle, leadingTitles, trailingHonours } from "./titles.ts";
import { classesOf, type TaggedText, textAt, textsOf } from "../tagged-text.ts";

const NAME = classBit("given") | classBit("family");
const GIVEN = classBit("given");
const COMMON = classBit("word");
const ROLE = classBit("role");
const DEMONYM = classBit("demonym");
const COUNTRY = classBit("country");
const REGION = classBit("region");
const CITY = classBit("city");
const PLACES = COUNTRY | CITY | classBit("region") | classBit("town");
const LONGEST_NAME = 4;
/** In characters, of a name of one word that no list has. */
const SHORTEST_ALONE = 4;
const LONGEST_PLACE = 3;
/** How many tokens the first of two fields has at most, its "and" included. */
const LONGEST_FIELD = 4;
/** "Kings Langley Station": no person, though "King" is an office. */
const BUILDING =
  /^(?:Station|Hotel|Hospital|Airport|Museum|Library|Theatre|Theater|Stadium|School|University|College)$/;
/** Capitalised beside a name, but no part of it. */
const NO_PART = /^(?:(?:Mon|Tues|Wednes|Thurs|Fri|Satur|Sun)day|The|A|An|In|I|Mr\.?|Mrs\.?|Ms\.?)$/;

/**
 * Adds people whose name stands behind their office in one run of capitals ("Additional Solicitor General Vikram Bose",
 * "Minister of Justice Choe Kun", "Mayor of Busan Karl Bergmann"), which hides the name from the tagger, and the place
 * that the office is of. Whoever is found there already stays.
 */
export function addOfficeHolders(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const index = new NameIndex(text, names);
  const added = text.runs.flatMap((runs, sentence) => {
    const { casing, lexemes } = text.taggable[sentence] as TaggableSentence;
    if (casing !== Casing.Sentence && casing !== Casing.Title) return [];
    return runs.flatMap(({ first, last }): NameMention[] => {
      const run: NameMention = { sentence, first, last, kind: "person" };
      // In a headline the name is no longer than its run only where a word in small letters follows.
      const isWhole = casing === Casing.Sentence || lexemes[last + 1]?.isLower === true;
      const holder = first === last || !isWhole ? null : holderIn(text, run);
      if (holder === null || hasOther(text, index, run, holder)) return [];
      const place = placeBefore(text, run, holder.first);
      const found = index.at(sentence, holder.first);
      const isFound = found?.kind === "person" && found.first === holder.first;
      return [...(place === null ? [] : [place]), isFound ? found : holder];
    });
  });
  return withNames(text, names, added);
}

/** Whether the run has a person with more words before the holder's name, none of them an office. */
function hasOther(text: TaggedText, index: NameIndex, run: NameMention, holder: NameMention): boolean {
  for (let at = run.first; at < holder.first; at += 1) {
    const name = index.at(run.sentence, at);
    if (name?.kind !== "person" || name.first !== at) continue;
    if (at > run.first ? !isOffice(text, run.sentence, at) : isGiven(text, run)) return true;
  }
  return false;
}

/** Whether a run opens with a given name; "Ambassador to Kenya Louise Barratt" does not. */
function isGiven(text: TaggedText, run: NameMention): boolean {
  const classes = wordClasses(text, run.sentence, run.first);
  return (classes & GIVEN) !== 0 && !((classes & COUNTRY) !== 0 && isBehindOffice(text, run));
}

/** The name of the person at the end of a run that an office opens, or that stands behind "Minister of". */
function holderIn(text: TaggedText, run: NameMention): NameMention | null {
  const first = isBehindOffice(text, run) ? behindBody(text, run) : behindTitles(text, run);
  if (first === null || first > run.last) return null;
  const last = run.last - trailingHonours(textsOf(text, { ...run, first }));
  const name = { ...run, first, last };
  if (text.taggable[run.sentence]?.joined[first] === 1) return null;
  const words = last - first + 1;
  if (words < 2 && !isUnknownBehindOffice(text, name)) return null;
  if (words < 1 || words > LONGEST_NAME || classesOf(text, name) !== 0) return null;
  if (BUILDING.test(textAt(text, run.sentence, last))) return null;
  for (let at = first; at <= last; at += 1) {
    const word = textAt(text, run.sentence, at);
    const known = wordClasses(text, run.sentence, at);
    // "Birgitta Sand": a common word behind given names only
    const isSurname = at === last && (wordClasses(text, run.sentence, at - 1) & (GIVEN | COMMON)) === GIVEN;
    if ((known & COMMON) !== 0 && (known & NAME) === 0 && !isSurname) return null;
    if (NO_PART.test(word) || isTitle(word) || /^\p{Lu}{3,}$/u.test(word)) return null;
  }
  const isPerson = [bodiesAndEvents, knownPlaces].every((table) => table(text, name)?.kind === "person");
  return isPerson ? name : null;
}

/** "Mayor Supriyadi": behind an office that nobody is called by, one word that is in no list. */
function isUnknownBehindOffice(text: TaggedText, { sentence, first, last }: NameMention): boolean {
  const lexeme = text.taggable[sentence]?.lexemes[last];
  return (
    first === last &&
    isOnlyOffice(["", textAt(text, sentence, first - 1)]) &&
    lexeme?.isCapitalised === true &&
    !lexeme.isAllCaps &&
    lexeme.classes === 0 &&
    lexeme.sense === 0 &&
    textAt(text, sentence, last).length >= SHORTEST_ALONE
  );
}

/** "Minister of", "head of the", "Ambassador to", "Minister of Trade and". */
function isBehindOffice(text: TaggedText, { sentence, first }: NameMention): boolean {
  let at = first - 1;
  if (textAt(text, sentence, at) === "and") {
    at -= 1;
    while (at > first - 1 - LONGEST_FIELD && text.taggable[sentence]?.lexemes[at]?.isCapitalised === true) at -= 1;
  }
  if (textAt(text, sentence, at) === "the") at -= 1;
  if (!/^(?:of|for|to)$/.test(textAt(text, sentence, at))) return false;
  return isOffice(text, sentence, at - 1);
}

/** Behind the body or place that an office is of: one word at least, and whatever is no name. */
function behindBody(text: TaggedText, { sentence, first, last }: NameMention): number | null {
  for (let length = LONGEST_PLACE; length > 1; length -= 1) {
    const place: NameMention = { sentence, first, last: first + length - 1, kind: "place" };
    if (place.last < last && (classesOf(text, place) & PLACES) !== 0) return place.last + 1;
  }
  let at = first + 1;
  while (at <= last && isNoName(text, sentence, at)) at += 1;
  return at;
}

/** Behind the last title or common word of a run in which a title stands. */
function behindTitles(text: TaggedText, { sentence, first, last }: NameMention): number | null {
  let behind = first;
  let hasTitle = false;
  for (let at = first; at < last; at += 1) {
    if (isOffice(text, sentence, at)) hasTitle = true;
    else if (!isNoName(text, sentence, at)) continue;
    behind = at + 1;
  }
  // "Datuk Seri": a title only behind a title
  return hasTitle
    ? Math.max(behind, first + leadingTitles(textsOf(text, { sentence, first, last, kind: "person" })))
    : null;
}

function isOffice(text: TaggedText, sentence: number, at: number): boolean {
  const word = textAt(text, sentence, at);
  if (isTitle(word) || OFFICES.has(word.toLowerCase())) return true;
  const lexeme = text.taggable[sentence]?.lexemes[at];
  if (lexeme === undefined || (lexeme.classes & (NAME | DEMONYM)) !== 0) return false;
  return (lexeme.classes & ROLE) !== 0 || (meansPerson(lexeme.sense) && lexeme.sense !== INHABITANT);
}

function isNoName(text: TaggedText, sentence: number, at: number): boolean {
  const lexeme = text.taggable[sentence]?.lexemes[at];
  if (lexeme === undefined || (lexeme.classes & GIVEN) !== 0) return false;
  return (
    (lexeme.classes & COMMON) !== 0 ||
    (lexeme.sense !== 0 && (lexeme.classes & NAME) === 0) ||
    (lexeme.isAllCaps && textAt(text, sentence, at).length > 2)
  );
}

function wordClasses(text: TaggedText, sentence: number, at: number): number {
  return text.taggable[sentence]?.lexemes[at]?.classes ?? 0;
}

/** The place that opens a run before its person: "Massachusetts Governor", "(Mayor of) Busan". */
function placeBefore(text: TaggedText, run: NameMention, end: number): NameMention | null {
  const isOf = isBehindOffice(text, run);
  for (let length = LONGEST_PLACE; length > 0; length -= 1) {
    const place: NameMention = { ...run, last: run.first + length - 1, kind: "place" };
    if (place.last >= end) continue;
    const classes = classesOf(text, place);
    // "Mayor of Split"; but "Minister of Justice", which is a small town too
    if ((classes & COMMON) !== 0 && !(isOf && (classes & (COUNTRY | CITY)) !== 0)) continue;
    // What opens with a whole country is more often its government: "U.S. Ambassador".
    const isOpening =
      (classes & REGION) !== 0 && (classes & COUNTRY) === 0 && isTitle(textAt(text, run.sentence, place.last + 1));
    if (isOf ? (classes & PLACES) !== 0 : isOpening) return place;
  }
  return null;
}
