import { overlaps } from "../../../src/text/span.ts";
import { callBackground } from "../../calls/call.ts";
import { takeWatchers } from "../../calls/page-news.ts";
import { spanInView } from "../../dom/painting/in-view.ts";
import { listen } from "../../dom/trusted.ts";
import type { Install } from "../page.ts";
import type { Story } from "../stories/story.ts";

/** How soon after a change the panel is told, and how often while changes go on, in milliseconds. */
const PACE = 150;

const isInner = window !== window.top;

/**
 * Tells a panel that is open beside the page when its report has changed, and which statements the user has in view.
 * While no panel is open it hears nothing and does nothing.
 */
export const installReporting: Install = ({ stories, lifetime, commands, onNews, showFailure }) => {
  let stop = (): void => undefined;
  let isWatched = false;

  /** Does something in a moment, however often it is asked for meanwhile. */
  const inAMoment = (work: () => void): (() => void) => {
    let timer: ReturnType<typeof setTimeout> | null = null;
    return () => {
      timer ??= setTimeout(() => {
        timer = null;
        if (watchers.any) work();
      }, PACE);
    };
  };
  /** The page whose place was told last: a document may hold several stories. */
  let toldOf: string | null = null;
  const tellChange = inAMoment(() => watchers.tell({ kind: "changed" }));
  const tellPlace = inAMoment(() => {
    const { current } = stories;
    if (current === null) return;
    // Another story has come into view: the report is another.
    if (toldOf !== null && toldOf !== current.page) watchers.tell({ kind: "changed" });
    toldOf = current.page;
    watchers.tell({ kind: "place", page: current.page, statements: statementsInView(current) });
  });

  const watchers = takeWatchers(isInner, () => {
    if (watchers.any) tellPlace();
    if (watchers.any === isWatched) return;
    isWatched = watchers.any;
    stop();
    if (!isWatched) return;
    // Boxes that scroll inside the page tell nobody but who listens on the way down.
    const stops = [
      listen(document, "scroll", tellPlace, { passive: true, capture: true }),
      listen(window, "resize", tellPlace, { passive: true }),
    ];
    stop = () => stops.forEach((end) => end());
  });
  commands.on("open-panel", async () => {
    const opened = await callBackground("openPanel", null);
    if (!opened.ok) showFailure(opened.error);
    return opened;
  });
  onNews(() => {
    if (!watchers.any) return;
    tellChange();
    tellPlace();
  });
  // A page that is left may be kept, but not the ways into it.
  listen(window, "pagehide", watchers.dismiss, { signal: lifetime.signal });
  listen(lifetime.signal, "abort", () => {
    watchers.stop();
    watchers.dismiss();
  });
};

/** The statements of which something stands in the viewport, by where each begins in the article's text. */
function statementsInView({ view }: Story): number[] {
  if (view === null) return [];
  // Only those near the viewport are laid out.
  const near = spanInView(view.live.map);
  return view.analysis.quotations.flatMap(({ content }) => {
    const [first] = content;
    const isSeen = content.some((span) => overlaps(span, near) && view.rangesOf(span).some(isInViewport));
    return first !== undefined && isSeen ? [first.start] : [];
  });
}

function isInViewport(range: Range): boolean {
  const { top, bottom, width } = range.getBoundingClientRect();
  return width > 0 && bottom > 0 && top < innerHeight;
}
