import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { savedNotes, selectWords } from "../../../tools/start/steps.ts";
import { correctName, openCard } from "../pages/card.ts";
import { BROWSERS, pressInOverlay, read, root, useWorld } from "../harness.ts";

const axe = readFileSync(join(root, "node_modules/axe-core/axe.min.js"), "utf8");
const LOOKS = ["light", "dark", "forced"] as const;
const TABS = ["sources", "people", "places", "notes", "all"] as const;

/** What axe finds wrong with the document that it runs in. */
async function runAxe(): Promise<string[]> {
  type Found = { violations: { id: string; nodes: { html: string; failureSummary: string }[] }[]; passes: unknown[] };
  const { violations, passes } = await (globalThis as unknown as { axe: { run(): Promise<Found> } }).axe.run();
  if (passes.length < 10) throw new Error(`axe looked at ${passes.length} rules only`);
  return violations.map(
    ({ id, nodes }) => `${id}: ${nodes.map(({ html, failureSummary }) => `${html} ${failureSummary}`).join("\n")}`,
  );
}

async function look(browser: BrowserDriver, as: (typeof LOOKS)[number]): Promise<void> {
  await browser.setForcedColours(as === "forced");
  await browser.setColourScheme(as === "dark" ? "dark" : "light");
}

/** Opens every tab of the popup, and gives what is wrong with any. */
async function wrongInPopup(browser: BrowserDriver): Promise<string[]> {
  const wrong: string[] = [];
  await browser.openPopup();
  for (const tab of TABS) {
    await until(`the tab ${tab}`, () =>
      browser.inPopup((id) => {
        const title = document.querySelector<HTMLElement>(`#tab-${id}`);
        title?.click();
        const panel = document.querySelector("#panel")?.textContent ?? "";
        return title?.ariaSelected === "true" && panel !== "" && !/(Loading|Reading the article)/.test(panel);
      }, tab),
    );
    wrong.push(...(await browser.inPopup(runAxe, null, axe)).map((text) => `${tab}: ${text}`));
  }
  await browser.closePopup();
  return wrong;
}

/** What has the focus in the popup, by its label and text. */
const focused = (browser: BrowserDriver): Promise<string> =>
  browser.inPopup(() => {
    const element = document.activeElement;
    const text = element?.ariaLabel ?? element?.textContent ?? "";
    return element === document.body ? "nothing" : text.replace(/\s+/g, " ").trim();
  }, null);

async function tabTo(browser: BrowserDriver, wanted: RegExp): Promise<string[]> {
  const passed: string[] = [];
  for (let i = 0; i < 60; i += 1) {
    const now = await focused(browser);
    passed.push(now);
    if (wanted.test(now)) return passed;
    await browser.pressInPopup("Tab");
  }
  throw new Error(`Tab came past ${passed.join(" | ")}`);
}

