import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPage, type ManifestEntry, readManifest } from "../pages/manifest.ts";
import { openPageBrowser } from "../pages/page-browser.ts";
import { pageReader, readabilityReader } from "../pages/page-reader.ts";
import { checkFloors, dataFolder } from "./data.ts";
import { manifestsByPublisher, type PublisherFigures, spreadOf } from "./publishers.ts";

interface Paragraphs {
  readonly pages: number;
  readonly precision: number;
  readonly recall: number;
  readonly perfect: number;
}

interface Rate {
  readonly pages: number;
  readonly right: number;
}

interface Cost {
  readonly median: number;
  readonly p95: number;
}

/** What `score-articles.mjs` prints. */
interface Scores {
  readonly decision: {
    readonly precision: number;
    readonly recall: number;
    readonly newsRecall: number;
    readonly falsePositiveRate: number;
    readonly falseByKind: Readonly<Record<string, { readonly pages: number; readonly wrong: number }>>;
  };
  readonly body: { readonly precision: number; readonly recall: number; readonly f1: number };
  readonly paragraphs: { readonly edited: Paragraphs; readonly publishers: Paragraphs };
  readonly headline: Rate;
  readonly bylines: { readonly publishers: Rate; readonly mixed: Rate };
  readonly dates: { readonly publishers: Rate; readonly web: Rate };
  readonly cost: { readonly decideMs: Cost; readonly readMs: Cost };
  readonly mutations: number;
}

/** The option that asks how the figures spread over publishers. */
const BY_PUBLISHER = "--by-publisher";
/** The figures that are looked at publisher by publisher, and where a publisher's scores have them. */
const SPREAD: Readonly<Record<string, (scores: Scores) => Rate>> = {
  "edited paragraphs perfect": ({ paragraphs: { edited } }) => ({ pages: edited.pages, right: edited.perfect }),
  "edited paragraphs precision": ({ paragraphs: { edited } }) => ({ pages: edited.pages, right: edited.precision }),
  "publishers' paragraphs perfect": ({ paragraphs: { publishers } }) => ({
    pages: publishers.pages,
    right: publishers.perfect,
  }),
  "publishers' paragraphs precision": ({ paragraphs: { publishers } }) => ({
    pages: publishers.pages,
    right: publishers.precision,
  }),
  headline: ({ headline }) => headline,
  "bylines publishers": ({ bylines }) => bylines.publishers,
  "dates publishers": ({ dates }) => dates.publishers,
};

/**
 * Reads every stored page with the shipped detector and reader and with Readability, in one run of one browser, scores
 * both, and prints them side by side. True where our figures keep to their floors. With `--by-publisher` it reads the pages
 * with edited or publishers' text with ours alone, and prints how the figures spread over publishers.
 */
export async function run(options: readonly string[]): Promise<boolean> {
  const data = dataFolder(options.filter((option) => option !== BY_PUBLISHER));
  const manifest = join(data, "articles", "manifest.jsonl");
  const scorer = join(data, "..", "evaluate", "score-articles.mjs");
  if (options.includes(BY_PUBLISHER)) {
    await runByPublisher(scorer, manifest);
    return true;
  }
  const { ours, theirs } = await readAll(manifest);
  const scores = score(scorer, manifest, ours);
  const peer = score(scorer, manifest, theirs);
  print(scores, peer);
  return checkFloors("articles", figuresOf(scores));
}

async function readAll(manifest: string): Promise<{ ours: readonly string[]; theirs: readonly string[] }> {
  const [readOurs, readTheirs] = [await pageReader(), await readabilityReader()];
  const ours: string[] = [];
  const theirs: string[] = [];
  const entries = readManifest(manifest);
  const browser = await openPageBrowser();
  try {
    for (const entry of entries) {
      await browser.withPage(loadPage(manifest, entry), async (page) => {
        ours.push(JSON.stringify({ page: entry.page, ...(await readOurs(page)) }));
        theirs.push(JSON.stringify({ page: entry.page, ...(await readTheirs(page)) }));
      });
      if (ours.length % 100 === 0) process.stderr.write(`${ours.length} of ${entries.length} pages\n`);
    }
  } finally {
    await browser.close();
  }
  return { ours, theirs };
}

