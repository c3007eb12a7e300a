import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";
import { listen } from "../../dom/trusted.ts";

/** What the keyboard can stop at. */
const STOPS = "button:not(:disabled), input:not(:disabled), textarea, summary, a[href], [tabindex='0']";

/** Everything inside an element that the Tab key stops at, in its order. */
export function stopsIn(element: Element): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop.checkVisibility() && !isPassedOver(element, stop),
  );
}

/** Of a group of radio buttons, Tab stops at the checked one alone. */
function isPassedOver(element: Element, stop: HTMLElement): boolean {
  if (!(stop instanceof HTMLInputElement) || stop.type !== "radio" || stop.checked) return false;
  return element.querySelector(`input[type=radio][name="${CSS.escape(stop.name)}"]:checked`) !== null;
}

/** Moves the focus to the stop that an element prefers, or to its first. */
export function focusInto(element: Element): void {
  const preferred = element.querySelector<HTMLElement>("[data-focus]") ?? stopsIn(element)[0];
  preferred?.focus({ preventScroll: true });
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
  useLayoutEffect(() => {
    const { current } = element;
    if (current === null) return undefined;
    let before = document.activeElement;
    const root = current.getRootNode() as ShadowRoot;
    if (takes) focusInto(current);
    // What does not take the focus is entered later, from somewhere else perhaps.
    const stop = listen(current, "focusin", ({ relatedTarget }) => {
      if (relatedTarget instanceof Element && relatedTarget.getRootNode() !== root) before = relatedTarget;
    });
    return () => {
      stop();
      // Not where the user has gone on to something else on the page.
      if (!current.contains(root.activeElement)) return;
      if (before instanceof HTMLElement && before.isConnected) before.focus({ preventScroll: true });
    };
  }, []);
}
