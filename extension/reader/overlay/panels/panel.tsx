import { autoUpdate } from "@floating-ui/dom";
import type { ComponentChildren } from "preact";
import { useContext, useLayoutEffect, useRef } from "preact/hooks";
import {
  type Box,
  type CardSide,
  heightForCard,
  placeBeside,
  placeCard,
  sideOfCard,
} from "../../../../src/reading/placement.ts";
import { rootElementOf } from "../../../dom/page/unnamed.ts";
import { stopsIn } from "../../../ui/stops.ts";
import { moveFocus, useFocus } from "../focus.ts";
import { FrameContext, type PrivateFrame } from "../private-frame.ts";

/** What a panel stands beside: a range of the page. It follows the page's scrolling and changes. */
export type PanelAnchor = Range;

interface PanelProps {
  readonly anchor: PanelAnchor;
  readonly label: string;
  readonly className: string;
  /** On which side of the range, or like a card: beside the text, apart from these other ranges. */
  readonly placement: "top" | "bottom" | { readonly apart: readonly Range[] };
  /** Whether the panel takes the focus when it opens. A toolbar does not: it would take the selection away. */
  readonly takesFocus: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A small window beside a range. Escape closes it, and the focus goes back to where it was. */
export function Panel({ anchor, label, className, placement, takesFocus, onClose, children }: PanelProps) {
  const element = useRef<HTMLDivElement>(null);
  const frame = useContext(FrameContext);

  useLayoutEffect(() => {
    const panel = element.current;
    if (panel === null) return undefined;
    /** A card stays on its side while the page is scrolled: what jumps can't be read. */
    let side: CardSide | null = null;
    let before = "";
    let room = "";
    const place = (): void => {
      // Of the root element's, which leaves out the scrollbars.
      const { clientWidth: width, clientHeight: height } = rootElementOf(document);
      const viewport = { width: width || innerWidth, height: Math.min(height || innerHeight, innerHeight) };
      const name = anchor.getBoundingClientRect();
      const placed = (): { readonly x: number; readonly y: number } => {
        if (typeof placement === "string") {
          return placeBeside(name, panel.getBoundingClientRect(), viewport, placement);
        }
        const around = { name, column: columnOf(anchor), apart: [] as readonly Box[] };
        const sizeOfRoom = `${viewport.width} ${viewport.height}`;
        if (sizeOfRoom !== room) {
          panel.style.setProperty("--room", `${heightForCard(around, panel.offsetWidth, viewport)}px`);
          room = sizeOfRoom;
        }
        const own = panel.getBoundingClientRect();
        const sizes = [viewport.width, viewport.height, own.width, own.height].join(" ");
        if (side === null || sizes !== before) {
          const apart = placement.apart.flatMap((range) => [...range.getClientRects()]);
          side = sideOfCard({ ...around, apart }, own, viewport);
        }
        before = sizes;
        return placeCard(side, around, own, viewport);
      };
      const { x, y } = placed();
      panel.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
      frame?.follow();
    };
    /** @param contextElement around it is looked for what scrolls. */
    const follow = (contextElement: Element): (() => void) =>
      autoUpdate({ getBoundingClientRect: () => anchor.getBoundingClientRect(), contextElement }, panel, place);
    const root = rootElementOf(document);
    try {
      return follow(anchor.startContainer.parentElement ?? root);
    } catch {
      // The fields of a form around it have names by which it is asked for what is around it: without an end.
      return follow(root);
    }
  }, [anchor, placement]);

  useFocus(element, takesFocus);

  const pressed = (event: KeyboardEvent): void => {
    const panel = element.current;
    if (panel === null || event.defaultPrevented) return;
    if (event.key === "Escape") onClose();
    else if (event.key === "Tab") wrapFocus(panel, frame, event);
    else if (!takesFocus && event.key in ARROWS) moveFocus(panel, ARROWS[event.key] ?? 0);
    else return;
    if (event.key !== "Tab") event.preventDefault();
  };

  return (
    <div
      ref={element}
      class={`panel ${className}`}
      role={takesFocus ? "dialog" : "toolbar"}
      aria-label={label}
      onKeyDown={pressed}
      onScroll={() => frame?.follow()}
    >
      {children}
    </div>
  );
}

/** The text that a range stands in, as a box: of the block around it. */
function columnOf({ startContainer }: Range): Box {
  let element = startContainer.parentElement;
  while (element?.parentElement != null && getComputedStyle(element).display.startsWith("inline")) {
    element = element.parentElement;
  }
  return (element ?? rootElementOf(document)).getBoundingClientRect();
}

/** The keys that go through a toolbar (WAI-ARIA Authoring Practices). */
const ARROWS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/**
 * The end of a panel is the end of the document too: from there the focus goes to the panel's other end instead, or into
 * the private frame where that lies over the panel.
 */
function wrapFocus(panel: HTMLElement, frame: PrivateFrame | null, event: KeyboardEvent): void {
  const stops = stopsIn(panel);
  const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  const { activeElement } = panel.getRootNode() as ShadowRoot;
  // A card's title has the focus first, and is no stop.
  const isBeforeFirst = event.shiftKey && !stops.includes(activeElement as HTMLElement);
  if (activeElement !== from && !isBeforeFirst) return;
  event.preventDefault();
  if (frame?.isShown === true) frame.focus(event.shiftKey ? "last" : "first");
  else to?.focus({ preventScroll: true });
}
