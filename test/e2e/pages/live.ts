import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PageReport } from "../../../extension/calls/page-report.ts";
import { listEntities, listSources } from "../../../src/reading/names.ts";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { askReader, savedNotes, selectWords } from "../../../tools/start/steps.ts";
import { type BrowserName, paintedTexts, root, useWorld } from "../harness.ts";

/** What tests of pages that change while they are open do. */

export const folder = join(root, "test/fixtures/live");
/** A page of the paper, whose scripts make it what it is. */
export const livePage = (name: string): string =>
  fixture("paper.html").replace("<!-- what the page is -->", () => fixture(name));
const fixture = (name: string): string => readFileSync(join(folder, name), "utf8");

export const BELL = "/1998/05/ferry-bell-of-port-amsel-rings-again-after-a-decade.html";
export const ORCHARD = "/1998/05/orchard-keepers-of-vallby-count-their-frozen-trees.html";
export const TRAIN = "/1998/05/night-train-to-osterby-loses-its-last-sleeping-car.html";

/** The live page of that name, at the front page and at every story's address. */
function pagesOf(name: string): Map<string, string> {
  const pages = new Map([["/live/stories.js", fixture("stories.js")]]);
  for (const path of ["/news.html", BELL, ORCHARD, TRAIN]) pages.set(path, livePage(name));
  return pages;
}

export const namesOf = ({ analysis }: PageReport, kind: "person" | "place" = "person"): readonly string[] =>
  analysis === null ? [] : listEntities(analysis, kind).map(({ name }) => name);

export const sourcesOf = ({ analysis }: PageReport): readonly string[] =>
  analysis === null ? [] : listSources(analysis).map(({ name }) => name);

/** Waits until the reader reports what is wanted; what it said last goes into the failure. */
export async function reported(
  browser: BrowserDriver,
  what: string,
  isWanted: (report: PageReport) => boolean,
): Promise<PageReport> {
  let last: PageReport | null = null;
  try {
    return await until(what, async () => {
      last = await askReader(browser);
      return last !== null && isWanted(last) ? last : null;
    });
  } catch (error) {
    const { state, page, facts } = (last ?? {}) as Partial<PageReport>;
    throw new Error(`${(error as Error).message}; last: ${JSON.stringify({ state, page, facts })}`, { cause: error });
  }
}

export const about = (path: string) => (report: PageReport) =>
  report.state === "done" && report.page.endsWith(path.replace(/^.*\//, "/"));

/** The words that are painted, in any layer of names, white space made even. */
export async function paintedNames(browser: BrowserDriver): Promise<readonly string[]> {
  const painted = await paintedTexts(browser);
  return ["person", "place", "source"].flatMap((layer) =>
    (painted[`sourceline-${layer}`] ?? []).map(({ text }) => text.replace(/\s+/g, " ")),
  );
}

/** Waits until these words are painted as names, or in them: painting follows the report a slice later. */
export async function untilPainted(browser: BrowserDriver, ...names: readonly string[]): Promise<void> {
  await until(`${names.join(" and ")} to be painted`, async () => {
    const painted = (await paintedNames(browser)).join("\n");
    return names.every((name) => painted.includes(name));
  });
}

export const paintedMark = async (browser: BrowserDriver): Promise<string> =>
  ((await paintedTexts(browser))["sourceline-yellow"] ?? []).map(({ text }) => text).join("");

/** Calls a function that the page has put into its globals. */
export const callPage = (browser: BrowserDriver, name: string, input: string | null = null): Promise<unknown> =>
  browser.evaluate(
    ({ name: wanted, input: given }) => Promise.resolve(Reflect.get(globalThis, wanted)(given)).then(() => null),
    { name, input },
  );

export async function highlight(browser: BrowserDriver, words: string): Promise<void> {
  const before = (await savedNotes(browser)).length;
  await selectWords(browser, words);
  await browser.shortcut("highlight", "Alt+J");
  await until("the mark", async () => (await savedNotes(browser)).length > before);
}

export function useLivePage(name: BrowserName, page: string, more: ReadonlyMap<string, string> = new Map()) {
  const world = useWorld({ name, pages: new Map([...pagesOf(page), ...more]) });
  return {
    world,
    open: (path: string) => world().browser.goto(`${world().site.origin}${path}`),
  };
}
