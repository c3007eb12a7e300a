import { beforeEach, expect, test, vi } from "vitest";
import type { Annotation } from "../../../../src/annotation/records/annotation.ts";
import { failure, type Result, success } from "../../../../src/result.ts";
import { createMarkLoader } from "../../../../extension/reader/highlights/mark-load.ts";
import type { Mark } from "../../../../extension/reader/highlights/mark.ts";
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

const unsaved = new Set<string>();
const marks = new Map<string, Mark>();

const annotation = (id: string): Annotation => annotationOf({}, { id });
const put = (id: string): unknown =>
  marks.set(id, { annotation: annotation(id), state: "same", rewording: null, ranges: [{} as Range] });

function createLoader() {
  const page = {
    ...originOn(),
    readText: () => {
      throw new Error("nothing is lost here");
    },
  };
  return createMarkLoader({
    pages: { all: () => [page], of: () => page },
    marks,
    isNew: (id) => unsaved.has(id),
    anchor: async () => {},
    shown: (record) => record,
    paint: () => {},
  });
}

beforeEach(() => {
  asked = new Promise((resolve) => (noteAsked = resolve));
  marks.clear();
  unsaved.clear();
});

test("a mark that was deleted elsewhere goes, and one that is listed stays", async () => {
  put("listed");
  put("gone");
  const loaded = createLoader().load();
  await asked;
  answer(success([annotation("listed")]));
  expect(await loaded).toEqual(success(null));
  expect([...marks.keys()]).toEqual(["listed"]);
});

test("a mark that is made and saved while marks are loading stays", async () => {
  const loaded = createLoader().load();
  await asked;
  put("made");
  answer(success([]));
  await loaded;
  expect([...marks.keys()]).toEqual(["made"]);
});

test("a mark that is saved for the first time while marks are loading stays", async () => {
  put("kept");
  unsaved.add("kept");
  const loaded = createLoader().load();
  await asked;
  unsaved.delete("kept");
  answer(success([]));
  await loaded;
  expect([...marks.keys()]).toEqual(["kept"]);
});

test("a list that can not be had takes nothing away", async () => {
  put("kept");
  const loaded = createLoader().load();
  await asked;
  answer(failure("unreachable", "no background"));
  expect(await loaded).toMatchObject({ ok: false });
  expect([...marks.keys()]).toEqual(["kept"]);
});
