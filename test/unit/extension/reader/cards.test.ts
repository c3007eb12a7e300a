import * as v from "valibot";
import { expect, test, vi } from "vitest";
import type { Overlay, OverlayPanel } from "../../../../extension/reader/overlay/contract.ts";
import { nameView } from "../../../../extension/reader/overlay/frame-views.ts";
import { installCards } from "../../../../extension/reader/features/cards.ts";
import { createDispatcher } from "../../../../extension/reader/dispatcher.ts";
import type { Page } from "../../../../extension/reader/page.ts";
import type { Story } from "../../../../extension/reader/stories/story.ts";
import { frameViewSchema } from "../../../../extension/calls/frame-view.ts";
import type { Analysis } from "../../../../src/analyse.ts";
import type { ArticleName } from "../../../../src/reading/names.ts";

vi.mock("webextension-polyfill", () => ({ default: {} }));
vi.mock("../../../../extension/locale/message.ts", () => ({ message: String }));

const moen: ArticleName = {
  kind: "person",
  name: "Edvard Moen",
  role: null,
  aliases: ["x".repeat(301), ...Array.from({ length: 60 }, (_, number) => `Moen ${number}`)],
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

/** The cards that are opened on the name in these stories, one after the other. */
async function cardsOn(pages: readonly string[]): Promise<Extract<OverlayPanel, { kind: "card" }>[]> {
  const opened: Extract<OverlayPanel, { kind: "card" }>[] = [];
  const overlay = {
    panel: null,
    open: (panel: OverlayPanel) => void (panel.kind === "card" && opened.push(panel)),
  } as unknown as Overlay;
  const commands = createDispatcher();
  const hear = (): void => {};
  installCards({ overlay, commands, stories: { all: [] }, onMoved: hear, onChange: hear } as unknown as Page);
  for (const page of pages) {
    await commands.send({ kind: "open-card", story: story(page), offset: 0, highlights: [] });
  }
  return opened;
}

test("what is kept on a name belongs to the story of its card, also when another card is open by then", async () => {
  const [first] = await cardsOn(["post.example/pier", "post.example/ferry"]);
  const page = "post.example/pier";
  expect(nameView(first!)).toMatchObject({ page, source: `https://${page}`, title: page });
});

test("a name with more aliases than are stored, or longer ones, is asked for all the same", async () => {
  const [card] = await cardsOn(["post.example/pier"]);
  expect(v.safeParse(frameViewSchema, nameView(card!))).toMatchObject({
    success: true,
    output: { named: { name: "Edvard Moen" } },
  });
});
