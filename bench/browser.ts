import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { build } from "esbuild";
import { chromium, type Page } from "playwright-core";
import { findBrowser } from "../tools/browsers/find.mjs";

export const OFFLINE = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
];

/** Opens a page in a real Chromium with a fresh profile, hands it to `use`, and closes the browser whatever happens. */
export async function withPage<T>(use: (page: Page) => Promise<T>): Promise<T> {
  const executablePath = findBrowser("chromium");
  if (executablePath === null) throw new Error("No Chromium was found; CHROMIUM_BIN may name one.");
  const profile = await mkdtemp(join(tmpdir(), "sourceline-bench-"));
  const context = await chromium.launchPersistentContext(profile, {
    executablePath,
    headless: true,
    chromiumSandbox: false,
    args: OFFLINE,
    viewport: { width: 1280, height: 900 },
  });
  try {
    return await use(context.pages()[0] ?? (await context.newPage()));
  } finally {
    await context.close();
    await rm(profile, { recursive: true, force: true });
  }
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
