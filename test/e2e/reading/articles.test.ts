import { readFileSync } from "node:fs";
import { join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";
import type { ArticleFacts, PartKind } from "../../../src/text/article.ts";
import { inPageScript } from "../../../tools/pages/in-page-script.ts";
import { BROWSERS, root, useWorld } from "../harness.ts";

/** What the test looks at of an article that was read in a page. */
interface Reading {
  readonly facts: ArticleFacts;
  readonly language: string | null;
  readonly parts: readonly { readonly kind: PartKind; readonly text: string }[];
  readonly isWhole: boolean;
  readonly strayRuns: number;
  readonly lostSpans: number;
  readonly changes: number;
}

const pages = new Map(
  ["hidden", "copies", "shadow", "components", "offers"].map((name) => [
    `/${name}.html`,
    readFileSync(join(root, "test/fixtures/articles", `${name}.html`), "utf8"),
  ]),
);

describe.each(BROWSERS)("reading an article in %s", (name) => {
  const world = useWorld({ name, pages });
  let script = "";
  let decide = "";
  beforeAll(async () => {
    script = await inPageScript("read-in-page.ts");
    decide = await inPageScript("decide-in-page.ts");
  });

  /** Runs the reader in a page, and looks at what it gave there, where the text nodes are. */
  async function readingOf(path: string): Promise<Reading> {
    const { browser, reader } = world();
    await reader.open(path);
    return browser.evaluate((source) => {
      const observer = new MutationObserver(() => null);
      observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
      // eslint-disable-next-line no-eval -- the reader as one script, as the extension injects it
      (0, eval)(source);
      const { article, facts, map } = Reflect.get(globalThis, "sourcelineArticle");
      const { spanOf, rangesOf } = Reflect.get(globalThis, "sourcelineMap");
      const reading = {
        facts,
        language: article.language,
        parts: article.parts.map((part: { kind: string; start: number; end: number }) => ({
          kind: part.kind,
          text: article.text.slice(part.start, part.end),
        })),
        isWhole: map.text === article.text,
        strayRuns: map.runs.filter(
          (run: { start: number; node: Text; nodeStart: number; length: number }) =>
            run.node.data.slice(run.nodeStart, run.nodeStart + run.length).replace(/\s+/g, " ") !==
            map.text.slice(run.start, run.start + run.length),
        ).length,
        lostSpans: article.parts.filter((part: { start: number; end: number }) => {
          const ranges = rangesOf(map, part);
          const whole = document.createRange();
          whole.setStart(ranges[0].startContainer, ranges[0].startOffset);
          whole.setEnd(ranges.at(-1).endContainer, ranges.at(-1).endOffset);
          const span = spanOf(map, whole);
          return span?.start !== part.start || span?.end !== part.end;
        }).length,
        changes: observer.takeRecords().length,
      };
      observer.disconnect();
      return reading;
    }, script);
  }

  test("takes what a reader sees, and nothing that is hidden", async () => {
    const { parts } = await readingOf("/hidden.html");
    expect(parts).toEqual([
      { kind: "headline", text: "Lighthouse keepers return to Skerry Point" },
      {
        kind: "lead",
        text: "The keepers of Skerry Point returned on Saturday, eleven years after the lamp was left to run by itself.",
      },
      {
        kind: "body",
        text: "“Nobody can oil a hinge from the mainland,” said Harriet Vane, who runs the harbour office.",
      },
      {
        kind: "body",
        text: "Two keepers will share the watch, four weeks at a time, and a boat will bring bread on Tuesdays.",
      },
      { kind: "body", text: "Cooperation with the weather office begins in June.\nThe lamp stays electric." },
    ]);
  });

  test("takes one of two copies, and neither what is behind a paywall nor what is only spoken", async () => {
    const { parts } = await readingOf("/copies.html");
    expect(parts).toEqual([
      { kind: "headline", text: "Salt road opens to carts again" },
      {
        kind: "lead",
        text: "Carts may use the old salt road again from Monday, the bridge warden of Harrow Ford said on Friday.",
      },
      {
        kind: "body",
        text: "“The planks are new and the tolls are old,” the warden said, and he let the first cart pass for nothing.",
      },
      { kind: "boilerplate", text: "What a cart pays" },
      {
        kind: "body",
        text: "The road was closed for nine winters, after a flood had taken the second pier and the toll house with it.",
      },
      {
        kind: "body",
        text: "Carters from both banks have already hung lanterns along the way, and the inn has found its old sign.",
      },
      {
        kind: "body",
        text: "The council will look at the planks again in spring, before the heavy carts of the salt fair come through.",
      },
    ]);
  });

  test("states headline, authors, date, outlet and language", async () => {
    const { facts, language } = await readingOf("/hidden.html");
    expect(facts).toMatchObject({
      headline: "Lighthouse keepers return to Skerry Point",
      bylines: ["Ada Quill", "Ben Marsh"],
      agency: null,
      published: "2019-05-05T02:10:00Z",
      modified: null,
      outlet: "The Tidewater Courier",
    });
    expect(language).toBe("en-GB");
  });

  test("takes open shadow trees and what is slotted into them, in the order in which they are seen", async () => {
    const { parts } = await readingOf("/shadow.html");
    expect(parts.map(({ text }) => text.slice(0, 12))).toEqual([
      "Ferry bell f",
      "The bell of ",
      "“It weighs a",
      "It will ring",
    ]);
  });

  test("is found where the whole page is made of nested components", async () => {
    const { browser, reader } = world();
    await reader.open("/components.html");
    const decision = await browser.evaluate((source) => {
      // eslint-disable-next-line no-eval -- the detector as one script, as the extension runs it
      (0, eval)(source);
      return Reflect.get(globalThis, "sourcelineDecision");
    }, decide);
    expect(decision).toMatchObject({ isArticle: true, reason: { paragraphs: 6 } });
    const { parts } = await readingOf("/components.html");
    expect(parts.map(({ kind }) => kind)).toEqual(["headline", "lead", "body", "body", "body", "body", "body"]);
  });

  test("leaves out boxes that offer something by a button, keeps answers that one unfolds, and sees marks that style draws", async () => {
    const { parts } = await readingOf("/offers.html");
    const story = parts.filter(({ kind }) => kind === "lead" || kind === "body").map(({ text }) => text.slice(0, 12));
    expect(story).toEqual([
      "The keepers ",
      "“Nobody can ",
      "Two keepers ",
      "The lamp was",
      "By boat, on ",
      "The ministry",
      "Harriet Vane",
      "“We could ha",
      "“The rock wa",
    ]);
    expect(parts.at(-1)?.text).toContain("all along”, said");
  });

  test.each([...pages.keys()])("leads from the text of %s back to its nodes, and changes nothing", async (path) => {
    const { isWhole, strayRuns, changes } = await readingOf(path);
    expect({ isWhole, strayRuns, changes }).toEqual({ isWhole: true, strayRuns: 0, changes: 0 });
  });

  test("finds each part again from the range that covers it", async () => {
    expect((await readingOf("/hidden.html")).lostSpans).toBe(0);
  });
});
