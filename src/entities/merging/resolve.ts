import type { EntityKind } from "../entity.ts";
import { fullNamesAgree, isBeginningOf, isEndOf } from "./name.ts";

/** A mention to be resolved: what it is taken for and its words (`nameWords`). Mentions come in the order of the text. */
export interface Nameable {
  readonly kind: EntityKind;
  readonly words: readonly string[];
}

/** Other names of the few places that news calls by several. */
const PLACE_SYNONYMS: ReadonlyMap<string, string> = new Map(
  Object.entries({
    us: "united states",
    "u.s.": "united states",
    "u.s": "united states",
    usa: "united states",
    "u.s.a.": "united states",
    america: "united states",
    "united states of america": "united states",
    uk: "united kingdom",
    "u.k.": "united kingdom",
    "u.k": "united kingdom",
    uae: "united arab emirates",
    "u.a.e.": "united arab emirates",
  }),
);

/** Groups mentions by whom or what they name. Returns the groups as lists of indices, each in the order of the text. */
export function resolve(mentions: readonly Nameable[]): number[][] {
  const groups: number[][] = [];
  const byKey = new Map<string, number[]>();
  const people: number[] = [];
  mentions.forEach(({ kind, words }, index) => {
    if (kind === "person") {
      people.push(index);
      return;
    }
    const name = (words[0] === "the" && words.length > 1 ? words.slice(1) : words).join(" ");
    const key = `${kind} ${(kind === "place" ? PLACE_SYNONYMS.get(name) : undefined) ?? name}`;
    const group = byKey.get(key);
    if (group === undefined) {
      const made = [index];
      byKey.set(key, made);
      groups.push(made);
    } else group.push(index);
  });
  groups.push(...resolvePeople(mentions, people));
  return groups.toSorted((a, b) => (a[0] ?? 0) - (b[0] ?? 0));
}

interface Person {
  /** The fullest form so far. */
  words: readonly string[];
  /** Where the full name stands, in the order of the text. */
  readonly full: number[];
  /** Where a part of it stands, in the order of the text. */
  readonly short: number[];
  /** How many of `full` stand before the mention that is looked at. */
  passed: number;
}

/** Of so many people who share a word of their name, the latest are looked at: more there are only in lists. */
const MOST_NAMESAKES = 100;
/** Names of more words have no parts that somebody is called by. */
const MOST_WORDS = 12;

/** People by the words of their names. */
class People {
  readonly all: Person[] = [];
  readonly #byFirst = new Map<string, Person[]>();
  readonly #byLast = new Map<string, Person[]>();

  add(words: readonly string[], index: number): void {
    const person: Person = { words, full: [index], short: [], passed: 0 };
    this.all.push(person);
    enter(this.#byFirst, words[0] ?? "", person);
    enter(this.#byLast, words.at(-1) ?? "", person);
  }

  /** Those whose name ends in a word, the latest first. */
  endingIn(word: string): readonly Person[] {
    return this.#byLast.get(word)?.slice(-MOST_NAMESAKES).toReversed() ?? [];
  }

  beginningWith(word: string): readonly Person[] {
    return this.#byFirst.get(word)?.slice(-MOST_NAMESAKES).toReversed() ?? [];
  }
}

function enter(people: Map<string, Person[]>, word: string, person: Person): void {
  const others = people.get(word);
  if (others === undefined) people.set(word, [person]);
  else others.push(person);
}

/** People with full names first: a surname may stand in the headline before the full name stands in the text. */
function resolvePeople(mentions: readonly Nameable[], indices: readonly number[]): number[][] {
  const wordsOf = (index: number): readonly string[] => mentions[index]?.words ?? [];
  const parts = new Set(indices.flatMap((index) => endsOf(wordsOf(index))));
  const people = new People();
  const rest: number[] = [];
  for (const index of indices) {
    const words = wordsOf(index);
    // "von der Leyen" beside "Ursula von der Leyen": several words, but no full name.
    if (words.length < 2 || parts.has(words.join(" "))) {
      rest.push(index);
      continue;
    }
    const person = people
      .endingIn(words.at(-1) ?? "")
      .find((other) => fullNamesAgree(other.words, words) || same(other.words, words));
    if (person === undefined) people.add(words, index);
    else {
      if (words.length > person.words.length) person.words = words;
      person.full.push(index);
    }
  }
  for (const index of rest) {
    const words = wordsOf(index);
    const last = words.at(-1) ?? "";
    const person =
      nearest(
        index,
        people.endingIn(last).filter((other) => isEndOf(words, other.words) || same(words, other.words)),
      ) ??
      nearest(
        index,
        people.beginningWith(words[0] ?? "").filter((other) => isBeginningOf(words, other.words)),
      );
    if (person === null) people.add(words, index);
    else person.short.push(index);
  }
  return people.all.map(({ full, short }) => [...full, ...short].toSorted((a, b) => a - b));
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}

/** The ends of a name of several words: "der leyen" and "leyen". */
function endsOf(words: readonly string[]): string[] {
  return words.length > MOST_WORDS ? [] : words.slice(1).map((_, at) => words.slice(at + 1).join(" "));
}

/** Of the people whose name fits, the one named last before the mention; else the one named first after it. */
function nearest(index: number, people: readonly Person[]): Person | null {
  let best: Person | null = null;
  let bestDistance = Infinity;
  for (const person of people) {
    const { full, short } = person;
    // Mentions are asked for in the order of the text.
    while (person.passed < full.length && (full[person.passed] as number) < index) person.passed += 1;
    const before = Math.max(full[person.passed - 1] ?? -1, short.at(-1) ?? -1);
    // Any mention before is nearer than any after.
    const distance = before >= 0 ? index - before : 1e9 + (full[person.passed] ?? 0) - index;
    if (distance < bestDistance) {
      best = person;
      bestDistance = distance;
    }
  }
  return best;
}
