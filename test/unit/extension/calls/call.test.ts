import { afterEach, beforeEach, describe, expect, test, vi } from "vitest";
import { callBackground } from "../../../../extension/calls/call.ts";
import { watchLeaving } from "../../../../extension/dom/page/page-left.ts";
import { success } from "../../../../src/result.ts";
import { stubWindow, type TestWindow } from "../../../window.ts";

/** What the background does with each message, in order; `null` where it has been ended. */
const background = vi.hoisted(() => ({ answers: [] as (unknown | null)[], asked: 0 }));

vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: {
      sendMessage: async (): Promise<unknown> => {
        background.asked += 1;
        const answer = background.answers.shift() ?? null;
        if (answer === null) throw new Error("Could not establish connection. Receiving end does not exist.");
        return answer;
      },
    },
  },
}));

/** Longer than the pause before the second try, in milliseconds. */
const PAUSE = 1_000;

let window: TestWindow;
beforeEach(() => {
  vi.useFakeTimers();
  window = stubWindow();
  watchLeaving();
  background.answers = [];
  background.asked = 0;
});
afterEach(() => {
  window.raise("pageshow");
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

describe("a call to the background", () => {
  test("that has been ended is made once more, and gives its answer", async () => {
    background.answers = [null, success(null)];
    const answered = callBackground("articleFound", null);
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(await answered).toEqual(success(null));
  });

  test("that nobody answers says so, after the second try", async () => {
    const answered = callBackground("articleFound", null);
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(await answered).toMatchObject({ ok: false, error: { code: "unreachable" } });
    expect(background.asked).toBe(2);
  });

  test("waits while its page is left, and goes on once the page is back", async () => {
    background.answers = [null, success(null)];
    let isAnswered = false;
    const answered = callBackground("articleFound", null).then(() => (isAnswered = true));
    window.raise("pagehide");
    await vi.advanceTimersByTimeAsync(PAUSE);
    expect(background.asked).toBe(1);
    expect(isAnswered).toBe(false);

    window.raise("pageshow");
    await vi.advanceTimersByTimeAsync(PAUSE);
    await answered;
    expect(background.asked).toBe(2);
  });
});
