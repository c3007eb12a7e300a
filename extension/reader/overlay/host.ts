import { render, type VNode } from "preact";
import { isExtensionThere } from "../../calls/extension-there.ts";
import { rootElementOf } from "../../dom/page/unnamed.ts";
import { guardTree, listen } from "../../dom/trusted.ts";
import { message } from "../../locale/message.ts";
import controls from "../../ui/styles/controls.css";
import head from "../../ui/styles/head.css";
import names from "../../ui/styles/names.css";
import tokens from "../../ui/styles/tokens.css";
import { type Announcer, createAnnouncer } from "./announcer.ts";
import { HOST } from "./host-name.ts";
import styles from "./overlay.css";
import type { PrivateFrame } from "./private-frame.ts";

/**
 * A place on the page for what we show there: a closed shadow tree, which no style sheet of the page reaches, and in which
 * no event of its scripts is answered. It keeps no secret: Firefox names its elements to the page, and Chromium searches
 * its words for it. So nothing private is put into it: that stands in a frame which lies over it.
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
  readonly frame: PrivateFrame;
  /** Whether the page has put it elsewhere, and with it had the private frame loaded anew. */
  readonly isMoved: boolean;
}

/**
 * The keyboard belongs to the overlay while it has the focus: a page's own one-key shortcuts should not act on it.
 * A page that listens before everything else hears the keys all the same; PRIVACY.md says so.
 */
const KEPT_EVENTS = ["keydown", "keypress", "keyup", "input", "beforeinput", "paste", "copy", "cut"] as const;

/** How long what is hidden waits for the extension's next version, in milliseconds: longer than an update takes. */
const STANDING = 15_000;

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
export function createOverlayHost(frame: PrivateFrame, signal: AbortSignal): OverlayHost {
  let tree: Tree | null = null;
  /** Whether nothing is to be shown any more. After an update the place belongs to the next reader. */
  const isOver = (): boolean => signal.aborted || !isExtensionThere();
  listen(signal, "abort", () => {
    if (tree === null) return;
    // What is open ends as if it was closed: an editor's last words are on their way already.
    const { host, layer } = tree;
    render(null, layer);
    if (isExtensionThere()) return host.remove();
    // What is not saved lies in the private frame, for the extension's next version to find.
    host.style.setProperty("--sourceline-display", "none", "important");
    setTimeout(() => host.remove(), STANDING);
  });

  const grow = (): Tree => {
    tree = createTree(frame);
    rootElementOf(document).append(tree.host);
    tree.host.showPopover();
    undoZoom(tree.host);
    // A dialog that closes, or a page that leaves the full screen, would take the overlay with it.
    listen(document, "close", raise, { capture: true, signal });
    listen(document, "fullscreenchange", raise, { signal });
    return tree;
  };

  const raise = (): void => {
    if (tree === null || isOver()) return;
    const { host, root } = tree;
    const place = placeOnPage();
    const isThere = host.parentNode === place && host.isConnected;
    // To move or to raise the element takes the focus from what is in it.
    if (isThere && root.activeElement !== null) return;
    if (!isThere) {
      frame.beMoved();
      place.append(host);
    } else if (host.matches(":popover-open")) host.hidePopover();
    host.showPopover();
    undoZoom(host);
  };

  return {
    show(view) {
      if (isOver() || (view === null && tree === null)) return;
      const { host, layer } = tree ?? grow();
      // Some pages rewrite everything below the root element, and our place with it.
      if (!host.isConnected) raise();
      mend(host);
      render(view, layer);
    },
    raise,
    announce(text, urgency) {
      if (!isOver()) (tree ?? grow()).announcer.announce(text, urgency);
    },
    owns: (event) => tree !== null && event.composedPath().includes(tree.host),
    get focused() {
      return tree?.root.activeElement ?? null;
    },
    frame,
    get isMoved() {
      return tree !== null && tree.host.parentNode !== placeOnPage();
    },
    find: (selector) => tree?.root.querySelector<HTMLElement>(selector) ?? null,
  };
}

function createTree(frame: PrivateFrame): Tree {
  // Not an element of a name of ours: a page that defined the name first would be given the tree.
  const host = document.createElement("div");
  host.setAttribute(HOST, "");
  // In the browser's top layer nothing of the page lies above it, whatever its z-index.
  host.popover = "manual";
  const root = host.attachShadow({ mode: "closed" });
  guardTree(root);
  const style = document.createElement("style");
  style.textContent = [tokens, controls, names, head, styles].join("\n");
  const layer = document.createElement("div");
  // The page's language and direction are not those of our texts.
  layer.lang = message("textLanguage");
  layer.dir = message("textDirection");
  const announcer = createAnnouncer(layer);
  root.append(style, announcer.element, layer, frame.element);
  for (const name of KEPT_EVENTS) listen(host, name, (event) => event.stopPropagation());
  return { host, root, layer, announcer };
}

/** Undoes what a page has done to our element by its attributes: made it inert, hidden it, restyled it. */
function mend(host: HTMLElement): void {
  const isOurs = (name: string): boolean => name === HOST || name === "popover" || name === "style";
  for (const name of Array.from(host.attributes, (attribute) => attribute.name)) {
    if (!isOurs(name)) host.removeAttribute(name);
  }
  if (host.popover !== "manual") host.popover = "manual";
  if (!host.matches(":popover-open")) host.showPopover();
  if (host.getAttribute("style") === ownStyles.get(host)) return;
  host.removeAttribute("style");
  undoZoom(host);
}

/** The style attributes of our elements as we wrote them. */
const ownStyles = new WeakMap<HTMLElement, string | null>();

/**
 * The root element, or what is modal: an open dialog, or what fills the screen. Everything outside of that can be neither
 * clicked nor focused.
 */
function placeOnPage(): Element {
  const modal = [...document.querySelectorAll(":modal")].filter((element) => !CHILDLESS.has(element.localName));
  return modal.at(-1) ?? rootElementOf(document);
}

/** What may fill the screen and shows none of its children. */
const CHILDLESS: ReadonlySet<string> = new Set(["audio", "canvas", "embed", "iframe", "img", "object", "video"]);

/** A page may magnify its root element and with it all that is in it, by `zoom`; what we show has its own size. */
function undoZoom(host: HTMLElement): void {
  const setZoom = (zoom: number): void => host.style.setProperty("--unzoom", String(zoom), "important");
  setZoom(1);
  setZoom(1 / (host.currentCSSZoom ?? 1));
  ownStyles.set(host, host.getAttribute("style"));
}
