import { afterEach, beforeEach, expect, test, vi } from "vitest";
import { createSubjectNotes } from "../../../extension/content/subject-notes.ts";
import type { Overlay, OverlayPanel, ToastContent } from "../../../extension/content/overlay/contract.ts";
import type { Story } from "../../../extension/content/story.ts";
import { createUnsavedNotes, type UnsavedNotes } from "../../../extension/content/unsaved-notes.ts";
import type { SubjectNote, SubjectNoteDraft } from "../../../src/annotation/subject-note.ts";
import { failure, type Result, success } from "../../../src/messaging/result.ts";
import type { Subject } from "../../../src/reading/subjects.ts";
import { ID, originOn } from "../../records.ts";
import { stubWindow, type TestWindow } from "../../window.ts";

const background = vi.hoisted(() => ({
  isFull: true,
  drafts: [] as unknown[],
  stored: null as unknown,
  answering: null as unknown,
}));

const storedAs = ({ changes, ...draft }: SubjectNoteDraft): SubjectNote => {
  const instant = "1998-04-02T08:00:00.000Z";
  const stamps = { schema: 1, revision: 1, created: instant, modified: instant, deleted: null } as const;
  return { ...draft, body: { colour: "yellow", note: "", tags: [], ...changes }, key: "person:edvard moen", ...stamps };
};

vi.mock("../../../extension/messaging/unsent.ts", () => ({
  watchForLeaving: () => {},
  callWriting: async (_call: string, draft: SubjectNoteDraft): Promise<Result<SubjectNote>> => {
    background.drafts.push(draft);
    await background.answering;
    if (background.isFull) return failure("storage-full", "no space");
    background.stored = storedAs(draft);
    return success(storedAs(draft));
  },
}));
vi.mock("../../../extension/messaging/call.ts", () => ({
  callBackground: async (call: string): Promise<Result<unknown>> => {
    if (call === "deleteSubjectNote") return failure("not-found", "there is none");
    return success({ notes: background.stored === null ? [] : [background.stored], articles: [], articleCount: 0 });
  },
}));
vi.mock("../../../extension/content/keep-article.ts", () => ({ keepArticle: async () => {} }));
vi.mock("../../../extension/locale/message.ts", () => ({ message: String }));
vi.mock("webextension-polyfill", () => ({ default: {} }));

const moen: Subject = { kind: "person", name: "Edvard Moen", role: null, aliases: [], mentions: [], statements: [] };
const story = {
  page: originOn().page,
  url: originOn().source,
  facts: { headline: originOn().title },
} as unknown as Story;

let panel: OverlayPanel | null;
let toasts: string[];
/** The way back that was offered last. */
let undo: ToastContent["undo"];
let unsaved: UnsavedNotes;
let saved: SubjectNote[];
let page: TestWindow;
const notesOf = (on = story) =>
  createSubjectNotes(
    on,
    {
      get panel() {
        return panel;
      },
      toast(content: ToastContent) {
        toasts.push(content.text);
        ({ undo } = content);
      },
      renewCard: () => {},
    } as unknown as Overlay,
    unsaved,
    ({ code }) => void toasts.push(code),
  );
const shownOn = async (name: string): Promise<readonly string[] | undefined> =>
  (await notesOf().about({ ...moen, name }))?.notes.map(({ body }) => body.note);

beforeEach(() => {
  vi.useFakeTimers();
  page = stubWindow();
  Object.assign(background, { isFull: true, drafts: [], stored: null, answering: null });
  [panel, toasts, saved] = [null, [], []];
  unsaved = createUnsavedNotes((note) => saved.push(note), new AbortController().signal);
});
afterEach(() => {
  vi.useRealTimers();
  vi.unstubAllGlobals();
});

