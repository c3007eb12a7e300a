import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join, resolve } from "node:path";
import { build } from "esbuild";
import { type BrowserContext, chromium, type Page } from "playwright-core";
import { closeWelcome, QUIET_FLAGS } from "../tools/browsers/chromium.ts";
import { findBrowser } from "../tools/browsers/find.mjs";

/** Opens a real Chromium with a fresh profile, hands it to `use`, and closes it whatever happens. */
export async function withBrowser<T>(
  args: readonly string[],
  width: number,
  use: (context: BrowserContext) => Promise<T>,
): Promise<T> {
  const executablePath = findBrowser("chromium");
  if (executablePath === null) throw new Error("No Chromium was found; CHROMIUM_BIN may name one.");
  const profile = await mkdtemp(join(tmpdir(), "sourceline-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    chromiumSandbox: false,
    args: [...QUIET_FLAGS, ...args],
    viewport: { width, height: 900 },
  });
  try {
    return await use(context);
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
}

/** Opens a page in a Chromium without the extension. */
export function withPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
  return withBrowser([], 1_280, async (context) => use(context.pages()[0] ?? (await context.newPage())));
}

/** A Chromium with the built extension. */
export interface Extended {
  readonly context: BrowserContext;
  /** The origin of the extension's own pages, without a slash at its end. */
  readonly origin: string;
  /** A page of the extension that shows nothing, for what is asked of the background and the database. */
  readonly office: Page;
}

/** Opens it with a window of a width in CSS pixels. */
export function withExtension<T>(use: (extended: Extended) => Promise<T>, width = 1_280): Promise<T> {
  const extension = resolve("dist/chrome");
  const args = [`--disable-extensions-except=${extension}`, `--load-extension=${extension}`];
  return withBrowser(args, width, async (context) => {
    const worker = context.serviceWorkers()[0] ?? (await context.waitForEvent("serviceworker"));
    const origin = `chrome-extension://${new URL(worker.url()).host}`;
    await closeWelcome(context, origin);
    const office = await context.newPage();
    await office.goto(`${origin}/manifest.json`);
    return use({ context, origin, office });
  });
}

/** Shows `html` at an address of its own. The page's scripts do not run, and nothing but the page itself is loaded. */
export async function show(page: Page, html: string): Promise<void> {
  await page.unrouteAll();
  await page.route("**/*", (route) =>
    route.request().isNavigationRequest() && route.request().frame() === page.mainFrame()
      ? route.fulfill({
          contentType: "text/html; charset=utf-8",
          headers: { "content-security-policy": "script-src 'none'" },
          // A page that reloads or leaves by itself would end the measurement.
          body: html.replace(/<meta[^>]+http-equiv\s*=\s*["']?refresh[^>]*>/gi, ""),
        })
      : route.abort(),
  );
  await page.goto("https://page.test/", { waitUntil: "domcontentloaded" });
}

/** Bundles a program for the page, as the value of its `export`ed names under `globalThis[name]`. */
export async function bundleForPage(program: string, name: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [program],
    bundle: true,
    write: false,
    format: "iife",
    globalName: name,
    target: "chrome130",
    supported: { "regexp-unicode-property-escapes": true },
    logLevel: "warning",
  });
  return `${outputFiles.map((file) => file.text).join("\n")}\nglobalThis.${name} = ${name};`;
}
