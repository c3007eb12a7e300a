import {
  elementScroll,
  observeElementOffset,
  observeElementRect,
  type VirtualizerOptions,
  Virtualizer,
} from "@tanstack/virtual-core";
import type { RefObject } from "preact";
import { useLayoutEffect, useState } from "preact/hooks";

/** Which of many rows are in view, and where they stand. */
export function useVirtual(
  scroller: RefObject<HTMLElement | null>,
  count: number,
  heightOf: (index: number) => number,
): Virtualizer<HTMLElement, HTMLElement> {
  const [, setRound] = useState(0);
  const options: VirtualizerOptions<HTMLElement, HTMLElement> = {
    count,
    getScrollElement: () => scroller.current,
    estimateSize: heightOf,
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
