import * as v from "valibot";
import { beforeEach, expect, test, vi } from "vitest";
import type { Overlay, OverlayPanel } from "../../../../extension/reader/overlay/contract.ts";
import { installCards, notesOn } from "../../../../extension/reader/features/cards.ts";
import { createDispatcher } from "../../../../extension/reader/dispatcher.ts";
import type { Page } from "../../../../extension/reader/page.ts";
import type { Story } from "../../../../extension/reader/stories/story.ts";
import type { Outbox } from "../../../../extension/calls/outbox.ts";
import { BACKGROUND_CALLS } from "../../../../extension/calls/background-calls.ts";
import type { Analysis } from "../../../../src/analyse.ts";
import type { ArticleName } from "../../../../src/reading/names.ts";

const { calls, answer } = vi.hoisted(() => {
  const made: unknown[] = [];
  return {
    calls: made,
    answer: async (call: string, input: unknown): Promise<unknown> => {
      made.push({ call, input });
      return await Promise.resolve({ ok: false, error: { code: "unreachable", message: "" } });
    },
  };
});
vi.mock("../../../../extension/calls/call.ts", () => ({ callBackground: answer }));
vi.mock("webextension-polyfill", () => ({ default: {} }));
vi.mock("../../../../extension/locale/message.ts", () => ({ message: String }));

const moen: ArticleName = {
  kind: "person",
  name: "Edvard Moen",
  role: null,
  aliases: [],
  mentions: [{ start: 0, end: 11 }],
  statements: [],
  voice: null,
  isGiven: false,
};
vi.mock("../../../../src/reading/names.ts", () => ({ nameAt: () => moen }));
const NOTHING: Analysis = { supported: true, entities: [], sources: [], quotations: [] };

/** A story whose only name is the mayor's. */
const story = (page: string): Story => {
  const live = { article: { text: "Edvard Moen" } };
  const view = { isShown: true, live, analysis: NOTHING, rangesOf: () => [{}] };
  return { page, url: `https://${page}`, facts: { headline: page }, view } as unknown as Story;
};

/** In which nothing waits. */
const outbox = { all: () => [] } as unknown as Outbox;

beforeEach(() => {
  calls.length = 0;
});

test("a note on a name belongs to the story of its card, also when another card is open by then", async () => {
  const opened: OverlayPanel[] = [];
  const overlay = {
    panel: null,
    toast: () => {},
    open: (panel: OverlayPanel) => void opened.push(panel),
    renewCard: () => {},
  } as unknown as Overlay;
  const commands = createDispatcher();
  const hear = (): void => {};
  installCards({ overlay, outbox, commands, stories: { all: [] }, onMoved: hear, onChange: hear } as unknown as Page);
  await commands.send({ kind: "open-card", story: story("post.example/pier"), offset: 0, highlights: [] });
  await commands.send({ kind: "open-card", story: story("post.example/ferry"), offset: 0, highlights: [] });
  const [first] = opened;
  if (first?.kind !== "card") throw new Error("no card was opened");
  const page = "post.example/pier";
  expect(first.notes.unsavedWith("id", first.named, { note: "on the pier" })).toEqual({
    kind: "name-note",
    id: "id",
    subject: { kind: "person", name: "Edvard Moen" },
    origin: { page, source: `https://${page}`, title: page },
    changes: { note: "on the pier" },
  });
  await first.notes.about(first.named);
  expect(calls).toMatchObject([{ call: "aboutName", input: { page } }]);
});

test("a name with more aliases than are stored, or longer ones, is asked for all the same", async () => {
  const aliases = ["x".repeat(301), ...Array.from({ length: 60 }, (_, number) => `Moen ${number}`)];
  await notesOn({ overlay: {} as Overlay, outbox, showFailure: () => {} }, story("post.example/pier")).about({
    ...moen,
    aliases,
  });
  const [{ input }] = calls as [{ readonly input: unknown }];
  expect(v.safeParse(BACKGROUND_CALLS.aboutName.input, input)).toMatchObject({
    success: true,
    output: { named: { name: "Edvard Moen" } },
  });
});
