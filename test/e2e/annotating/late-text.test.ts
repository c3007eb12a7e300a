import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { until } from "../../../tools/browsers/driver.ts";
import { BROWSERS, root, useWorld } from "../harness.ts";

const fixture = (name: string): string => readFileSync(join(root, "test/fixtures/live", name), "utf8");
const pages = new Map([
  ["/lock-gates.html", fixture("more.html")],
  ["/ferry-hours.html", fixture("tabs.html")],
]);

/** Pages that show the words of a mark twice, its own place only after a press of a button. */
const CASES = [
  { path: "/lock-gates.html", words: "harbour office declined to comment on the gates", button: "Show more" },
  { path: "/ferry-hours.html", words: "the first boat for Corvel leaves at", button: "Winter" },
] as const;

describe.each(BROWSERS)("a mark whose place comes late, in %s", (name) => {
  const world = useWorld({ name, pages });

  const press = (label: string): Promise<void> =>
    world().browser.evaluate((wanted) => {
      const button = [...document.querySelectorAll("button")].find(({ textContent }) => textContent === wanted);
      button?.click();
    }, label);

  /** The class of the element that the mark stands in. */
  const place = async (): Promise<string | undefined> => {
    const layers = Object.entries(await world().reader.layers());
    return layers.find(([key]) => key.startsWith("sourceline-yellow"))?.[1][0]?.inside.split(".")[1];
  };

  test.each(CASES)("goes there from its copy, in $path", async ({ path, words, button }) => {
    const { browser, reader } = world();
    await reader.open(path);
    await press(button);
    await browser.evaluate((text) => {
      const node = document.querySelector(".late")?.firstChild;
      const start = node?.textContent?.indexOf(text) ?? -1;
      if (node == null || start < 0) throw new Error("the words are not there");
      getSelection()?.setBaseAndExtent(node, start, node, start + text.length);
    }, words);
    await reader.pressHighlight();
    await until("the mark to be stored", () => reader.noteOn(words));
    const stored = (await reader.noteOn(words))?.target.selectors;

    await reader.open(path);
    await reader.pressHighlight();
    await until("a word on the mark", async () => (await reader.anchors()).length === 1);
    expect(await place()).not.toBe("late");
    await press(button);
    await until("the mark in its own place", async () => (await place()) === "late");
    await reader.untilAnchored("same");
    expect((await reader.noteOn(words))?.target.selectors).toEqual(stored);
  });
});
