import { render, type VNode } from "preact";
import { guardTree, listen } from "../../dom/trusted.ts";
import { message } from "../../locale/message.ts";
import controls from "../../ui/styles/controls.css";
import names from "../../ui/styles/names.css";
import notes from "../../ui/styles/notes.css";
import tokens from "../../ui/styles/tokens.css";
import { type Announcer, createAnnouncer } from "./announcer.ts";
import { HOST } from "./offer.ts";
import styles from "./overlay.css";

/**
 * A place on the page for what we show there: a closed shadow tree, which no style sheet of the page reaches, and in which
 * no event of its scripts is answered. It keeps no secret: Firefox names its elements to the page, and Chromium searches
 * its words for it. So nothing private is put into it before the user asks for just that.
 */
export interface OverlayHost {
  show(view: VNode | null): void;
  /** Brings what is shown above everything that the page has put on top of itself since. */
  raise(): void;
  /** Has screen readers say a text. */
  readonly announce: Announcer["announce"];
  /** Whether an event came from inside the overlay. */
  owns(event: Event): boolean;
  /** The element with the focus inside the overlay, or `null`. */
  readonly focused: Element | null;
  find(selector: string): HTMLElement | null;
}

/**
 * The keyboard belongs to the overlay while it has the focus: a page's own one-key shortcuts should not act on it.
 * A page that listens before everything else hears the keys all the same; PRIVACY.md says so.
 */
const KEPT_EVENTS = ["keydown", "keypress", "keyup", "input", "beforeinput", "paste", "copy", "cut"] as const;

/** What of the overlay is there from the first moment to the last. */
interface Tree {
  readonly host: HTMLElement;
  readonly root: ShadowRoot;
  readonly layer: HTMLElement;
  readonly announcer: Announcer;
}

/**
 * The element is put into the page when there is something to show for the first time, and not before. It is taken away
 * when `signal` is aborted.
 */
export function createOverlayHost(signal: AbortSignal): OverlayHost {
  let tree: Tree | null = null;
  listen(signal, "abort", () => {
    if (tree === null) return;
    // What is open ends as if it was closed: an editor's last words are on their way already.
    render(null, tree.layer);
    tree.host.remove();
  });

  const grow = (): Tree => {
    tree = createTree();
    document.documentElement.append(tree.host);
    tree.host.showPopover();
    undoZoom(tree.host);
    // A dialog that closes, or a page that leaves the full screen, would take the overlay with it.
    listen(document, "close", raise, { capture: true, signal });
    listen(document, "fullscreenchange", raise, { signal });
    return tree;
  };

  const raise = (): void => {
    if (tree === null || signal.aborted) return;
    const { host, root } = tree;
    const place = placeOnPage();
    const isThere = host.parentNode === place && host.isConnected;
    // To move or to raise the element takes the focus from what is in it.
    if (isThere && root.activeElement !== null) return;
    if (!isThere) place.append(host);
    else if (host.matches(":popover-open")) host.hidePopover();
    host.showPopover();
    undoZoom(host);
  };

  return {
    show(view) {
      if (signal.aborted || (view === null && tree === null)) return;
      const { host, layer } = tree ?? grow();
      // Some pages rewrite everything below the root element, and our place with it.
      if (!host.isConnected) raise();
      render(view, layer);
    },
    raise,
    announce: (text, urgency) => (tree ?? grow()).announcer.announce(text, urgency),
    owns: (event) => tree !== null && event.composedPath().includes(tree.host),
    get focused() {
      return tree?.root.activeElement ?? null;
    },
    find: (selector) => tree?.root.querySelector<HTMLElement>(selector) ?? null,
  };
}

function createTree(): Tree {
  // Not an element of a name of ours: a page that defined the name first would be given the tree.
  const host = document.createElement("div");
  host.setAttribute(HOST, "");
  // In the browser's top layer nothing of the page lies above it, whatever its z-index.
  host.popover = "manual";
  const root = host.attachShadow({ mode: "closed" });
  guardTree(root);
  const style = document.createElement("style");
  style.textContent = [tokens, controls, names, notes, styles].join("\n");
  const layer = document.createElement("div");
  // The page's language and direction are not those of our texts.
  layer.lang = message("textLanguage");
  layer.dir = message("textDirection");
  const announcer = createAnnouncer(layer);
  root.append(style, announcer.element, layer);
  for (const name of KEPT_EVENTS) listen(host, name, (event) => event.stopPropagation());
  return { host, root, layer, announcer };
}

/**
 * The root element, or what is modal: an open dialog, or what fills the screen. Everything outside of that can be neither
 * clicked nor focused.
 */
function placeOnPage(): Element {
  const modal = [...document.querySelectorAll(":modal")].filter((element) => !CHILDLESS.has(element.localName));
  return modal.at(-1) ?? document.documentElement;
}

/** What may fill the screen and shows none of its children. */
const CHILDLESS: ReadonlySet<string> = new Set(["audio", "canvas", "embed", "iframe", "img", "object", "video"]);

/** A page may magnify its root element and with it all that is in it, by `zoom`; what we show has its own size. */
function undoZoom(host: HTMLElement): void {
  const setZoom = (zoom: number): void => host.style.setProperty("--unzoom", String(zoom), "important");
  setZoom(1);
  setZoom(1 / (host.currentCSSZoom ?? 1));
}
