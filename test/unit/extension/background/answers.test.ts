import "fake-indexeddb/auto";
import { expect, test, vi } from "vitest";
import { answersOnAnnotations } from "../../../../extension/background/answers/annotations.ts";
import { Database } from "../../../../extension/store/database.ts";
import { createUndo } from "../../../../extension/store/undo.ts";
import { createWriter } from "../../../../extension/store/writer.ts";
import { draftOf, made } from "../../../records.ts";

vi.mock("webextension-polyfill", () => ({ default: { tabs: { query: async () => [] } } }));

test("a script that goes through what was done is told what it was, not where nor to which words", async () => {
  const database = new Database(`test-${crypto.randomUUID()}`);
  const writer = createWriter(database);
  const answers = answersOnAnnotations(database, writer, createUndo(database));
  await writer.save(made(draftOf("the piles", { note: "ask Brandt" })));
  const history = await answers.readHistory();
  expect(history).toEqual({ ok: true, value: { undo: { number: expect.any(Number), kind: "create" }, redo: null } });
  const number = history.ok ? history.value.undo?.number : undefined;
  const moved = await answers.moveOverStep({ number: number ?? 0, direction: "undo" }, {});
  expect(moved).toEqual({ ok: true, value: "moved" });
  database.close();
});
