import type { EntityKind } from "./entity.ts";
import { classBit, phraseHash } from "./gazetteer.ts";
import { hashText } from "./hash.ts";
import { type NameMention, tokensOf } from "./name-mention.ts";
import { nameWords } from "./name.ts";
import { capitalisedRun, Casing } from "./taggable.ts";
import { classesOf, formOf, type TaggedText } from "./tagged-text.ts";

const PLACE_CLASSES = classBit("country") | classBit("city") | classBit("region");
const COUNTRY = classBit("country");
const FEATURE = classBit("feature");
const COMMON = classBit("word");
const NAME = classBit("given") | classBit("family");
const LONGEST_FULL_NAME = 4;
/** What stands before a place and hardly ever before anything else. */
const BEFORE_PLACE =
  /^(?:in|near|from|across|outside|(?:north|south|east|west|northeast|northwest|southeast|southwest)ern)$/;
/** Months that are names too, and what stands before them as months. */
const MONTH = /^(?:March|April|May|June|August)$/;
const BEFORE_MONTH = /^(?:in|since|until|till|during|last|next|this|early|late|mid|by|through|\d+)$/i;
/** Capitalised at the head of a sentence, they are no part of the name that follows. */
const ARTICLES: ReadonlySet<number> = new Set(["the", "a", "an"].map((word) => hashText(word)));

/** How often a form is taken for each kind. */
type Tally = Readonly<Record<EntityKind, number>>;

/**
 * Makes a document agree with itself: a surname is its bearer's name wherever it stands alone, unless it is a known
 * place and is used as one; and a country's abbreviation is a place.
 */
export function makeConsistent(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const surnames = surnamesOf(text, names);
  const tallies = tally(text, names);
  const settled = names.map((name) => {
    const classes = classesOf(text, name);
    if (name.kind === PERSON) {
      return isNobodysName(classes) ? { ...name, kind: PLACE } : withParticles(text, name, surnames);
    }
    const form = formOf(text, name);
    if (surnames.has(form)) return isSurname(name, tallies.get(form), classes) ? { ...name, kind: PERSON } : name;
    if (isFullName(text, name, classes, tallies)) return { ...name, kind: PERSON };
    return isCountryAbbreviation(text, name, classes) ||
      isPlaceByContext(text, name, classes) ||
      isFeature(name, classes)
      ? { ...name, kind: PLACE }
      : name;
  });
  return [...settled, ...missedNames(text, settled, surnames)]
    .filter((name) => !isMonth(text, name))
    .toSorted((a, b) => a.sentence - b.sentence || a.first - b.first);
}

const PERSON: EntityKind = "person";
const PLACE: EntityKind = "place";

/** The ends of all full names of people ("leyen" and "von der leyen" for "Ursula von der Leyen"). */
function surnamesOf(text: TaggedText, names: readonly NameMention[]): ReadonlySet<string> {
  const surnames = new Set<string>();
  for (const name of names) {
    if (name.kind !== "person") continue;
    const words = nameWords(tokensOf(text.sentences[name.sentence], name));
    for (let from = 1; from < words.length; from += 1) {
      const surname = words.slice(from).join(" ");
      if (surname.length > 2) surnames.add(surname);
    }
  }
  return surnames;
}

function tally(text: TaggedText, names: readonly NameMention[]): ReadonlyMap<string, Tally> {
  const tallies = new Map<string, Record<EntityKind, number>>();
  for (const name of names) {
    const form = formOf(text, name);
    const counts = tallies.get(form) ?? { person: 0, place: 0, organisation: 0 };
    counts[name.kind] += 1;
    tallies.set(form, counts);
  }
  return tallies;
}

/** A known place must be taken for a person at least as often as for what it is taken for here. */
function isSurname(name: NameMention, counts: Tally | undefined, classes: number): boolean {
  const benefit = (classes & PLACE_CLASSES) === 0 ? 1 : 0;
  return (counts?.[name.kind] ?? 0) <= (counts?.person ?? 0) + benefit;
}

/** A country that nobody is called after ("Morocco", but not "Jordan"). */
function isNobodysName(classes: number): boolean {
  return (classes & COUNTRY) !== 0 && (classes & NAME) === 0;
}

/** "Leyen" with the particles before it, where the full name has them ("von der Leyen"). */
function withParticles(text: TaggedText, name: NameMention, surnames: ReadonlySet<string>): NameMention {
  const lexemes = text.taggable[name.sentence]?.lexemes ?? [];
  let { first } = name;
  while (lexemes[first - 1]?.isParticle === true) first -= 1;
  const wider = { ...name, first };
  return first < name.first && surnames.has(formOf(text, wider)) ? wider : name;
}

