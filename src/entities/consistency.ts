import type { Sentence } from "../text/document.ts";
import type { EntityKind } from "./entity.ts";
import { classBit, extendPhrase, type Gazetteer } from "./gazetteer.ts";
import { type NameMention, tokensOf } from "./name-mention.ts";
import { nameWords } from "./name.ts";
import { capitalisedRun, Casing, type TaggableSentence } from "./taggable.ts";

/** A document's sentences in both forms, side by side. */
export interface TaggedText {
  readonly sentences: readonly Sentence[];
  readonly taggable: readonly TaggableSentence[];
  readonly gazetteer: Gazetteer;
}

const PLACE_CLASSES = classBit("country") | classBit("city") | classBit("region");
const COUNTRY = classBit("country");
const COMMON = classBit("word");

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
    if (name.kind === "person") return name;
    const form = formOf(text, name);
    const classes = classesOf(text, name);
    if (surnames.has(form)) return isSurname(name, tallies.get(form), classes) ? { ...name, kind: PERSON } : name;
    return isCountryAbbreviation(text, name, classes) ? { ...name, kind: PLACE } : name;
  });
  return [...settled, ...missedSurnames(text, settled, surnames)].toSorted(
    (a, b) => a.sentence - b.sentence || a.first - b.first,
  );
}

const PERSON: EntityKind = "person";
const PLACE: EntityKind = "place";

function formOf({ sentences }: TaggedText, name: NameMention): string {
  return nameWords(tokensOf(sentences[name.sentence], name)).join(" ");
}

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

/** "US", "UK", "U.S.": easily taken for an organisation's initials. */
function isCountryAbbreviation({ taggable }: TaggedText, name: NameMention, classes: number): boolean {
  const isSingle = name.first === name.last;
  return isSingle && (classes & COUNTRY) !== 0 && taggable[name.sentence]?.lexemes[name.first]?.isAllCaps === true;
}

/** The gazetteer's classes of a name as a whole. */
function classesOf({ taggable, gazetteer }: TaggedText, { sentence, first, last }: NameMention): number {
  let phrase = 0;
  for (let at = first; at <= last; at += 1) phrase = extendPhrase(phrase, taggable[sentence]?.lexemes[at]?.phrase ?? 0);
  return gazetteer.classesOf(phrase);
}

/** Runs of capitalised words outside all names that are the surname of somebody in the document. */
function missedSurnames(text: TaggedText, names: readonly NameMention[], surnames: ReadonlySet<string>): NameMention[] {
  if (surnames.size === 0) return [];
  const missed: NameMention[] = [];
  const taken = text.taggable.map(({ lexemes }) => new Uint8Array(lexemes.length));
  for (const { sentence, first, last } of names) taken[sentence]?.fill(1, first, last + 1);
  text.taggable.forEach((taggable, sentence) => {
    for (let at = 0; at < taggable.lexemes.length; at += 1) {
      if (taggable.lexemes[at]?.hasUpper !== true) continue;
      const [first, last] = capitalisedRun(taggable, at);
      at = last;
      if (taken[sentence]?.subarray(first, last + 1).includes(1) === true) continue;
      const name: NameMention = { sentence, first, last, kind: PERSON };
      // At the head of a sentence and in title case, common words are capitalised too ("Young", "Brown").
      const isDoubtful = first === taggable.firstWord || taggable.casing === Casing.Title;
      if (!surnames.has(formOf(text, name)) || (isDoubtful && (classesOf(text, name) & COMMON) !== 0)) continue;
      missed.push(name);
    }
  });
  return missed;
}
