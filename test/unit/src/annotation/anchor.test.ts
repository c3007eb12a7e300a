import * as fc from "fast-check";
import { describe as group, expect, test } from "vitest";
import { anchor as anchorSteps } from "../../../../src/annotation/anchoring/anchor.ts";
import { describe } from "../../../../src/annotation/anchoring/describe.ts";
import { createTextIndex } from "../../../../src/annotation/anchoring/text-index.ts";
import { textOf, type Span } from "../../../../src/text/span.ts";
import { finish } from "../../../../src/slices.ts";

const anchor = (...passage: Parameters<typeof anchorSteps>) => finish(anchorSteps(...passage));

const STORY = [
  "Ferry service to the outer islands resumes",
  "The first boat left Port Ellery at dawn on Monday, four weeks after the winter storms had torn away its pier.",
  "“We counted every plank twice,” said Maren Oddly, who runs the harbour office. “Nobody wanted another surprise.”",
  "The island council had asked for the crossing to be free until spring. The council later withdrew the request.",
  "Some two hundred islanders waited at the quay, and the baker handed out rolls that were still warm.",
  "Repairs cost about nine million crowns, according to the harbour office, a third more than was planned.",
].join("\n");

/** The span of the `nth` place (from 0) where `words` stand. */
function spanOf(text: string, words: string, nth = 0): Span {
  let start = text.indexOf(words);
  for (let i = 0; i < nth; i += 1) start = text.indexOf(words, start + 1);
  if (start < 0) throw new Error(`not in the text: ${words}`);
  return { start, end: start + words.length };
}

/** Anchors `words` of the story in another version of it. */
function reanchor(words: string, edit: (story: string) => string, nth = 0) {
  const selectors = describe(STORY, spanOf(STORY, words, nth));
  const text = edit(STORY);
  const anchoring = anchor(createTextIndex(text), selectors);
  return { ...anchoring, words: anchoring.state === "lost" ? null : textOf(text, anchoring.span) };
}

const paragraph = (number: number) => STORY.split("\n")[number]!;

group("anchor", () => {
  test.each<[string, string, (story: string) => string, string, string | null]>([
    ["an unchanged page", "four weeks", (s) => s, "same", "four weeks"],
    ["text put in above", "four weeks", (s) => `Weather: sun\n${s}`, "moved", "four weeks"],
    ["text put in below", "four weeks", (s) => `${s}\nMore stories`, "same", "four weeks"],
    ["straight quotation marks", "“We counted", (s) => s.replace(/[“”]/g, '"'), "same", '"We counted'],
    [
      "other white space",
      "left Port Ellery",
      (s) => s.replaceAll(" ", "\u00a0 "),
      "moved",
      "left\u00a0 Port\u00a0 Ellery",
    ],
    ["soft hyphens", "harbour office", (s) => s.replaceAll("ou", "o\u00adu"), "moved", "harbo\u00adur office"],
    ["capitals", "island council", (s) => s.toUpperCase(), "same", "ISLAND COUNCIL"],
    ["a word changed in it", "free until spring", (s) => s.replace("spring", "April"), "edited", "free until April"],
    [
      "a word put into it",
      "still warm",
      (s) => s.replace("still warm", "still quite warm"),
      "edited",
      "still quite warm",
    ],
    ["a word taken out of it", "nine million crowns", (s) => s.replace("million ", ""), "edited", "nine crowns"],
    ["a letter inside a word", "e", (s) => `The weather\n${s}`, "moved", "e"],
    ["its paragraph gone", "two hundred islanders", (s) => s.replace(`${paragraph(4)}\n`, ""), "lost", null],
    ["an empty page", "harbour office", () => "", "lost", null],
  ])("with %s", (_, words, edit, state, found) => {
    expect(reanchor(words, edit)).toMatchObject({ state, words: found });
  });

  test("follows a paragraph that moved", () => {
    const toTheEnd = (story: string) => story.replace(`${paragraph(2)}\n`, "") + `\n${paragraph(2)}`;
    expect(reanchor("Nobody wanted another surprise", toTheEnd)).toMatchObject({
      state: "moved",
      words: "Nobody wanted another surprise",
    });
  });

  test("keeps to its own place among repeated words", () => {
    const insert = (story: string) => `A list of harbour office hours\n${story}`;
    const text = insert(STORY);
    const second = reanchor("harbour office", insert, 1);
    expect(second).toMatchObject({ state: "moved", span: spanOf(text, "harbour office", 2) });
  });

  test("does not take the same words elsewhere for a passage that is gone", () => {
    const withoutEnd = (story: string) => story.replace(`\n${paragraph(5)}`, "");
    expect(reanchor("harbour office", withoutEnd, 1)).toMatchObject({ state: "lost" });
  });

  test("says what the passage was and is when it was edited", () => {
    expect(reanchor("about nine million crowns", (s) => s.replace("nine", "twelve"))).toMatchObject({
      before: "about nine million crowns",
      after: "about twelve million crowns",
    });
  });

  test("works without a position", () => {
    const { quote } = describe(STORY, spanOf(STORY, "harbour office", 1));
    expect(anchor(createTextIndex(STORY), { quote, position: null })).toEqual({
      state: "moved",
      span: spanOf(STORY, "harbour office", 1),
    });
  });
});

