import { detect } from "../../src/article/detection/detect.ts";
import type { FramePath } from "../calls/schemas.ts";
import { readSignals } from "../dom/article/signals.ts";
import { unnamed } from "../dom/page/unnamed.ts";
import { listen } from "../dom/trusted.ts";

/**
 * A story has more room than this both ways, in CSS pixels. The common advertisements, of 300 × 250, 336 × 280,
 * 300 × 600 and 970 × 250, have not.
 */
const TOO_NARROW = 300;
const TOO_LOW = 280;
/** Frames in frames in frames hold no story. */
const DEEPEST = 3;

interface Watching {
  /** Whether a story is still looked for. */
  isNeeded(): boolean;
  /** Is told where the frame is that holds one, each time that one is loaded there. */
  onStory(path: FramePath): Promise<void>;
  /** Is told the host of every frame, whatever it shows, each time that something is loaded there. */
  onHost(host: string): Promise<void>;
}

/**
 * Looks for the story of a page that shows it in a frame of its own site. Frames of other sites, advertisements most of
 * all, are never looked into; nothing is put into any frame here.
 *
 * @returns looks at all frames again, and resolves when everything that was found has been told.
 */
export function watchFrames({ isNeeded, onStory, onHost }: Watching): () => Promise<void> {
  const look = async (frame: HTMLIFrameElement): Promise<void> => {
    void onHost(hostOf(frame));
    const inner = isNeeded() && documentOf(frame);
    if (!inner) return;
    const { readyState, defaultView: view } = unnamed(inner);
    if (readyState !== "complete" || view === null) return;
    const path = pathOf(view);
    if (path.length > DEEPEST) return;
    if (detect(readSignals(inner, addressOf(view))).isArticle) return onStory(path);
    await lookIn(inner);
  };
  const lookIn = async (holder: Document): Promise<void> => {
    await Promise.all([...unnamed(holder).querySelectorAll<HTMLIFrameElement>("iframe, frame")].map(look));
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

const isFrame = (element: Element): element is HTMLIFrameElement => /^i?frame$/.test(element.localName);

/** What a frame shows, where it is large enough and of the page's own site; `null` elsewhere. */
function documentOf({ contentDocument, clientWidth, clientHeight }: HTMLIFrameElement): Document | null {
  return clientWidth > TOO_NARROW && clientHeight > TOO_LOW ? contentDocument : null;
}

/** The host of what a frame of the page's own site shows, and of what one of another was made to show; "" where there is none. */
function hostOf({ contentWindow, src }: HTMLIFrameElement): string {
  try {
    return contentWindow?.location.host ?? "";
  } catch {
    return URL.canParse(src) ? new URL(src).host : "";
  }
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
