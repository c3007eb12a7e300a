import { readFile } from "node:fs/promises";
import { resolve } from "node:path";
import { parseArgs } from "node:util";
import { gunzipSync } from "node:zlib";
import type { Page } from "playwright-core";
import { bundleForPage, show, withPage } from "../browser.ts";
import { createRandom, shuffle } from "../random.ts";
import type * as PageProgram from "./page.ts";
import { Tally } from "./report.ts";
import { meetsRowGoals, rowFailures, rowsTable } from "./rows/report.ts";
import { measureSpeed } from "./timing.ts";

declare const sourcelineBench: typeof PageProgram;

const PER_PAGE = 25;

/** A page needs this many blocks of running text to be measured on. */
const FEWEST_BLOCKS = 10;
const SEED = "marks";

interface Options {
  readonly data: string;
  readonly pages: number;
  readonly skip: number;
  readonly failures: boolean;
}

function readOptions(args: string[]): Options {
  const { values } = parseArgs({
    args,
    options: {
      data: { type: "string", default: "../shared/data/articles" },
      pages: { type: "string", default: "40" },
      skip: { type: "string", default: "0" },
      failures: { type: "boolean", default: false },
    },
  });
  return { data: values.data, pages: Number(values.pages), skip: Number(values.skip), failures: values.failures };
}

/** The article pages of the data, in an order that has nothing to do with what they are. */
async function articlePages(data: string): Promise<string[]> {
  const manifest = await readFile(resolve(data, "manifest.jsonl"), "utf8");
  const rows = manifest
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as { page: string; isArticle: boolean | null });
  const articles = rows.filter((row) => row.isArticle === true).map((row) => row.page);
  return shuffle(articles.toSorted(), createRandom(SEED));
}

async function readPage(data: string, name: string): Promise<string> {
  return gunzipSync(await readFile(resolve(data, name))).toString("utf8");
}

async function* readPages(data: string, names: readonly string[]): AsyncGenerator<string> {
  for (const name of names) yield await readPage(data, name);
}

/** Shows a page with the bench's program in it. */
async function open(page: Page, html: string, program: string): Promise<void> {
  await show(page, html);
  await page.evaluate(program);
}

/** Measures how well marks are found again. The answer is whether the project's own goals are met. */
export async function benchAnchoring(args: string[]): Promise<boolean> {
  const options = readOptions(args);
  const program = await bundleForPage(resolve(import.meta.dirname, "anchoring/page.ts"), "sourcelineBench");
  const candidates = await articlePages(options.data);
  return withPage(async (page) => {
    const tally = options.pages === 0 ? null : await measureFidelity(page, program, candidates, options);
    if (tally !== null) console.log(tally.table());
    if (options.failures && tally !== null) console.log(tally.failures());
    await open(page, "<!doctype html>", program);
    const rows = await page.evaluate(() => sourcelineBench.runRows());
    console.log(`\n${rowsTable(rows)}`);
    if (options.failures) console.log(rowFailures(rows));
    const speed = await measureSpeed(page, readPages(options.data, candidates), (html) => open(page, html, program));
    console.log(`\n${speed.table}`);
    return (tally?.meetsGoals("Sourceline") ?? true) && meetsRowGoals(rows, "Sourceline") && speed.meetsGoals;
  });
}

async function measureFidelity(
  page: Page,
  program: string,
  candidates: readonly string[],
  options: Options,
): Promise<Tally> {
  const tally = new Tally();
  let used = 0;
  for (const name of candidates) {
    if (used === options.skip + options.pages) break;
    const html = await readPage(options.data, name);
    await open(page, html, program);
    const { blocks } = await page.evaluate(() => sourcelineBench.measurePage());
    if (blocks < FEWEST_BLOCKS) continue;
    used += 1;
    if (used <= options.skip) continue;
    tally.pages += 1;
    const { conditions } = await page.evaluate(() => sourcelineBench.names());
    for (const condition of conditions) {
      await open(page, html, program);
      const outcomes = await page.evaluate(([seed, kind, count]) => sourcelineBench.runCondition(seed, kind, count), [
        name,
        condition,
        PER_PAGE,
      ] as const);
      for (const { finder, verdicts } of outcomes) tally.add(finder, condition, name, verdicts);
    }
    console.error(`${tally.pages}/${options.pages} ${name}`);
  }
  return tally;
}
