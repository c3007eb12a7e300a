import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualizerOptions,
  Virtualizer,
} from "@tanstack/virtual-core";
import type { RefObject } from "preact";
import { useLayoutEffect, useMemo, useState } from "preact/hooks";

/**
 * Which of many rows are in view, and where they stand.
 *
 * @param rows the list; another one is laid out anew, once, since its rows have other heights.
 * @param heightOf of a row, in CSS pixels.
 */
export function useVirtual(
  scroller: RefObject<HTMLElement | null>,
  rows: Int32Array,
  heightOf: (row: number) => number,
): Virtualizer<HTMLElement, HTMLElement> {
  const [, setRound] = useState(0);
  // A function that is another one is what has the library lay the rows out anew.
  const getItemKey = useMemo(() => (index: number) => index, [rows]);
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    count: rows.length,
    getItemKey,
    getScrollElement: () => scroller.current,
    estimateSize: (index) => heightOf(rows[index] ?? 0),
    overscan: 4,
    observeElementRect,
    observeElementOffset,
    scrollToFn: elementScroll,
    onChange: () => setRound((round) => round + 1),
  };
  const [virtual] = useState(() => new Virtualizer(options));
  virtual.setOptions(options);
  // Their names are those that the library gives to whoever binds it to a framework.
  useLayoutEffect(() => virtual["_didMount"](), []);
  useLayoutEffect(() => virtual["_willUpdate"]());
  return virtual;
}
