import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { Models } from "../../src/analyse.ts";
import type { Span } from "../../src/text/span.ts";
import { answer, type AnsweredEntity, type PlainDocument } from "../answer.ts";
import { readModels } from "../model-file.ts";
import { compromiseEntities } from "./compromise.ts";
import { checkFloors, dataFolder, readRecords, ROOT } from "./data.ts";
import { checkSeed } from "./seed.ts";
import { compareSpans, type Counts, NONE, scoresOf, sum } from "./spans.ts";
import { measureSpeed } from "./speed.ts";

const SETS = ["ewt-dev", "gmb-dev", "cross-politics-dev", "wikigold", "conll-testa"];
/** Marks places only; stored outputs of other systems lie beside it. */
const PLACE_SET = "geowebnews-dev";
const STORED = ["spacy", "google"];

interface GoldDocument extends PlainDocument {
  readonly mentions: readonly (Span & { readonly kind: string })[];
  /** Stretches that nobody annotated: what is found in them counts neither way. */
  readonly unmarked?: readonly (readonly [start: number, end: number])[];
}

interface StoredDocument {
  readonly id: string;
  readonly places: readonly AnsweredEntity[];
}

interface Found {
  readonly people: readonly Span[];
  readonly places: readonly Span[];
}

interface KindCounts {
  readonly person: Counts;
  readonly place: Counts;
}

const mentionsOf = (entities: readonly AnsweredEntity[]): Span[] => entities.flatMap(({ mentions }) => mentions);

function ourEntities(document: PlainDocument, models: Models): Found {
  const { people, places } = answer(document, models);
  return { people: mentionsOf(people), places: mentionsOf(places) };
}

function count(documents: readonly GoldDocument[], find: (document: GoldDocument) => Found): KindCounts {
  let person = NONE;
  let place = NONE;
  for (const document of documents) {
    const gold = (kind: string): Span[] => document.mentions.filter((mention) => mention.kind === kind);
    const found = find(document);
    const counted = (spans: readonly Span[]): Span[] =>
      spans.filter(({ start, end }) => !document.unmarked?.some(([from, to]) => start >= from && end <= to));
    person = sum(person, compareSpans(gold("person"), counted(found.people), gold("accepted")));
    place = sum(place, compareSpans(gold("place"), counted(found.places), gold("accepted")));
  }
  return { person, place };
}

const HEADINGS = ["set", "system", "people P", "R", "F1", "places P", "R", "F1", "together P", "R", "F1"];

function printRow(cells: readonly string[]): void {
  const [set = "", system = "", ...figures] = cells;
  process.stdout.write(
    `${set.padEnd(20)}${system.padEnd(12)}${figures.map((figure) => figure.padStart(10)).join("")}\n`,
  );
}

function figuresOf(counts: Counts): string[] {
  if (counts.gold === 0) return ["–", "–", "–"];
  const { precision, recall, f1 } = scoresOf(counts);
  return [precision, recall, f1].map((figure) => figure.toFixed(1));
}

function printCounts(set: string, system: string, { person, place }: KindCounts): void {
  const together = person.gold === 0 ? NONE : sum(person, place);
  printRow([set, system, ...figuresOf(person), ...figuresOf(place), ...figuresOf(together)]);
}

/** Prints the table of all development sets beside `compromise`, the speeds and the seed; true where all floors hold. */
export async function run(options: readonly string[]): Promise<boolean> {
  const data = dataFolder(options);
  const folder = join(data, "entities");
  const models = readModels(ROOT);
  const figures: Record<string, number> = {};
  printRow(HEADINGS);
  for (const set of SETS) {
    const documents = readRecords<GoldDocument>(join(folder, `${set}.jsonl`));
    const ours = count(documents, (document) => ourEntities(document, models));
    printCounts(set, "sourceline", ours);
    printCounts(
      set,
      "compromise",
      count(documents, ({ text }) => compromiseEntities(text)),
    );
    figures[set] = scoresOf(sum(ours.person, ours.place)).f1;
  }
  const documents = readRecords<GoldDocument>(join(folder, `${PLACE_SET}.jsonl`));
  const placesOnly = (found: Found): Found => ({ people: [], places: found.places });
  const ours = count(documents, (document) => placesOnly(ourEntities(document, models)));
  printCounts(PLACE_SET, "sourceline", ours);
  figures[PLACE_SET] = scoresOf(ours.place).f1;
  printCounts(
    PLACE_SET,
    "compromise",
    count(documents, ({ text }) => placesOnly(compromiseEntities(text))),
  );
  for (const system of STORED) {
    const records = readRecords<StoredDocument>(join(folder, `${PLACE_SET}.${system}.jsonl`));
    const stored = new Map(records.map((record) => [record.id, mentionsOf(record.places)] as const));
    printCounts(
      PLACE_SET,
      system,
      count(documents, ({ id }) => ({ people: [], places: stored.get(id) ?? [] })),
    );
  }
  process.stdout.write("\n");
  Object.assign(
    figures,
    measureSpeed(readRecords<GoldDocument>(join(folder, "gmb-dev.jsonl")).map(({ text }) => text)),
  );
  process.stdout.write("\n");
  const seed = readFileSync(join(data, "seed", "article.txt"), "utf8");
  Object.assign(figures, checkSeed(seed, join(data, "seed", "gold.json"), models));
  return checkFloors("entities", figures);
}
