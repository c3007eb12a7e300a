import { describe, expect, test } from "vitest";
import { STORIES } from "../../../tools/start/samples.ts";
import { popupAsPage } from "../pages/popup.ts";
import { useWorld } from "../harness.ts";

// The layout is the same in both browsers; in this one the popup's document can be opened at any size.
describe("the popup where it has little room", () => {
  const world = useWorld({ name: "chromium" });

  test.each([
    [320, 560],
    [400, 300],
  ])("nothing of the popup is cut off where it has %i by %i pixels", async (width, height) => {
    const { browser, site, reader } = world();
    const report = await reader.read(STORIES.nested);
    await reader.highlight("a matter for next week");
    await browser.resize(width, height);
    const popup = await popupAsPage(browser);
    await browser.evaluate(
      async ({ value, url }) => {
        const { tabs } = (globalThis as unknown as { chrome: typeof import("webextension-polyfill") }).chrome;
        Object.assign(tabs, {
          query: async () => [{ id: 1, url }],
          // A popup that asked before this may have other questions left, which nobody answers.
          sendMessage: async (_tab: number, { call }: { call: string }) =>
            call === "describePage" ? { ok: true, value } : undefined,
        });
        const again = document.createElement("script");
        again.type = "module";
        again.src = "popup.js?for=another-tab";
        document.head.append(again);
        // What is opened before it has taken the popup over is closed by that.
        await new Promise((loaded) => again.addEventListener("load", loaded));
      },
      { value: report, url: `${site.origin}${STORIES.nested}` },
    );
    for (const [tab, content] of [
      ["sources", "statement's buttons"],
      ["people", "name's row"],
      ["notes", "delete the note"],
      ["all", "delete the note"],
    ] as const) {
      await popup.goTo(tab);
      if (tab === "sources") await popup.openSources();
      await popup.untilShown(content);
      const seen = await popup.layout();
      expect(seen.cut, tab).toEqual([]);
      // What scrolls has most of the room.
      expect(seen.share, tab).toBeGreaterThan(0.6);
    }
    await browser.resize(1000, 800);
  });
});