/** Words of several scripts, few enough that phrases repeat. */
const word = fc.constantFrom(
  ..."the a island council said free storm Ellery 42 – , . “ ” شهر مدينة שלום 東京 都 港 が e\u0301te\u0301 👩‍🚀 🇳🇴 नमस्ते".split(
    " ",
  ),
);
const text = fc
  .array(fc.tuple(word, fc.constantFrom(" ", " ", " ", "\n", "")), { minLength: 1, maxLength: 120 })
  .map((pairs) => pairs.map((pair) => pair.join("")).join(""));

/** A non-empty span of a text. */
function pick(length: number, a: number, b: number): Span {
  const start = a % length;
  return { start, end: start + 1 + (b % (length - start)) };
}

group("describe, then anchor", () => {
  test("gives the very span on the unchanged text", () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), (page, a, b) => {
        const span = pick(page.length, a, b);
        expect(anchor(createTextIndex(page), describe(page, span))).toEqual({ state: "same", span });
      }),
    );
  });

  test("gives the same words when text is put in elsewhere", () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), fc.nat(), text, (page, a, b, c, inserted) => {
        const span = pick(page.length, a, b);
        const words = textOf(page, span);
        fc.pre(words.trim() === words && /[\p{L}\p{N}]/u.test(words));
        // Nobody can select a letter without its accent.
        fc.pre(!/^\p{M}/u.test(page.slice(span.start)) && !/^\p{M}/u.test(page.slice(span.end)));
        // Other text: where it repeats words of the passage, which of them is meant may be open.
        const put = new Set(inserted.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu));
        fc.pre(!(page.toLowerCase().match(/[\p{L}\p{N}\p{M}]+/gu) ?? []).some((own) => put.has(own)));
        // Somewhere outside the passage, and between two words of the page.
        const gaps = [...page.matchAll(/\s|^|$/g)].map((gap) => gap.index);
        const outside = gaps.filter((gap) => gap <= span.start || gap >= span.end);
        const at = outside[c % outside.length]!;
        const changed = `${page.slice(0, at)}\n${inserted}\n${page.slice(at)}`;
        const anchoring = anchor(createTextIndex(changed), describe(page, span));
        if (anchoring.state !== "lost") expect(textOf(changed, anchoring.span)).toBe(words);
      }),
    );
  });

  test("never throws, and never leaves the text, whatever the page has become", () => {
    fc.assert(
      fc.property(text, fc.nat(), fc.nat(), text, (page, a, b, other) => {
        const anchoring = anchor(createTextIndex(other), describe(page, pick(page.length, a, b)));
        if (anchoring.state === "lost") return;
        expect(anchoring.span.start).toBeGreaterThanOrEqual(0);
        expect(anchoring.span.end).toBeGreaterThan(anchoring.span.start);
        expect(anchoring.span.end).toBeLessThanOrEqual(other.length);
      }),
    );
  });
});
