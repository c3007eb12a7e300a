// Fits the detector's weights: node tools/run.mjs training/articles/main.ts MANIFEST.jsonl
// Prints what the model reaches on publishers that it has not seen, and writes src/article/detection/detect-weights.json.
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { resolve } from "node:path";
import type { PageSignals } from "../../src/article/detection/signals.ts";
import { CAUTION, exampleOf, heldOutFigures, heldOutLines, type Labelled } from "./held-out.ts";
import { fitLogistic } from "./logistic.ts";

const WEIGHTS = resolve("src/article/detection/detect-weights.json");

const [manifestFile, signalsFile] = process.argv.slice(2);
if (manifestFile === undefined || signalsFile === undefined || !existsSync(signalsFile)) {
  console.error(`usage: node tools/run.mjs training/articles/main.ts MANIFEST.jsonl SIGNALS.jsonl
  MANIFEST  {page, url, set, kind, isArticle}, one a line; pages without a verdict are left out
  SIGNALS   {page, signals}, as \`npm run -s read-pages -- MANIFEST --signals\` prints them`);
  process.exit(2);
}

const records = <T>(file: string): readonly T[] =>
  readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
const signals = new Map(
  records<{ page: string; signals: PageSignals }>(signalsFile).map((record) => [record.page, record.signals]),
);
const labelled = records<Labelled & { readonly page: string }>(manifestFile).flatMap((page) => {
  const own = signals.get(page.page);
  return own === undefined || page.isArticle === null ? [] : [[page, exampleOf(page, own)] as const];
});

for (const line of heldOutLines(heldOutFigures(labelled))) console.log(line);
const { bias, weights } = fitLogistic(labelled.map(([, example]) => example));
const rounded = Object.fromEntries(Object.entries(weights).map(([name, weight]) => [name, Number(weight.toFixed(3))]));
writeFileSync(WEIGHTS, `${JSON.stringify({ bias: Number((bias - CAUTION).toFixed(3)), weights: rounded }, null, 2)}\n`);
console.log(`wrote ${WEIGHTS}`);
