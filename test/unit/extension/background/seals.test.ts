import "fake-indexeddb/auto";
import { Dexie } from "dexie";
import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSeals } from "../../../../extension/background/seals.ts";
import type { Kept } from "../../../../extension/calls/journal.ts";
import { newKey, type Seal, sealed } from "../../../../extension/calls/sealing/seal.ts";

const session = vi.hoisted(() => new Map<string, unknown>());

vi.mock("webextension-polyfill", () => ({
  default: {
    storage: {
      session: {
        get: async (key: string) => ({ [key]: session.get(key) }),
        set: async (items: object) => {
          for (const [key, value] of Object.entries(items)) session.set(key, value);
        },
      },
    },
  },
}));

const sender = {
  url: "https://post.example/pier",
  origin: "https://post.example",
  tab: { url: "https://post.example/" },
};
const entry = { note: "what nobody knows" };
const keptWith = ({ key, grant }: Seal): Kept => ({ grant, entry: sealed(key, JSON.stringify(entry)) });
const refuse = (): void => {
  vi.spyOn(Dexie.prototype, "transaction").mockRejectedValue(new Error("it can't be opened"));
};

beforeEach(async () => {
  session.clear();
  await Dexie.delete("sourceline-seal");
});
afterEach(() => void vi.restoreAllMocks());

test("what a document sealed is opened by any later background, after the browser was started again too", async () => {
  const kept = keptWith(await createSeals().giveTo(sender));
  expect(JSON.stringify(kept)).not.toMatch(/nobody|post\.example/);
  session.clear();
  const { open, isComplete } = await createSeals().opener();
  expect([open(kept), isComplete]).toEqual([{ entry, sender }, true]);
});

test("each document has a key of its own: nobody seals or opens for another", async () => {
  const seals = createSeals();
  const [one, two] = [await seals.giveTo(sender), await seals.giveTo({ url: "https://elsewhere.example/" })];
  expect(one.key).not.toBe(two.key);
  const { open } = await seals.opener();
  expect(open({ ...keptWith(two), grant: one.grant })).toBeNull();
  expect(
    open(keptWith({ key: one.key, grant: sealed(newKey(), JSON.stringify({ key: one.key, sender })) })),
  ).toBeNull();
  for (const none of [null, "", {}, { grant: 1, entry: 2 }, { grant: one.grant }]) expect(open(none)).toBeNull();
});

test("where the database can't be opened, what was sealed before still is, and what is sealed meanwhile later", async () => {
  const before = keptWith(await createSeals().giveTo(sender));
  refuse();
  const meanwhile = keptWith(await createSeals().giveTo(sender));
  const { open, isComplete } = await createSeals().opener();
  expect([open(before)?.entry, open(meanwhile)?.entry, isComplete]).toEqual([entry, entry, false]);
});

test("nor could it ever: sealed is with a key of this session, which is known beside the lasting one afterwards", async () => {
  const before = keptWith(await createSeals().giveTo(sender));
  session.clear();
  refuse();
  const seals = createSeals();
  const meanwhile = keptWith(await seals.giveTo(sender));
  expect((await seals.opener()).open(before)).toBeNull();
  vi.restoreAllMocks();
  // The same background looks again.
  const { open, isComplete } = await seals.opener();
  expect([open(before)?.entry, open(meanwhile)?.entry, isComplete]).toEqual([entry, entry, true]);
});
