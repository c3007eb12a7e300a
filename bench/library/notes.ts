import type { Annotation } from "../../src/annotation/records/annotation.ts";
import { ANNOTATION_SCHEMA, COLOURS } from "../../src/annotation/records/annotation.ts";
import { type ArticleNames, filedUnder, type KeptArticle } from "../../src/annotation/records/kept-article.ts";
import type { Named } from "../../src/annotation/records/name.ts";
import { createRandom, type Random } from "../random.ts";

/** Made-up records of a user who has read for years: the same at every run. */
export interface MadeStore {
  readonly articles: readonly KeptArticle[];
  readonly annotations: readonly Annotation[];
}

const WORDS = 40_000;
const PEOPLE = 12_000;
const TAGS = 400;
const SITES = 60;
/** Of every article, how many people it names, how many statements are in it, and how many paragraphs it has. */
const NAMED = 12;
const STATEMENTS = 14;
const PARAGRAPHS = 15;
/** How often the first person, whose page is measured, speaks: in one article of ten, once in each. */
const OFTEN = 10;

const CONSONANTS = [..."bcdfghklmnprstvw"];
const VOWELS = [..."aeiou"];

function makeWords(random: Random, count: number): string[] {
  const words = new Set<string>();
  while (words.size < count) {
    const syllables = 1 + random.below(4);
    const parts = Array.from({ length: syllables }, () => random.pick(CONSONANTS) + random.pick(VOWELS));
    words.add(parts.join("") + (random.chance(0.4) ? random.pick(CONSONANTS) : ""));
  }
  return [...words];
}

const capital = (word: string): string => word.charAt(0).toUpperCase() + word.slice(1);

/** A thousand notes on a hundred articles, or any other number with ten notes to an article. */
export function makeStore(notes: number): MadeStore {
  const random = createRandom("library");
  const words = makeWords(random, WORDS);
  // As words of a language are: the nth is about as frequent as 1/n.
  const word = (): string => words[Math.floor(Math.exp(random.next() * Math.log(WORDS)))] ?? "a";
  const text = (length: number): string => Array.from({ length }, word).join(" ");
  const person = (number: number): string =>
    `${capital(words[number] ?? "")} ${capital(words[(number * 7919) % WORDS] ?? "")}`;
  const id = (): string => {
    const hex = Array.from({ length: 32 }, () => random.below(16).toString(16)).join("");
    return `${hex.slice(0, 8)}-${hex.slice(8, 12)}-4${hex.slice(13, 16)}-8${hex.slice(17, 20)}-${hex.slice(20)}`;
  };
  const day = (): number => Date.UTC(2016, 0, 1) + random.below(3_600) * 86_400_000 + random.below(86_400_000);
  const instantOf = (time: number): string => new Date(time).toISOString();

  const articles = Array.from({ length: Math.ceil(notes / 10) }, (_, number): KeptArticle => {
    const time = day();
    const page = `site-${random.below(SITES)}.example/${number}-${word()}`;
    const people = new Set(Array.from({ length: NAMED }, () => Math.floor(Math.exp(random.next() * Math.log(PEOPLE)))));
    people.delete(0);
    const called = [...(number % OFTEN === 0 ? [0] : []), ...people].map(person);
    const subjects = called.map((name): Named => ({ kind: "person", name, aliases: [name.split(" ")[1] ?? ""] }));
    const names: ArticleNames & Pick<KeptArticle, "kept"> = {
      page,
      source: `https://${page}`,
      title: capital(text(9)),
      outlet: `Site ${page.length}`,
      published: instantOf(time).slice(0, 10),
      subjects,
      sheet: {
        bylines: [person(random.below(PEOPLE))],
        updated: null,
        roles: subjects.map(() => (random.chance(0.5) ? word() : null)),
        statements: Array.from({ length: STATEMENTS }, (__, at) => {
          const speaker = at % subjects.length;
          const start = at * 200;
          return {
            speaker,
            source: called[speaker] ?? "",
            type: "direct",
            text: text(22),
            content: [{ start, end: start + 120 }],
          };
        }),
      },
      fingerprint: Array.from({ length: PARAGRAPHS }, () => Array.from({ length: 13 }, () => random.below(2 ** 30))),
      kept: null,
    };
    return {
      ...names,
      ...filedUnder(names),
      revision: 1,
      created: instantOf(time),
      modified: instantOf(time),
      deleted: null,
    };
  });
  const annotations = Array.from({ length: notes }, (_, number): Annotation => {
    const article = articles[Math.floor(number / 10)] as KeptArticle;
    const created = instantOf(Date.parse(article.created) + random.below(3_600_000));
    const start = random.below(9_000);
    const tags = Array.from(
      { length: random.below(4) },
      () => words[Math.floor(Math.exp(random.next() * Math.log(TAGS)))] ?? "",
    );
    return {
      id: id(),
      target: {
        source: article.source,
        page: article.page,
        title: article.title,
        selectors: {
          quote: { type: "TextQuoteSelector", exact: text(28), prefix: text(5), suffix: text(5) },
          position: { type: "TextPositionSelector", start, end: start + 150 },
        },
      },
      body: { colour: random.pick(COLOURS), note: random.chance(0.7) ? text(20) : "", tags: [...new Set(tags)] },
      schema: ANNOTATION_SCHEMA,
      revision: 1,
      created,
      modified: created,
      deleted: null,
    };
  });
  return { articles, annotations };
}
