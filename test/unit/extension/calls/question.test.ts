import { beforeEach, expect, test, vi } from "vitest";
import type { Runtime } from "webextension-polyfill";
import { openQuestion, takeQuestions } from "../../../../extension/calls/question.ts";

type Sender = Runtime.MessageSender;
/** What the background listens with, and how the port that was opened last is closed. */
let connected: (port: object) => void = () => undefined;
let close: () => void = () => undefined;
/** The script that connects. */
let sender: Sender = {};

vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: {
      id: "sourceline",
      onConnect: { addListener: (listener: typeof connected) => (connected = listener) },
      connect({ name }: { readonly name: string }) {
        let ended = (): void => undefined;
        connected({ name, sender, onDisconnect: { addListener: (listener: () => void) => (ended = listener) } });
        close = () => ended();
        return { disconnect: () => ended() };
      },
    },
  },
}));

const inFrame = (tabId: number, frameId = 0, id = "sourceline"): Sender => ({
  id,
  frameId,
  tab: { id: tabId } as never,
});

beforeEach(() => {
  sender = inFrame(7);
});

test("a question is waited for until it is dropped", () => {
  const questions = takeQuestions();
  const { name, drop } = openQuestion();
  const signal = questions.signalOf(sender, name);
  expect(signal.aborted).toBe(false);
  drop();
  expect(signal.aborted).toBe(true);
});

test("a question is dropped when its page is gone", () => {
  const questions = takeQuestions();
  const { name } = openQuestion();
  const signal = questions.signalOf(sender, name);
  close();
  expect(signal.aborted).toBe(true);
});

test.each([
  ["another tab", inFrame(8)],
  ["another frame", inFrame(7, 2)],
])("a question is no question of %s", (_, other) => {
  const questions = takeQuestions();
  const { name, drop } = openQuestion();
  const signal = questions.signalOf(other, name);
  drop();
  expect(signal.aborted).toBe(false);
});

test("nobody but this extension drops a question", () => {
  const questions = takeQuestions();
  sender = inFrame(7, 0, "another extension");
  const { name, drop } = openQuestion();
  const signal = questions.signalOf(inFrame(7), name);
  drop();
  expect(signal.aborted).toBe(false);
});

test("a question that this background has not heard of is answered", () => {
  expect(takeQuestions().signalOf(sender, "0.5").aborted).toBe(false);
});
