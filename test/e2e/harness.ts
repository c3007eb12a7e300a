import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { launchChromium } from "../../tools/browsers/chromium.ts";
import { type BrowserDriver, until } from "../../tools/browsers/driver.ts";
import { launchFirefox } from "../../tools/browsers/firefox.ts";
import { serveFolder, type Site } from "../../tools/start/server.ts";
import { askReader } from "../../tools/start/steps.ts";
import type { PageReport } from "../../extension/calls/page-report.ts";

export const root = dirname(dirname(import.meta.dirname));
export const BROWSERS = ["chromium", "firefox"] as const;
export type BrowserName = (typeof BROWSERS)[number];

export interface World {
  readonly browser: BrowserDriver;
  readonly site: Site;
}

interface WorldOptions {
  readonly name: BrowserName;
  /** Pages beside those of the sample site: their markup by path. */
  readonly pages?: ReadonlyMap<string, string>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The folder of the built extension, where it is not the usual one. */
  readonly extension?: string;
  /** What pages and extension may report as errors; anything else fails the block. */
  readonly expectedError?: RegExp;
}

/** A browser with the extension, and the sample site, for the tests of one block. Both end with it. */
export function useWorld(options: WorldOptions): () => World {
  let world: World | null = null;
  beforeAll(async () => {
    const site = await serveFolder(join(root, "test/fixtures/site"), options.pages, options.headers);
    const launch = options.name === "firefox" ? launchFirefox : launchChromium;
    const built = join(root, "dist", options.name === "firefox" ? "firefox" : "chrome");
    world = { browser: await launch({ extension: options.extension ?? built }), site };
  });
  afterAll(async () => {
    await world?.browser.close();
    await world?.site.close();
    // A test may have looked at what it came for while something else broke unseen.
    const unexpected = world?.browser.errors.filter((error) => !options.expectedError?.test(error));
    expect(unexpected).toEqual([]);
  });
  return () => {
    if (world === null) throw new Error("the browser did not start");
    return world;
  };
}

/** Opens a page of the site and waits until its reader has finished. */
export async function read({ browser, site }: World, path: string): Promise<PageReport> {
  await browser.goto(`${site.origin}${path}`);
  return finished(browser);
}

export function finished(browser: BrowserDriver): Promise<PageReport> {
  return until("the page to be read", async () => {
    const report = await askReader(browser);
    return report === null || report.state === "unread" || report.state === "reading" ? null : report;
  });
}

/** What stands painted on the page now, by layer: the texts, and the classes and names of the elements around them. */
export function paintedTexts(browser: BrowserDriver): Promise<Record<string, { text: string; inside: string }[]>> {
  return browser.evaluate(() => {
    const layers: Record<string, { text: string; inside: string }[]> = {};
    for (const [name, highlight] of CSS.highlights) {
      layers[name] = [...highlight].map((range) => {
        const element = range.startContainer.parentElement;
        return { text: range.toString(), inside: `${element?.localName}.${element?.className}` };
      });
    }
    return layers;
  }, null);
}

/** Clicks what is to be chosen in the overlay, by its text or label. */
export function pressInOverlay(browser: BrowserDriver, label: string): Promise<void> {
  return clickInOverlay(browser, "button, label, summary", label);
}

/**
 * Clicks the first element of the overlay that a selector finds or, of all that it finds, the first with a text or label,
 * with the mouse: what a script does there goes unheard.
 */
export async function clickInOverlay(browser: BrowserDriver, selector: string, label?: string): Promise<void> {
  let last = "";
  const { x, y } = await until(`${label ?? selector} in the overlay`, async () => {
    const place = await browser.inOverlay(
      (overlay, wanted) => {
        const found = [...overlay.querySelectorAll<HTMLElement>(wanted.selector)].find(
          (candidate) =>
            wanted.label === undefined ||
            (candidate.textContent?.trim() || candidate.getAttribute("aria-label")) === wanted.label,
        );
        found?.scrollIntoView({ block: "nearest" });
        const box = found?.getBoundingClientRect();
        if (found === undefined || box === undefined) return null;
        const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        return found.contains(overlay.elementFromPoint(middle.x, middle.y)) ? middle : null;
      },
      { selector, label },
    );
    const isAtRest = place !== null && JSON.stringify(place) === last;
    last = JSON.stringify(place);
    return isAtRest ? place : null;
  });
  await browser.click(x, y);
}

/** Chooses in the popup what is read on the page's site, and leaves the popup open. */
export async function choose(browser: BrowserDriver, mode: string): Promise<void> {
  await browser.openPopup();
  const isChosen = () =>
    browser.inPopup((value) => {
      const choice = document.querySelector<HTMLInputElement>(`.site-mode input[value=${value}]`);
      choice?.click();
      return choice?.checked === true;
    }, mode);
  await until("the choice", isChosen);
}
