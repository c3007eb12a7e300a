import { execFileSync } from "node:child_process";
import { mkdtempSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { loadPage, readManifest } from "../pages/manifest.ts";
import { openPageBrowser } from "../pages/page-browser.ts";
import { pageReader, readabilityReader } from "../pages/page-reader.ts";
import { checkFloors, dataFolder } from "./data.ts";

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

/**
 * Reads every stored page with the shipped detector and reader and with Readability, in one run of one browser, scores
 * both, and prints them side by side. True where our figures keep to their floors.
 */
export async function run(options: readonly string[]): Promise<boolean> {
  const data = dataFolder(options);
  const manifest = join(data, "articles", "manifest.jsonl");
  const scorer = join(data, "..", "evaluate", "score-articles.mjs");
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
