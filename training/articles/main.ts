// Fits the detector's weights: node tools/run.mjs training/articles/main.ts MANIFEST.jsonl
// Prints what the model reaches on publishers that it has not seen, and writes src/article/detection/detect-weights.json.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import { featuresOf } from "../../src/article/detection/features.ts";
import type { PageSignals } from "../../src/article/detection/signals.ts";
import { crossValidate } from "./cross-validate.ts";
import { fitLogistic } from "./logistic.ts";
import type { Example } from "./logistic.ts";

/** A decision must be this much likelier than not: readers mind a wrong yes more than a wrong no. */
const CAUTION = 1.25;
const WEIGHTS = resolve("src/article/detection/detect-weights.json");

const [manifestFile, signalsFile] = process.argv.slice(2);
if (manifestFile === undefined || signalsFile === undefined || !existsSync(signalsFile)) {
  console.error(`usage: node tools/run.mjs training/articles/main.ts MANIFEST.jsonl SIGNALS.jsonl
  MANIFEST  {page, url, set, kind, isArticle}, one a line; pages without a verdict are left out
  SIGNALS   {page, signals}, as \`npm run -s read-pages -- MANIFEST --signals\` prints them`);
  process.exit(2);
}

interface Labelled {
  readonly page: string;
  readonly url: string;
  readonly set: string;
  readonly kind: string;
  readonly isArticle: boolean | null;
}

const records = <T>(file: string): readonly T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
const signals = new Map(
  records<{ page: string; signals: PageSignals }>(signalsFile).map((record) => [record.page, record.signals]),
);
const labelled = records<Labelled>(manifestFile).flatMap((page) => {
  const own = signals.get(page.page);
  if (own === undefined || page.isArticle === null) return [];
  const publisher = new URL(page.url).hostname.split(".").slice(-2).join(".");
  const example: Example = { features: featuresOf(own), isArticle: page.isArticle, publisher };
  return [{ page, example }];
});

const examples = labelled.map(({ example }) => example);
const heldOut = crossValidate(examples, CAUTION);
const news = labelled.flatMap(({ page }, i) => (page.isArticle === true && page.set !== "wcxb" ? [i] : []));
const others = labelled.flatMap(({ page }, i) => (page.isArticle === false ? [i] : []));
const yes = heldOut.filter(Boolean).length;
const right = labelled.filter(({ page }, i) => page.isArticle === true && heldOut[i] === true).length;
const share = (indices: readonly number[]) => `${indices.filter((i) => heldOut[i] === true).length}/${indices.length}`;
console.log(`on publishers not trained on: precision ${(right / yes).toFixed(3)}, news found ${share(news)}`);
for (const kind of new Set(others.map((i) => labelled[i]?.page.kind ?? ""))) {
  console.log(`  taken for articles, ${kind}: ${share(others.filter((i) => labelled[i]?.page.kind === kind))}`);
}

const { bias, weights } = fitLogistic(examples);
const rounded = Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, Number(weight.toFixed(3))]));
writeFileSync(WEIGHTS, `${JSON.stringify({ bias: Number((bias - CAUTION).toFixed(3)), weights: rounded }, null, 2)}\n`);
console.log(`wrote ${WEIGHTS}`);
