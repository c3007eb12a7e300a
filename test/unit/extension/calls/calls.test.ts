import * as v from "valibot";
import { describe, expect, test, vi } from "vitest";
import type { Runtime, Tabs } from "webextension-polyfill";
import { BACKGROUND_CALLS } from "../../../../extension/calls/background-calls.ts";
import { ownerLabels } from "../../../../extension/store/owners.ts";
import { FRAME_CALLS, OVERLAY_CALLS } from "../../../../extension/calls/frame-calls.ts";
import { TAB_CALLS } from "../../../../extension/calls/tab-calls.ts";
import type { Call } from "../../../../extension/calls/entry.ts";
import { colourNamesSchema, draftSchema } from "../../../../src/annotation/records/schemas.ts";
import { CLAIMS, draftFrom } from "../../../records.ts";
import { correctionDraftSchema } from "../../../../src/corrections/schema.ts";

vi.mock("webextension-polyfill", () => ({
  default: { runtime: { getURL: (path: string) => `chrome-extension://sourceline/${path}` } },
}));

const ALL_CALLS = { ...BACKGROUND_CALLS, ...TAB_CALLS, ...OVERLAY_CALLS, ...FRAME_CALLS };

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
  const isTaken = (changes: object): boolean =>
    v.safeParse(BACKGROUND_CALLS.analyse.input, { question: "1", article: { ...article, ...changes } }).success;
  expect(isTaken({})).toBe(true);
  expect(isTaken({ text: "Fares" })).toBe(false);
  expect(isTaken({ parts: [{ start: 5, end: 2, kind: "body" }] })).toBe(false);
});

test("a span that ends before it starts is refused", () => {
  expect(
    v.safeParse(TAB_CALLS.reveal.input, { kind: "words", page: "a.test/b", span: { start: 3, end: 1 }, words: "ab" })
      .success,
  ).toBe(false);
  expect(
    v.safeParse(TAB_CALLS.reveal.input, { kind: "words", page: "a.test/b", span: { start: 1, end: 3 }, words: "ab" })
      .success,
  ).toBe(true);
});

describe("correctionDraftSchema", () => {
  const correction = {
    about: "name",
    id: draft.id,
    name: "Port Amsel",
    verdict: "place",
    from: null,
    scope: { kind: "always" },
  };

  test.each([
    ["one for everywhere", correction],
    ["a denial", { ...correction, verdict: "none", from: "source" }],
    ["one for a page", { ...correction, scope: { kind: "page", page: "post.example/pier", title: "" } }],
    ["one of a statement", draftFrom(CLAIMS[1]!)],
    ["one of two who are one", draftFrom(CLAIMS[2]!)],
    ["one of one who is two", draftFrom(CLAIMS[3]!)],
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
    ["one that says not what it is about", { ...correction, about: undefined }],
    ["a statement for everywhere", { ...draftFrom(CLAIMS[1]!), scope: { kind: "always" } }],
    ["a statement without its speaker", { ...draftFrom(CLAIMS[1]!), speaker: undefined }],
    ["one with nobody", { ...draftFrom(CLAIMS[2]!), other: null }],
    ["a form of white space", { ...draftFrom(CLAIMS[3]!), form: "\n" }],
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
    expect(v.parse(BACKGROUND_CALLS.retargetAnnotation.input, { id, target })).toEqual({ id, target });
  });

  test.each([
    ["no id", { target }],
    ["no words", { id, target: { ...target, selectors: { ...selectors, quote: { ...selectors.quote, exact: "" } } } }],
    ["no page", { id, target: { ...target, page: "" } }],
  ])("is refused with %s", (_what, input) => {
    expect(v.safeParse(BACKGROUND_CALLS.retargetAnnotation.input, input).success).toBe(false);
  });
});

test("steps go one mark on or back, sightings name annotations", () => {
  expect([1, -1, 2, 0].map((by) => v.safeParse(TAB_CALLS.stepHighlight.input, { by, isLast: true }).success)).toEqual([
    true,
    true,
    false,
    false,
  ]);
  expect(
    v.safeParse(BACKGROUND_CALLS.noteSightings.input, { same: [], moved: [], edited: [], lost: ["pier"] }).success,
  ).toBe(false);
});

