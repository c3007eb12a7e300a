import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { stubWindow, type TestWindow } from "../../window.ts";

const kept = vi.hoisted(() => new Map<string, unknown>());
vi.mock("webextension-polyfill", () => ({
  default: {
    // The background never answers.
    runtime: { sendMessage: () => new Promise(() => {}) },
    storage: {
      local: {
        set: async (items: Record<string, unknown>) => {
          for (const [key, item] of Object.entries(items)) kept.set(key, item);
        },
      },
    },
  },
}));

const change = { id: "0b8f6c0e-6c39-4f5e-9d8e-0d7e4f1a2b3c", changes: { note: "last" }, edit: null };
let page: TestWindow;

beforeEach(() => {
  vi.resetModules();
  kept.clear();
  page = stubWindow();
});
afterEach(() => {
  vi.unstubAllGlobals();
});

test("what has no answer when the page goes is left behind", async () => {
  const { callWriting } = await import("../../../extension/messaging/unsent.ts");
  void callWriting("updateAnnotation", change);
  expect(kept.size).toBe(0);
  page.raise("pagehide");
  expect([...kept.values()]).toMatchObject([{ call: "updateAnnotation", input: change }]);
});

test("so is what is sent for the first time while the page goes", async () => {
  const { callWriting, watchForLeaving } = await import("../../../extension/messaging/unsent.ts");
  watchForLeaving();
  window.addEventListener("pagehide", () => void callWriting("updateAnnotation", change));
  page.raise("pagehide");
  expect([...kept.values()]).toMatchObject([{ call: "updateAnnotation", input: change }]);
});
