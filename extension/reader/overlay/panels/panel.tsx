import { autoUpdate } from "@floating-ui/dom";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";
import { placeBeside } from "../../../../src/reading/placement.ts";
import { moveFocus, stopsIn, useFocus } from "../focus.ts";

/** What a panel stands beside: a range of the page. It follows the page's scrolling and changes. */
export type PanelAnchor = Range;

interface PanelProps {
  readonly anchor: PanelAnchor;
  readonly label: string;
  readonly className: string;
  readonly placement: "top" | "bottom";
  /** Whether the panel takes the focus when it opens. A toolbar does not: it would take the selection away. */
  readonly takesFocus: boolean;
  readonly onClose: () => void;
  readonly children: ComponentChildren;
}

/** A small window beside a range. Escape closes it, and the focus goes back to where it was. */
export function Panel({ anchor, label, className, placement, takesFocus, onClose, children }: PanelProps) {
  const element = useRef<HTMLDivElement>(null);

  useLayoutEffect(() => {
    const panel = element.current;
    if (panel === null) return undefined;
    const reference = {
      getBoundingClientRect: () => anchor.getBoundingClientRect(),
      contextElement: anchor.startContainer.parentElement ?? document.documentElement,
    };
    const place = (): void => {
      // Of the root element's, which leaves out the scrollbars.
      const { clientWidth: width, clientHeight: height } = document.documentElement;
      const viewport = { width: width || innerWidth, height: Math.min(height || innerHeight, innerHeight) };
      const { x, y } = placeBeside(anchor.getBoundingClientRect(), panel.getBoundingClientRect(), viewport, placement);
      panel.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    };
    return autoUpdate(reference, panel, place);
  }, [anchor, placement]);

  useFocus(element, takesFocus);

  const pressed = (event: KeyboardEvent): void => {
    const panel = element.current;
    if (panel === null || event.defaultPrevented) return;
    if (event.key === "Escape") onClose();
    else if (event.key === "Tab") wrapFocus(panel, event);
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
    >
      {children}
    </div>
  );
}

/** The keys that go through a toolbar (WAI-ARIA Authoring Practices). */
const ARROWS: Readonly<Record<string, number>> = { ArrowRight: 1, ArrowDown: 1, ArrowLeft: -1, ArrowUp: -1 };

/** The end of a panel is the end of the document too: from there the focus goes to the panel's other end instead. */
function wrapFocus(panel: HTMLElement, event: KeyboardEvent): void {
  const stops = stopsIn(panel);
  const [from, to] = event.shiftKey ? [stops[0], stops.at(-1)] : [stops.at(-1), stops[0]];
  if ((panel.getRootNode() as ShadowRoot).activeElement !== from) return;
  event.preventDefault();
  to?.focus({ preventScroll: true });
}
