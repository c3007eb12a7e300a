import type { EntityKind } from "../entity.ts";
import { classBit, phraseHash, wordHash } from "../tagging/gazetteer.ts";
import { meansPerson } from "../tagging/senses.ts";
import { lexemeAt } from "../tagging/lexeme.ts";
import { isTitle } from "./people/titles.ts";
import { shortNames } from "./people/bearers.ts";
import { freeRuns } from "./places/free-runs.ts";
import { type NameMention, sorted } from "./name-mention.ts";
import { nobody } from "./table/body-rows.ts";
import { bodiesThatArePlaces, peopleThatArePlaces } from "./table/place-rows.ts";
import { BEFORE_PLACE, OF_PLACE } from "./table/words.ts";
import { Casing, type TaggableSentence } from "../tagging/taggable.ts";
import { classesOf, formOf, type TaggedText, textAt, wordsOf } from "./tagged-text.ts";

const COUNTRY = classBit("country");
const PLACE_CLASSES = COUNTRY | classBit("city") | classBit("region");
const COMMON = classBit("word");
const NAME = classBit("given") | classBit("family");
const LONGEST_FULL_NAME = 4;

/** A name with what is looked at more than once. */
interface KnownName {
  readonly name: NameMention;
  readonly words: readonly string[];
  /** The words in one. */
  readonly form: string;
  /** The gazetteer's classes of the name as a whole. */
  readonly classes: number;
}

/** How often a form is taken for each kind. */
type Tally = Readonly<Record<EntityKind, number>>;

/**
 * Makes a document agree with itself: a surname is its bearer's name wherever it stands alone, unless it is a known
 * place and is used as one; a country's abbreviation is a place; and a company that is called after people is nobody.
 */
export function makeConsistent(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const known = names.map((name): KnownName => {
    const words = wordsOf(text, name);
    return { name, words, form: words.join(" "), classes: classesOf(text, name) };
  });
  const surnames = shortNames(text, names);
  const tallies = tally(known);
  const settled = known.map(({ name, words, form, classes }) => {
    if (name.kind === PERSON) {
      if (livesThere(text, name)) return { ...name, kind: PLACE };
      const other = surnames.has(form) ? name : (nobody(text, peopleThatArePlaces(text, name) ?? name) ?? name);
      return other.kind === PERSON ? withParticles(text, name, surnames) : other;
    }
    if (surnames.has(form)) return isBearers(text, name, tallies.get(form), classes) ? { ...name, kind: PERSON } : name;
    if (isFullName(text, words, classes, tallies)) return { ...name, kind: PERSON };
    return bodiesThatArePlaces(text, name) ?? name;
  });
  return sorted([...settled, ...missedNames(text, settled, surnames)]);
}

const PERSON: EntityKind = "person";
const PLACE: EntityKind = "place";

