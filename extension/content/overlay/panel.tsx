import { autoUpdate, computePosition, flip, offset, shift } from "@floating-ui/dom";
import type { ComponentChildren } from "preact";
import { useLayoutEffect, useRef } from "preact/hooks";

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
      getClientRects: () => anchor.getClientRects(),
      contextElement: anchor.startContainer.parentElement ?? document.documentElement,
    };
    const place = async (): Promise<void> => {
      const { x, y } = await computePosition(reference, panel, {
        placement,
        strategy: "fixed",
        middleware: [offset(8), flip({ padding: 8 }), shift({ padding: 8, crossAxis: true })],
      });
      panel.style.transform = `translate(${Math.round(x)}px, ${Math.round(y)}px)`;
    };
    return autoUpdate(reference, panel, () => {
      void place();
    });
  }, [anchor, placement]);

  // Before the next key is pressed, so that none of a note is lost to the page.
  useLayoutEffect(() => {
    if (!takesFocus) return undefined;
    const panel = element.current;
    const before = document.activeElement;
    element.current?.querySelector<HTMLElement>("[data-focus]")?.focus({ preventScroll: true });
    return () => {
      // Not where the reader has gone on to something else on the page.
      const hadFocus = (panel?.getRootNode() as ShadowRoot | undefined)?.activeElement != null;
      if (hadFocus && before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, [takesFocus]);

  return (
    <div
      ref={element}
      class={`panel ${className}`}
      role={takesFocus ? "dialog" : "toolbar"}
      aria-label={label}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      {children}
    </div>
  );
}
