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
  const likely = anchoring.state === "lost" ? anchoring.likely : null;
  return {
    ...anchoring,
    words: anchoring.state === "lost" ? null : textOf(text, anchoring.span),
    likely: likely === null ? null : textOf(text, likely),
  };
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

  const rewritten = "A crowd of people stood on the shore from early morning, and someone gave them bread.";
  test.each<[string, string, (story: string) => string, string | null]>([
    [
      "a paragraph that was rewritten between its neighbours",
      paragraph(4),
      (s) => s.replace(paragraph(4), rewritten),
      rewritten,
    ],
    [
      "a phrase for which another stands",
      "four weeks after the winter storms had torn away its pier",
      (s) =>
        s.replace(
          "four weeks after the winter storms had torn away its pier",
          "a month since a gale broke the landing",
        ),
      "a month since a gale broke the landing",
    ],
    ["a paragraph that is gone", paragraph(4), (s) => s.replace(`${paragraph(4)}\n`, ""), null],
    [
      "a common word that stands elsewhere",
      "harbour office",
      (s) => s.replace(paragraph(2), "").replace(paragraph(5), "The harbour office opens. A harbour office shuts."),
      null,
    ],
    ["a page of other words", paragraph(4), () => "Stocks fell on Tuesday as the bank raised rates.", null],
  ])("of %s, tells where it may be, if anywhere", (_, words, edit, likely) => {
    expect(reanchor(words, edit)).toMatchObject({ state: "lost", likely });
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
      state: "same",
      span: spanOf(STORY, "harbour office", 1),
      isSure: true,
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
        expect(anchor(createTextIndex(page), describe(page, span))).toEqual({ state: "same", span, isSure: true });
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

group("a copy of a passage", () => {
  const quote = "the baker handed out rolls that were still warm";

  test("with the old wording does not hide that the story was edited", () => {
    const edit = (s: string) => `“${quote}”\n${s.replace("rolls that were still warm", "buns that were still warm")}`;
    expect(reanchor(quote, edit)).toMatchObject({
      state: "edited",
      words: "the baker handed out buns that were still warm",
    });
  });

  test("right below it does not take it away from its place", () => {
    const copied = (s: string) => s.replace(paragraph(4), `${paragraph(4)}\n${paragraph(4)}`);
    expect(reanchor(paragraph(4), copied)).toMatchObject({ state: "same", span: spanOf(copied(STORY), paragraph(4)) });
  });
});

group("a passage that moved without its paragraph", () => {
  test.each([
    "for the crossing to be free",
    "later withdrew the request",
    "Nobody wanted another surprise",
    "who runs the",
  ])("is found: %s", (words) => {
    const sentence = STORY.split(/(?<=[.”])\s/).find((one) => one.includes(words))!;
    const moved = (s: string) => s.replace(sentence, "").replace("Repairs cost", `${sentence} Repairs cost`);
    expect(reanchor(words, moved)).toMatchObject({ words });
  });
});

test("a passage over two paragraphs with new text between them takes no more of it than it has", () => {
  const words = `${paragraph(3)}\n${paragraph(4)}`;
  const between = Array.from({ length: 12 }, (_, i) => `Further down the coast, village ${i} waits for its own boats.`);
  const torn = (s: string) => s.replace(`\n${paragraph(4)}`, `\n${between.join("\n")}\n${paragraph(4)}`);
  const found = reanchor(words, torn).words ?? "";
  expect(found).not.toContain("village 6");
  expect(words).toContain(found);
});

test("a passage over two paragraphs that were moved apart is found where the larger part is, however far that is", () => {
  const near =
    "Grandmothers, schoolchildren and fishermen crowded onto the stones while a brass band rehearsed marches.";
  const far =
    "Divers, welders and three retired carpenters worked through every night since February, fed by volunteers from both " +
    "chapels; their wages came out of a lottery which a widow had organised in her kitchen.";
  const between = Array.from({ length: 60 }, (_, i) => `Log of day ${i}: fog at ${i}, calm, no sail in sight.`);
  const story = [STORY, near, far, "Sundays are quiet."].join("\n");
  const now = [STORY, near, ...between, far, "Sundays are quiet."].join("\n");
  const found = anchor(createTextIndex(now), describe(story, spanOf(story, `${near}\n${far}`)));
  expect(found).toMatchObject({ state: "edited", after: expect.stringMatching(/Divers.*her kitchen/) });
});