function tally(names: readonly KnownName[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Record<EntityKind, number>>();
  for (const { name, form } of names) {
    const counts = tallies.get(form) ?? { person: 0, place: 0, organisation: 0 };
    counts[name.kind] += 1;
    tallies.set(form, counts);
  }
  return tallies;
}

/** Whether a short name is its bearer's here: always, but where a place of that name is spoken of. */
function isBearers(text: TaggedText, name: NameMention, counts: Tally | undefined, classes: number): boolean {
  if ((classes & PLACE_CLASSES) === 0) return (counts?.[name.kind] ?? 0) <= (counts?.person ?? 0) + 1;
  return !isPlaceHere(text, name);
}

/** "in London", "London, England", "London-based". */
function isPlaceHere(text: TaggedText, { sentence, first, last }: NameMention): boolean {
  const after = textAt(text, sentence, last + 1);
  if (BEFORE_PLACE.test(textAt(text, sentence, first - 1))) return !/^['’]s$/.test(after);
  if (after === "-") return OF_PLACE.test(textAt(text, sentence, last + 2));
  return (
    after === "," && (classesOf(text, { sentence, first: last + 2, last: last + 2, kind: PLACE }) & PLACE_CLASSES) !== 0
  );
}

/** "Leyen" with the particles before it, where the full name has them ("von der Leyen"). */
function withParticles(text: TaggedText, name: NameMention, surnames: ReadonlySet<string>): NameMention {
  const lexemes = text.taggable[name.sentence]?.lexemes ?? [];
  let { first } = name;
  while (lexemeAt(lexemes, first - 1).isParticle) first -= 1;
  if (first === name.first) return name;
  const wider = { ...name, first };
  return surnames.has(formOf(text, wider)) ? wider : name;
}

/** "Edvard Moen, 32, of Franklin": where somebody lives. */
function livesThere({ sentences }: TaggedText, { sentence, first }: NameMention): boolean {
  const tokens = sentences[sentence]?.tokens ?? [];
  const [opening, age, closing, of] = tokens.slice(Math.max(0, first - 4), first).map(({ text }) => text);
  return opening === "," && closing === "," && /^(?:of|from)$/.test(of ?? "") && /^\d{1,3}$/.test(age ?? "");
}

/** A longer name that ends in what is a person's name elsewhere ("Kassym-Jomart Tokayev" beside "Tokayev"). */
function isFullName(
  text: TaggedText,
  words: readonly string[],
  classes: number,
  tallies: ReadonlyMap<string, Tally>,
): boolean {
  if (words.length < 2 || words.length > LONGEST_FULL_NAME || classes !== 0) return false;
  const surname = tallies.get(words.at(-1) ?? "");
  if (surname === undefined || surname.person === 0 || surname.person < surname.place + surname.organisation)
    return false;
  return words.every((word) => word.length > 1 && !isCommon(text, word));
}

/** A word that is in the lexicon and nobody's name: "County" in "County Kerry". */
function isCommon({ gazetteer }: TaggedText, word: string): boolean {
  const classes = gazetteer.classesOf(phraseHash(word));
  if ((classes & COMMON) !== 0) return true;
  const sense = gazetteer.senseOf(wordHash(word));
  // "Prophet Musa" is his name.
  return (classes & NAME) === 0 && sense !== 0 && (!meansPerson(sense) || isTitle(word));
}

/** Runs of capitalised words outside all names that are certain: somebody's short name, or a known place after "in". */
function missedNames(text: TaggedText, names: readonly NameMention[], surnames: ReadonlySet<string>): NameMention[] {
  return freeRuns(text, names).flatMap((name): NameMention[] => {
    const { firstWord, casing } = text.taggable[name.sentence] as TaggableSentence;
    const classes = classesOf(text, name);
    // At the head of a sentence and in title case, common words are capitalised too ("Young people", but "Young said").
    const isOpening = name.first === firstWord && !actsAsName(text, name);
    const isDoubtful = isOpening || casing === Casing.Title;
    if (isDoubtful && (classes & COMMON) !== 0 && (classes & PLACE_CLASSES) === 0) return [];
    if (surnames.has(formOf(text, name))) return isDoubtful && (classes & COMMON) !== 0 ? [] : [name];
    return isKnownPlace(text, name, classes) || livesThere(text, name) ? [{ ...name, kind: PLACE }] : [];
  });
}

/** "King said", "King’s lawyer", "King and Weeks": what stands behind a name, and not behind an adjective or noun. */
function actsAsName({ sentences }: TaggedText, { sentence, last }: NameMention): boolean {
  const tokens = sentences[sentence]?.tokens ?? [];
  const next = tokens[last + 1]?.text ?? "";
  if (/^['’]s$/.test(next) || /^(?:said|says|told|was|is|has|had|will|would|did|also)$/.test(next)) return true;
  return next === "and" && /^\p{Lu}/u.test(tokens[last + 2]?.text ?? "");
}

/** "in Nur-Sultan", "London-based": a known place and nothing else, after a preposition or in a compound of place. */
function isKnownPlace({ sentences }: TaggedText, { sentence, first, last }: NameMention, classes: number): boolean {
  if ((classes & PLACE_CLASSES) === 0) return false;
  const tokens = sentences[sentence]?.tokens ?? [];
  if (tokens[last + 1]?.text === "-" && tokens[last + 1]?.start === tokens[last]?.end) {
    return OF_PLACE.test(tokens[last + 2]?.text ?? "");
  }
  if ((classes & (COMMON | NAME)) !== 0) return false;
  return first > 0 && BEFORE_PLACE.test(tokens[first - 1]?.text ?? "");
}
