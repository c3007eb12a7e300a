import { beforeEach, describe, expect, test, vi } from "vitest";
import type { Runtime } from "webextension-polyfill";
import { askFrame, fillFrame, frameOf, tellPage } from "../../../../extension/background/private-frames.ts";

const KEY = "5b4c3f0e-5a51-4a6f-9a52-4a8a2f3c9a11";
const PAGE = 0;
const FRAME = 7;

const { api, called, world } = vi.hoisted(() => {
  const stored = new Map<string, unknown>();
  const state = { started: null as string | null, tabs: [{ id: 1 }] };
  const calls: unknown[] = [];
  return {
    called: calls,
    world: { stored, state },
    api: {
      storage: {
        session: {
          get: async (key: string | null) =>
            key === null ? Object.fromEntries(stored) : stored.has(key) ? { [key]: stored.get(key) } : {},
          set: async (entries: Record<string, unknown>) => {
            for (const [key, value] of Object.entries(entries)) stored.set(key, value);
          },
          remove: async (keys: string[]) => keys.forEach((key) => stored.delete(key)),
        },
      },
      tabs: { query: async () => state.tabs },
      scripting: {
        // The one that looks for a frame names none, since the page has told its number.
        executeScript: async ({ files }: { files?: string[] }) => [
          { frameId: 7, result: files === undefined ? state.started : undefined },
        ],
      },
    },
  };
});
vi.mock("webextension-polyfill", () => ({ default: api }));
vi.mock("../../../../extension/calls/call.ts", () => ({
  callTab: async (...call: unknown[]) => {
    called.push(call);
    return { ok: true, value: null };
  },
}));

const sender = (frameId: number, tabId = 1): Runtime.MessageSender =>
  ({ tab: { id: tabId }, frameId }) as Runtime.MessageSender;
const show = { kind: "show", view: null, opening: 1 } as const;

beforeEach(() => {
  called.length = 0;
  world.stored.clear();
  world.state.started = KEY;
});

describe("a private frame", () => {
  test("is filled, and known by its tab and number from then on", async () => {
    expect(await fillFrame(KEY, FRAME, sender(PAGE))).toMatchObject({ ok: true });
    expect(await frameOf(KEY, sender(FRAME))).toMatchObject({ tabId: 1, frameId: FRAME });
    expect(await frameOf(KEY, sender(FRAME + 1))).toBeNull();
    expect(await frameOf(KEY, sender(FRAME, 2))).toBeNull();
    expect(await frameOf("another", sender(FRAME))).toBeNull();
  });

  test("that is not as it was made is not filled", async () => {
    world.state.started = null;
    expect(await fillFrame(KEY, FRAME, sender(PAGE))).toMatchObject({ ok: false, error: { code: "not-found" } });
  });

  test("is asked by the page that made it alone, and tells that page alone", async () => {
    await fillFrame(KEY, FRAME, sender(PAGE));
    expect(await askFrame(KEY, show, sender(PAGE))).toMatchObject({ ok: true });
    expect(await askFrame(KEY, show, sender(3))).toMatchObject({ ok: false });
    expect(await askFrame(KEY, show, sender(PAGE, 2))).toMatchObject({ ok: false });
    expect(await tellPage(KEY, { kind: "close", isSaved: false }, sender(FRAME))).toMatchObject({ ok: true });
    expect(await tellPage(KEY, { kind: "close", isSaved: false }, sender(PAGE))).toMatchObject({ ok: false });
    expect(called).toEqual([
      [1, "hearOverlay", { ask: show }, FRAME],
      [1, "hearFrame", { key: KEY, news: { kind: "close", isSaved: false } }, PAGE],
    ]);
  });

  test("of a tab that is closed is forgotten with the next one", async () => {
    await fillFrame(KEY, FRAME, sender(PAGE));
    world.state.tabs = [{ id: 2 }];
    await fillFrame("6c4c3f0e-5a51-4a6f-9a52-4a8a2f3c9a12", FRAME, sender(PAGE, 2));
    await vi.waitFor(() => expect(world.stored.size).toBe(1));
    expect(await frameOf(KEY, sender(FRAME))).toBeNull();
  });
});
