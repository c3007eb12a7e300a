import { detect } from "../../src/article/detection/detect.ts";
import type { FramePath } from "../calls/schemas.ts";
import { readSignals } from "../dom/article/signals.ts";
import { listen } from "../dom/trusted.ts";

/**
 * A story has more room than this both ways, in CSS pixels. The common advertisements, of 300 × 250, 336 × 280,
 * 300 × 600 and 970 × 250, have not.
 */
const TOO_NARROW = 300;
const TOO_LOW = 280;
/** Frames in frames in frames hold no story. */
const DEEPEST = 3;

/**
 * Looks for the story of a page that shows it in a frame of its own site. Frames of other sites, advertisements most of
 * all, are never looked into; nothing is put into any frame here.
 *
 * @param isNeeded whether a story is still looked for.
 * @param onStory is told where the frame is that holds one, each time that one is loaded there.
 * @returns looks at all frames again, and resolves when everything that was found has been told.
 */
export function watchFrames(isNeeded: () => boolean, onStory: (path: FramePath) => Promise<void>): () => Promise<void> {
  const look = async (frame: Element | null): Promise<void> => {
    const inner = isNeeded() && frame !== null ? documentOf(frame) : null;
    if (inner === null || inner.readyState !== "complete" || inner.defaultView === null) return;
    const path = pathOf(inner.defaultView);
    if (path.length > DEEPEST) return;
    if (detect(readSignals(inner, addressOf(inner.defaultView))).isArticle) return onStory(path);
    await lookIn(inner);
  };
  const lookIn = async (holder: Document): Promise<void> => {
    await Promise.all(Array.from(framesIn(holder), look));
  };
  // The event of a frame does not rise to the document, but is heard on its way down.
  listen(
    document,
    "load",
    ({ target }) => {
      if (target instanceof Element && isFrame(target)) void look(target);
    },
    { capture: true },
  );
  void lookIn(document);
  return () => lookIn(document);
}

function framesIn(document: Document): Iterable<Element> {
  return document.querySelectorAll("iframe, frame");
}

function isFrame({ localName }: Element): boolean {
  return localName === "iframe" || localName === "frame";
}

/** What a frame shows, where it is large enough and of the page's own site; `null` elsewhere. */
function documentOf(frame: Element): Document | null {
  const inner = (frame as HTMLIFrameElement).contentDocument;
  if (inner === null || frame.clientWidth <= TOO_NARROW || frame.clientHeight <= TOO_LOW) return null;
  return inner;
}

/** A frame whose content stands in the page itself has no address but the page's. */
function addressOf(view: Window): string {
  return /^https?:/.test(view.location.href) || view === view.parent ? view.location.href : addressOf(view.parent);
}

/** Where a frame is: its number among its parent's, from the top page downwards. */
function pathOf(view: Window): FramePath {
  const { parent } = view;
  if (parent === view) return [];
  const number = Array.from({ length: parent.length }, (_, index) => parent[index]).indexOf(view);
  return [...pathOf(parent), number];
}
