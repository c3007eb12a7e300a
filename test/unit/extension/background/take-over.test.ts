import { beforeEach, expect, test, vi } from "vitest";
import { takeOver } from "../../../../extension/background/take-over.ts";

const { api, world } = vi.hoisted(() => {
  const state = { kept: {} as Record<string, unknown>, results: [] as unknown[], isClosed: false };
  return {
    world: state,
    api: {
      runtime: {},
      scripting: {
        executeScript: async ({ target }: { target: unknown }) => {
          if (state.isClosed) throw new Error("closed to extensions");
          expect(target).toEqual({ tabId: 7, allFrames: true });
          return state.results.map((result) => ({ result }));
        },
      },
      storage: { local: { set: async (items: object) => void Object.assign(state.kept, items) } },
    },
  };
});
vi.mock("webextension-polyfill", () => ({ default: api }));

const one = { grant: "grant", entry: "one" };
const other = { grant: "grant", entry: "other" };

beforeEach(() => Object.assign(world, { kept: {}, results: [], isClosed: false }));

test("what private frames hold lies in the storage afterwards, each under a key of its own", async () => {
  world.results = [null, JSON.stringify([one, other]), undefined, JSON.stringify([one])];
  await takeOver(7);
  expect(Object.keys(world.kept).every((key) => /^unsaved:[\da-f-]{36}$/.test(key))).toBe(true);
  expect(Object.values(world.kept)).toEqual([one, other, one]);
});

test.each([
  ["no text", 7],
  ["no JSON", "[{"],
  ["no list", "{}"],
  ["nothing sealed", JSON.stringify([{ entry: "one" }])],
  ["more than anybody writes", JSON.stringify([{ ...one, entry: "x".repeat(2_000_000) }])],
])("a frame that a page has made up gives nothing: %s", async (_what, result) => {
  world.results = [result];
  await takeOver(7);
  expect(world.kept).toEqual({});
});

test("a frame that a page has made up with thousands fills nothing, and keeps no other out", async () => {
  world.results = [JSON.stringify(Array.from({ length: 5_000 }, () => one)), JSON.stringify([other])];
  await takeOver(7);
  expect(Object.keys(world.kept)).toHaveLength(101);
  expect(Object.values(world.kept)).toContainEqual(other);
});

test("a tab that is closed to extensions is left alone", async () => {
  world.isClosed = true;
  await expect(takeOver(7)).resolves.toBeUndefined();
  expect(world.kept).toEqual({});
});
