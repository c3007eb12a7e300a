import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";
import { listen } from "../../dom/trusted.ts";
import { stopsIn } from "../../ui/stops.ts";

/** Moves the focus to the stop that an element prefers, or to its first. Gives whether there is any. */
export function focusInto(element: Element): boolean {
  const preferred = element.querySelector<HTMLElement>("[data-focus]") ?? stopsIn(element)[0];
  preferred?.focus({ preventScroll: true });
  return preferred !== undefined;
}

/** Moves the focus by some stops, round and round. */
export function moveFocus(element: Element, by: number): void {
  const stops = stopsIn(element);
  const { activeElement } = element.getRootNode() as ShadowRoot;
  const current = stops.indexOf(activeElement as HTMLElement);
  stops[(current + by + stops.length) % stops.length]?.focus({ preventScroll: true });
}

/**
 * Gives the focus back to where it was when an element goes that has it. With `takes`, the element has it from its first
 * moment: before the next key is pressed, so that none of a note is lost to the page.
 */
export function useFocus(element: RefObject<HTMLElement | null>, takes: boolean): void {
  // Before anything in the element can have it.
  const [opener] = useState(() => document.activeElement);
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    let before = opener;
    const root = current.getRootNode() as ShadowRoot;
    if (takes) focusInto(current);
    // What does not take the focus is entered later, from somewhere else perhaps.
    const stop = listen(current, "focusin", ({ relatedTarget }) => {
      if (relatedTarget instanceof Element && relatedTarget.getRootNode() !== root) before = relatedTarget;
    });
    return () => {
      stop();
      // Not where the user has gone on to something else on the page.
      const { activeElement } = root;
      // The private frame lies over the element, and is not in it.
      if (!current.contains(activeElement) && activeElement?.localName !== "iframe") return;
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
}
