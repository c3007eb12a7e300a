import { classBit } from "../../tagging/gazetteer.ts";
import { LONGEST_PHRASE } from "../../tagging/gazetteer.ts";
import { lexemeAt } from "../../tagging/lexeme.ts";
import { Casing, PHRASE_START_SHIFT, type TaggableSentence } from "../../tagging/taggable.ts";
import { shortNames } from "../people/bearers.ts";
import { tellsOfSport } from "../sport.ts";
import { freeRuns, isOpener } from "./free-runs.ts";
import { NameIndex, withNames } from "../name-index.ts";
import { type NameMention, sorted } from "../name-mention.ts";
import { isInElection } from "../people/borders.ts";
import { bodiesAndEvents } from "../table/body-rows.ts";
import { noNames, peoples } from "../table/nothing-rows.ts";
import { KIN, OF_PLACE } from "../table/words.ts";
import { isCourtesyTitle, isTitle } from "../people/titles.ts";
import { classesOf, formOf, type TaggedText, textAt } from "../tagged-text.ts";

const COUNTRY = classBit("country");
const CAPITAL = classBit("capital");
const METROPOLIS = classBit("metropolis");
const REGION = classBit("region");
const CITY = classBit("city");
const FEATURE = classBit("feature");
const TOWN = classBit("town");
const GIVEN = classBit("given");
const NAME = GIVEN | classBit("family");
const BODIES = classBit("team") | classBit("organisation");
const COMMON = classBit("word");
const ONLY_PLACES = COUNTRY | REGION | CITY | FEATURE | CAPITAL | METROPOLIS;

const RELATIVES: ReadonlySet<string> = new Set(KIN.split(" "));

/**
 * Countries, capitals and cities of a million are found wherever they are written as themselves, unless something says
 * otherwise: that they are part of a longer name, a person who is named in full or by a title, or a team in a document
 * about sport. What the tagger makes of one sentence does not decide that, for it has seen few of them in most places.
 */
export function keepWellKnown(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const people = shortNames(text, names);
  let sport: boolean | null = null;
  const isSport = (): boolean => (sport ??= tellsOfSport(text));
  const isFree = (name: NameMention): boolean => !people.has(formOf(text, name)) && !isPerson(text, name);
  const kept = withCompounds(text, withKnownPhrases(text, names)).map((name): NameMention => {
    if (name.kind === "place") return name;
    const classes = classesOf(text, name);
    const isBody = name.kind === "organisation";
    if (!(isWellKnown(classes) || (isBody && isOnlyCity(classes))) || !isFree(name)) return name;
    if (isBody && (classes & COUNTRY) === 0 && isSport()) return name;
    return { ...name, kind: "place" };
  });
  const missed = freeRuns(text, kept)
    .filter((name) => isKnown(text, name) && isFree(name))
    .map((name): NameMention => ({ ...name, kind: "place" }))
    .filter((name) => !isPartOfMore(text, name));
  return sorted([...kept, ...missed]);
}

/** Names with those of several words that are known as a whole ("Isle of Man"), in the place of their parts. */
function withKnownPhrases(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const phrases = text.sentences.flatMap((_, sentence) => knownPhrases(text, sentence));
  if (phrases.length === 0) return [...names];
  const index = new NameIndex(text, names);
  // A longer name goes before: "Isle of Man Bank".
  const isWhole = ({ sentence, first, last }: NameMention): boolean => {
    const [opening, closing] = [index.at(sentence, first), index.at(sentence, last)];
    return (opening?.first ?? first) >= first && (opening?.last ?? last) <= last && (closing?.last ?? last) <= last;
  };
  return withNames(text, names, phrases.filter(isWhole));
}

function knownPhrases(text: TaggedText, sentence: number): NameMention[] {
  const { classes, lexemes, firstWord } = text.taggable[sentence] as TaggableSentence;
  const phrases: NameMention[] = [];
  for (let first = 0; first < classes.length; first += 1) {
    if ((((classes[first] as number) >>> PHRASE_START_SHIFT) & (COUNTRY | CITY)) === 0) continue;
    if (lexemeAt(lexemes, first - 1).hasUpper && first - 1 !== firstWord) continue;
    for (let last = first + LONGEST_PHRASE - 1; last > first; last -= 1) {
      const name: NameMention = { sentence, first, last, kind: "place" };
      const next = lexemeAt(lexemes, last + 1);
      // "the Holy See Mikayel Minasyan"
      const isName = (next.classes & GIVEN) !== 0 && (next.classes & ~NAME) === 0;
      if ((next.hasUpper && !isName) || !isWellKnown(classesOf(text, name))) continue;
      if (!isPartOfMore(text, name)) phrases.push(name);
      first = last;
      break;
    }
  }
  return phrases;
}

