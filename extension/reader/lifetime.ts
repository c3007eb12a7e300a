import { isExtensionThere } from "../calls/extension-there.ts";
import { listen } from "../dom/trusted.ts";
import { HOST } from "./overlay/host-name.ts";

/** How long a reader is on its page. */
export interface Lifetime {
  /** Whoever puts something on the page, or listens to it, takes it away when this is aborted. */
  readonly signal: AbortSignal;
  end(): void;
}

/** How often it is looked whether the extension is there still, in milliseconds. */
const CHECK = 1_000;

/**
 * A reader stays until the user turns it off, or until its extension has been updated, switched off or
 * removed: its scripts live on then, with nobody to ask, and must not leave anything behind.
 */
export function createLifetime(): Lifetime {
  // Firefox ends the scripts of a former version on the spot, and what they had on the page stays behind.
  for (const left of document.querySelectorAll(`[${HOST}]`)) left.remove();
  const controller = new AbortController();
  const { signal } = controller;
  const check = (): void => {
    if (!isExtensionThere()) controller.abort();
  };
  const timer = setInterval(check, CHECK);
  listen(signal, "abort", () => clearInterval(timer));
  listen(document, "visibilitychange", check, { signal });
  listen(window, "focus", check, { signal });
  return { signal, end: () => controller.abort() };
}
