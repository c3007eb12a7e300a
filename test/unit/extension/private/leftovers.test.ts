import { beforeEach, expect, test, vi } from "vitest";
import type { FrameNews } from "../../../../extension/calls/frame-view.ts";
import type { Outbox } from "../../../../extension/calls/outbox.ts";
import { createLeftovers } from "../../../../extension/private/leftovers.ts";
import { changedIn, type Unsaved } from "../../../../src/annotation/unsaved.ts";
import { failure, type Result, success } from "../../../../src/result.ts";

const { calls, answers } = vi.hoisted(() => ({
  calls: [] as string[],
  answers: new Map<string, unknown>(),
}));
vi.mock("../../../../extension/calls/call.ts", () => ({
  callBackground: async (call: string) => {
    calls.push(call);
    return answers.get(call) as Result<unknown>;
  },
}));

const ID = "0b8f6c0e-6c39-4f5e-9d8e-0d7e4f1a2b3c";
const typed = changedIn(ID, { note: "asked twice" });

/** An outbox in which something waits, or nothing, and what is put into it. */
function outboxWith(waiting: Unsaved | null): { outbox: Outbox; put: Unsaved[] } {
  const put: Unsaved[] = [];
  const outbox = {
    settled: async () => null,
    discard: () => waiting,
    put: (unsaved: Unsaved) => void put.push(unsaved),
  } as unknown as Outbox;
  return { outbox, put };
}

const gone = vi.fn<() => Promise<void>>(async () => {});
let news: FrameNews[] = [];
const tell = (told: FrameNews): void => void news.push(told);

beforeEach(() => {
  calls.length = 0;
  news = [];
  gone.mockClear();
  answers.set("deleteNameNote", success(null));
  answers.set("restoreNameNote", success(null));
});

test("what had not been saved of a highlight comes back with it, once", async () => {
  const { outbox, put } = outboxWith(typed);
  const leftovers = createLeftovers(outbox, tell);
  await leftovers.giveUp(ID);
  expect(put).toEqual([]);
  await leftovers.bringBack(ID);
  await leftovers.bringBack(ID);
  expect(put).toEqual([typed]);
  // The page itself brings back the highlight.
  expect(calls).toEqual([]);
});

test("a note on a name is deleted and brought back in the store", async () => {
  const { outbox } = outboxWith(null);
  const leftovers = createLeftovers(outbox, tell);
  await leftovers.deleteNameNote(ID, gone);
  expect(gone).toHaveBeenCalledOnce();
  expect(news).toEqual([{ kind: "name-note-deleted", id: ID }]);
  await leftovers.bringBack(ID);
  expect(calls).toEqual(["deleteNameNote", "restoreNameNote"]);
});

test("one that was never stored is gone with what was typed, and comes back with it", async () => {
  answers.set("deleteNameNote", failure("not-found", ""));
  const { outbox, put } = outboxWith(typed);
  const leftovers = createLeftovers(outbox, tell);
  await leftovers.deleteNameNote(ID, gone);
  expect(gone).toHaveBeenCalledOnce();
  await leftovers.bringBack(ID);
  expect(put).toEqual([typed]);
  expect(calls).toEqual(["deleteNameNote"]);
});

test("one that can't be deleted stays, with what was typed, and that is said", async () => {
  answers.set("deleteNameNote", failure("storage-failed", ""));
  const { outbox, put } = outboxWith(typed);
  await createLeftovers(outbox, tell).deleteNameNote(ID, gone);
  expect(gone).not.toHaveBeenCalled();
  expect(put).toEqual([typed]);
  expect(news).toEqual([{ kind: "failed", code: "storage-failed" }]);
});
