import { readFileSync } from "node:fs";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { serveFolder, type Site } from "../../../tools/start/server.ts";
import { BROWSERS, root, useWorld } from "../harness.ts";

const story = readFileSync(join(root, "test/fixtures/frames/story.html"), "utf8");
const FRAME_STYLE = "<style>iframe { width: 700px; height: 500px; border: 0 }</style>";

/** A page that shows its story in a frame, with another site's frame before it. */
const holder = (frame: string, ad: string): string =>
  `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Reader</title>${FRAME_STYLE}</head><body>
<nav><a href="/index.html">Home</a></nav><iframe id="ad" src="${ad}"></iframe>${frame}</body></html>`;
const inAttribute = story.replaceAll("&", "&amp;").replaceAll('"', "&quot;");

const pages = new Map([["/stories/beacon.html", story]]);

/** A text that is no article. It tells the page around it what is painted in it. */
const CHAPTER = `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Chapter</title></head><body>
<h1>The ropewalk</h1><p>Four men walked backwards all day, and by the evening the yarn was a rope.</p>
<script>setInterval(() => top.postMessage([...CSS.highlights].map(([key, ranges]) => [key, [...ranges].map(String)]), "*"), 100)</script>
</body></html>`;
const CHAPTER_PATH = "/ropes/chapter.html";
const OTHER_PATH = "/elsewhere/chapter.html";
const ROPE = "by the evening the yarn was a rope";

/** What is painted in the frame `id`, by layer. */
function paintedIn(browser: BrowserDriver, id: string): Promise<Record<string, string[]>> {
  return browser.evaluate((frame) => {
    const view = document.querySelector<HTMLIFrameElement>(`#${frame}`)?.contentWindow as
      (Window & typeof globalThis) | null;
    const layers: Record<string, string[]> = {};
    for (const [key, highlight] of view?.CSS.highlights ?? []) layers[key] = [...highlight].map(String);
    return layers;
  }, id);
}

const untilStoryRead = (browser: BrowserDriver): Promise<unknown> =>
  until("the names", async () => Object.keys(await paintedIn(browser, "story")).length > 0);

