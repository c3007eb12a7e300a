import { beforeEach, describe, expect, test } from "vitest";
import { HOST } from "../../../extension/reader/overlay/host-name.ts";
import { emptyDatabase } from "../../../tools/start/stored.ts";
import { PEOPLE, storyPage, WORDS } from "../pages/hostile.ts";
import { BROWSERS, useWorld } from "../harness.ts";

/** Everything that a page's script finds in the place of the browser's own. The page gives it back when it is asked. */
const POISON = `<script>
  const taken = [];
  const poison = (owner, names, kind) => {
    for (const name of names) {
      const own = Object.getOwnPropertyDescriptor(owner, name);
      if (own === undefined || !own.configurable) continue;
      taken.push([owner, name, own]);
      const refuse = () => { throw new Error("poisoned " + name); };
      Object.defineProperty(owner, name, kind === "value" ? { value: refuse, configurable: true, writable: true } : { get: refuse, configurable: true });
    }
  };
  var giveBack = () => { for (const [owner, name, own] of taken.splice(0)) Object.defineProperty(owner, name, own); delete Object.prototype.call; delete Object.prototype.input; };
  for (const { prototype } of [Node, Element, HTMLElement, Document, Text, Range, ShadowRoot, EventTarget, Highlight, HighlightRegistry]) {
    const all = Object.entries(Object.getOwnPropertyDescriptors(prototype));
    poison(prototype, all.filter(([name, { get }]) => get !== undefined && !/^(?:defaultView|readyState|documentElement)$/.test(name)).map(([name]) => name), "get");
    poison(prototype, all.filter(([name, { value }]) => typeof value === "function" && name !== "constructor").map(([name]) => name), "value");
  }
  poison(Array.prototype, ["flatMap", "toSorted", "findLast", "at", "includes", "some"], "value");
  poison(String.prototype, ["matchAll", "normalize", "trim", "localeCompare", "codePointAt"], "value");
  poison(window, ["getComputedStyle", "getSelection", "matchMedia", "requestAnimationFrame", "MutationObserver", "IntersectionObserver", "scheduler", "Highlight"], "value");
  Object.prototype.call = "readAnyway";
  Object.prototype.input = { tabId: 1 };
</script>`;

/** What a document, or a form, gives elements of these names in the place of, in Chromium. */
const OF_DOCUMENT = ["body", "head", "documentElement", "title", "children", "childNodes", "firstChild", "nodeType"];
const OF_ELEMENTS = (
  "parentNode parentElement childNodes children firstChild lastChild firstElementChild nextSibling previousSibling nodeType nodeName " +
  "nodeValue tagName localName textContent innerText id className classList attributes getAttribute hasAttribute matches closest " +
  "querySelector querySelectorAll contains shadowRoot assignedSlot ownerDocument isConnected getRootNode checkVisibility " +
  "getBoundingClientRect getClientRects clientWidth clientHeight scrollHeight style hidden lang title"
).split(" ");

/** What a document does and knows, in the place of which it gives elements of these names, in Chromium. */
const DONE_BY_DOCUMENT = (
  "createElement createElementNS createTextNode createRange createTreeWalker querySelector querySelectorAll getElementById " +
  "getElementsByTagName getElementsByName caretPositionFromPoint elementFromPoint elementsFromPoint getSelection activeElement " +
  "hasFocus visibilityState hidden readyState defaultView addEventListener removeEventListener execCommand scrollingElement " +
  "styleSheets adoptedStyleSheets fonts baseURI contains getRootNode ownerDocument append appendChild"
).split(" ");

/**
 * Gives images the names of what a document does, but for the time that the test asks the page something itself: from when
 * it is asked until something is selected.
 */
const NAMED = `<script>
  const find = document.querySelectorAll.bind(document);
  const hear = document.addEventListener.bind(document);
  const call = (isNamed) => { for (const image of find("img[data-name]")) image.name = isNamed ? image.dataset.name : ""; };
  var giveBack = () => { call(false); hear("selectionchange", () => call(true), { once: true }); };
</script>`;

