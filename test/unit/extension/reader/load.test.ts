import { beforeEach, expect, test, vi } from "vitest";
import type { Annotation } from "../../../../src/annotation/records/annotation.ts";
import { failure, type Result, success } from "../../../../src/result.ts";
import { createHighlights, type Highlights } from "../../../../extension/reader/highlights/highlights.ts";
import type { Outbox, OutboxEvent } from "../../../../extension/calls/outbox.ts";
import type { Painter } from "../../../../extension/dom/painting/painter.ts";
import { annotationOf, originOn } from "../../../records.ts";

/** What the background answers with the next list, once `answer` is called. */
let answer: (listed: Result<readonly Annotation[]>) => void;
let asked: Promise<void>;
let noteAsked: () => void;

vi.mock("../../../../extension/calls/call.ts", () => ({
  callBackground: async (call: string): Promise<Result<unknown>> => {
    if (call !== "listAnnotations") return success({});
    const listed = new Promise<Result<readonly Annotation[]>>((resolve) => (answer = resolve));
    noteAsked();
    return listed;
  },
}));

vi.mock("webextension-polyfill", () => ({ default: {} }));
// The ranges here stand on no page.
vi.mock("../../../../extension/reader/highlights/positions.ts", () => ({
  insideSameColour: () => [],
  onSameWords: () => null,
}));
vi.mock("../../../../extension/reader/highlights/find.ts", () => ({
  findHighlights: async function* (annotations: readonly Annotation[]) {
    for (const annotation of annotations)
      yield { annotation, state: "same", rewording: null, isSure: true, ranges: [range], likely: [] };
  },
}));

const range = { startContainer: { isConnected: true } } as unknown as Range;
const annotation = (id: string): Annotation => annotationOf({}, { id });
let highlights: Highlights;
let tell: (event: OutboxEvent) => void;
const ids = (): string[] => highlights.all().map((highlight) => highlight.annotation.id);

/** Something was saved here, for the first time perhaps. */
const save = (id: string): void =>
  tell({
    kind: "sent",
    unsaved: { kind: "annotation", id, made: null, changes: {}, edit: null },
    result: success(annotation(id)),
    isUnseen: false,
  });
/** Has the background list annotations. */
async function load(...listed: string[]): Promise<Result<null>> {
  const loaded = highlights.load();
  await asked;
  answer(success(listed.map(annotation)));
  return loaded;
}

const askAgain = (): void => void (asked = new Promise((resolve) => (noteAsked = resolve)));

beforeEach(() => {
  vi.stubGlobal("matchMedia", () => ({ matches: false }));
  askAgain();
  const place = { ...originOn(), *readText() {} } as never;
  const outbox = { watch: (hear: typeof tell) => void (tell = hear), unsavedOf: () => null } as unknown as Outbox;
  const painter = { paint: () => {} } as unknown as Painter;
  highlights = createHighlights(painter, { all: () => [place], of: () => place }, outbox, () => undefined);
});

test("what was deleted elsewhere goes, and what is listed stays", async () => {
  await load("listed", "gone");
  askAgain();
  expect(await load("listed")).toEqual(success(null));
  expect(ids()).toEqual(["listed"]);
});

test("what is made and saved while others are loading stays", async () => {
  const loaded = highlights.load();
  await asked;
  save("made");
  answer(success([]));
  await loaded;
  expect(ids()).toEqual(["made"]);
});

test("a list that can not be had takes nothing away", async () => {
  await load("kept");
  askAgain();
  const loaded = highlights.load();
  await asked;
  answer(failure("unreachable", "no background"));
  expect(await loaded).toMatchObject({ ok: false });
  expect(ids()).toEqual(["kept"]);
});
