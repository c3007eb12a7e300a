import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import type { BrowserContext, Page } from "playwright-core";
import { type Site, serveFolder } from "../../tools/start/server.ts";
import { withBrowser } from "../browser.ts";
import { timeAnalysis, timeStarts } from "./background.ts";
import { type Contender, contenders } from "./extensions.ts";
import { median } from "./median.ts";
import { articlePage, frontPage } from "./pages.ts";
import { type Figures, type Growth, report } from "./report.ts";
import { namesOnPage, press, visit } from "./visit.ts";

const WORDS = 800;
const LENGTHS = [1_000, 10_000, 100_000];
/** How often each browser is started, in turn with the others, and how often each page is visited then. */
const ROUNDS = 2;
const VISITS = 2;
/** How long a page rests after it is done, so that what is put off is counted, in milliseconds. */
const REST = 2_000;
/** How long a contender may take for a page, in milliseconds. */
const PATIENCE = 120_000;
/** What the built extension may take, in milliseconds of CPU, above the page itself. */
const GOALS = { article: 60, front: 2.5, longest: 16 };
const ARTICLE = "/article.html";
const FRONT = "/front.html";
const lengthPath = (words: number): string => `/words-${words}.html`;
const DOCUMENT = resolve("docs/performance.md");
const MARKS = ["<!-- npm run bench -- peers -->", "<!-- end -->"] as const;

/**
 * Measures the built extension beside no extension, an author's usual build and Readability, on the same pages in the same
 * run, and writes the tables into docs/performance.md. The answer is whether the goals are met.
 */
export async function benchPeers(options: readonly string[]): Promise<boolean> {
  const folder = await mkdtemp(join(tmpdir(), "sourceline-peers-"));
  const site = await serveFolder(
    resolve("test/fixtures/site"),
    new Map([
      [ARTICLE, articlePage(WORDS)],
      [FRONT, frontPage()],
      ...LENGTHS.map((words) => [lengthPath(words), articlePage(words)] as const),
    ]),
  );
  try {
    const all = await contenders(folder);
    const measured = await measureAll(all, site);
    const growth = options.includes("--no-growth") ? [] : await measureGrowth(all, site);
    const text = report({
      words: WORDS,
      visits: ROUNDS * VISITS,
      figures: measured,
      growth,
      analysis: [...(options.includes("--no-growth") ? [WORDS] : LENGTHS)].map((words) => ({
        words,
        ...timeAnalysis(words),
      })),
      starts: await timeStarts(site.origin, ARTICLE),
    });
    console.log(text);
    await putIntoDocument(text);
    const [none, ours] = measured;
    if (none === undefined || ours === undefined) return false;
    const isMet =
      ours.article - none.article <= GOALS.article &&
      ours.front - none.front <= GOALS.front &&
      ours.longest <= GOALS.longest;
    if (!isMet) console.error(`The goals are ${JSON.stringify(GOALS)}.`);
    return isMet;
  } finally {
    await site.close();
    await rm(folder, { recursive: true, force: true });
  }
}

/** Opens a browser with a contender. Each of its pages is a site of its own, and with that a process of its own. */
function withContender<T>(
  { folder }: Contender,
  site: Site,
  use: (context: BrowserContext, freshOrigin: () => string) => Promise<T>,
): Promise<T> {
  const extension = folder === null ? [] : [`--disable-extensions-except=${folder}`, `--load-extension=${folder}`];
  const rules = `--host-resolver-rules=MAP *.test ${new URL(site.origin).host}`;
  let papers = 0;
  return withBrowser([...extension, rules], 1_280, async (context) => {
    // An extension may open a page of its own now, which would lie in front of those that are measured.
    await new Promise((opened) => setTimeout(opened, 3_000));
    return use(context, () => `http://paper${(papers += 1)}.test`);
  });
}

