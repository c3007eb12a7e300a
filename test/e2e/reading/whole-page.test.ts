import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { BROWSERS, root, useWorld } from "../harness.ts";

/**
 * The story with what a page may have of its own: highlights, a selection, a field to paste into, and an eye on every
 * change of its nodes.
 */
const OWN = `<style>::highlight(page-own) { background: tan }</style>
<script>
  window.changes = [];
  addEventListener("DOMContentLoaded", () => {
    const [first, second] = document.querySelectorAll("article p, main p");
    const range = document.createRange();
    range.selectNodeContents(second);
    const own = new Highlight(range);
    own.priority = 7;
    own.type = "spelling-error";
    CSS.highlights.set("page-own", own);
    window.own = own;
    getSelection().setBaseAndExtent(first.firstChild, 2, second.firstChild, 9);
    window.selected = String(getSelection());
    const field = document.createElement("div");
    field.id = "field";
    field.contentEditable = "true";
    field.style.minHeight = "40px";
    document.body.append(field);
    window.observer = new MutationObserver((records) => window.changes.push(...records.map(({ type, target }) => type + " " + target.nodeName)));
    window.observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  });
</script>`;
const PATH = "/1998/03/a-page-with-much-of-its-own.html";
const wire = readFileSync(join(root, "test/fixtures/site", STORIES.wire), "utf8");
const pages = new Map([[PATH, wire.replace("</head>", `${OWN}</head>`)]]);

interface OwnPage {
  readonly changes: readonly string[];
  readonly own: Highlight;
  readonly selected: string;
  readonly observer: MutationObserver;
}

/** What of the page's own is as it was. */
function ownOf(browser: BrowserDriver) {
  return browser.evaluate(() => {
    const page = window as unknown as OwnPage;
    const own = CSS.highlights.get("page-own");
    return {
      changes: page.changes.length,
      isThere: own !== undefined && own.size === 1 && own.priority === 7 && own.type === "spelling-error",
      isSelected: page.selected.length > 9 && String(getSelection()) === page.selected,
    };
  }, null);
}

const UNTOUCHED = { changes: 0, isThere: true, isSelected: true };

/** Copies the first paragraphs and pastes them, with the keys that a reader presses. */
async function copied(browser: BrowserDriver): Promise<string> {
  await browser.evaluate(() => {
    (window as unknown as OwnPage).observer.disconnect();
    const paragraphs = document.querySelectorAll("article p, main p");
    document.querySelector("#field")?.replaceChildren();
    (document.activeElement as HTMLElement | null)?.blur();
    getSelection()?.setBaseAndExtent(paragraphs[0]!, 0, paragraphs[3]!, paragraphs[3]!.childNodes.length);
  }, null);
  await browser.press("Control+c");
  await browser.evaluate(() => document.querySelector<HTMLElement>("#field")?.focus(), null);
  await browser.press("Control+v");
  return until("the pasted text", () =>
    browser.evaluate(() => {
      const field = document.querySelector("#field");
      return field?.hasChildNodes() ? new XMLSerializer().serializeToString(field) : null;
    }, null),
  );
}

/** How often the browser finds words in the page. */
function found(browser: BrowserDriver, words: string): Promise<number> {
  return browser.evaluate((wanted) => {
    getSelection()?.removeAllRanges();
    const find = (window as unknown as { find(text: string): boolean }).find.bind(window);
    let count = 0;
    while (count < 100 && find(wanted)) count += 1;
    return count;
  }, words);
}

describe.each(BROWSERS)("a page that is read stays whole, in %s", (name) => {
  const world = useWorld({ name, pages });

  test("its nodes, its highlights and its selection, while names are painted, hidden and turned off", async () => {
    const { browser, reader, popup } = world();
    await reader.open(PATH);
    await reader.untilPainted("person");
    expect(await ownOf(browser)).toEqual(UNTOUCHED);
    await reader.toggle();
    await reader.untilBare();
    expect(await ownOf(browser)).toEqual(UNTOUCHED);
    await reader.toggle();
    await reader.untilPainted("person");
    expect(await ownOf(browser)).toEqual(UNTOUCHED);
    await popup.choose("never");
    await popup.close();
    await reader.untilBare();
    expect(await ownOf(browser)).toEqual(UNTOUCHED);
  });

  test("what is copied from it, and what is found in it", async () => {
    const { browser, reader, popup } = world();
    // The site is turned off: so the page is without us.
    await reader.open(PATH);
    await reader.wait(500);
    expect(await reader.layerNames()).toEqual([]);
    const bare = { html: await copied(browser), finds: await found(browser, "Lindholm") };
    expect(bare.html).toContain("<p");
    expect(bare.finds).toBeGreaterThan(1);

    await popup.choose("auto");
    await popup.close();
    await reader.open(PATH);
    await reader.untilPainted("person");
    expect({ html: await copied(browser), finds: await found(browser, "Lindholm") }).toEqual(bare);
  });
});