test("what can't be saved when its card is closed is shown on the next, tried again, and saved in the end", async () => {
  expect((await notesOf().save(ID, moen, { note: "mayor" })).ok).toBe(false);
  expect(toasts).toEqual(["keptUnsaved"]);
  expect(await shownOn("Edvard Moen")).toEqual(["mayor"]);
  expect(await shownOn("Agnes Lund")).toEqual([]);
  expect(page.isHeard("beforeunload")).toBe(true);
  await vi.advanceTimersByTimeAsync(2_000);
  expect(saved).toEqual([]);
  background.isFull = false;
  await vi.advanceTimersByTimeAsync(4_000);
  expect(saved).toMatchObject([{ body: { note: "mayor" } }]);
  expect(page.isHeard("beforeunload")).toBe(false);
  expect(await shownOn("Edvard Moen")).toEqual(["mayor"]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(background.drafts).toHaveLength(3);
});

test("an open editor keeps its words itself, so that they can be discarded", async () => {
  const notes = notesOf();
  panel = { kind: "card", subjectNotes: notes } as unknown as OverlayPanel;
  await notes.save(ID, moen, { note: "mayor" });
  expect(await shownOn("Edvard Moen")).toEqual([]);
  // The card of another name is none of its.
  panel = { kind: "card", subjectNotes: notesOf() } as unknown as OverlayPanel;
  await notes.save(ID, moen, { note: "mayor" });
  expect(await shownOn("Edvard Moen")).toEqual(["mayor"]);
});

test("what is written on it next is saved together with what was not", async () => {
  await notesOf().save(ID, moen, { note: "mayor" });
  background.isFull = false;
  await notesOf().save(ID, moen, { tags: ["pier"] });
  expect(background.stored).toMatchObject({ body: { note: "mayor", tags: ["pier"] } });
  await vi.advanceTimersByTimeAsync(60_000);
  expect(background.drafts).toHaveLength(2);
});

test("what is deleted before it was ever saved is gone, without a complaint, and comes back when that is undone", async () => {
  await notesOf().save(ID, moen, { note: "mayor" });
  await notesOf().remove(ID);
  expect(toasts).toEqual(["keptUnsaved", "subjectNoteDeleted"]);
  expect(await shownOn("Edvard Moen")).toEqual([]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(background.drafts).toHaveLength(1);
  undo?.();
  expect(await shownOn("Edvard Moen")).toEqual(["mayor"]);
  background.isFull = false;
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saved).toMatchObject([{ body: { note: "mayor" } }]);
  expect(toasts).toHaveLength(2);
});

test("a script of the page that says the page goes is not believed", async () => {
  await notesOf().save(ID, moen, { note: "mayor" });
  page.raise("pagehide", false);
  expect(background.drafts).toHaveLength(1);
  page.raise("pagehide");
  expect(background.drafts).toHaveLength(2);
});

test("when the page goes, what is not saved is sent once more", async () => {
  await notesOf().save(ID, moen, { note: "mayor" });
  page.raise("pagehide");
  expect(background.drafts).toHaveLength(2);
});

test("the answer to an older try says nothing of what was written since", async () => {
  await notesOf().save(ID, moen, { note: "may" });
  let answer: (given: null) => void = () => {};
  background.answering = new Promise((resolve) => (answer = resolve));
  background.isFull = false;
  await vi.advanceTimersByTimeAsync(2_000);
  unsaved.keep({ ...(background.drafts[0] as SubjectNoteDraft), changes: { note: "mayor" } });
  answer(null);
  await vi.advanceTimersByTimeAsync(0);
  expect([saved, unsaved.changesOf(ID)]).toEqual([[], { note: "mayor" }]);
  await vi.advanceTimersByTimeAsync(60_000);
  expect(saved).toMatchObject([{ body: { note: "mayor" } }]);
});

test("the browser asks as long as any note is not saved", async () => {
  const other = crypto.randomUUID();
  await notesOf().save(ID, moen, { note: "mayor" });
  await notesOf().save(other, { ...moen, name: "Agnes Lund" }, { note: "chairs the board" });
  await notesOf().remove(other);
  expect(page.isHeard("beforeunload")).toBe(true);
  await notesOf().remove(ID);
  expect(page.isHeard("beforeunload")).toBe(false);
});
