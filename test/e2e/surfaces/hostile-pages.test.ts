import { describe, expect, test } from "vitest";
import { HOST } from "../../../extension/reader/overlay/host-name.ts";
import { until } from "../../../tools/browsers/driver.ts";
import { BROWSERS, useWorld, type World } from "../harness.ts";

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
    `* { all: unset !important; display: block !important; opacity: .2 !important; pointer-events: none !important } [${HOST}] { display: none !important; --unzoom: 9 !important }`,
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

/** The toolbar stands beside the selection, in the viewport, above everything else, and answers the mouse. */
async function expectToolbar({ browser, reader, overlay }: World): Promise<void> {
  const before = (await reader.saved()).length;
  const { panel, button } = await overlay.toolbarAtRest();
  const seen = await browser.evaluate(
    ({ x, y, host }) => {
      const { left, top, right, bottom } = getSelection()!.getRangeAt(0).getBoundingClientRect();
      return {
        selection: { left, top, right, bottom },
        viewport: { width: innerWidth, height: innerHeight },
        hit: document.elementFromPoint(x, y)?.hasAttribute(host),
      };
    },
    { ...button, host: HOST },
  );
  const { selection, viewport } = seen;
  const apart = (a: number, b: number, c: number, d: number): number => Math.max(a - d, c - b, 0);
  expect(apart(panel.left, panel.right, selection.left, selection.right)).toBeLessThan(30);
  expect(apart(panel.top, panel.bottom, selection.top, selection.bottom)).toBeLessThan(30);
  expect(Math.min(panel.left, panel.top)).toBeGreaterThanOrEqual(0);
  expect(panel.right).toBeLessThanOrEqual(viewport.width);
  expect(panel.bottom).toBeLessThanOrEqual(viewport.height);
  expect(seen.hit).toBe(true);
  await browser.click(button.x, button.y);
  await reader.untilSaved(before + 1);
}

describe.each(BROWSERS)("the overlay in %s, on", (name) => {
  const world = useWorld({ name, pages });

  /** The reader comes with the first highlight; what is asked here is where things stand after it. */
  async function highlightOn(path: string): Promise<void> {
    const { reader } = world();
    await reader.open(path);
    await reader.select("keeper");
    await reader.pressHighlight();
    await until("the note", async () => (await reader.saved()).some(({ target }) => target.source.endsWith(path)));
  }

  test.each(paths)("%s", async (_, path) => {
    const { reader } = world();
    await highlightOn(path);
    await reader.select(WORDS);
    await expectToolbar(world());
  });

  test("a page in full screen", async () => {
    const { browser, reader } = world();
    await highlightOn("/full.html");
    const { x, y } = await browser.evaluate(() => {
      const box = document.querySelector("button")!.getBoundingClientRect();
      return { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    }, null);
    await browser.click(x, y);
    await until("the full screen", () => browser.evaluate(() => document.fullscreenElement !== null, null));
    // The browser's own transition moves everything once more.
    await reader.wait(500);
    await reader.select(WORDS);
    await expectToolbar(world());
    await browser.evaluate(() => document.exitFullscreen(), null);
  });

  test("a dialog that closes leaves the toast to the page", async () => {
    const { browser, reader, overlay } = world();
    await reader.open(`/page-${paths.length - 1}.html`);
    await reader.pressHighlight();
    await overlay.untilShown("toast");
    await browser.evaluate(() => document.querySelector("dialog")?.close(), null);
    await until("the toast on the page", () => overlay.isVisible("toast"));
  });

  test("a narrow window", async () => {
    const { browser, reader, overlay } = world();
    await browser.resize(320, 600);
    await reader.open("/page-0.html");
    await reader.pressHighlight();
    const toast = await until("the toast", () => overlay.placeOf("toast"));
    const width = await browser.evaluate(() => innerWidth, null);
    expect(toast.left).toBeGreaterThanOrEqual(0);
    expect(toast.right).toBeLessThanOrEqual(width);
    expect(toast.width).toBeGreaterThan(width / 2);
    await reader.select("closed at noon");
    await expectToolbar(world());
    await browser.resize(1000, 800);
  });
});
