import { readFileSync } from "node:fs";
import { join } from "node:path";
import type { PageReport } from "../../../extension/calls/page-report.ts";
import { listEntities, listSources } from "../../../src/reading/names.ts";
import type { BrowserDriver } from "../../../tools/browsers/driver.ts";
import { root } from "../harness.ts";

/** What tests of pages that change while they are open do. */

export const folder = join(root, "test/fixtures/live");
/** A page of the paper, whose scripts make it what it is. */
export const livePage = (name: string): string =>
  fixture("paper.html").replace("<!-- what the page is -->", () => fixture(name));
const fixture = (name: string): string => readFileSync(join(folder, name), "utf8");

export const BELL = "/1998/05/ferry-bell-of-port-amsel-rings-again-after-a-decade.html";
export const ORCHARD = "/1998/05/orchard-keepers-of-vallby-count-their-frozen-trees.html";
export const TRAIN = "/1998/05/night-train-to-osterby-loses-its-last-sleeping-car.html";

/** The live page of that name, at the front page and at every story's address, and more pages. */
export function livePages(name: string, more: ReadonlyMap<string, string> = new Map()): ReadonlyMap<string, string> {
  const page = livePage(name);
  const paths = ["/news.html", BELL, ORCHARD, TRAIN];
  return new Map([["/live/stories.js", fixture("stories.js")], ...paths.map((path) => [path, page] as const), ...more]);
}

export const namesOf = ({ analysis }: PageReport, kind: "person" | "place" = "person"): readonly string[] =>
  analysis === null ? [] : listEntities(analysis, kind).map(({ name }) => name);

export const sourcesOf = ({ analysis }: PageReport): readonly string[] =>
  analysis === null ? [] : listSources(analysis).map(({ name }) => name);

export const about = (path: string) => (report: PageReport) =>
  report.state === "done" && report.page.endsWith(path.replace(/^.*\//, "/"));

/** Calls a function that the page has put into its globals. */
export const callPage = (browser: BrowserDriver, name: string, input: string | null = null): Promise<unknown> =>
  browser.evaluate(
    ({ name: wanted, input: given }) => Promise.resolve(Reflect.get(globalThis, wanted)(given)).then(() => null),
    { name, input },
  );
