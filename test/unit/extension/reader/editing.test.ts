import { beforeEach, expect, test, vi } from "vitest";
import type { Annotation } from "../../../../src/annotation/records/annotation.ts";
import { success } from "../../../../src/result.ts";
import { installEditing } from "../../../../extension/reader/features/editing.ts";
import { createDispatcher } from "../../../../extension/reader/dispatcher.ts";
import type { Highlight } from "../../../../extension/reader/highlights/highlight.ts";
import type { Page } from "../../../../extension/reader/page.ts";
import type { Overlay, OverlayPanel, ToastContent } from "../../../../extension/reader/overlay/contract.ts";

vi.mock("webextension-polyfill", () => ({ default: {} }));
vi.mock("../../../../extension/reader/highlights/pages.ts", () => ({ documentIdentity: () => "post.example/pier" }));
vi.mock("../../../../extension/locale/message.ts", () => ({ message: (key: string) => key }));
vi.mock("../../../../extension/calls/call.ts", () => ({ callBackground: async () => success(null) }));

const open = { id: "open", body: { note: "" } } as Annotation;

/** What is saved by now, what stands on the page, and what the user is shown. */
let saved: Annotation | null;
let onPage: Annotation | null;
let shown: Annotation | null;
let toasts: ToastContent[];
let restored: string[];

const highlights = {
  load: async () => {
    onPage = saved;
    return success(null);
  },
  get: () => (onPage === null ? null : ({ annotation: onPage } as Highlight)),
  restore: async (id: string) => {
    restored.push(id);
    return success(null);
  },
};

const overlay = {
  get panel() {
    return shown === null ? null : ({ kind: "editor", annotation: shown } as OverlayPanel);
  },
  changed: (annotation: Annotation) => (shown = annotation),
  close: () => (shown = null),
  toast: (content: ToastContent) => toasts.push(content),
  restored: () => {},
} as unknown as Overlay;

let refresh: Parameters<Page["onChange"]>[0] = () => {};
installEditing({
  highlights,
  overlay,
  stories: { all: [] },
  commands: createDispatcher(),
  showFailure: () => {},
  onChange: (takeUp: typeof refresh) => void (refresh = takeUp),
} as unknown as Page);

beforeEach(() => {
  [saved, onPage, shown] = [open, open, open];
  toasts = [];
  restored = [];
});

test("an open editor shows what was changed elsewhere", async () => {
  saved = { ...open, body: { ...open.body, note: "ask Brandt" } };
  await refresh({ kind: "everything" });
  expect(shown).toEqual(saved);
  expect(toasts).toEqual([]);
});

test("an open editor closes when its highlight was deleted elsewhere, with a way back", async () => {
  saved = null;
  await refresh({ kind: "everything" });
  expect(shown).toBeNull();
  expect(toasts).toMatchObject([{ text: "deleted", tone: "plain" }]);
  toasts[0]?.undo?.();
  expect(restored).toEqual(["open"]);
});

test("nothing is said where no editor is open", async () => {
  [saved, shown] = [null, null];
  await refresh({ kind: "everything" });
  expect(toasts).toEqual([]);
});
