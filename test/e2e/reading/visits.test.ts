import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { putRecord } from "../../../tools/start/stored.ts";
import { BROWSERS, useWorld } from "../harness.ts";

/** Whether the page has come to an address; it can't be asked while it is on its way. */
async function isAt(browser: BrowserDriver, path: string): Promise<boolean> {
  try {
    return await browser.evaluate((wanted) => location.pathname === wanted, path);
  } catch {
    return false;
  }
}

describe.each(BROWSERS)("pages that are left, hidden or printed, in %s", (name) => {
  const world = useWorld({ name });

  // Chromium takes every tab for visible while it is driven.
  if (name === "firefox") {
    test("a tab in the background is read when it is first seen", async () => {
      const { browser, site, reader } = world();
      await reader.read(STORIES.wire);
      const opened = await browser.inExtension(async (url) => {
        const api = (globalThis as unknown as { chrome: typeof import("webextension-polyfill") }).chrome;
        return (await api.tabs.create({ url, active: false })).id ?? -1;
      }, `${site.origin}${STORIES.feature}`);
      const report = (tabId: number) =>
        browser.inExtension(async (id) => {
          const api = (globalThis as unknown as { chrome: typeof import("webextension-polyfill") }).chrome;
          const state = async (call: string) => {
            try {
              const answer = (await api.tabs.sendMessage(id, { call, input: null })) as
                { value?: { state?: string; isArticle?: boolean } } | undefined;
              return answer?.value ?? null;
            } catch {
              return null;
            }
          };
          return { decision: await state("describeDecision"), page: await state("describePage") };
        }, tabId);
      await until("the decision", async () => (await report(opened)).decision?.isArticle === true);
      await reader.wait(1_000);
      expect((await report(opened)).page).toBeNull();
      await browser.inExtension(async (id) => {
        const api = (globalThis as unknown as { chrome: typeof import("webextension-polyfill") }).chrome;
        await api.tabs.update(id, { active: true });
      }, opened);
      await until("the page to be read", async () => (await report(opened)).page?.state === "done");
      await browser.inExtension(async (id) => {
        const api = (globalThis as unknown as { chrome: typeof import("webextension-polyfill") }).chrome;
        await api.tabs.remove(id);
      }, opened);
    });
  }

  test("on paper the reader's marks are seen, and neither the automatic ones nor what is open", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.wire);
    await reader.highlight("Eleven people have been hurt");
    await reader.click("Ingrid Varga");
    const display = async () => (await overlay.hosts())[0]?.display;
    const lineOf = async (layer: string) => (await reader.layerLooks())[`sourceline-${layer}`]?.line;
    await until("the card", async () => (await display()) === "block");
    expect(await lineOf("person")).toBe("underline");
    await browser.setMedium("print");
    await until("the medium", () => browser.evaluate(() => matchMedia("print").matches, null));
    expect([await lineOf("person"), await lineOf("place"), await display()]).toEqual(["none", "none", "none"]);
    expect(await lineOf("yellow")).toBe("underline");
    await browser.setMedium("screen");
    await until("the screen", async () => (await lineOf("person")) === "underline");
  });

  test("a page that is come back to shows what has changed meanwhile", async () => {
    const { browser, site, reader } = world();
    await reader.read(STORIES.wire);
    await reader.untilMarkedOnly("Eleven people have been hurt");
    await browser.evaluate(() => {
      document.documentElement.dataset["kept"] = "yes";
      location.href = "/index.html";
    }, null);
    await until("the other page", () => isAt(browser, "/index.html"));
    const [note] = await reader.saved();
    await putRecord(browser, "annotations", { ...note, deleted: new Date().toISOString() });
    await browser.evaluate(() => history.back(), null);
    await until("the story", () => isAt(browser, STORIES.wire));
    const isKept = () => browser.evaluate(() => document.documentElement.dataset["kept"] === "yes", null);
    expect(await isKept()).toBe(true);
    await reader.untilMarkedOnly("");
    await reader.badge();

    await browser.evaluate(() => history.forward(), null);
    await until("the other page", () => isAt(browser, "/index.html"));
    await putRecord(browser, "sites", { site: new URL(site.origin).host, mode: "never" });
    await browser.evaluate(() => history.back(), null);
    await until("the story", () => isAt(browser, STORIES.wire));
    await reader.untilBare();
  });
});
