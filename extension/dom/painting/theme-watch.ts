import { bodyOf, rootElementOf } from "../page/unnamed.ts";
import { listen } from "../trusted.ts";

/** When a page has changed its look, its own transitions may take this long, in milliseconds. */
const DELAYS = [60, 700];

/**
 * Tells when the page may have changed between a light and a dark look: by the system's setting, or by its own switch,
 * which in practice sets a class or an attribute on the root element or the body. Until `signal` is aborted.
 */
export function watchLook(onChange: () => void, signal: AbortSignal): void {
  let timers: ReturnType<typeof setTimeout>[] = [];
  const changed = (): void => {
    for (const timer of timers) clearTimeout(timer);
    timers = DELAYS.map((delay) => setTimeout(onChange, delay));
  };
  const observer = new MutationObserver(changed);
  for (const element of [rootElementOf(document), bodyOf(document)]) {
    if (element !== null) observer.observe(element, { attributes: true });
  }
  listen(signal, "abort", () => {
    observer.disconnect();
    for (const timer of timers) clearTimeout(timer);
  });
  for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"]) {
    listen(matchMedia(query), "change", changed, { signal });
  }
}
