import { nameAt, speakerAt } from "../../../src/reading/names.ts";
import type { Span } from "../../../src/text/span.ts";
import { listen } from "../../dom/trusted.ts";
import { highlightsAt } from "../highlights/positions.ts";
import type { OverlayPanel } from "../overlay/contract.ts";
import type { Install } from "../page.ts";
import { seekerPart } from "../seeker/offer.ts";
import type { Story } from "../stories/story.ts";
import { selectedRange } from "./selection.ts";

const covers =
  (offset: number) =>
  ({ start, end }: Span): boolean =>
    start <= offset && offset < end;

/** What is pressed for its own sake: a click there is not meant for the words. */
const CONTROLS = "a, button, input, select, textarea, summary, label, [contenteditable]";

/** How often the mouse's place is looked at, in milliseconds: often enough to feel immediate, and no more. */
const POINTING_DELAY = 80;

/** How long the mouse rests on a name in a link before its card is offered, in milliseconds, and how long the offer waits. */
const OFFER_DELAY = 500;
const OFFER_STAY = 700;

/** Whether what is open is no more than the offer of a card, which nobody asked for. */
const isOffer = (panel: OverlayPanel | null): panel is Extract<OverlayPanel, { readonly kind: "name" }> =>
  panel?.kind === "name" && panel.position === null;

/** What the mouse and the keyboard mean on the page itself, outside the overlay. */
export const installPointing: Install = (page) => {
  const { stories, highlights, overlay, commands, lifetime } = page;

  /** The story that has a letter under a point of the viewport, and the letter's offset in its text. */
  const letterAt = (x: number, y: number): { readonly story: Story; readonly offset: number } | null => {
    for (const story of stories.all) {
      const offset = story.view?.offsetAt(x, y) ?? null;
      if (offset !== null) return { story, offset };
    }
    return null;
  };

  /** Shows one source with its statements alone: who is meant at a letter or, where nobody is, who is on the open card. */
  const emphasise = (letter: ReturnType<typeof letterAt>): void => {
    const card = overlay.panel?.kind === "card" ? overlay.panel : null;
    for (const story of stories.all) {
      const { view } = story;
      const meant = view !== null && letter?.story === story ? speakerAt(view.analysis, letter.offset) : null;
      const carded = card?.story === story ? card.named : null;
      const onName = view !== null && letter?.story === story ? nameAt(view.analysis, letter.offset) : null;
      view?.emphasise(meant ?? carded?.statements[0]?.speaker ?? null, onName ?? carded);
    }
  };

  /** The mouse or the focus rests on a point of the viewport: a source and its statements are shown as one. */
  const point = (x: number, y: number, element: Element | null): void => {
    if (!stories.all.some(({ view }) => view?.isShown === true)) return;
    const letter = letterAt(x, y);
    emphasise(letter);
    offerInLink(letter, element);
  };

  let offering: ReturnType<typeof setTimeout> | null = null;
  /** A click in a link is the link's, so the card of a name in it is offered beside it. */
  const offerInLink = (letter: ReturnType<typeof letterAt>, element: Element | null): void => {
    const { panel } = overlay;
    const isOffered = isOffer(panel);
    if (panel !== null && !isOffered) return;
    const isOnName =
      letter !== null && element?.closest("a") != null && letter.story.view?.names.some(covers(letter.offset)) === true;
    const isSame = isOffer(panel) && isOnName && panel.story === letter.story && covers(letter.offset)(panel.span);
    if (offering !== null) clearTimeout(offering);
    offering = null;
    if (isSame || (!isOnName && !isOffered)) return;
    offering = setTimeout(
      () => {
        offering = null;
        // The user may have opened something else meanwhile, which stays.
        if (overlay.panel !== null && !isOffer(overlay.panel)) return;
        if (isOnName) void commands.send({ kind: "offer-card", story: letter.story, offset: letter.offset });
        else overlay.close();
      },
      isOnName ? OFFER_DELAY : OFFER_STAY,
    );
  };

  const click = async (event: MouseEvent): Promise<void> => {
    if (overlay.owns(event)) return;
    overlay.close();
    const target = event.target instanceof Element ? event.target : null;
    const isControl = target?.closest(CONTROLS) != null;
    if (event.button !== 0 || event.defaultPrevented || isControl || selectedRange() !== null) return;
    const hits = highlightsAt(highlights.all(), event.clientX, event.clientY);
    const hit = letterAt(event.clientX, event.clientY);
    // A name in a highlighted passage: the smaller of the two is what was meant, and its card leads to the other.
    const opened = hit === null ? null : await commands.send({ kind: "open-card", ...hit, highlights: hits });
    if (opened?.ok) return;
    const [highlight, second] = hits;
    if (highlight === undefined) return;
    const [anchor] = highlight.ranges;
    if (second === undefined || anchor === undefined) {
      await commands.send({ kind: "open-note", id: highlight.annotation.id, field: "note" });
    } else {
      overlay.open({ kind: "highlights", anchor, highlights: hits.map(({ annotation }) => annotation) });
    }
  };

  /** The selection has come to rest. */
  const select = (): void => {
    const range = selectedRange();
    if (range === null) {
      if (overlay.panel?.kind === "toolbar") overlay.close();
      return;
    }
    // What is selected may become a highlight, whose words are to be described.
    void seekerPart.load();
    if (overlay.panel?.kind !== "editor") overlay.open({ kind: "toolbar", range: range.cloneRange() });
  };

  const hear = <Name extends keyof DocumentEventMap>(name: Name, act: (event: DocumentEventMap[Name]) => void) =>
    listen(document, name, act, { signal: lifetime.signal, passive: true });
  hear("click", (event) => void click(event));
  hear("keydown", ({ key }) => {
    if (key === "Escape") overlay.close();
  });
  let waiting: ReturnType<typeof setTimeout> | null = null;
  hear("pointermove", (event) => {
    const { clientX, clientY, target } = event;
    if (overlay.owns(event)) return void (offering !== null && clearTimeout(offering));
    waiting ??= setTimeout(() => {
      waiting = null;
      point(clientX, clientY, target instanceof Element ? target : null);
    }, POINTING_DELAY);
  });
  hear("focusin", ({ target }) => {
    // Where the mouse was before says nothing any more.
    if (waiting !== null) clearTimeout(waiting);
    waiting = null;
    // Once the browser has scrolled to it.
    setTimeout(() => {
      const element = target instanceof Element ? target : null;
      const [box] = element?.getClientRects() ?? [];
      if (box !== undefined) point(box.left + box.width / 2, box.top + box.height / 2, element);
    });
  });
  hear("pointerup", () => setTimeout(select));
  hear("keyup", (event) => {
    if (event.shiftKey || event.key === "Shift") select();
  });
  // Who is on the open card is shown with its statements too.
  page.onPanel(() => emphasise(null));
};
