import { join } from "node:path";
import { afterAll, describe, expect, test } from "vitest";
import { rmSync } from "node:fs";
import { copyWithTexts, pseudoTexts, textsIn } from "../../../tools/browsers/other-texts.ts";
import { until } from "../../../tools/browsers/driver.ts";
import { STORIES } from "../../../tools/start/samples.ts";
import { root, useWorld, type World } from "../harness.ts";

const CHROME = join(root, "dist/chrome");

/** What a surface shows that is wrong for its language. */
interface Faults {
  /** Words in plain letters that neither the page nor the reader wrote. */
  readonly untranslated: string[];
  /** Texts that stick out of their boxes. */
  readonly cut: string[];
  /** What the document is wider than its window by: the first elements that stick out of it. */
  readonly overflow: string[];
  readonly direction: string;
}

/** Looks at the document that it runs in. `content` is what page and reader wrote, which nobody translates. */
function faultsOf(content: string): Faults {
  // A word without an accent that could have one.
  const isPlain = (text: string): boolean =>
    (text.match(/\p{L}{3,}/gu) ?? []).some(
      (word) => /^[A-Za-z]+$/.test(word) && /[aceinosuyz]/i.test(word) && !content.includes(word),
    );
  const untranslated: string[] = [];
  const cut: string[] = [];
  const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT);
  while (walker.nextNode()) {
    const node = walker.currentNode as Text;
    const parent = node.parentElement;
    // Names of the template, the story to try things out on, and what was read and kept are nobody's to translate.
    if (
      parent === null ||
      parent.closest("script, style, textarea, code, pre, time, .paper, .said, [role=listbox], .names, .facet") !== null
    ) {
      continue;
    }
    const text = node.data.trim();
    if (text !== "" && isPlain(text)) untranslated.push(text);
  }
  // An instant is written by the browser, in the language of the dates.
  const labelled = ":is([aria-label], [title], [placeholder]):not(time)";
  for (const element of document.querySelectorAll<HTMLElement>(labelled)) {
    for (const name of ["aria-label", "title", "placeholder"]) {
      const text = element.getAttribute(name);
      if (text !== null && isPlain(text)) untranslated.push(`${name}: ${text}`);
    }
  }
  for (const element of document.querySelectorAll<HTMLElement>("button, label, summary, h1, h2, h3, [role=tab]")) {
    const { overflowX, textOverflow } = getComputedStyle(element);
    const isCut =
      overflowX !== "visible" && textOverflow !== "ellipsis" && element.scrollWidth > element.clientWidth + 1;
    if (isCut) cut.push(element.textContent ?? "");
  }
  const { scrollWidth, clientWidth, dir } = document.documentElement;
  const sticksOut = (element: Element): boolean => {
    const { left, right, width } = element.getBoundingClientRect();
    return width > 0 && (right > clientWidth + 1 || left < -1);
  };
  const overflow =
    scrollWidth === clientWidth
      ? []
      : [...document.body.querySelectorAll(":not(.unseen)")]
          .filter(sticksOut)
          .slice(0, 5)
          .map(({ localName, className, textContent }) => `${localName}.${className} ${textContent?.slice(0, 60)}`);
  return { untranslated, cut, overflow, direction: dir };
}

/** What the page says, and what stands on surfaces in no language: keys, names of formats, addresses. */
const CONTENT = "Sourceline Alt Shift Ctrl Markdown localhost https example com";

describe.each(["ltr", "rtl"] as const)("in a language that nobody speaks, laid out %s", (direction) => {
  const extension = copyWithTexts(CHROME, pseudoTexts(textsIn(CHROME, "en"), direction));
  // The layout is the same in both browsers; this one tells of every surface.
  const world = useWorld({ name: "chromium", extension });
  afterAll(() => rmSync(extension, { recursive: true, force: true }));
  const sound = { untranslated: [], cut: [], overflow: [], direction };

  const contentOf = async ({ browser }: World): Promise<string> =>
    `${CONTENT} ${await browser.evaluate(() => `${document.title} ${document.body.textContent}`, null)}`;

  test("popup and panel are translated whole, and nothing in them is cut", async () => {
    const { browser, reader } = world();
    await reader.read(STORIES.nested);
    await reader.highlight("I regret the coffee");
    const content = await contentOf(world());
    await browser.openPopup();
    const tabs = await browser.inPopup(() => document.querySelectorAll("[role=tab]").length, null);
    expect(tabs).toBeGreaterThan(3);
    for (let tab = 0; tab < tabs; tab += 1) {
      await browser.inPopup((index) => document.querySelectorAll<HTMLElement>("[role=tab]")[index]?.click(), tab);
      await reader.wait(300);
      expect(await browser.inPopup(faultsOf, content), `tab ${tab}`).toEqual(sound);
    }
    await browser.closePopup();
    await browser.openPanel(360, 780);
    await until("the panel's tabs", () => browser.inPanel(() => document.querySelector("[role=tab]") !== null, null));
    expect(await browser.inPanel(faultsOf, content)).toEqual(sound);
    await browser.closePanel();
  });

  test.each(["options/options.html", "library/library.html", "welcome/welcome.html"])(
    "%s is, at every width",
    async (path) => {
      const { browser, reader } = world();
      await reader.open("/index.html");
      const content = await contentOf(world());
      for (const width of [360, 800, 1280]) {
        await browser.resize(width, 900);
        await browser.goto(`${browser.extensionOrigin}/${path}`);
        await until("the page", () =>
          browser.evaluate(() => document.querySelectorAll("h1, h2, nav a").length > 1, null),
        );
        await reader.wait(500);
        expect(await browser.evaluate(faultsOf, content), String(width)).toEqual(sound);
      }
      await browser.resize(1000, 800);
    },
  );

  test("what a page does not let through is found", async () => {
    const { browser, reader } = world();
    await reader.open("/index.html");
    await browser.evaluate(() => {
      const button = document.createElement("button");
      button.textContent = "Pay the ferryman now";
      Object.assign(button.style, { width: "20px", overflow: "hidden", whiteSpace: "nowrap" });
      document.body.replaceChildren(button);
    }, null);
    const { untranslated, cut } = await browser.evaluate(faultsOf, CONTENT);
    expect([untranslated.length, cut.length]).toEqual([1, 1]);
  });
});

describe("in German, which takes more words than the story has", () => {
  const extension = copyWithTexts(CHROME, textsIn(CHROME, "de"));
  const world = useWorld({ name: "chromium", extension });
  afterAll(() => rmSync(extension, { recursive: true, force: true }));

  test("the first page reads its story and nothing else", async () => {
    const { browser } = world();
    await browser.goto(`${browser.extensionOrigin}/welcome/welcome.html#installed`);
    const found = await until("what was read", () =>
      browser.evaluate(() => document.querySelector(".found")?.textContent ?? null, null),
    );
    expect(found).toContain(": 7 Namen in diesem Artikel");
  });
});