/** Prints how the figures spread over those who publish the pages with edited or publishers' text. */
async function runByPublisher(scorer: string, manifest: string): Promise<void> {
  const read = await pageReader();
  const all: PublisherFigures[] = [];
  const browser = await openPageBrowser();
  try {
    for (const [publisher, lines] of manifestsByPublisher(manifest, /"set": ?"(?:feval|fund)"/)) {
      const records: string[] = [];
      for (const line of lines) {
        const entry = JSON.parse(line) as ManifestEntry;
        const record = await browser.withPage(loadPage(manifest, entry), read);
        records.push(JSON.stringify({ page: entry.page, ...record }));
      }
      const scores = scoreLines(scorer, lines, records);
      const figures = Object.entries(SPREAD).map(([name, of]) => [name, of(scores)] as const);
      all.push({ publisher, figures: Object.fromEntries(figures) });
    }
  } finally {
    await browser.close();
  }
  printSpread(all);
}

function printSpread(all: readonly PublisherFigures[]): void {
  const cells = ["by page", "by publisher", "without best", "publishers", "none right"];
  process.stdout.write(`${"".padEnd(36)}${cells.map((cell) => cell.padStart(16)).join("")}\n`);
  for (const name of Object.keys(SPREAD)) {
    const { byPage, mean, error, withoutBest, publishers, failed } = spreadOf(name, all);
    const row = [
      byPage.toFixed(3),
      `${mean.toFixed(3)} ±${error.toFixed(3)}`,
      withoutBest.toFixed(3),
      `${publishers}`,
      `${failed.length}`,
    ];
    process.stdout.write(`${name.padEnd(36)}${row.map((cell) => cell.padStart(16)).join("")}\n`);
  }
}

function score(scorer: string, manifest: string, records: readonly string[]): Scores {
  const folder = mkdtempSync(join(tmpdir(), "sourceline-articles-"));
  try {
    const file = join(folder, "read.jsonl");
    writeFileSync(file, `${records.join("\n")}\n`);
    return JSON.parse(execFileSync(process.execPath, [scorer, manifest, file], { encoding: "utf8" })) as Scores;
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** The same of some lines of a manifest. */
function scoreLines(scorer: string, lines: readonly string[], records: readonly string[]): Scores {
  const folder = mkdtempSync(join(tmpdir(), "sourceline-manifest-"));
  try {
    const manifest = join(folder, "manifest.jsonl");
    writeFileSync(manifest, `${lines.join("\n")}\n`);
    return score(scorer, manifest, records);
  } finally {
    rmSync(folder, { recursive: true });
  }
}

/** Our figures by name; all are better when higher. */
function figuresOf({
  decision,
  body,
  paragraphs,
  headline,
  bylines,
  dates,
  mutations,
}: Scores): Record<string, number> {
  const { edited, publishers } = paragraphs;
  return {
    "decision precision": decision.precision,
    "decision recall": decision.recall,
    "decision news recall": decision.newsRecall,
    "news fronts left alone": 1 - rateOf(decision.falseByKind["news-front"] ?? { pages: 0, wrong: 0 }),
    "other pages left alone": 1 - decision.falsePositiveRate,
    "body precision": body.precision,
    "body recall": body.recall,
    "body F1": body.f1,
    "edited paragraphs precision": edited.precision,
    "edited paragraphs recall": edited.recall,
    "edited paragraphs perfect": edited.perfect,
    "publishers' paragraphs precision": publishers.precision,
    "publishers' paragraphs recall": publishers.recall,
    "publishers' paragraphs perfect": publishers.perfect,
    headline: headline.right,
    "bylines publishers": bylines.publishers.right,
    "bylines mixed": bylines.mixed.right,
    "dates publishers": dates.publishers.right,
    "dates web": dates.web.right,
    "pages left unchanged": Number(mutations === 0),
  };
}

function rateOf({ pages, wrong }: { readonly pages: number; readonly wrong: number }): number {
  return pages === 0 ? 0 : wrong / pages;
}

function print(scores: Scores, peer: Scores): void {
  const theirs = figuresOf(peer);
  const row = (name: string, a: string, b: string) =>
    process.stdout.write(`${name.padEnd(36)}${a.padStart(12)}${b.padStart(14)}\n`);
  row("", "Sourceline", "Readability");
  for (const [name, figure] of Object.entries(figuresOf(scores)))
    row(name, figure.toFixed(3), (theirs[name] ?? 0).toFixed(3));
  for (const [kind, { pages, wrong }] of Object.entries(scores.decision.falseByKind)) {
    const other = peer.decision.falseByKind[kind]?.wrong ?? 0;
    row(`taken for articles: ${kind}`, `${wrong}/${pages}`, `${other}/${pages}`);
  }
  const cost = ({ median, p95 }: Cost) => `${median}/${p95}`;
  row("decide, CPU ms median/p95", cost(scores.cost.decideMs), cost(peer.cost.decideMs));
  row("read, CPU ms median/p95", cost(scores.cost.readMs), cost(peer.cost.readMs));
}
