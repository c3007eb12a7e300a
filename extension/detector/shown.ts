import { listen } from "../dom/trusted.ts";

/**
 * Resolves when the page is seen for the first time: one that is opened or restored in the background, or prepared before
 * anybody asked for it, may never be.
 */
export async function shown(): Promise<void> {
  if (document.visibilityState === "visible") return;
  await new Promise<void>((resolve) => {
    const stop = listen(document, "visibilitychange", () => {
      if (document.visibilityState !== "visible") return;
      stop();
      resolve();
    });
  });
}