test("a change says what it is about", () => {
  expect(v.safeParse(TAB_CALLS.refresh.input, { kind: "corrections", page: null }).success).toBe(true);
  expect(v.safeParse(TAB_CALLS.refresh.input, { kind: "everything" }).success).toBe(true);
  expect(v.safeParse(TAB_CALLS.refresh.input, { kind: "annotations", page: null }).success).toBe(false);
  expect(v.safeParse(TAB_CALLS.refresh.input, { page: "post.example/pier" }).success).toBe(false);
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
  expect(v.safeParse(BACKGROUND_CALLS.moveOverStep.input, { number: 3, direction: "undo" }).success).toBe(true);
  expect(v.safeParse(BACKGROUND_CALLS.moveOverStep.input, { number: -1, direction: "undo" }).success).toBe(false);
  expect(v.safeParse(BACKGROUND_CALLS.moveOverStep.input, { number: 3, direction: "back" }).success).toBe(false);
});

describe("who may make a call", () => {
  const popup: Runtime.MessageSender = { url: "chrome-extension://sourceline/popup/popup.html" };
  const script = (url: string, origin = new URL(url).origin): Runtime.MessageSender & { origin: string } => ({
    url,
    origin,
  });
  const here = script("https://www.post.example/1998/pier?utm_source=feed#ferry");
  const elsewhere = script("https://evil.example/post.example/pier");
  const frame = script("about:srcdoc", "https://www.post.example");
  const sealed = script("about:srcdoc", "null");
  const where = { source: "https://www.post.example/pier", page: "post.example/pier", title: "" };
  const foreign = { ...where, source: "https://other.example/pier" };
  const { id } = draft;
  const subject = { kind: "person", name: "Edvard Moen" };
  const at = "1998-04-02T08:00:00.000Z";
  const made = { target: draft.target, body: draft.body };
  const annotation = { kind: "annotation", id, made, changes: {}, edit: null, at };
  const note = { kind: "name-note", id, subject, changes: {}, at };

  const mayCall = (name: string, sender: Runtime.MessageSender, input: unknown): boolean => {
    const { from, input: schema } = ALL_CALLS[name as keyof typeof ALL_CALLS] as Call<v.GenericSchema, unknown>;
    return from(sender, v.parse(schema, input), ownerLabels);
  };

  test.each([
    ["listAnnotations", { page: where.page, met: { url: where.source, canonical: null } }],
    ["save", annotation],
    ["retargetAnnotation", { id, target: draft.target }],
    ["keepArticle", { ...where, outlet: null, published: null, subjects: [] }],
    ["listCorrections", { page: where.page, met: { url: where.source, canonical: null } }],
    [
      "saveCorrection",
      {
        about: "name",
        id,
        name: "Moen",
        verdict: "person",
        from: null,
        scope: { kind: "page", page: where.page, title: "" },
      },
    ],
    ["siteSettings", { site: "www.post.example:8080" }],
  ])("%s: a script only about its own site", (name, input) => {
    const all = [here, frame, popup, elsewhere, sealed];
    expect(all.map((sender) => mayCall(name, sender, input))).toEqual([true, true, true, false, false]);
  });

  const key = "5b4c3f0e-5a51-4a6f-9a52-4a8a2f3c9a11";
  const view = { kind: "highlights", page: where.page, highlights: [] };
  /** Our script in a private frame, on the page of a tab. */
  const frameOn = (url: string, origin = "null") => ({ ...script("about:srcdoc", origin), tab: { url } as Tabs.Tab });

  test.each([
    ["readForFrame", { key, view }],
    ["tellPage", { key, news: { kind: "close", isSaved: false } }],
  ])("%s: only a frame without an origin", (name, input) => {
    const all = [frameOn(where.source), frameOn(where.source, "https://www.post.example"), here, elsewhere, popup];
    expect(all.map((sender) => mayCall(name, sender, input))).toEqual([true, false, false, false, false]);
  });

  test.each([
    ["readForFrame", { key, view }],
    ["save", annotation],
    ["save", { ...note, origin: where }],
  ])("%s: a private frame only about its tab's site", (name, input) => {
    const all = [frameOn(where.source), frameOn(foreign.source), sealed];
    expect(all.map((sender) => mayCall(name, sender, input))).toEqual([true, false, false]);
  });

  test.each([
    ["save", { ...note, origin: where }],
    ["deleteNameNote", { id }],
    ["restoreNameNote", { id }],
  ])("%s: notes on names only where they are shown, which is not on the page", (name, input) => {
    const all = [popup, frameOn(where.source), here];
    expect(all.map((sender) => mayCall(name, sender, input))).toEqual([true, true, false]);
  });

  test("askFrame: a script only about its own site", () => {
    const input = { key, ask: { kind: "show", view, opening: 1 } };
    expect([here, elsewhere, sealed].map((sender) => mayCall("askFrame", sender, input))).toEqual([true, false, false]);
  });

  test.each([
    ["hearFrame", { key, news: { kind: "close", isSaved: false } }],
    ["hearOverlay", { ask: { kind: "focus", end: "first" } }],
  ])("%s: none of the scripts on pages, nor in their frames", (name, input) => {
    const all = [popup, here, frameOn(where.source)];
    expect(all.map((sender) => mayCall(name, sender, input))).toEqual([true, false, false]);
  });

  test.each([
    ["save", { ...annotation, made: { ...annotation.made, target: { ...draft.target, source: foreign.source } } }],
    ["keepArticle", { ...foreign, outlet: null, published: null, subjects: [] }],
  ])("%s: nor with another site's address beside the page of its own", (name, input) => {
    expect([here, popup].map((sender) => mayCall(name, sender, input))).toEqual([false, true]);
  });

  test("what is stored already is changed by who knows its id", () => {
    const change = { ...annotation, made: null, changes: { note: "a" } };
    expect([here, elsewhere].map((sender) => mayCall("save", sender, change))).toEqual([true, true]);
  });

  const syncServer = { address: "https://notes.example", database: "notes", user: "ada", password: "" };
  const ownOnly = [
    "readAnyway",
    "identityOfTab",
    "framesWithReader",
    "saveColourNames",
    "refuseLikely",
    "changeMarking",
    "saveSiteSettings",
    "tookUp",
    "scheduleBackups",
    "saveBackup",
    "changeMany",
    "removeForGood",
    "mergeNames",
    "splitNames",
    "mergeNamesAgain",
    "saveSearch",
    "deleteSearch",
    "restoreSearch",
    "setKept",
    "openPassage",
    "lookAtSync",
    "joinSync",
    "syncNow",
    "pauseSync",
    "leaveSync",
    "startSyncOver",
    "changeSyncPassphrase",
    "settleSync",
  ];
  const inputs: Readonly<Record<string, unknown>> = {
    readAnyway: { tabId: 1 },
    identityOfTab: { tabId: 1 },
    framesWithReader: { tabId: 1 },
    saveColourNames: {},
    refuseLikely: { id, words: "a crowd stood upon the landing stage" },
    changeMarking: { kind: "place", isMarked: false },
    saveSiteSettings: { site: "post.example", mode: "never" },
    tookUp: null,
    scheduleBackups: "weekly",
    saveBackup: { url: "blob:x/1", name: "sourceline-1998-04-02.json.gz", made: "1998-04-02T08:00:00.000Z" },
    changeMany: { ids: [id], change: { kind: "add-tag", tag: "pier" } },
    removeForGood: { ids: [id] },
    mergeNames: { id, kind: "person", into: { key: "person:a", name: "A" }, from: { key: "person:b", name: "B" } },
    splitNames: { id },
    mergeNamesAgain: { id },
    saveSearch: { id, name: "pier", query: "pier" },
    deleteSearch: { id },
    restoreSearch: { id },
    setKept: { page: where.page, isKept: true, article: null },
    openPassage: { url: where.source, page: where.page, target: { kind: "annotation", id } },
    lookAtSync: { server: syncServer, passphrase: "p" },
    joinSync: { server: syncServer, passphrase: "p" },
    pauseSync: { isPaused: true },
    leaveSync: { isRemoved: false },
    startSyncOver: { passphrase: "p" },
    changeSyncPassphrase: { present: "p", next: "q" },
    settleSync: { place: `annotations/${id}`, text: null, isDeleted: false },
    reveal: { kind: "annotation", id },
    annotateSelection: { note: true },
    annotateSpan: { page: where.page, span: { start: 0, end: 1 }, words: "a" },
    stepHighlight: { by: 1, isLast: true },
    stepName: { by: 1, isLast: true },
    findAgain: { id },
    attach: { id, to: "likely" },
    moveThroughHistory: { direction: "undo" },
    refresh: { kind: "everything" },
  };
  test.each([...ownOnly, ...Object.keys(TAB_CALLS)])("%s: none of the scripts on pages", (name) => {
    const input = inputs[name] ?? null;
    expect([here, popup].map((sender) => mayCall(name, sender, input))).toEqual([false, true]);
  });

  test("a page's own script is told from a page of the extension by its whole address", () => {
    expect(mayCall("readAnyway", script("https://evil.example/chrome-extension://sourceline/"), { tabId: 1 })).toBe(
      false,
    );
  });
});

test("these calls leave a trace of a page, and are refused in private windows", () => {
  const names = Object.entries(BACKGROUND_CALLS).flatMap(([name, { stores }]) => (stores ? [name] : []));
  expect(names).toEqual([
    "save",
    "takeSeal",
    "retargetAnnotation",
    "noteSightings",
    "keepArticle",
    "saveCorrection",
    "saveSiteSettings",
  ]);
});
