import { beforeEach, expect, test, vi } from "vitest";
import type { Analysis } from "../../../../src/analyse.ts";
import { type Article, NO_FACTS } from "../../../../src/text/article.ts";
import { identityOf, type PageAddresses } from "../../../../src/page/page-key.ts";
import { type Result, success } from "../../../../src/result.ts";
import { createMeter } from "../../../../extension/reader/meter.ts";
import { createStory, type Story } from "../../../../extension/reader/stories/story.ts";
import type { LiveArticle } from "../../../../extension/dom/article/article.ts";

/** What the background was asked, and the analyses that wait for `answer`. */
let calls: { readonly call: string; readonly input: unknown }[] = [];
let waiting: (() => void)[] = [];

vi.mock("../../../../extension/calls/call.ts", () => ({
  callBackground: async (call: string, input: unknown): Promise<Result<unknown>> => {
    calls.push({ call, input });
    if (call === "siteSettings") return success({ mode: "auto", marking: { level: "everything", without: [] } });
    if (call === "listCorrections") return success([]);
    if (call !== "analyse") return success(null);
    await new Promise<void>((resolve) => waiting.push(resolve));
    const analysis: Analysis = { supported: true, entities: [], sources: [], quotations: [] };
    return success(analysis);
  },
}));

/** The questions that are open in front of the background. */
const openChannels = new Set<object>();
vi.mock("webextension-polyfill", () => ({
  default: {
    runtime: {
      connect() {
        const own = {};
        openChannels.add(own);
        return { disconnect: () => openChannels.delete(own) };
      },
    },
  },
}));

vi.mock("../../../../extension/reader/page-address.ts", () => ({
  pageAddress: () => PIER,
  pageIdentity: (met: PageAddresses) => identityOf(met, () => 2),
  titleOf: ({ headline }: { headline: string | null }) => headline ?? "",
}));

vi.stubGlobal("matchMedia", () => ({ matches: false }));

const PIER = "https://post.example/pier";
const BELL = "https://post.example/bell";

function reading(text: string): LiveArticle {
  const article: Article = { text, parts: [{ kind: "body", start: 0, end: text.length }], language: "en" };
  const facts = { ...NO_FACTS, headline: "The pier", url: PIER };
  return {
    article,
    facts,
    map: { text, runs: [] },
    root: {} as Element,
    address: null,
    isCut: false,
  } as unknown as LiveArticle;
}

let isHidden = false;
const storyOf = (live: LiveArticle): Story =>
  createStory({ paint: () => undefined, end: () => undefined }, live, PIER, createMeter(), {
    isHidden: () => isHidden,
    counted: () => undefined,
  });

const inputsOf = (wanted: string): unknown[] => calls.filter(({ call }) => call === wanted).map(({ input }) => input);

/** Answers the next analysis, and waits until the story has it. */
async function answered(work: Promise<unknown>): Promise<void> {
  await vi.waitFor(() => expect(waiting).not.toEqual([]));
  waiting.shift()?.();
  await work;
}

beforeEach(() => {
  calls = [];
  waiting = [];
  isHidden = false;
});

test("an analysis stays with the text that it is of, until the new text's is there", async () => {
  const [old, grown] = [reading("The pier burned."), reading("On Monday the pier burned.")];
  const story = storyOf(old);
  await answered(story.read());
  const followed = story.follow(grown, true);
  await vi.waitFor(() => expect(waiting).not.toEqual([]));
  expect(story.live).toBe(grown);
  expect(story.view?.live).toBe(old);
  // A correction comes in between.
  story.showNames();
  expect(story.view?.live).toBe(old);
  await answered(followed);
  expect(story.view?.live).toBe(grown);
});

test("an unchanged text that stands in other nodes is painted there", async () => {
  const story = storyOf(reading("The pier burned."));
  await answered(story.read());
  const again = reading("The pier burned.");
  const run = { start: 0, node: {} as Text, nodeStart: 0, length: 16 };
  const rebuilt = { ...again, map: { ...again.map, runs: [run] } };
  await story.follow(rebuilt, true);
  expect(story.view?.live).toBe(rebuilt);
});

test("what the reader has hidden stays hidden when the site's settings change", async () => {
  const story = storyOf(reading("The pier burned."));
  await answered(story.read());
  expect(story.view?.isShown).toBe(true);
  isHidden = true;
  story.view?.hide();
  await answered(story.reconsider());
  expect(story.view?.isShown).toBe(false);
});

test("a story that stands at another's address goes into no record until it has its own, with that page's corrections", async () => {
  const story = storyOf(reading("The pier burned."));
  story.isStray = true;
  await answered(story.read());
  expect(inputsOf("keepArticle")).toEqual([]);
  expect(inputsOf("listCorrections")).toMatchObject([{ page: "post.example/pier" }]);
  story.isStray = false;
  story.url = BELL;
  const settled = reading("The pier burned.");
  expect(await story.follow({ ...settled, facts: { ...settled.facts, url: BELL } }, true)).toBe(true);
  expect(inputsOf("listCorrections")).toMatchObject([{ page: "post.example/pier" }, { page: "post.example/bell" }]);
  expect(inputsOf("keepArticle")).toMatchObject([{ page: "post.example/bell", source: BELL }]);
});

test("only the newest question is waited for, and none once the story has left", async () => {
  const story = storyOf(reading("The pier burned."));
  const first = story.read();
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  const second = story.follow(reading("On Monday the pier burned."), true);
  await vi.waitFor(() => expect(waiting).toHaveLength(2));
  expect(openChannels.size).toBe(1);
  await answered(first);
  expect(openChannels.size).toBe(1);
  await answered(second);
  expect(openChannels.size).toBe(0);
  const third = story.follow(reading("On Tuesday the pier burned."), true);
  await vi.waitFor(() => expect(waiting).toHaveLength(1));
  expect(openChannels.size).toBe(1);
  story.leave();
  expect(openChannels.size).toBe(0);
  await answered(third);
});
