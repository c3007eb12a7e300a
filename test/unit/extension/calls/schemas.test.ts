import * as v from "valibot";
import { describe, expect, test } from "vitest";
import {
  articleSchema,
  moveSchema,
  refreshSchema,
  retargetSchema,
  sightingsSchema,
  stepSchema,
  revealSchema,
} from "../../../../extension/calls/schemas.ts";
import { colourNamesSchema, draftSchema } from "../../../../src/annotation/records/schemas.ts";
import { correctionDraftSchema } from "../../../../src/corrections/schema.ts";

const draft = {
  id: "0b8f6c0e-6c39-4f5e-9d8e-0d7e4f1a2b3c",
  target: {
    source: "https://post.example/pier",
    page: "post.example/pier",
    title: "",
    selectors: {
      quote: { type: "TextQuoteSelector", exact: "the piles", prefix: "about " },
      position: { type: "TextPositionSelector", start: 5, end: 14 },
    },
  },
  body: { colour: "yellow", note: "", tags: ["claim"] },
};

describe("draftSchema", () => {
  test("takes a draft as it is", () => {
    expect(v.parse(draftSchema, draft)).toEqual(draft);
  });

  test.each([
    ["an id that is no UUID", { ...draft, id: "1" }],
    ["an unknown colour", { ...draft, body: { ...draft.body, colour: "red" } }],
    ["a note beyond the limit", { ...draft, body: { ...draft.body, note: "x".repeat(20_001) } }],
    ["an empty tag", { ...draft, body: { ...draft.body, tags: [""] } }],
    ["an address that runs a script", { ...draft, target: { ...draft.target, source: "javascript:alert(1)" } }],
    ["an address without a host", { ...draft, target: { ...draft.target, source: "https://" } }],
    ["no selectors", { ...draft, target: { ...draft.target, selectors: null } }],
    ["markup in place of a draft", "<b>"],
  ])("refuses %s", (_what, input) => {
    expect(v.safeParse(draftSchema, input).success).toBe(false);
  });

  test("drops what it does not know", () => {
    expect(v.parse(draftSchema, { ...draft, secret: 1 })).toEqual(draft);
  });
});

test("an article whose parts lie outside its text is refused", () => {
  const article = { text: "Fares rise", parts: [{ start: 0, end: 10, kind: "headline" }], language: "en" };
  expect(v.safeParse(articleSchema, article).success).toBe(true);
  expect(v.safeParse(articleSchema, { ...article, text: "Fares" }).success).toBe(false);
  expect(v.safeParse(articleSchema, { ...article, parts: [{ start: 5, end: 2, kind: "body" }] }).success).toBe(false);
});

test("a span that ends before it starts is refused", () => {
  expect(
    v.safeParse(revealSchema, { kind: "words", page: "a.test/b", span: { start: 3, end: 1 }, words: "ab" }).success,
  ).toBe(false);
  expect(
    v.safeParse(revealSchema, { kind: "words", page: "a.test/b", span: { start: 1, end: 3 }, words: "ab" }).success,
  ).toBe(true);
});

describe("correctionDraftSchema", () => {
  const correction = { id: draft.id, name: "Port Amsel", verdict: "place", from: null, scope: { kind: "always" } };

  test.each([
    ["one for everywhere", correction],
    ["a denial", { ...correction, verdict: "none", from: "source" }],
    ["one for a page", { ...correction, scope: { kind: "page", page: "post.example/pier", title: "" } }],
  ])("takes %s", (_what, input) => {
    expect(v.parse(correctionDraftSchema, input)).toEqual(input);
  });

  test.each([
    ["an id that is no UUID", { ...correction, id: "1" }],
    ["a name of white space", { ...correction, name: " \n" }],
    ["a name beyond the limit", { ...correction, name: "x".repeat(301) }],
    ["something that is denied as well", { ...correction, from: "person" }],
    ["no word on what is denied", { ...correction, from: undefined }],
    ["a denial of an unknown kind", { ...correction, verdict: "none", from: "ship" }],
    ["an unknown verdict", { ...correction, verdict: "ship" }],
    ["a page's correction without its page", { ...correction, scope: { kind: "page", title: "" } }],
    ["an unknown scope", { ...correction, scope: { kind: "site" } }],
  ])("refuses %s", (_what, input) => {
    expect(v.safeParse(correctionDraftSchema, input).success).toBe(false);
  });
});

describe("a mark's new target", () => {
  const id = "0c4e0f0e-5a51-4a6f-9a52-4a8a2f3c9a11";
  const selectors = { quote: { type: "TextQuoteSelector", exact: "the piles" }, position: null };
  const target = { source: "https://post.example/pier", page: "post.example/pier", title: "", selectors };

  test("is taken", () => {
    expect(v.parse(retargetSchema, { id, target })).toEqual({ id, target });
  });

  test.each([
    ["no id", { target }],
    ["no words", { id, target: { ...target, selectors: { ...selectors, quote: { ...selectors.quote, exact: "" } } } }],
    ["no page", { id, target: { ...target, page: "" } }],
  ])("is refused with %s", (_what, input) => {
    expect(v.safeParse(retargetSchema, input).success).toBe(false);
  });
});

test("steps go one mark on or back, sightings name annotations", () => {
  expect([1, -1, 2, 0].map((by) => v.safeParse(stepSchema, { by, isLast: true }).success)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(v.safeParse(sightingsSchema, { seen: [], lost: ["pier"] }).success).toBe(false);
});

test("a change says what it is about", () => {
  expect(v.safeParse(refreshSchema, { kind: "corrections", page: null }).success).toBe(true);
  expect(v.safeParse(refreshSchema, { kind: "everything" }).success).toBe(true);
  expect(v.safeParse(refreshSchema, { kind: "annotations", page: null }).success).toBe(false);
  expect(v.safeParse(refreshSchema, { page: "post.example/pier" }).success).toBe(false);
});

describe("colourNamesSchema", () => {
  test.each([{}, { pink: "Check this" }, { yellow: "a", green: "b", blue: "c", pink: "x".repeat(40) }])(
    "takes %j",
    (names) => {
      expect(v.parse(colourNamesSchema, names)).toEqual(names);
    },
  );

  test.each([{ pink: "" }, { pink: " a" }, { pink: "a  b" }, { pink: "x".repeat(41) }, { pink: 1 }, "pink"])(
    "refuses %j",
    (names) => {
      expect(v.safeParse(colourNamesSchema, names).success).toBe(false);
    },
  );

  test("drops colours that there are not", () => {
    expect(v.parse(colourNamesSchema, { red: "a" })).toEqual({});
  });
});

test("a move through the history names its step and its way", () => {
  expect(v.safeParse(moveSchema, { number: 3, direction: "undo" }).success).toBe(true);
  expect(v.safeParse(moveSchema, { number: -1, direction: "undo" }).success).toBe(false);
  expect(v.safeParse(moveSchema, { number: 3, direction: "back" }).success).toBe(false);
});