describe.each(BROWSERS)("the extension's own pages in %s", (name) => {
  const world = useWorld({ name });

  test.each(LOOKS)("popup and settings have no accessibility violation when there is nothing yet, %s", async (as) => {
    const { browser, site } = world();
    await look(browser, as);
    await browser.goto(`${site.origin}/index.html`);
    expect(await wrongInPopup(browser)).toEqual([]);
    await browser.goto(`${browser.extensionOrigin}/options/options.html`);
    await until("the settings", () => browser.evaluate(() => document.querySelectorAll(".state").length >= 2, null));
    expect(await browser.evaluate(runAxe, null, axe)).toEqual([]);
  });

  test("what nobody could name or read is found", async () => {
    const { browser } = world();
    await look(browser, "light");
    await browser.openPopup();
    await until("the popup", () =>
      browser.inPopup(() => {
        const state = document.querySelector("#panel .state")?.textContent ?? "Loading";
        return !state.startsWith("Loading");
      }, null),
    );
    await browser.inPopup(() => {
      const text = document.createElement("p");
      text.textContent = "grey on grey";
      text.setAttribute("style", "color: #999; background: #888");
      document.querySelector("#panel")?.append(document.createElement("button"), text);
    }, null);
    const wrong = await browser.inPopup(runAxe, null, axe);
    expect(wrong.map((text) => text.replace(/:.*/s, "")).toSorted()).toEqual(["button-name", "color-contrast"]);
    await browser.closePopup();
  });

  test("the sheet of sources is complete without a mouse: go there, copy, save as a note, note the source", async () => {
    const { browser } = world();
    await look(browser, "light");
    await read(world(), STORIES.nested);
    await browser.openPopup();
    await until("the sheet", () => browser.inPopup(() => document.querySelectorAll(".source-item").length > 2, null));
    await browser.inPopup(() => {
      const copied: string[] = [];
      Object.defineProperty(navigator, "clipboard", {
        configurable: true,
        value: {
          writeText: async (text: string) => {
            copied.push(text);
            document.body.dataset["copied"] = text;
          },
        },
      });
    }, null);
    // By the arrows to the next tab and back: Tab itself goes on to the panel.
    await tabTo(browser, /^Sources ?\d+$/);
    await browser.pressInPopup("ArrowRight");
    expect(await focused(browser)).toMatch(/^People/);
    await browser.pressInPopup("Home");
    expect(await focused(browser)).toMatch(/^Sources/);

    await tabTo(browser, /I regret the coffee/);
    await browser.pressInPopup("Enter");
    await until("the page to go there", () => browser.evaluate(() => scrollY > 0, null));
    await browser.pressInPopup("Tab");
    expect(await focused(browser)).toBe("Copy");
    await browser.pressInPopup("Enter");
    await until("the copy", () =>
      browser.inPopup(() => document.body.dataset["copied"]?.startsWith("“I regret the coffee"), null),
    );
    const copied = await browser.inPopup(() => document.body.dataset["copied"] ?? "", null);
    expect(copied.split("\n")).toEqual([
      expect.stringMatching(/^“I regret the coffee\.?” — Edvard Moen/),
      expect.stringMatching(
        /^Mayor denies telling harbour board that pier was safe\. The Harbour Post, April 2, 1998$/,
      ),
      expect.stringMatching(/^http/),
    ]);
    expect(await focused(browser)).toBe("Copy");
    await browser.pressInPopup("Tab");
    expect(await focused(browser)).toBe("Save as note");
    await browser.pressInPopup(" ");
    // Pressed again, it saves nothing twice.
    await browser.pressInPopup(" ");
    await until("the note", async () => (await savedNotes(browser)).length === 1);
    await until("the word of it", () =>
      browser.inPopup(
        () =>
          [...document.querySelectorAll("[role=status]")].some(({ textContent }) => textContent === "Saved as a note"),
        null,
      ),
    );

    await browser.pressInPopup(" ");
    expect(await focused(browser)).toBe("Save as note");
    await browser.closePopup();
    await browser.openPopup();
    const saved = await until("what was saved to be known", () =>
      browser.inPopup(() => {
        const [button, ...others] = document.querySelectorAll("[aria-disabled=true]");
        const about = document.getElementById(button?.getAttribute("aria-describedby") ?? "");
        return button === undefined ? null : [others.length, about?.textContent, button.nextSibling?.textContent];
      }, null),
    );
    expect(saved).toEqual([0, expect.stringContaining("I regret the coffee"), "Saved as a note"]);
    await browser.pressInPopup("Tab");
    await tabTo(browser, /^Settings$/);
    await tabTo(browser, /^Note on /);
    const subject = (await focused(browser)).replace("Note on ", "");
    await browser.pressInPopup("Enter");
    await until("the editor", () => browser.inPopup(() => document.activeElement?.localName === "textarea", null));
    await tabTo(browser, /^Done$/);
    await browser.pressInPopup("Enter");
    await until("the focus back", async () => (await focused(browser)) === `Note on ${subject}`);
    expect(await savedNotes(browser)).toHaveLength(1);
    await browser.closePopup();
  });

  test("the focus stays in the list when a note is deleted, and the way back waits while it is on it", async () => {
    const { browser } = world();
    await read(world(), STORIES.nested);
    await selectWords(browser, "a matter for next week");
    await browser.shortcut("highlight", "Alt+J");
    await until("the second note", async () => (await savedNotes(browser)).length === 2);
    await browser.openPopup();
    await until("both", () =>
      browser.inPopup(() => document.querySelector("#tab-notes")?.textContent === "Notes 2", null),
    );
    await tabTo(browser, /^Sources/);
    for (let i = 0; i < 3; i += 1) await browser.pressInPopup("ArrowRight");
    await tabTo(browser, /^Edit$/);
    await browser.pressInPopup("Enter");
    await until("the editor", () => browser.inPopup(() => document.activeElement?.localName === "textarea", null));
    await tabTo(browser, /^Done$/);
    await browser.pressInPopup("Enter");
    await until("the focus back", async () => (await focused(browser)) === "Edit");
    await tabTo(browser, /^Delete/);
    const status = await browser.inPopup(() => document.querySelector(".bar [role=status]")?.textContent, null);
    expect(status).toBe("");
    await browser.pressInPopup("Enter");
    await until("it to go", async () => (await savedNotes(browser)).length === 1);
    await until("the word of it", () =>
      browser.inPopup(() => document.querySelector(".bar [role=status]")?.textContent === "Highlight deleted.", null),
    );
    expect(await browser.inPopup(() => document.activeElement?.closest(".note") !== null, null)).toBe(true);
    await tabTo(browser, /^Undo$/);
    // Longer than it stays when nobody is on it.
    await new Promise((resolve) => setTimeout(resolve, 10_500));
    expect(await focused(browser)).toBe("Undo");
    await browser.pressInPopup("Enter");
    await until("it to be back", async () => (await savedNotes(browser)).length === 2);
    expect(await focused(browser)).not.toBe("nothing");
    await browser.closePopup();
  });

  test.each(["light", "dark"] as const)("a button under the mouse can be read, %s", async (as) => {
    const { browser } = world();
    await look(browser, as);
    await browser.goto(`${browser.extensionOrigin}/options/options.html`);
    for (const button of ["#backup .primary", "#backup .row button:not(.primary)"]) {
      // What stands above it may come later, and move it.
      await until("the mouse on it", async () => {
        const middle = await browser.evaluate((selector) => {
          const element = document.querySelector(selector);
          element?.scrollIntoView({ block: "center" });
          const box = element?.getBoundingClientRect();
          return box === undefined ? null : { x: box.left + box.width / 2, y: box.top + box.height / 2 };
        }, button);
        if (middle === null) return false;
        await browser.hover(middle.x, middle.y);
        return browser.evaluate((selector) => document.querySelector(selector)?.matches(":hover") === true, button);
      });
      expect(await browser.evaluate(runAxe, null, axe), button).toEqual([]);
    }
  });

  test("of a page that was not read, nothing is counted", async () => {
    const { browser } = world();
    // The tab in front is then one of the extension's own, which extensions may not read.
    await browser.goto(`${browser.extensionOrigin}/popup/popup.html`);
    await until("the reason", () =>
      browser.evaluate(() => {
        document.querySelector<HTMLElement>("#tab-people")?.click();
        return document.querySelector(".state")?.textContent === "The browser does not let extensions read this page.";
      }, null),
    );
    expect(await browser.evaluate(() => document.querySelectorAll(".count").length, null)).toBe(0);
  });

  test("popup and settings have no accessibility violation with everything in them", { timeout: 180_000 }, async () => {
    const { browser } = world();
    await look(browser, "light");
    await read(world(), STORIES.nested);
    await openCard(browser, "Tobias Renn");
    await pressInOverlay(browser, "Note on Tobias Renn");
    await browser.type("Suspended.");
    await pressInOverlay(browser, "Done");
    await correctName(browser, "Agnes Lund", "It’s a place");
    for (const as of LOOKS) {
      await look(browser, as);
      await read(world(), STORIES.nested);
      expect(await wrongInPopup(browser), as).toEqual([]);
      await browser.goto(`${browser.extensionOrigin}/options/options.html`);
      await until("the settings", () =>
        browser.evaluate(() => document.querySelectorAll("#corrections li").length === 1, null),
      );
      expect(await browser.evaluate(runAxe, null, axe), as).toEqual([]);
    }
    await browser.setForcedColours(false);
  });
});
