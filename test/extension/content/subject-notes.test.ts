import * as v from "valibot";
import { beforeEach, expect, test, vi } from "vitest";
import type { MarkActions } from "../../../extension/content/mark-actions.ts";
import type { Marks } from "../../../extension/content/marks.ts";
import type { Overlay, OverlayPanel } from "../../../extension/content/overlay/contract.ts";
import { createPointing } from "../../../extension/content/pointing.ts";
import type { Stories } from "../../../extension/content/stories.ts";
import type { Story } from "../../../extension/content/story.ts";
import { createSubjectNotes } from "../../../extension/content/subject-notes.ts";
import type { UnsavedNotes } from "../../../extension/content/unsaved-notes.ts";
import { aboutSchema } from "../../../src/messaging/schemas.ts";
import type { Subject } from "../../../src/reading/subjects.ts";

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
vi.mock("../../../extension/messaging/unsent.ts", () => ({ callWriting: answer }));
vi.mock("../../../extension/messaging/call.ts", () => ({ callBackground: answer }));
vi.mock("webextension-polyfill", () => ({ default: {} }));
vi.mock("../../../extension/locale/message.ts", () => ({ message: String }));

const moen: Subject = {
  kind: "person",
  name: "Edvard Moen",
  role: null,
  aliases: [],
  mentions: [{ start: 0, end: 11 }],
  statements: [],
};
vi.mock("../../../src/reading/subjects.ts", () => ({ subjectAt: () => moen }));

/** A story whose only name is the mayor's. */
const story = (page: string): Story => {
  const live = { article: { text: "Edvard Moen" } };
  const view = { isShown: true, live, analysis: { quotations: [] }, rangesOf: () => [{}] };
  return { page, url: `https://${page}`, facts: { headline: page }, view } as unknown as Story;
};

const unsaved: UnsavedNotes = {
  keep: () => {},
  changesOf: () => ({}),
  forget: () => null,
  withUnsaved: (notes) => notes,
};

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
  const stories = { all: [] } as unknown as Stories;
  const pointing = createPointing(stories, {} as Marks, {} as MarkActions, overlay, (on) =>
    createSubjectNotes(on, overlay, unsaved, () => {}),
  );
  pointing.openCard(story("post.example/pier"), 0, []);
  pointing.openCard(story("post.example/ferry"), 0, []);
  const [first] = opened;
  if (first?.kind !== "card") throw new Error("no card was opened");
  await first.subjectNotes.save("id", first.subject, { note: "on the pier" });
  await first.subjectNotes.about(first.subject);
  expect(calls).toMatchObject([
    {
      call: "saveSubjectNote",
      input: { origin: { page: "post.example/pier", source: "https://post.example/pier", title: "post.example/pier" } },
    },
    { call: "aboutSubject", input: { page: "post.example/pier" } },
  ]);
});

test("a name with more aliases than are stored, or longer ones, is asked for all the same", async () => {
  const aliases = ["x".repeat(301), ...Array.from({ length: 60 }, (_, number) => `Moen ${number}`)];
  await createSubjectNotes(story("post.example/pier"), {} as Overlay, unsaved, () => {}).about({ ...moen, aliases });
  const [{ input }] = calls as [{ readonly input: unknown }];
  expect(v.safeParse(aboutSchema, input)).toMatchObject({
    success: true,
    output: { subject: { name: "Edvard Moen" } },
  });
});