/** "US", "UK", "U.S.": easily taken for an organisation's initials. */
function isCountryAbbreviation({ taggable }: TaggedText, name: NameMention, classes: number): boolean {
  const isSingle = name.first === name.last;
  return isSingle && (classes & COUNTRY) !== 0 && taggable[name.sentence]?.lexemes[name.first]?.isAllCaps === true;
}

/** A known place "in" or "near" which something is. */
function isPlaceByContext({ sentences }: TaggedText, { sentence, first }: NameMention, classes: number): boolean {
  return (classes & PLACE_CLASSES) !== 0 && BEFORE_PLACE.test(sentences[sentence]?.tokens[first - 1]?.text ?? "");
}

/** A sea, river or mountain of several words ("Black Sea"), which are not taken for anything else. */
function isFeature({ first, last }: NameMention, classes: number): boolean {
  return first < last && classes === FEATURE;
}

/** "in May", beside "Theresa May". */
function isMonth({ sentences }: TaggedText, { sentence, first, last, kind }: NameMention): boolean {
  const tokens = sentences[sentence]?.tokens ?? [];
  return (
    kind === PERSON &&
    first === last &&
    MONTH.test(tokens[first]?.text ?? "") &&
    BEFORE_MONTH.test(tokens[first - 1]?.text ?? "")
  );
}

/** A longer name that ends in what is a person's name elsewhere ("Kassym-Jomart Tokayev" beside "Tokayev"). */
function isFullName(
  text: TaggedText,
  name: NameMention,
  classes: number,
  tallies: ReadonlyMap<string, Tally>,
): boolean {
  const words = nameWords(tokensOf(text.sentences[name.sentence], name));
  const surname = tallies.get(words.at(-1) ?? "");
  if (words.length < 2 || words.length > LONGEST_FULL_NAME || classes !== 0 || surname === undefined) return false;
  if (surname.person === 0 || surname.person < surname.place + surname.organisation) return false;
  return words.every((word) => word.length > 1 && (text.gazetteer.classesOf(phraseHash(word)) & COMMON) === 0);
}

/** Runs of capitalised words outside all names that are certain: somebody's surname, or a known place after "in". */
function missedNames(text: TaggedText, names: readonly NameMention[], surnames: ReadonlySet<string>): NameMention[] {
  const missed: NameMention[] = [];
  const taken = text.taggable.map(({ lexemes }) => new Uint8Array(lexemes.length));
  for (const { sentence, first, last } of names) taken[sentence]?.fill(1, first, last + 1);
  text.taggable.forEach((taggable, sentence) => {
    for (let at = 0; at < taggable.lexemes.length; at += 1) {
      if (taggable.lexemes[at]?.hasUpper !== true) continue;
      const { first: head, last } = capitalisedRun(taggable, at);
      at = last;
      const opensWithArticle =
        head === taggable.firstWord && head < last && ARTICLES.has(taggable.lexemes[head]?.phrase ?? 0);
      const first = opensWithArticle ? head + 1 : head;
      if (taken[sentence]?.subarray(first, last + 1).includes(1) === true) continue;
      const name: NameMention = { sentence, first, last, kind: PERSON };
      const classes = classesOf(text, name);
      // At the head of a sentence and in title case, common words are capitalised too ("Young", "Brown").
      const isDoubtful = first === taggable.firstWord || taggable.casing === Casing.Title;
      if (surnames.has(formOf(text, name))) {
        if (!isDoubtful || (classes & COMMON) === 0) missed.push(name);
      } else if (isKnownPlace(text, name, classes)) missed.push({ ...name, kind: PLACE });
    }
  });
  return missed;
}

/** "in Nur-Sultan", "London-based": a known place and nothing else, after a preposition or in a compound of place. */
function isKnownPlace({ sentences }: TaggedText, { sentence, first, last }: NameMention, classes: number): boolean {
  if ((classes & PLACE_CLASSES) === 0) return false;
  const tokens = sentences[sentence]?.tokens ?? [];
  if (tokens[last + 1]?.text === "-" && tokens[last + 1]?.start === tokens[last]?.end) {
    return /^(?:based|born|bound|area)$/.test(tokens[last + 2]?.text ?? "");
  }
  if ((classes & (COMMON | NAME)) !== 0) return false;
  return BEFORE_PLACE.test(tokens[first - 1]?.text ?? "");
}
