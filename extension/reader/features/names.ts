import { nameAt } from "../../../src/reading/names.ts";
import { failure } from "../../../src/result.ts";
import type { Span } from "../../../src/text/span.ts";
import { done } from "../../calls/serve.ts";
import { scrollToRange } from "../../dom/page/reveal.ts";
import { offsetInView } from "../../dom/painting/in-view.ts";
import { message } from "../../locale/message.ts";
import { kindText, nameText } from "../../ui/texts/voice-text.ts";
import type { OverlayPanel } from "../overlay/contract.ts";
import type { Install } from "../page.ts";
import type { Story } from "../stories/story.ts";

/** A name where it stands. */
interface Place {
  readonly story: Story;
  readonly span: Span;
}

/** Goes from name to name, round and round, for who uses the keyboard; and offers the cards of names in links. */
export const installNames: Install = ({ stories, overlay, commands }) => {
  /** The one that was gone to last. */
  let last: Place | null = null;

  const places = (): Place[] =>
    stories.all.flatMap((story) =>
      story.view?.isShown === true ? story.view.names.map((span) => ({ story, span })) : [],
    );

  /** Where to go on from: what was gone to last where it is in view, or else just before the first name in view. */
  const startOf = (all: readonly Place[], by: 1 | -1): number => {
    const at = all.findIndex(({ story, span }) => story === last?.story && span.start === last.span.start);
    if (at >= 0 && (overlay.panel !== null || isInView(all[at]))) return at;
    const first = all.findIndex(({ story, span }) => story === stories.current && span.start >= topOf(story));
    return (first < 0 ? 0 : first) - (by > 0 ? 1 : 0);
  };

  const panelOf = (place: Place, position: { number: number; count: number } | null): OverlayPanel | null => {
    const { story, span } = place;
    const { view } = story;
    const named = view === null ? null : nameAt(view.analysis, span.start);
    const [anchor] = view?.rangesOf(span) ?? [];
    if (named === null || anchor === undefined) return null;
    return { kind: "name", anchor, story, span, named, position };
  };

  commands.on("step-name", ({ by, isLast }) => {
    const all = places();
    if (all.length === 0) {
      if (isLast) overlay.toast({ text: message("noNamesHere"), tone: "plain", undo: null });
      return failure("not-found", "no names are shown on this page");
    }
    const next = (startOf(all, by) + by + all.length) % all.length;
    const place = all[next];
    const panel = place === undefined ? null : panelOf(place, { number: next + 1, count: all.length });
    if (place === undefined || panel?.kind !== "name") return failure("not-found", "the name has left the page");
    last = place;
    scrollToRange(panel.anchor);
    // From here the Tab key goes on, and a screen reader reads on.
    getSelection()?.collapse(panel.anchor.startContainer, panel.anchor.startOffset);
    overlay.open(panel);
    overlay.point([panel.anchor]);
    overlay.announce(message("nameSpoken", nameText(panel.named), kindText(panel.named), next + 1, all.length));
    return done;
  });

  commands.on("offer-card", ({ story, offset }) => {
    const span = story.view?.names.find(({ start, end }) => start <= offset && offset < end);
    const panel = span === undefined ? null : panelOf({ story, span }, null);
    if (panel === null) return failure("not-found", "nobody is named here");
    overlay.open(panel);
    return done;
  });
};

/** The first offset of a story's text that is not above the viewport. */
const topOf = ({ view }: Story): number => (view === null ? 0 : offsetInView(view.live.map));

function isInView(place: Place | undefined): boolean {
  const box = place?.story.view?.rangesOf(place.span)[0]?.getBoundingClientRect();
  return box !== undefined && box.bottom > 0 && box.top < innerHeight;
}
