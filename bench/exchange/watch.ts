/** What is seen of a piece of work in the page that does it. Both functions run in the browser, and know nothing else. */

/** What was seen, in milliseconds. */
export interface Watched {
  /** From the start until the last thing that changed. */
  readonly took: number;
  /** The longest time in which no progress was painted. */
  readonly gap: number;
}

/** Begins to watch a part of the page: its time runs from the next click or chosen file. */
export function beginWatch(selector: string): void {
  let [start, last, gap] = [0, 0, 0];
  let shown = "";
  const part = document.querySelector(selector);
  const begin = (): void => void ([start, last, gap, shown] = [performance.now(), performance.now(), 0, ""]);
  const paint = (): void => {
    gap = Math.max(gap, performance.now() - last);
    last = performance.now();
  };
  // Frames are asked for only where something has changed: each takes some of the processor itself.
  const observer = new MutationObserver(() => {
    const progress = part?.querySelector("progress");
    const now = progress === null || progress === undefined ? "none" : String(progress.value);
    if (now === shown || start === 0) return;
    shown = now;
    requestAnimationFrame(paint);
  });
  if (part !== null) observer.observe(part, { subtree: true, childList: true, attributes: true });
  for (const kind of ["click", "change"]) part?.addEventListener(kind, begin, { capture: true, once: true });
  Object.assign(globalThis, {
    watched: (): Watched => {
      observer.disconnect();
      return { took: performance.now() - start, gap: Math.max(gap, performance.now() - last) };
    },
  });
}

/** What was seen since. */
export const endWatch = (): Watched => (globalThis as unknown as { watched: () => Watched }).watched();
