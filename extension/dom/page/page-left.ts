import { listen } from "../trusted.ts";

/**
 * Firefox lets the scripts of a page that is left go on for a while, but what they touch of it may throw. The page's
 * window is no guide: it may be the next page's already.
 */
let isLeft = false;

/** Takes down from now on when the page is left and come back to: once in each script that asks for that. */
export function watchLeaving(): void {
  listen(window, "pagehide", () => (isLeft = true));
  listen(window, "pageshow", () => (isLeft = false));
}

/** Whether the page has been left. The browser may keep it, and bring it back. */
export function isPageLeft(): boolean {
  return isLeft;
}

/** Waits while the page is left. For one that never comes back this never ends, and what waits for it goes with it. */
export async function untilBack(): Promise<void> {
  if (!isLeft) return;
  await new Promise<void>((resolve) => {
    const stop = listen(window, "pageshow", () => {
      stop();
      resolve();
    });
  });
}
