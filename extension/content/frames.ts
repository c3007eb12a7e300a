import { detect } from "../../src/article/detect.ts";
import type { FramePath } from "../../src/messaging/protocol.ts";
import { readSignals } from "../dom/signals.ts";

/** A story needs this much room, in CSS pixels; less is an advertisement, a player, a form. */
const LEAST_WIDTH = 300;
const LEAST_HEIGHT = 250;
/** Frames in frames in frames hold no story. */
const DEEPEST = 3;

/**
 * Looks for the story of a page that shows it in a frame of its own site. Frames of other sites, advertisements most of
 * all, are never looked into; nothing is put into any frame here.
 *
 * @param isNeeded whether a story is still looked for.
 * @param onStory is told where the frame is that holds one, each time that one is loaded there.
 */
export function watchFrames(isNeeded: () => boolean, onStory: (path: FramePath) => void): void {
  const look = (frame: Element | null): void => {
    const inner = isNeeded() && frame !== null ? documentOf(frame) : null;
    if (inner === null || inner.readyState !== "complete" || inner.defaultView === null) return;
    const path = pathOf(inner.defaultView);
    if (path.length > DEEPEST) return;
    if (detect(readSignals(inner, addressOf(inner.defaultView))).isArticle) return onStory(path);
    for (const next of framesIn(inner)) look(next);
  };
  // The event of a frame does not rise to the document, but is heard on its way down.
  document.addEventListener(
    "load",
    ({ target }) => {
      if (target instanceof Element && isFrame(target)) look(target);
    },
    true,
  );
  for (const frame of framesIn(document)) look(frame);
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
  if (inner === null || frame.clientWidth < LEAST_WIDTH || frame.clientHeight < LEAST_HEIGHT) return null;
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