async function measureAll(all: readonly Contender[], site: Site): Promise<readonly Figures[]> {
  const samples = all.map(({ name }) => ({ name, rows: [] as Omit<Figures, "name">[] }));
  for (let round = 0; round < ROUNDS; round += 1) {
    for (const [index, contender] of all.entries()) {
      await withContender(contender, site, async (context, freshOrigin) => {
        const settle = settleOf(contender);
        // The first page after a start is slower for everybody.
        await visitOnce(context, `${freshOrigin()}${ARTICLE}`, settle);
        for (let turn = 0; turn < VISITS; turn += 1) {
          const front = await visitOnce(context, `${freshOrigin()}${FRONT}`, rest);
          const read = await visitOnce(context, `${freshOrigin()}${ARTICLE}`, settle, pressNames);
          const [first, second] = read.after ?? [];
          samples[index]?.rows.push({
            article: read.cpu,
            longest: read.longest,
            front: front.cpu,
            frontLongest: front.longest,
            bytes: read.bytes,
            frontBytes: front.bytes,
            memory: read.memory,
            firstClick: first?.cpu ?? Number.NaN,
            firstDelay: first?.delay ?? Number.NaN,
            click: second?.cpu ?? Number.NaN,
            delay: second?.delay ?? Number.NaN,
          });
        }
      });
      console.error(`round ${round + 1} of ${ROUNDS}: ${contender.name}`);
    }
  }
  return samples.map(({ name, rows }) => {
    const middle = (key: keyof Omit<Figures, "name">): number => median(rows.map((row) => row[key]));
    return {
      name,
      article: middle("article"),
      longest: middle("longest"),
      front: middle("front"),
      frontLongest: middle("frontLongest"),
      bytes: middle("bytes"),
      frontBytes: middle("frontBytes"),
      memory: middle("memory"),
      firstClick: middle("firstClick"),
      firstDelay: middle("firstDelay"),
      click: middle("click"),
      delay: middle("delay"),
    };
  });
}

/** Clicks on one name and then on another one. */
async function pressNames(page: Page) {
  const clicks = [];
  for (const place of await namesOnPage(page)) clicks.push(await press(page, place));
  return clicks;
}

async function measureGrowth(all: readonly Contender[], site: Site): Promise<readonly Growth[]> {
  const growth: Growth[] = [];
  for (const words of LENGTHS) {
    const row: { cpu: number | null; longest: number }[] = [];
    for (const contender of all) {
      const result = await withContender(contender, site, async (context, freshOrigin) => {
        await visitOnce(context, `${freshOrigin()}${ARTICLE}`, settleOf(contender));
        return visitOnce(context, `${freshOrigin()}${lengthPath(words)}`, settleOf(contender)).catch(() => null);
      });
      row.push({ cpu: result?.cpu ?? null, longest: result?.longest ?? 0 });
      console.error(
        `${words} words: ${contender.name}, ${result === null ? "not done" : `${result.cpu.toFixed(0)} ms`}`,
      );
    }
    growth.push({ words, figures: row });
  }
  return growth;
}

const rest = (page: Page): Promise<void> => page.waitForTimeout(REST);

const settleOf =
  ({ isDone }: Contender) =>
  async (page: Page): Promise<void> => {
    await page.waitForFunction(isDone, null, { polling: 250, timeout: PATIENCE });
    await rest(page);
  };

/** Visits a page in a tab of its own; `after` is done on it once it is measured. */
async function visitOnce<T>(
  context: BrowserContext,
  address: string,
  settle: (page: Page) => Promise<void>,
  after?: (page: Page) => Promise<T>,
) {
  const page = await context.newPage();
  page.setDefaultTimeout(PATIENCE);
  await page.bringToFront();
  try {
    const figures = await visit(page, address, settle);
    return { ...figures, after: await after?.(page) };
  } finally {
    await page.close();
  }
}

/** Puts the tables in the place of the former ones. */
async function putIntoDocument(tables: string): Promise<void> {
  const text = await readFile(DOCUMENT, "utf8");
  const [head, tail] = [text.indexOf(MARKS[0]), text.indexOf(MARKS[1])];
  if (head < 0 || tail < head) throw new Error(`${DOCUMENT} has no place for the tables`);
  await writeFile(DOCUMENT, `${text.slice(0, head + MARKS[0].length)}\n\n${tables}\n${text.slice(tail)}`);
}
