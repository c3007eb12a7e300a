import { describe, expect, test } from "vitest";
import { HOST } from "../../../extension/reader/overlay/host-name.ts";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { storedRecords } from "../../../tools/start/stored.ts";
import { BROWSERS, useWorld } from "../harness.ts";

type Api = typeof import("webextension-polyfill");

/** Opens a page in a private window, and gives its tab once there is a reader in it. */
const openPrivately = (browser: BrowserDriver, url: string): Promise<number> =>
  browser.inExtension(async (address) => {
    const { windows, tabs } = (globalThis as unknown as { chrome: Api }).chrome;
    const opened = await windows.create({ incognito: true, url: address });
    const id = opened.tabs?.[0]?.id ?? -1;
    for (let tries = 0; tries < 200; tries += 1) {
      await new Promise((resolve) => setTimeout(resolve, 50));
      const report = (await tabs
        .sendMessage(id, { call: "describePage", input: null }, { frameId: 0 })
        .catch(() => null)) as { value?: { state: string } } | null;
      if (report?.value?.state === "done") return id;
    }
    throw new Error("the page in the private window was not read");
  }, url);

/** Highlights words on a page in a private window, as the shortcut does, or the one that opens the editor on them. */
const highlightIn = (browser: BrowserDriver, tabId: number, withNote: boolean): Promise<void> =>
  browser.inExtension(
    async ({ id, note }) => {
      const { scripting, tabs } = (globalThis as unknown as { chrome: Api }).chrome;
      await scripting.executeScript({
        target: { tabId: id },
        func: () => getSelection()?.selectAllChildren(document.querySelectorAll("p")[1] as Node),
      });
      await tabs.sendMessage(id, { call: "annotateSelection", input: { note } }, { frameId: 0 });
    },
    { id: tabId, note: withNote },
  );

/** Everything that is said on top of a page in a private window, in its private frame too. */
const saidIn = (browser: BrowserDriver, tabId: number): Promise<string> =>
  browser.inExtension(
    async ({ id, host }) => {
      const { scripting } = (globalThis as unknown as { chrome: Api }).chrome;
      const answers = await scripting.executeScript({
        target: { tabId: id, allFrames: true },
        func: (attribute: string) => {
          if (location.href === "about:srcdoc") return document.body.textContent ?? "";
          type Opened = HTMLElement & { readonly openOrClosedShadowRoot?: ShadowRoot };
          const { dom } = (
            globalThis as unknown as { chrome: { dom?: { openOrClosedShadowRoot(of: Element): ShadowRoot } } }
          ).chrome;
          return [...document.querySelectorAll<Opened>(`[${attribute}]`)]
            .map(
              (element) => (element.openOrClosedShadowRoot ?? dom?.openOrClosedShadowRoot(element))?.textContent ?? "",
            )
            .join(" ");
        },
        args: [host],
      });
      return answers.map(({ result }) => String(result)).join(" ");
    },
    { id: tabId, host: HOST },
  );

/** What the extension's own storage has of anything that was written. */
const journal = (browser: BrowserDriver): Promise<string[]> =>
  browser.inExtension(async () => {
    const { storage } = (globalThis as unknown as { chrome: Api }).chrome;
    return Object.keys(await storage.local.get(null)).filter((key) => /^(?:writing|unsaved):/.test(key));
  }, null);

describe.each(BROWSERS)("a private window in %s", (name) => {
  const world = useWorld({ name, isPrivateAllowed: true });

  test("nothing that is written there is kept, unless the user allows it: then it is saved by itself", async () => {
    const { browser, site, reader, options } = world();
    const tab = await openPrivately(browser, `${site.origin}${STORIES.nested}`);
    await highlightIn(browser, tab, false);
    await until("a word on it", async () =>
      (await saidIn(browser, tab)).includes("Nothing is saved in private windows"),
    );
    await reader.wait(1_000);
    for (const table of ["annotations", "articles", "sightings", "steps"]) {
      expect([table, await storedRecords(browser, table)]).toEqual([table, []]);
    }
    expect(await journal(browser)).toEqual([]);

    // A highlight with an editor stays, and is tried again.
    await highlightIn(browser, tab, true);
    await until("a word in the editor", async () => (await saidIn(browser, tab)).includes("Not saved"));
    expect(await storedRecords(browser, "annotations")).toEqual([]);
    await options.open();
    await options.pressPart("keep what is private");
    await until(
      "the highlight to be saved",
      async () => (await storedRecords(browser, "annotations")).length === 1,
      45_000,
    );
  });

  test("the choice is kept, and nothing else than that is stored of it", async () => {
    const { browser, options } = world();
    await options.open();
    await until("the box", () =>
      browser.evaluate(() => document.querySelector<HTMLInputElement>("#private input")?.checked, null),
    );
    const stored = await browser.inExtension(
      async () => (globalThis as unknown as { chrome: Api }).chrome.storage.local.get("keepsPrivate"),
      null,
    );
    expect(stored).toEqual({ keepsPrivate: true });
  });
});
