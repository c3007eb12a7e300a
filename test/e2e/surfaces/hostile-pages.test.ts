import { describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { savedNotes, selectWords } from "../../../tools/start/steps.ts";
import { BROWSERS, useWorld } from "../harness.ts";

const TEXT = `<p>The harbour was closed at noon, the <b>keeper</b> wrote, and nobody came to open it again.</p>`;
const page = (head: string, body: string, root = ""): string =>
  `<!doctype html><html ${root}><head><title>Harbour</title><style>body { padding: 200px 60px 400px } ${head}</style></head><body>${body}</body></html>`;

/** Pages that would cover, move, hide or restyle what lies on top of them, without meaning to. */
const PAGES: Readonly<Record<string, string>> = {
  "a plain page": page("", TEXT),
  "a layer above everything": page(
    ".cover { position: fixed; inset: 0; z-index: 2147483647; pointer-events: auto; background: rgb(0 0 0 / 10%) }",
    `<div class="cover" style="pointer-events: none"></div>${TEXT}`,
  ),
  "rules for every element": page(
    "* { all: unset !important; display: block !important; opacity: .2 !important; pointer-events: none !important } [data-sourceline-overlay] { display: none !important; --unzoom: 9 !important }",
    TEXT,
  ),
  "a root that is moved": page("html { transform: translate(40px, 25px) } body { padding-left: 90px }", TEXT),
  "a root that is magnified": page("html { zoom: 1.5 }", TEXT),
  "a filter on the root": page("html { filter: invert(1) }", TEXT),
  "a vertical page": page("html { writing-mode: vertical-rl } body { padding: 60px }", TEXT),
  "a right-to-left page": page("", TEXT, `dir="rtl" lang="he"`),
  "a modal dialog": page("", `<dialog>${TEXT}</dialog><script>document.querySelector("dialog").showModal()</script>`),
};

const paths = Object.keys(PAGES).map((name, index) => [name, `/page-${index}.html`] as const);
const pages = new Map<string, string>(paths.map(([name, path]) => [path, PAGES[name] ?? ""]));
const FULL = page(
  "",
  `<main style="background: white; padding: 200px">${TEXT}<button>Full</button></main>
  <script>document.querySelector("button").onclick = () => document.querySelector("main").requestFullscreen();</script>`,
);
pages.set("/full.html", FULL);

const WORDS = "The harbour was closed at noon";

interface Place {
  readonly panel: { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number };
  readonly button: { readonly x: number; readonly y: number };
}

/** Where the toolbar is, once it has come to rest. */
async function toolbarPlace(browser: BrowserDriver): Promise<Place> {
  let last = "";
  return until("the toolbar to come to rest", async () => {
    const place = await browser.inOverlay((overlay) => {
      const panel = overlay.querySelector(".toolbar")?.getBoundingClientRect();
      const button = overlay.querySelector(".toolbar button")?.getBoundingClientRect();
      if (panel === undefined || button === undefined || panel.width === 0) return null;
      const { left, top, right, bottom } = panel;
      return {
        panel: { left, top, right, bottom },
        button: { x: button.left + button.width / 2, y: button.top + button.height / 2 },
      };
    }, null);
    const isAtRest = place !== null && JSON.stringify(place) === last && place.panel.left + place.panel.top > 0;
    last = JSON.stringify(place);
    return isAtRest ? place : null;
  });
}

/** The toolbar stands beside the selection, in the viewport, above everything else, and answers the mouse. */
async function expectToolbar(browser: BrowserDriver): Promise<void> {
  const before = (await savedNotes(browser)).length;
  const { panel, button } = await toolbarPlace(browser);
  const seen = await browser.evaluate(({ x, y }) => {
    const { left, top, right, bottom } = getSelection()!.getRangeAt(0).getBoundingClientRect();
    return {
      selection: { left, top, right, bottom },
      viewport: { width: innerWidth, height: innerHeight },
      hit: document.elementFromPoint(x, y)?.hasAttribute("data-sourceline-overlay"),
    };
  }, button);
  const { selection, viewport } = seen;
  const apart = (a: number, b: number, c: number, d: number): number => Math.max(a - d, c - b, 0);
  expect(apart(panel.left, panel.right, selection.left, selection.right)).toBeLessThan(30);
  expect(apart(panel.top, panel.bottom, selection.top, selection.bottom)).toBeLessThan(30);
  expect(Math.min(panel.left, panel.top)).toBeGreaterThanOrEqual(0);
  expect(panel.right).toBeLessThanOrEqual(viewport.width);
  expect(panel.bottom).toBeLessThanOrEqual(viewport.height);
  expect(seen.hit).toBe(true);
  await browser.click(button.x, button.y);
  await until("the note", async () => (await savedNotes(browser)).length === before + 1);
}

describe.each(BROWSERS)("the overlay in %s, on", (name) => {
  const world = useWorld({ name, pages });

  test.each(paths)("%s", async (_, path) => {
    const { browser, site } = world();
    await browser.goto(`${site.origin}${path}`);
    // The reader comes with the first mark; what is asked here is where things stand after it.
    await selectWords(browser, "keeper");
    await browser.shortcut("highlight", "Alt+J");
    await until("the first note", async () =>
      (await savedNotes(browser)).some(({ target }) => target.source.endsWith(path)),
    );
    await selectWords(browser, WORDS);
    await expectToolbar(browser);
  });

  test("a page in full screen", async () => {
    const { browser, site } = world();
    await browser.goto(`${site.origin}/full.html`);
    await selectWords(browser, "keeper");
    await browser.shortcut("highlight", "Alt+J");
    await until("the first note", async () =>
      (await savedNotes(browser)).some(({ target }) => target.source.endsWith("/full.html")),
    );
    const { x, y } = await browser.evaluate(() => {
      const box = document.querySelector("button")!.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }, null);
    await browser.click(x, y);
    await until("the full screen", () => browser.evaluate(() => document.fullscreenElement !== null, null));
    // The browser's own transition moves everything once more.
    await new Promise((resolve) => setTimeout(resolve, 500));
    await selectWords(browser, WORDS);
    await expectToolbar(browser);
    await browser.evaluate(() => document.exitFullscreen(), null);
  });

  test("a dialog that closes leaves the toast to the page", async () => {
    const { browser, site } = world();
    await browser.goto(`${site.origin}/page-${paths.length - 1}.html`);
    await browser.shortcut("highlight", "Alt+J");
    await until("the toast", () => browser.inOverlay((overlay) => overlay.querySelector(".toast") !== null, null));
    await browser.evaluate(() => document.querySelector("dialog")?.close(), null);
    const isSeen = () =>
      browser.inOverlay((overlay) => overlay.querySelector(".toast")?.checkVisibility() === true, null);
    await until("the toast on the page", isSeen);
  });

  test("a narrow window", async () => {
    const { browser, site } = world();
    await browser.resize(320, 600);
    await browser.goto(`${site.origin}/page-0.html`);
    await browser.shortcut("highlight", "Alt+J");
    const toast = await until("the toast", () =>
      browser.inOverlay((overlay) => {
        const box = overlay.querySelector(".toast")?.getBoundingClientRect();
        return box === undefined ? null : { left: box.left, right: box.right, width: box.width };
      }, null),
    );
    const width = await browser.evaluate(() => innerWidth, null);
    expect(toast.left).toBeGreaterThanOrEqual(0);
    expect(toast.right).toBeLessThanOrEqual(width);
    expect(toast.width).toBeGreaterThan(width / 2);
    await selectWords(browser, "closed at noon");
    await expectToolbar(browser);
    await browser.resize(1000, 800);
  });
});