describe.each(BROWSERS)("a story in a frame, in %s", (name) => {
  const world = useWorld({ name, pages });
  let other: Site;
  beforeAll(async () => {
    // Another port is another origin. The advertisement reports whatever is put into it.
    const ad = story.replace(
      "</body>",
      `<script>
        const report = () => parent.postMessage({ keys: [...CSS.highlights.keys()], elements: document.documentElement.childElementCount }, "*");
        setInterval(report, 100);
      </script></body>`,
    );
    other = await serveFolder(join(root, "test/fixtures/site"), new Map([["/ad.html", ad]]));
    const address = `${other.origin}/ad.html`;
    pages.set("/portal/framed.html", holder(`<iframe id="story" src="/stories/beacon.html"></iframe>`, address));
    pages.set("/portal/inline.html", holder(`<iframe id="story" srcdoc="${inAttribute}"></iframe>`, address));
    const teaser = `<p id="teaser">The portal of the port has stories about lamps, masts and moles.</p>`;
    pages.set(
      "/portal/marked.html",
      holder(`${teaser}<iframe id="story" src="/stories/beacon.html"></iframe>`, address),
    );
    const small = `<iframe id="small" src="/stories/beacon.html" style="width: 300px; height: 250px"></iframe>`;
    pages.set("/portal/small.html", holder(small, address));
    pages.set("/portal/empty.html", holder("", address));
  });
  afterAll(() => other.close());

  test.each(["/portal/framed.html", "/portal/inline.html"])("is read where it stands, in %s", async (path) => {
    const { browser, reader, popup } = world();
    await reader.open(path);
    const painted = await until("the names", async () => {
      const layers = await paintedIn(browser, "story");
      return layers["sourceline-place"] === undefined ? null : layers;
    });
    expect(painted["sourceline-place"]).toContain("Port Amsel");
    await until("the badge", async () => Number(await browser.badgeText()) > 3);

    await popup.open();
    await popup.untilSays("headline", "Pilot says the beacon was dark all night");
    await popup.untilSays("subject", /Solberg/);
    await popup.close();
  });

  test("a frame of another site gets nothing", async () => {
    const { browser, reader } = world();
    await reader.open("/portal/framed.html");
    await untilStoryRead(browser);
    const report = await browser.evaluate(
      () =>
        new Promise<{ keys: string[]; elements: number }>((resolve) => {
          addEventListener("message", ({ data }) => resolve(data as { keys: string[]; elements: number }), {
            once: true,
          });
        }),
      null,
    );
    expect(report).toEqual({ keys: [], elements: 2 });
    await reader.open("/portal/empty.html");
    await reader.wait(800);
    expect(await browser.badgeText()).toBe("");
  });

  test("a frame with no more room than an advertisement gets nothing", async () => {
    const { browser, reader } = world();
    await reader.open("/portal/small.html");
    await reader.wait(800);
    expect(await paintedIn(browser, "small")).toEqual({});
    expect(await browser.badgeText()).toBe("");
  });

  test("is read again at once where its site is switched on again", async () => {
    const { browser, reader, popup } = world();
    const isPainted = async () => Object.keys(await paintedIn(browser, "story")).includes("sourceline-place");
    await reader.open("/portal/framed.html");
    await until("the names", isPainted);
    await popup.choose("never");
    await popup.close();
    await until("no names", async () => !(await isPainted()));
    await popup.choose("auto");
    await until("the names again", isPainted);
    await popup.close();
  });

  test("words are marked in it, under its own address, and found again", async () => {
    const { browser, site, reader } = world();
    await reader.open("/portal/framed.html");
    await untilStoryRead(browser);
    await browser.evaluate(() => {
      const frame = document.querySelector<HTMLIFrameElement>("#story");
      const view = frame?.contentWindow;
      const paragraph = view?.document.querySelectorAll("p")[1]?.firstChild;
      if (frame == null || view == null || paragraph == null) throw new Error("the frame is empty");
      frame.focus();
      view.focus();
      const words = "neither the red light nor the white one";
      const start = (paragraph as Text).data.indexOf(words);
      view.getSelection()?.setBaseAndExtent(paragraph, start, paragraph, start + words.length);
    }, null);
    await reader.pressHighlight();
    await reader.untilSaved(1);
    const [note] = await reader.saved();
    expect(note?.target.selectors.quote.exact).toBe("neither the red light nor the white one");
    expect(note?.target.source).toBe(`${site.origin}/stories/beacon.html`);
    const isMarked = async () =>
      Object.entries(await paintedIn(browser, "story")).some(
        ([key, texts]) => key.startsWith("sourceline-yellow") && texts.join("") === note?.target.selectors.quote.exact,
      );
    await until("the mark", isMarked);
    await browser.reload();
    await until("the mark again", isMarked);
  });

  test("going from mark to mark reaches the page's own ones, and with the focus in the frame those of the story", async () => {
    const { browser, reader } = world();
    await reader.open("/portal/marked.html");
    await until("the story's mark", async () =>
      Object.keys(await paintedIn(browser, "story")).some((key) => key.startsWith("sourceline-yellow")),
    );
    const selected = () =>
      browser.evaluate(() => {
        const view = document.querySelector<HTMLIFrameElement>("#story")?.contentWindow;
        const blockOf = (selection: Selection | null | undefined) =>
          selection?.anchorNode?.parentElement?.textContent?.trim().slice(0, 10) ?? null;
        return { page: blockOf(getSelection()), story: blockOf(view?.getSelection()) };
      }, null);

    // The page has no mark yet: the story's is gone to from anywhere.
    await reader.goToNext();
    await until("the story's mark", async () => (await selected()).story === "“I saw nei");

    await browser.evaluate(() => {
      document.querySelector<HTMLIFrameElement>("#story")?.contentWindow?.getSelection()?.removeAllRanges();
      (document.activeElement as HTMLElement | null)?.blur();
      focus();
    }, null);
    await reader.select("lamps, masts and moles");
    await reader.pressHighlight();
    await reader.untilSaved(2);
    await reader.unselect();
    await reader.goToNext();
    await until("the page's mark", async () => (await selected()).page === "The portal");
    expect((await selected()).story).toBeNull();

    await browser.evaluate(() => {
      getSelection()?.removeAllRanges();
      const frame = document.querySelector<HTMLIFrameElement>("#story");
      frame?.focus();
      frame?.contentWindow?.focus();
    }, null);
    await reader.goToNext();
    await until("the story's mark", async () => (await selected()).story === "“I saw nei");
    expect((await selected()).page).toBeNull();
  });
});

