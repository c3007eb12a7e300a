import { beforeEach, expect, test, vi } from "vitest";
import { listenToAddressBar, openLibrary } from "../../../../extension/background/library-entrances.ts";

const LIBRARY = "ext://id/library/library.html";

/** What was asked of the browser, and what it tells. */
const asked: unknown[] = [];
let tabs: { readonly id: number; readonly windowId: number; readonly url?: string }[] = [];
let entered: (typed: string, disposition: string) => void = () => {};
vi.mock("webextension-polyfill", () => ({
  default: {
    i18n: { getMessage: (key: string) => key },
    runtime: { getURL: (path: string) => `ext://id/${path}` },
    omnibox: {
      setDefaultSuggestion: (suggestion: object) => void asked.push(suggestion),
      onInputEntered: { addListener: (listener: typeof entered) => void (entered = listener) },
    },
    tabs: {
      query: async () => tabs,
      create: async (tab: object) => void asked.push({ create: tab }),
      update: async (...changes: unknown[]) => void asked.push({ update: changes }),
    },
    windows: { update: async (...changes: unknown[]) => void asked.push({ window: changes }) },
  },
}));

beforeEach(() => {
  asked.length = 0;
  tabs = [];
});

test("what is typed in the address bar after the keyword is searched for, in the tab that the user chose", () => {
  listenToAddressBar();
  expect(asked.splice(0)).toEqual([{ description: "omniboxSuggestion" }]);
  entered("tag:pier ferry & bell", "currentTab");
  entered("pier", "newForegroundTab");
  entered("", "newBackgroundTab");
  expect(asked).toEqual([
    { update: [{ url: `${LIBRARY}#q=tag%3Apier+ferry+%26+bell` }] },
    { create: { url: `${LIBRARY}#q=pier`, active: true } },
    { create: { url: `${LIBRARY}#`, active: false } },
  ]);
});

test("the library is opened once: after that the shortcut goes to its tab, in whichever window, as it stands there", async () => {
  tabs = [{ id: 1, windowId: 1, url: "https://post.example/pier" }];
  await openLibrary();
  expect(asked.splice(0)).toEqual([{ create: { url: `${LIBRARY}#` } }]);
  tabs.push({ id: 7, windowId: 2, url: `${LIBRARY}#view=people` });
  await openLibrary();
  expect(asked).toEqual([{ update: [7, { active: true }] }, { window: [2, { focused: true }] }]);
});
