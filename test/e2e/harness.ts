import { dirname, join } from "node:path";
import { afterAll, beforeAll, expect } from "vitest";
import { launchChromium } from "../../tools/browsers/chromium.ts";
import type { BrowserDriver } from "../../tools/browsers/driver.ts";
import { launchFirefox } from "../../tools/browsers/firefox.ts";
import { serveFolder, type Site } from "../../tools/start/server.ts";
import { type Library, libraryOf } from "./pages/library.ts";
import { type Options, optionsOf } from "./pages/options.ts";
import { type Overlay, overlayOf } from "./pages/overlay.ts";
import { type Panel, panelOf } from "./pages/panel.ts";
import { type Popup, popupOf } from "./pages/popup.ts";
import { type Recorder, startRecorder } from "./recorder.ts";
import { type Reader, readerOf } from "./pages/reader.ts";

export const root = dirname(dirname(import.meta.dirname));
export const BROWSERS = ["chromium", "firefox"] as const;
export type BrowserName = (typeof BROWSERS)[number];

export interface World {
  readonly browser: BrowserDriver;
  readonly site: Site;
  /** The page objects: what a user does and sees in each place. */
  readonly reader: Reader;
  readonly overlay: Overlay;
  readonly popup: Popup;
  readonly panel: Panel;
  readonly options: Options;
  /** Everything that the browser has asked for so far, where the block wants it recorded. */
  readonly requests: readonly string[];
  readonly library: Library;
}

interface WorldOptions {
  readonly name: BrowserName;
  /** Pages beside those of the sample site: their markup by path. */
  readonly pages?: ReadonlyMap<string, string>;
  readonly headers?: Readonly<Record<string, string>>;
  /** The folder of the built extension, where it is not the usual one. */
  readonly extension?: string;
  /** Whether all that the browser asks for is recorded. */
  readonly isRecorded?: boolean;
  /** Whether the extension is let into private windows. */
  readonly isPrivateAllowed?: boolean;
  /** Whether the page stays open that the extension opens once it is installed. */
  readonly keepsWelcome?: boolean;
  /** What pages and extension may report as errors; anything else fails the block. */
  readonly expectedError?: RegExp;
}

/** A browser with the extension, and the sample site, for the tests of one block. Both end with it. */
export function useWorld(options: WorldOptions): () => World {
  let world: World | null = null;
  let recorder: Recorder | null = null;
  beforeAll(async () => {
    const site = await serveFolder(join(root, "test/fixtures/site"), options.pages, options.headers);
    const launch = options.name === "firefox" ? launchFirefox : launchChromium;
    const built = join(root, "dist", options.name === "firefox" ? "firefox" : "chrome");
    recorder = options.isRecorded === true ? await startRecorder() : null;
    const browser = await launch({
      extension: options.extension ?? built,
      isPrivateAllowed: options.isPrivateAllowed ?? false,
      keepsWelcome: options.keepsWelcome ?? false,
      ...(recorder && { proxy: recorder.port }),
    });
    const reader = readerOf(browser, site);
    const overlay = overlayOf(browser, reader);
    const own = { popup: popupOf(browser), panel: panelOf(browser), options: optionsOf(browser) };
    world = {
      browser,
      site,
      reader,
      overlay,
      ...own,
      library: libraryOf(browser, own.options),
      requests: recorder?.requests ?? [],
    };
  });
  afterAll(async () => {
    await world?.browser.close();
    await world?.site.close();
    await recorder?.close();
    // A test may have looked at what it came for while something else broke unseen.
    const unexpected = world?.browser.errors.filter((error) => !options.expectedError?.test(error));
    expect(unexpected).toEqual([]);
  });
  return () => {
    if (world === null) throw new Error("the browser did not start");
    return world;
  };
}