describe.each(BROWSERS)("highlights in a frame that is no article, in %s", (name) => {
  const shown = new Map([[CHAPTER_PATH, CHAPTER]]);
  const world = useWorld({ name, pages: shown });
  let other: Site;
  beforeAll(async () => {
    other = await serveFolder(join(root, "test/fixtures/site"), new Map([[OTHER_PATH, CHAPTER]]));
    const around = (inner: string): string =>
      `<!doctype html><html lang="en"><head><meta charset="utf-8"><title>Mirror</title>${FRAME_STYLE}</head>${inner}</html>`;
    shown.set("/mirror/same.html", around(`<body><iframe src="${CHAPTER_PATH}"></iframe></body>`));
    shown.set("/mirror/other.html", around(`<body><iframe src="${other.origin}${OTHER_PATH}"></iframe></body>`));
    const set = `<frameset cols="50%,50%"><frame src="about:blank"><frame src="${CHAPTER_PATH}"></frameset>`;
    shown.set("/mirror/set.html", around(set));
    const held = CHAPTER.replaceAll("&", "&amp;").replaceAll('"', "&quot;");
    shown.set("/mirror/held.html", around(`<body><p>A mirror.</p><iframe srcdoc="${held}"></iframe></body>`));
  });
  afterAll(() => other.close());

  /** What is painted of the user's in the frame, as it tells itself. */
  const painted = (): Promise<readonly string[]> =>
    world().browser.evaluate(
      () =>
        new Promise<string[]>((resolve) => {
          const hear = ({ data }: MessageEvent): void => {
            if (!Array.isArray(data)) return;
            removeEventListener("message", hear);
            const layers = data as [string, string[]][];
            resolve(layers.flatMap(([key, texts]) => (key.startsWith("sourceline-yellow") ? texts : [])));
          };
          addEventListener("message", hear);
        }),
      null,
    );

  /** The highlight is painted in the frame, and the popup lists it as one that stands there. */
  async function seeItFound(): Promise<void> {
    const { popup } = world();
    await until("the highlight in the frame", async () => (await painted()).join() === ROPE);
    await popup.open();
    await popup.untilSays("notes' tab", "This page 1");
    await popup.goTo("notes");
    await popup.untilSays("note", new RegExp(ROPE));
    expect(await popup.textOf("panel")).not.toMatch(/no longer on/);
    await popup.close();
  }

  test.each([
    ["of the same site", "/mirror/same.html", () => `${world().site.origin}${CHAPTER_PATH}`],
    ["of another site", "/mirror/other.html", () => `${other.origin}${OTHER_PATH}`],
    ["of a frameset", "/mirror/set.html", () => `${world().site.origin}${CHAPTER_PATH}`],
  ])("are found again in one %s, and listed", async (_, path, address) => {
    const { browser, reader } = world();
    await browser.goto(address());
    await reader.highlight(ROPE);
    await reader.untilMarked(ROPE);
    await reader.open(path);
    await seeItFound();
  });

  test("are found again where its text stands in the page around it", async () => {
    const { browser, reader } = world();
    await reader.open("/mirror/held.html");
    await browser.evaluate((words) => {
      const view = document.querySelector("iframe")!.contentWindow!;
      const text = view.document.querySelector("p")!.firstChild as Text;
      document.querySelector("iframe")!.focus();
      view.focus();
      const start = text.data.indexOf(words);
      view.getSelection()?.setBaseAndExtent(text, start, text, start + words.length);
    }, ROPE);
    await reader.pressHighlight();
    await reader.untilSaved(3);
    await browser.reload();
    await seeItFound();
  });
});
