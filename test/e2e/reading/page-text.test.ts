import { build } from "esbuild";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openPageBrowser, type PageBrowser } from "../../../tools/pages/page-browser.ts";
import { root } from "../harness.ts";

const READ_PAGE = `import { finish } from "./src/slices.ts";
  import { readPageText } from "./extension/dom/text/page-text.ts";
  let mutations = 0;
  const observer = new MutationObserver((records) => { mutations += records.length; });
  observer.observe(document, { subtree: true, childList: true, characterData: true, attributes: true });
  const { text } = finish(readPageText(document));
  globalThis.read = { text, mutations: mutations + observer.takeRecords().length };`;

/** Reads a page that loses what is just being read, and tells how many steps it took in all. */
const READ_CHANGING_PAGE = `import { readPageText } from "./extension/dom/text/page-text.ts";
  const reading = readPageText(document);
  let steps = 0;
  let step = reading.next();
  for (; step.done !== true; step = reading.next()) {
    steps += 1;
    if (steps === 50) document.querySelectorAll("section")[1].remove();
  }
  globalThis.read = { text: step.value.text, steps, sections: document.querySelectorAll("section").length };`;

/** A program as one script for a page. */
async function bundle(program: string): Promise<string> {
  const { outputFiles } = await build({
    stdin: {
      contents: program,
      resolveDir: root,
      loader: "ts",
    },
    bundle: true,
    write: false,
    format: "iife",
    target: "chrome130",
  });
  return outputFiles.map((file) => file.text).join("\n");
}

describe("readPageText", () => {
  let browser: PageBrowser;
  let script: string;
  let changing: string;

  beforeAll(async () => {
    script = await bundle(READ_PAGE);
    changing = await bundle(READ_CHANGING_PAGE);
    browser = await openPageBrowser();
  });
  afterAll(() => browser.close());

  test.each([
    [
      "puts blocks on lines of their own",
      "<h1>Fog</h1><p>One <b>two</b></p>three<div>four</div>",
      "Fog\nOne two\nthree\nfour",
    ],
    ["breaks lines at <br>", "<p>one<br>two<br><br>three</p>", "one\ntwo\nthree"],
    ["leaves out code and form fields", "<p>a</p><script>b</script><style>c</style><textarea>d</textarea>", "a"],
    ["leaves out what is not displayed", "<p>a</p><p hidden>b</p><p style='display:none'>c <i>d</i></p>", "a"],
    [
      "reads visible parts of hidden ones",
      "<p style='visibility:hidden'>a <b style='visibility:visible'>b</b></p>",
      "b",
    ],
    ["reads what has no box of its own", "<p>a <span style='display:contents'>b <i>c</i></span></p>", "a b c"],
    [
      "reads the words of a drawing, each on a line, and no icon",
      "<p>a <svg style='display:block'><title>x</title><path d=''/></svg>b</p>" +
        "<svg><defs><text>y</text></defs><g><text>1911 <tspan>Bridge</tspan></text><text>2024</text></g></svg>",
      "a b\n1911 Bridge\n2024",
    ],
    ["reads closed details", "<details><summary>a</summary><p>b</p></details>", "a\nb"],
    ["keeps words whole that are in several elements", "<p><span>light</span><b>house</b></p>", "lighthouse"],
    [
      "reads an open shadow root, with what is put into its slot, in place of its host",
      "<p>a</p><div><template shadowrootmode='open'><p>b</p><slot></slot><p>d</p></template><p>c</p></div><p>e</p>",
      "a\nb\nc\nd\ne",
    ],
    [
      "takes elements shown as blocks for blocks",
      "<p><span style='display:block'>a</span><span style='display:block'>b</span></p>",
      "a\nb",
    ],
  ])("%s", async (_, body, text) => {
    const html = Buffer.from(`<!doctype html><meta charset="utf-8"><title>Tides</title><body>${body}</body>`);
    const read = await browser.withPage({ url: "https://page.test/", html }, (page) => page.run(script, "read"));
    expect(read.value).toMatchObject({ text: expect.stringMatching(new RegExp(`^${text}\n?$`)), mutations: 0 });
  });

  test("takes many short steps, and begins anew where the page takes its place away", async () => {
    // The second of three sections is being read when it goes.
    const section = (letter: string) => `<section>${`<p>${letter}</p>`.repeat(500)}</section>`;
    const body = [section("a"), section("b"), section("c")].join("");
    const html = Buffer.from(`<!doctype html><meta charset="utf-8"><title>Tides</title><body>${body}</body>`);
    const read = await browser.withPage({ url: "https://page.test/", html }, (page) => page.run(changing, "read"));
    const { text, steps, sections } = read.value as { text: string; steps: number; sections: number };
    expect(sections).toBe(2);
    expect(text.trim().split("\n")).toEqual([...Array<string>(500).fill("a"), ...Array<string>(500).fill("c")]);
    // Each paragraph is three visits, and a step is 32 of them; the beginning was read twice.
    expect(steps).toBeGreaterThan(130);
  });
});
