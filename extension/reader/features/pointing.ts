import { speakerAt, subjectAt } from "../../../src/reading/names.ts";
import type { MarkActions } from "../highlights/mark-actions.ts";
import type { Mark } from "../highlights/mark.ts";
import type { Marks } from "../highlights/marks.ts";
import type { Overlay } from "../overlay/contract.ts";
import { selectedRange } from "./selection.ts";
import type { Stories } from "../stories/stories.ts";
import type { Story } from "../stories/story.ts";
import type { SubjectNotes } from "../overlay/contract.ts";

/** What the mouse and the keyboard mean on the page itself, outside the overlay. */
export interface Pointing {
  /** The story of the card that was opened last, or `null`. */
  readonly cardStory: Story | null;
  clicked(event: MouseEvent): void;
  /** The mouse or the focus rests on a point of the viewport: a source and its statements are shown as one. */
  pointed(x: number, y: number): void;
  /** A panel was opened or closed: who is on the open card is shown with its statements too. */
  panelChanged(): void;
  /** The selection has come to rest. */
  selected(): void;
  /** Opens the card of who is named at an offset of a story. */
  openCard(story: Story, offset: number, marks: readonly Mark[]): boolean;
  /** Escape was pressed. */
  escaped(): void;
}

/** What is pressed for its own sake: a click there is not meant for the words. */
const CONTROLS = "a, button, input, select, textarea, summary, label, [contenteditable]";

/** @param subjectNotesOf gives what a card on a story asks for. */
export function createPointing(
  stories: Stories,
  marks: Marks,
  actions: MarkActions,
  overlay: Overlay,
  subjectNotesOf: (story: Story) => SubjectNotes,
): Pointing {
  let cardStory: Story | null = null;

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
    const { panel } = overlay;
    const onCard = panel?.kind === "card" ? (panel.subject.statements[0]?.speaker ?? null) : null;
    for (const story of stories.all) {
      const { view } = story;
      const meant = view !== null && letter?.story === story ? speakerAt(view.analysis, letter.offset) : null;
      view?.emphasise(meant ?? (story === cardStory ? onCard : null));
    }
  };

  const openCard = (story: Story, offset: number, here: readonly Mark[]): boolean => {
    const { view } = story;
    const subject = view?.isShown ? subjectAt(view.analysis, offset) : null;
    if (view === null || subject === null) return false;
    const point = { start: offset, end: offset + 1 };
    const mention = subject.mentions.find(({ start, end }) => start <= offset && offset < end) ?? point;
    const [anchor] = view.rangesOf(mention);
    if (anchor === undefined) return false;
    cardStory = story;
    const { article } = view.live;
    overlay.open({
      kind: "card",
      anchor,
      article,
      subject,
      mention,
      marks: here.map(({ annotation }) => annotation),
      subjectNotes: subjectNotesOf(story),
    });
    return true;
  };

  return {
    get cardStory() {
      return cardStory;
    },

    clicked(event) {
      if (overlay.owns(event)) return;
      overlay.close();
      const target = event.target instanceof Element ? event.target : null;
      const isControl = target?.closest(CONTROLS) != null;
      if (event.button !== 0 || event.defaultPrevented || isControl || selectedRange() !== null) return;
      const hits = marks.at(event.clientX, event.clientY);
      const hit = letterAt(event.clientX, event.clientY);
      // A name in a marked passage: the smaller of the two is what was meant, and its card leads to the other.
      if (hit !== null && openCard(hit.story, hit.offset, hits)) return;
      const [mark, second] = hits;
      if (mark === undefined) return;
      const [anchor] = mark.ranges;
      if (second === undefined || anchor === undefined) actions.edit(mark, "note");
      else overlay.open({ kind: "marks", anchor, marks: hits.map(({ annotation }) => annotation) });
    },
    openCard,

    pointed(x, y) {
      if (!stories.all.some(({ view }) => view?.isShown && view.analysis.quotations.length > 0)) return;
      emphasise(letterAt(x, y));
    },

    panelChanged: () => emphasise(null),

    selected() {
      const range = selectedRange();
      if (range === null) {
        if (overlay.panel?.kind === "toolbar") overlay.close();
        return;
      }
      if (overlay.panel?.kind !== "editor") overlay.open({ kind: "toolbar", range: range.cloneRange() });
    },

    escaped: () => overlay.close(),
  };
}
