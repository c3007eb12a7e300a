import { render, type VNode } from "preact";
import controls from "../../ui/controls.css";
import tokens from "../../ui/tokens.css";
import styles from "./overlay.css";

/** A place on the page for what we show there: a closed shadow tree that neither page nor its style sheets reach. */
export interface OverlayHost {
  show(view: VNode | null): void;
  /** Whether an event came from inside the overlay. */
  owns(event: Event): boolean;
}

/**
 * The keyboard belongs to the overlay while it has the focus: a page's own one-key shortcuts should not act on it.
 * A page that listens before everything else hears the keys all the same; PRIVACY.md says so.
 */
const KEPT_EVENTS = ["keydown", "keypress", "keyup", "input", "beforeinput", "paste", "copy", "cut"];

/** The element is put into the page when there is something to show for the first time, and not before. */
export function createOverlayHost(): OverlayHost {
  let host: HTMLElement | null = null;
  let root: ShadowRoot | null = null;

  const attach = (): ShadowRoot => {
    host = document.createElement("sourceline-overlay");
    root = host.attachShadow({ mode: "closed" });
    const style = document.createElement("style");
    style.textContent = [tokens, controls, styles].join("\n");
    root.append(style);
    for (const name of KEPT_EVENTS) host.addEventListener(name, (event) => event.stopPropagation());
    document.documentElement.append(host);
    return root;
  };

  const container = (): Element => {
    const tree = root ?? attach();
    const existing = tree.querySelector("main");
    if (existing !== null) return existing;
    const created = document.createElement("main");
    tree.append(created);
    return created;
  };

  return {
    show(view) {
      // Some pages rewrite everything below the root element, and our place with it.
      if (view !== null && host !== null && !host.isConnected) document.documentElement.append(host);
      if (view !== null || root !== null) render(view, container());
    },
    owns: (event) => host !== null && event.composedPath().includes(host),
  };
}
