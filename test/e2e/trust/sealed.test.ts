import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { emptyJournal, putRecord } from "../../../tools/start/stored.ts";
import { BROWSERS, useWorld } from "../harness.ts";

type Api = typeof import("webextension-polyfill");

/** All that a script of ours on the page finds in the extension's storage: what a page has that took one over. */
const readByScriptOnPage = (browser: BrowserDriver): Promise<string> =>
  browser.inExtension(async () => {
    const { scripting, tabs } = (globalThis as unknown as { chrome: Api }).chrome;
    const [tab] = await tabs.query({ url: "http://*/*" });
    const [answer] = await scripting.executeScript({
      target: { tabId: tab?.id ?? -1 },
      func: async () => {
        const { storage } = (globalThis as unknown as { chrome: Api }).chrome;
        return JSON.stringify(await storage.local.get(null));
      },
    });
    return String(answer?.result);
  }, null);

describe.each(BROWSERS)("what is not saved yet, in %s", (name) => {
  const world = useWorld({ name });

  test("lies where scripts on pages can reach it, but none can read it; the next background can", async () => {
    const { browser, reader, overlay } = world();
    await reader.read(STORIES.nested);
    await overlay.writeOn("Moen");
    await browser.type("first");
    const note = await reader.unstore("Moen", "first");
    await browser.type(" nobody’s business");
    await overlay.untilSays("what is not saved", /^Not saved yet\./);
    const found = await readByScriptOnPage(browser);
    expect(found).toMatch(/"writing:/);
    for (const told of ["nobody", "first", "Moen", note.id, "nested"]) expect(found).not.toContain(told);

    await putRecord(browser, "annotations", note);
    await browser.closeTab();
    await browser.endBackground();
    await reader.read(STORIES.feature);
    await until("it to be saved", async () => (await reader.noteOn("Moen"))?.body.note === "first nobody’s business");
  });

  test("lies in the private frame too, where the extension's next version finds it that the storage took no more of", async () => {
    const { browser, reader, overlay } = world();
    await emptyJournal(browser);
    await reader.read(STORIES.nested);
    await overlay.writeOn("Renn");
    await browser.type("first");
    const note = await reader.unstore("Renn", "first");
    await browser.type(" and last");
    await overlay.untilSays("what is not saved", /^Not saved yet\./);
    // The frame would send it again in two seconds.
    await emptyJournal(browser);
    await putRecord(browser, "annotations", note);
    await browser.reloadExtension();
    await until("it to be saved", async () => (await reader.noteOn("Renn"))?.body.note === "first and last");
    await until("the old frame to leave", async () => (await overlay.hosts()).every(({ isVisible }) => !isVisible));
  });
});