/** Pages by what they do. */
const PAGES: Readonly<Record<string, string>> = {
  "poisons the prototypes": storyPage({ head: POISON }),
  "turns letters around and hides some between others": storyPage({
    head: `<meta property="og:title" content="\u202Egnur si lleb A\u202C">`,
    behind: `<p>\u202EThe pier was closed at noon, Edvard Moen\u202C said, and no\u200Bbody came to o\u00ADpen it again.</p>`,
  }),
  "gives elements the names of what the browser has": storyPage({
    before: `${OF_DOCUMENT.map((name) => `<img alt="" name="${name}">`).join("")}<form>${OF_ELEMENTS.map((name) => `<input type="hidden" name="${name}">`).join("")}`,
    behind: `</form>`,
  }),
  "gives elements the names of what a document does": storyPage({
    head: NAMED,
    before: DONE_BY_DOCUMENT.map((name) => `<img alt="" name="${name}" data-name="${name}">`).join(""),
  }),
  "switches features of elements off": storyPage({
    head: `<script>for (const name of ["sourceline-overlay", "sourceline-host", "data-sourceline-overlay"]) customElements.define(name, class extends HTMLElement { static disabledFeatures = ["shadow", "internals"]; });
      for (const prototype of [HTMLDivElement.prototype, HTMLElement.prototype]) Object.defineProperty(prototype, "disabledFeatures", { value: ["shadow"] });
      Object.defineProperty(HTMLDivElement, "disabledFeatures", { value: ["shadow", "internals"] });</script>`,
  }),
  "scrolls, selects and clicks by script": storyPage({
    behind: `<div style="height: 3000px"></div><script>let turn = 0; const restless = setInterval(() => {
      turn += 1;
      scrollTo(0, turn % 2 === 0 ? 40 : 90);
      const [first] = document.getElementsByTagName("p");
      getSelection().selectAllChildren(first);
      for (const type of ["pointerdown", "pointerup", "click"]) first.dispatchEvent(new PointerEvent(type, { bubbles: true, clientX: 300, clientY: 300 }));
      document.dispatchEvent(new KeyboardEvent("keydown", { key: "j", altKey: true, bubbles: true }));
    }, 20); var giveBack = () => { clearInterval(restless); scrollTo(0, 0); getSelection().removeAllRanges(); };</script>`,
  }),
};

const paths = Object.keys(PAGES).map((name, index) => [name, `/hostile-${index}.html`] as const);
const pages = new Map<string, string>(paths.map(([name, path]) => [path, PAGES[name] ?? ""]));
const PLAIN = "/plain.html";
pages.set(PLAIN, storyPage());

/** What a page does to the element of ours, and goes on doing until it is told to stop. */
const ATTACKS: Readonly<Record<string, string>> = {
  "takes it out of the page": "host.remove()",
  "hides it": `host.hidden = true; host.style.setProperty("display", "none", "important"); host.className = "gone"`,
  "makes it inert": "host.inert = true; host.setAttribute('aria-hidden', 'true')",
  "restyles it through its custom properties": `for (const name of ["--surface", "--text", "--accent", "--unzoom", "--sourceline-display"]) host.style.setProperty(name, name === "--unzoom" ? "9" : "rgb(255, 0, 255)", "important")`,
  "closes it": "host.popover = 'auto'; host.hidePopover()",
  "covers it": `const cover = document.createElement("div"); cover.popover = "manual"; cover.style.cssText = "inset: 0; width: 100vw; height: 100vh; margin: 0; opacity: .3; pointer-events: none"; document.body.append(cover); cover.showPopover()`,
};

describe.each(BROWSERS)("in %s", (name) => {
  const world = useWorld({ name, pages, expectedError: /poisoned|is not a function|getSelection|sourceline-host/ });

  beforeEach(() => emptyDatabase(world().browser));

  test.each(paths)("a page that %s is read, and can be highlighted on", async (_, path) => {
    const { browser, reader, overlay } = world();
    const { analysis } = await reader.read(path);
    expect(analysis?.entities.map((entity) => entity.name)).toEqual(expect.arrayContaining(PEOPLE));
    expect(await reader.saved()).toEqual([]);
    const giveBack = (): Promise<void> =>
      browser.evaluate(() => (globalThis as { giveBack?: () => void }).giveBack?.(), null);
    await giveBack();
    await reader.untilNames(...PEOPLE);
    await reader.wait(300);
    expect(await overlay.shows("toolbar")).toBe(false);
    await reader.select(WORDS);
    const { button } = await overlay.toolbarAtRest();
    await browser.click(button.x, button.y);
    await reader.untilSaved(1);
    await giveBack();
    await reader.untilMarked(WORDS);
    await overlay.openCardOf(PEOPLE[1] ?? "");
  });

  test.each(Object.entries(ATTACKS))(
    "our element on a page that %s comes back when it is needed",
    async (_, attack) => {
      const { browser, reader, overlay } = world();
      await reader.read(PLAIN);
      await reader.untilNames(...PEOPLE);
      await reader.select(WORDS);
      await overlay.toolbarAtRest();
      await browser.evaluate(
        ({ script, selector }) => {
          const host = document.querySelector(selector)!;
          // oxlint-disable-next-line no-new-func -- a page's own script
          new Function("host", script)(host);
        },
        { script: attack, selector: `[${HOST}]` },
      );
      await reader.unselect();
      await browser.press("Shift");
      await overlay.untilGone("toolbar");
      await reader.select("Nobody asked me for the key");
      const { panel, button } = await overlay.toolbarAtRest();
      expect(panel.width).toBeLessThan(600);
      const looks = await browser.inOverlay((tree) => {
        const { backgroundColor, color } = tree.ownerDocument.defaultView!.getComputedStyle(
          tree.querySelector(".panel")!,
        );
        return backgroundColor + color;
      }, null);
      expect(looks).not.toContain("255, 0, 255");
      await browser.click(button.x, button.y);
      await reader.untilSaved(1);
    },
  );
});
