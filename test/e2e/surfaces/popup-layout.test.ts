import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { savedNotes, selectWords } from "../../../tools/start/steps.ts";
import { read, useWorld } from "../harness.ts";

// The layout is the same in both browsers; in this one the popup's document can be opened at any size.
describe("the popup where it has little room", () => {
  const world = useWorld({ name: "chromium" });

  test.each([
    [320, 560],
    [400, 300],
  ])("nothing of the popup is cut off where it has %i by %i pixels", async (width, height) => {
    const { browser, site } = world();
    const report = await read(world(), STORIES.nested);
    await selectWords(browser, "a matter for next week");
    await browser.shortcut("highlight", "Alt+J");
    await until("the note", async () => (await savedNotes(browser)).length > 0);
    await browser.resize(width, height);
    await browser.goto(`${browser.extensionOrigin}/popup/popup.html`);
    await browser.evaluate(
      ({ value, url }) => {
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
      },
      { value: report, url: `${site.origin}${STORIES.nested}` },
    );
    for (const [tab, content] of [
      ["sources", ".statement-actions"],
      ["people", ".name-item"],
      ["notes", ".note .danger"],
      ["all", ".note .danger"],
    ] as const) {
      const seen = await until(`the tab ${tab}`, () =>
        browser.evaluate(
          ([id, wanted]) => {
            document.querySelector<HTMLElement>(`#tab-${id}`)?.click();
            if (document.querySelector(wanted!) === null) return null;
            const cut = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) => {
              const { left, right } = element.getBoundingClientRect();
              const isWider = element.scrollWidth > element.clientWidth + 1;
              const isClipped = isWider && getComputedStyle(element).overflowX !== "visible";
              return left < 0 || right > innerWidth + 0.5 || isClipped;
            });
            const scrollers = [document.querySelector("#panel")!, document.documentElement];
            const scroller = scrollers.find(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight);
            return {
              cut: cut
                .filter(({ clientWidth }) => clientWidth > 0)
                .map(({ className, textContent }) => `${className}: ${textContent?.slice(0, 40)}`),
              share: (scroller?.clientHeight ?? innerHeight) / innerHeight,
            };
          },
          [tab, content],
        ),
      );
      expect(seen.cut, tab).toEqual([]);
      // What scrolls has most of the room.
      expect(seen.share, tab).toBeGreaterThan(0.6);
    }
    await browser.resize(1000, 800);
  });
});
