import * as v from "valibot";
import { beforeEach, expect, test, vi } from "vitest";
import type { Runtime } from "webextension-polyfill";
import { success } from "../../../../src/result.ts";
import { call, gives, OWN_PAGES, SCRIPTS, storing } from "../../../../extension/calls/entry.ts";
import { nothing } from "../../../../extension/calls/schemas.ts";
import { serve } from "../../../../extension/calls/serve.ts";

type Listener = (message: unknown, sender: Runtime.MessageSender, respond: (answer: unknown) => void) => unknown;
const listeners: Listener[] = [];

vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: {
      id: "sourceline",
      getURL: (path: string) => `chrome-extension://sourceline/${path}`,
      onMessage: {
        addListener: (listener: Listener) => listeners.push(listener),
        removeListener: (listener: Listener) => listeners.splice(listeners.indexOf(listener), 1),
      },
    },
  },
}));

const CALLS = {
  double: call(v.object({ number: v.number() }), gives<number>(), SCRIPTS),
  fail: call(nothing, gives<null>(), OWN_PAGES),
  unserved: call(nothing, gives<null>(), SCRIPTS),
};

const page: Runtime.MessageSender = { id: "sourceline", url: "https://post.example/pier" };
const popup: Runtime.MessageSender = { id: "sourceline", url: "chrome-extension://sourceline/popup/popup.html" };

/** What is answered; `undefined` where the listener says that it will not answer. */
const send = (message: unknown, sender = popup): Promise<unknown> | undefined => {
  const { promise, resolve } = withResolve();
  return listeners[0]?.(message, sender, resolve) === true ? promise : undefined;
};
const withResolve = () => {
  let resolve: (answer: unknown) => void = () => {};
  const promise = new Promise<unknown>((given) => (resolve = given));
  return { promise, resolve };
};

beforeEach(() => {
  listeners.length = 0;
  serve(CALLS, {
    double: ({ number }) => success(number * 2),
    fail: () => {
      throw new Error("a bug");
    },
  });
});

test("a call is answered, later than at once", async () => {
  const answers: unknown[] = [];
  expect(listeners[0]?.({ call: "double", input: { number: 21 } }, popup, (answer) => answers.push(answer))).toBe(true);
  expect(answers).toEqual([]);
  await vi.waitFor(() => expect(answers).toEqual([{ ok: true, value: 42 }]));
});

test("input that does not fit is refused", async () => {
  expect(await send({ call: "double", input: { number: "21" } })).toMatchObject({
    ok: false,
    error: { code: "invalid-input" },
  });
  expect(await send({ call: "double" })).toMatchObject({ ok: false, error: { code: "invalid-input" } });
});

test("a sender that may not make the call is refused", async () => {
  expect(await send({ call: "fail", input: null }, page)).toMatchObject({ ok: false, error: { code: "forbidden" } });
  expect(await send({ call: "double", input: { number: 1 } }, page)).toEqual({ ok: true, value: 2 });
});

test("strangers and unknown calls get no answer at all", () => {
  expect(send({ call: "double", input: { number: 1 } }, { id: "another-extension" })).toBeUndefined();
  expect(send({ call: "toString", input: null })).toBeUndefined();
  expect(send({ call: "unserved", input: null })).toBeUndefined();
  expect(send("double")).toBeUndefined();
  expect(send(null)).toBeUndefined();
});

test("a bug becomes a failure", async () => {
  const silenced = vi.spyOn(console, "error").mockImplementation(() => {});
  expect(await send({ call: "fail", input: null })).toMatchObject({ ok: false, error: { code: "internal" } });
  silenced.mockRestore();
});

test("what stores something of a page is refused where that may not be, and nothing else is", async () => {
  listeners.length = 0;
  const table = { keep: storing(CALLS.double), double: CALLS.double };
  const handlers = { keep: () => success(1), double: () => success(2) };
  serve(table, handlers, false, async ({ tab }) => tab?.incognito !== true);
  const open = { ...page, tab: { incognito: false } } as Runtime.MessageSender;
  const privately = { ...page, tab: { incognito: true } } as Runtime.MessageSender;
  const asked = { input: { number: 1 } };
  expect(await send({ call: "keep", ...asked }, open)).toEqual({ ok: true, value: 1 });
  expect(await send({ call: "keep", ...asked }, privately)).toMatchObject({ ok: false, error: { code: "private" } });
  expect(await send({ call: "double", ...asked }, privately)).toEqual({ ok: true, value: 2 });
});