/** Names with well-known places that hyphens join, each of them alone: "China-U.S.", "the India-Pakistan-Nepal line". */
function withCompounds(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const places: NameMention[] = [];
  text.runs.forEach((runs, sentence) => {
    const { lexemes, firstWord } = text.taggable[sentence] as TaggableSentence;
    for (const { first, last } of runs) {
      const head = first === firstWord && isOpener(lexemes[first]) ? first + 1 : first;
      if (head + 1 < last) places.push(...compoundPlaces(text, sentence, head, last));
    }
  });
  return withNames(text, names, places);
}

/** The parts of a run that is a compound of well-known places and nothing else; none where it is not. */
function compoundPlaces(text: TaggedText, sentence: number, head: number, last: number): NameMention[] {
  const places: NameMention[] = [];
  let first = head;
  for (let at = head + 1; at <= last + 1; at += 1) {
    if (at <= last && !/^[-–]$/.test(textAt(text, sentence, at))) continue;
    const place: NameMention = { sentence, first, last: at - 1, kind: "place" };
    if (!isWellKnown(classesOf(text, place))) return [];
    places.push(place);
    first = at + 1;
  }
  return places.length > 1 && places.every((place) => !isPartOfMore(text, place)) ? places : [];
}

/** A small capital that people are called after is not known by its name alone: "Hamilton". */
function isWellKnown(classes: number): boolean {
  return (classes & (COUNTRY | METROPOLIS)) !== 0 || ((classes & CAPITAL) !== 0 && (classes & NAME) === 0);
}

/** A city of a hundred thousand, and nobody's name. */
function isOnlyCity(classes: number): boolean {
  return (classes & CITY) !== 0 && (classes & (NAME | COMMON | BODIES)) === 0;
}

/** Whether a run of capitalised words is the name of a place and hardly anything else. */
function isKnown(text: TaggedText, name: NameMention): boolean {
  const classes = classesOf(text, name);
  if (name.first < name.last) return (classes & ONLY_PLACES) !== 0 && (classes & ~(ONLY_PLACES | TOWN)) === 0;
  const { casing, firstWord } = text.taggable[name.sentence] as TaggableSentence;
  const isDoubtful = name.first === firstWord || casing !== Casing.Sentence;
  return isWellKnown(classes) && ((classes & COUNTRY) !== 0 || !isDoubtful || (classes & COMMON) === 0);
}

/** "US dollars", "the Hong Kong Open", "the 2010 Ontario election", "Moscow-backed". */
function isPartOfMore(text: TaggedText, name: NameMention): boolean {
  const { sentence, last } = name;
  const next = textAt(text, sentence, last + 2);
  if (textAt(text, sentence, last + 1) === "-" && text.taggable[sentence]?.joined[last + 1] === 1)
    return !OF_PLACE.test(next) && !/^\p{Lu}/u.test(next);
  return (
    [noNames, bodiesAndEvents, peoples].some((table) => table(text, name)?.kind !== "place") || isInElection(text, name)
  );
}

/** "Mr. London", "Sofia, 8,", "my husband, Dallas,". */
function isPerson(text: TaggedText, { sentence, first, last }: NameMention): boolean {
  const before = textAt(text, sentence, first - 1);
  if (
    before === "," &&
    RELATIVES.has(textAt(text, sentence, first - 2)) &&
    /^[,.]$/.test(textAt(text, sentence, last + 1))
  )
    return true;
  if (isCourtesyTitle(before) || (/^\p{Lu}/u.test(before) && isTitle(before))) return true;
  return (
    textAt(text, sentence, last + 1) === "," &&
    /^\d{1,2}$/.test(textAt(text, sentence, last + 2)) &&
    /^[,.]$/.test(textAt(text, sentence, last + 3))
  );
}
