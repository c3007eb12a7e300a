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
  readonly mentions: number[];
}

/** People with full names first: a surname may stand in the headline before the full name stands in the text. */
function resolvePeople(mentions: readonly Nameable[], people: readonly number[]): number[][] {
  const wordsOf = new Map(people.map((index) => [index, mentions[index]?.words ?? []]));
  const persons: Person[] = [];
  for (const index of people) {
    const words = wordsOf.get(index) ?? [];
    if (words.length < 2 || isPartOfAnother(words, wordsOf.values())) continue;
    const person = persons.findLast((other) => fullNamesAgree(other.words, words) || same(other.words, words));
    if (person === undefined) persons.push({ words, mentions: [index] });
    else {
      if (words.length > person.words.length) person.words = words;
      person.mentions.push(index);
    }
  }
  for (const index of people) {
    const words = wordsOf.get(index) ?? [];
    if (persons.some((person) => person.mentions.includes(index))) continue;
    const person =
      nearest(index, persons, (full) => isEndOf(words, full) || same(words, full)) ??
      nearest(index, persons, (full) => isBeginningOf(words, full));
    if (person === undefined) persons.push({ words, mentions: [index] });
    else person.mentions.push(index);
  }
  return persons.map((person) => person.mentions.toSorted((a, b) => a - b));
}

function same(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((word, at) => word === b[at]);
}

/** "von der Leyen" beside "Ursula von der Leyen": several words, but no full name. */
function isPartOfAnother(words: readonly string[], others: Iterable<readonly string[]>): boolean {
  for (const other of others) if (isEndOf(words, other)) return true;
  return false;
}

/** Of the people whose name fits, the one named last before the mention; else the one named first after it. */
function nearest(
  index: number,
  persons: readonly Person[],
  fits: (words: readonly string[]) => boolean,
): Person | undefined {
  let best: Person | undefined;
  let bestDistance = Infinity;
  for (const person of persons) {
    if (!fits(person.words)) continue;
    for (const mention of person.mentions) {
      // Any mention before is nearer than any after.
      const distance = mention < index ? index - mention : 1e6 + mention - index;
      if (distance < bestDistance) {
        best = person;
        bestDistance = distance;
      }
    }
  }
  return best;
}
