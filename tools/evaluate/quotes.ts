import { spawnSync } from "node:child_process";
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import type { Models } from "../../src/analyse.ts";
import { articleOfPlainText } from "../../src/article/plain-text.ts";
import { recogniseEntities } from "../../src/entities/recognise.ts";
import { segment } from "../../src/text/segment.ts";
import { answer, type PlainDocument } from "../answer.ts";
import { readModels } from "../model-file.ts";
import { checkFloors, dataFolder, readRecords, ROOT } from "./data.ts";
import { naiveQuotes } from "./naive-quotes.ts";
import { checkSeedQuotes } from "./seed-quotes.ts";
import { attribute } from "../../src/quotes/attribute.ts";

const SETS = ["polnear-dev", "gum-news-dev"];
const SUBSETS = ["speech", "quoted", "all"];

interface Score {
  readonly gold: number;
  readonly predicted: number;
  readonly content: { readonly precision: number; readonly recall: number; readonly f1: number };
  readonly contentExact: { readonly f1: number };
  readonly endToEnd: { readonly f1: number };
  readonly sourceWhenMatched: number;
}

/** CPU milliseconds of the attribution alone: on top of segmenting and recognising entities. */
function attributionTime(text: string, models: Models): number {
  const document = segment(articleOfPlainText(text));
  const entities = recogniseEntities(document, models.entities);
  const before = process.cpuUsage();
  attribute(document, entities, models.words);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}

/** Runs the shared scorer on one set of answers. */
function score(scorer: string, gold: string, answers: string, subset: string): Score {
  const { stdout, stderr, status } = spawnSync(process.execPath, [scorer, gold, answers, "--subset", subset], {
    encoding: "utf8",
  });
  if (status !== 0) throw new Error(`${scorer}: ${stderr}`);
  return JSON.parse(stdout) as Score;
}

const COLUMNS = ["gold", "found", "P", "R", "F1", "exact", "end-to-end", "source"];

function printRow(set: string, subset: string, system: string, cells: readonly string[]): void {
  const figures = cells.map((cell) => cell.padStart(11)).join("");
  process.stdout.write(`${set.padEnd(14)}${subset.padEnd(8)}${system.padEnd(8)}${figures}\n`);
}

function printScore(set: string, subset: string, system: string, found: Score): void {
  const { content, contentExact, endToEnd, sourceWhenMatched } = found;
  const rates = [content.precision, content.recall, content.f1, contentExact.f1, endToEnd.f1, sourceWhenMatched];
  printRow(set, subset, system, [`${found.gold}`, `${found.predicted}`, ...rates.map((rate) => rate.toFixed(1))]);
}

const quantile = (sorted: readonly number[], share: number): number =>
  sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))] ?? 0;

/** The milliseconds of each article, scaled to 800 words, so that short and long ones compare. */
function printSpeed(set: string, perArticle: readonly number[], words: readonly number[]): Record<string, number> {
  const plain = perArticle.toSorted((a, b) => a - b);
  const scaled = perArticle.map((ms, at) => (ms * 800) / Math.max(1, words[at] ?? 1)).toSorted((a, b) => a - b);
  process.stdout.write(
    `${set}: CPU on top of the entities, median ${quantile(plain, 0.5).toFixed(1)} ms an article, ` +
      `95% within ${quantile(plain, 0.95).toFixed(1)} ms; for 800 words, median ${quantile(scaled, 0.5).toFixed(1)} ms, ` +
      `95% within ${quantile(scaled, 0.95).toFixed(1)} ms\n`,
  );
  return { [`${set} articles a second`]: 1000 / Math.max(0.01, quantile(plain, 0.5)) };
}

function evaluateSet(
  set: string,
  folder: string,
  scorer: string,
  models: Models,
  work: string,
): Record<string, number> {
  const gold = join(folder, "quotes", `${set}.jsonl`);
  const documents = readRecords<PlainDocument>(gold);
  const files = { ours: join(work, "ours.jsonl"), naive: join(work, "naive.jsonl") };
  const write = (file: string, answers: readonly object[]): void =>
    writeFileSync(file, answers.map((found) => `${JSON.stringify(found)}\n`).join(""));
  write(
    files.ours,
    documents.map((document) => answer(document, models)),
  );
  write(
    files.naive,
    documents.map(({ id, text }) => ({ id, quotes: naiveQuotes(text) })),
  );
  const figures: Record<string, number> = {};
  for (const subset of SUBSETS) {
    const ours = score(scorer, gold, files.ours, subset);
    printScore(set, subset, "ours", ours);
    printScore(set, subset, "naive", score(scorer, gold, files.naive, subset));
    figures[`${set} ${subset} content`] = ours.content.f1;
    figures[`${set} ${subset} precision`] = ours.content.precision;
    figures[`${set} ${subset} exact`] = ours.contentExact.f1;
    figures[`${set} ${subset} end to end`] = ours.endToEnd.f1;
    figures[`${set} ${subset} source`] = ours.sourceWhenMatched;
  }
  const words = documents.map(({ text }) => text.split(/\s+/).length);
  const times = documents.map(({ text }) => attributionTime(text, models));
  Object.assign(figures, printSpeed(set, times, words));
  return figures;
}

/** `npm run evaluate -- quotes`: the shared scorer's figures for both sets, beside a naive baseline. */
export function run(options: readonly string[]): Promise<boolean> {
  const folder = dataFolder(options);
  const scorer = join(dirname(folder), "evaluate", "score-quotes.mjs");
  if (!existsSync(scorer)) throw new Error(`There is no scorer ${scorer}.`);
  const models = readModels(ROOT);
  const work = mkdtempSync(join(tmpdir(), "quotes-"));
  const figures: Record<string, number> = {};
  try {
    printRow("set", "subset", "system", COLUMNS);
    for (const set of SETS) Object.assign(figures, evaluateSet(set, folder, scorer, models, work));
    const seed = join(folder, "seed");
    const text = readFileSync(join(seed, "article.txt"), "utf8");
    Object.assign(figures, checkSeedQuotes(text, join(seed, "gold.json"), models));
  } finally {
    rmSync(work, { recursive: true, force: true });
  }
  return Promise.resolve(checkFloors("quotes", figures));
}
