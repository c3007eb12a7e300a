import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/**
 * Where the item of a list that has the focus goes, moves the focus to the one that takes its place, to the last one, or
 * to the panel: what had the focus must not vanish with it. For the component that renders the list.
 */
export function useFocusInList(list: RefObject<HTMLElement | null>): void {
  const before = itemsOf(list.current).findIndex((item) => item.contains(document.activeElement));
  useLayoutEffect(() => {
    if (before < 0 || document.activeElement !== document.body) return;
    const items = itemsOf(list.current);
    const target = (items[before] ?? items.at(-1))?.querySelector<HTMLElement>("button");
    (target ?? document.querySelector<HTMLElement>("#panel"))?.focus();
  });
}

function itemsOf(list: HTMLElement | null): HTMLElement[] {
  return [...(list?.querySelectorAll<HTMLElement>("[data-id]") ?? [])];
}
