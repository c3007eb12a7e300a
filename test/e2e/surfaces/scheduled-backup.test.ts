import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gunzipSync } from "node:zlib";
import { afterAll, describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, root, useWorld } from "../harness.ts";

type Api = typeof import("webextension-polyfill");

const scratch = mkdtempSync(join(tmpdir(), "sourceline-scheduled-"));
afterAll(() => rmSync(scratch, { recursive: true, force: true }));

/** The built extension, with what it asks for later granted from the beginning: no test can answer the browser's question. */
function granted(built: string): string {
  const extension = join(scratch, built);
  cpSync(join(root, "dist", built), extension, { recursive: true });
  const file = join(extension, "manifest.json");
  const manifest = JSON.parse(readFileSync(file, "utf8")) as {
    permissions: string[];
    optional_permissions: string[];
  };
  writeFileSync(
    file,
    JSON.stringify({ ...manifest, permissions: [...manifest.permissions, ...manifest.optional_permissions] }),
  );
  return extension;
}

/** The files that were saved whole so far, the newest last. */
const saved = (browser: BrowserDriver): Promise<string[]> =>
  browser.inExtension(async () => {
    const { downloads } = (globalThis as unknown as { chrome: Api }).chrome;
    const all = await downloads.search({ state: "complete", orderBy: ["startTime"] });
    return all.map(({ filename }) => filename);
  }, null);

/** Has the last backup made so many days ago. */
const age = (browser: BrowserDriver, days: number): Promise<void> =>
  browser.inExtension(async (ago) => {
    const { storage } = (globalThis as unknown as { chrome: Api }).chrome;
    const { backups } = await storage.local.get("backups");
    const last = new Date(Date.now() - ago * 86_400_000).toISOString();
    await storage.local.set({ backups: { ...(backups as object), last, tried: last } });
  }, days);

describe.each(BROWSERS)("backups that are made by themselves, in %s", (name) => {
  const world = useWorld({ name, extension: granted(name === "firefox" ? "firefox" : "chrome") });

  test("the first is made at once, the next when it is due and something has changed", async () => {
    const { browser, reader, options } = world();
    await reader.read(STORIES.nested);
    await reader.highlight("a matter for next week");
    await options.open();
    await until("no schedule", () => options.isChosen("never back up by itself"));
    await options.click("back up every week");
    const [first] = await until("the first backup", async () => {
      const files = await saved(browser);
      return files.length === 1 ? files : null;
    });
    const text = gunzipSync(readFileSync(first ?? "")).toString();
    expect(JSON.parse(text)).toMatchObject({
      format: "sourceline-backup",
      annotations: [{ target: { selectors: { quote: { exact: "a matter for next week" } } } }],
    });
    await options.untilSays("backup's state", /^Last backup: .+ 0 changes since then\./);
    await options.untilSays("next backup", /^Next backup: .+, if something has changed by then\.$/);

    // Something has changed, and none is due; then one is, while the browser is closed or the background ended.
    await reader.read(STORIES.nested);
    await reader.highlight("I regret the coffee");
    await browser.endBackground();
    await reader.read(STORIES.letter);
    await reader.wait(500);
    expect(await saved(browser)).toHaveLength(1);
    await age(browser, 8);
    await browser.endBackground();
    await reader.read(STORIES.nested);
    await until("the second backup", async () => (await saved(browser)).length === 2);
    expect(gunzipSync(readFileSync((await saved(browser)).at(-1) ?? "")).toString()).toContain("I regret the coffee");

    await options.open();
    await until("the schedule", () => options.isChosen("back up every week"));
    await options.click("never back up by itself");
    await until("no schedule", async () => !(await options.shows("next backup")));
    await age(browser, 40);
    await browser.endBackground();
    await reader.read(STORIES.nested);
    await reader.highlight("it had received no warning");
    await reader.wait(1_000);
    expect(await saved(browser)).toHaveLength(2);
  });
});
