import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { answersOnAnnotations } from "../../../../extension/background/answers/annotations.ts";
import { Database } from "../../../../extension/store/database.ts";
import { createUndo } from "../../../../extension/store/undo.ts";
import { createWriter } from "../../../../extension/store/writer.ts";
import { hasNote } from "../../../../src/annotation/records/annotation.ts";
import { draftOf, made, PAGE } from "../../../records.ts";

vi.mock("webextension-polyfill", () => ({
  default: {
    tabs: { query: async () => [] },
    runtime: { getURL: (path: string) => `chrome-extension://sourceline/${path}` },
  },
}));

test("a script that goes through what was done is told what it was, not where nor to which words", async () => {
  const database = new Database(`test-${crypto.randomUUID()}`);
  const writer = createWriter(database);
  const answers = answersOnAnnotations(database, writer, createUndo(database));
  await writer.save(made(draftOf("the piles", { note: "ask Brandt" })));
  const history = await answers.readHistory({ pages: ["post.example/other"] });
  expect(history).toEqual({
    ok: true,
    value: { undo: { number: expect.any(Number), kind: "create", isHere: false }, redo: null },
  });
  const here = await answers.readHistory({ pages: [PAGE] });
  expect(here).toMatchObject({ value: { undo: { isHere: true } } });
  const number = history.ok ? history.value.undo?.number : undefined;
  const moved = await answers.moveOverStep({ number: number ?? 0, direction: "undo" }, {});
  expect(moved).toEqual({ ok: true, value: "moved" });
  database.close();
});

test("a script on a page is given highlights without what is noted on them; popup and private frame with it", async () => {
  const database = new Database(`test-${crypto.randomUUID()}`);
  const writer = createWriter(database);
  const answers = answersOnAnnotations(database, writer, createUndo(database));
  const draft = draftOf("the piles", { note: "ask Brandt", tags: ["pier"], colour: "pink" });
  await writer.save(made(draft));
  const { page, source: url } = draft.target;
  const asked = { page, met: { url, canonical: null } };
  const popup = { url: "chrome-extension://sourceline/popup/popup.html" };
  const frame = { url: "about:srcdoc", origin: "null" };
  const bodies = [];
  for (const sender of [{ url }, popup, frame]) {
    const listed = await answers.listAnnotations(asked, sender);
    const deleted = await answers.deleteAnnotation({ id: draft.id }, sender);
    const restored = await answers.restoreAnnotation({ id: draft.id }, sender);
    if (!listed.ok || !deleted.ok || !restored.ok) throw new Error("an answer failed");
    const given = [...listed.value, deleted.value, restored.value];
    // Whether there is a note is told to all: it is painted.
    expect(given.map(hasNote)).toEqual([true, true, true]);
    bodies.push(given.map(({ body }) => body));
  }
  const bare = { colour: "pink", note: "", tags: [] };
  expect(bodies).toEqual([[bare, bare, bare], Array(3).fill(draft.body), Array(3).fill(draft.body)]);
  database.close();
});
