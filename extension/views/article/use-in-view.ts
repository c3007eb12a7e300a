import type { RefObject } from "preact";
import { useLayoutEffect } from "preact/hooks";

/**
 * Keeps what the user reads on the page in sight in a list too, wherever that has moved on. Whoever works in the list,
 * with the mouse over it or the focus in it, is left alone.
 *
 * @param current changes with what is read; the item that shows it says `data-current`.
 */
export function useInView(list: RefObject<HTMLElement | null>, current: number): void {
  useLayoutEffect(() => {
    const { current: element } = list;
    if (element === null || element.matches(":hover, :focus-within")) return;
    element.querySelector("[data-current]")?.scrollIntoView({ block: "nearest" });
  }, [current]);
}
