import { takeHints } from "../trusted.ts";

/** Where addresses change: the window, and its navigation where the browser has one. */
export interface AddressHolder extends Pick<EventTarget, "addEventListener"> {
  readonly location: { readonly href: string };
  readonly navigation?: Pick<EventTarget, "addEventListener">;
}

/** When to look for another address after a click or a key, in milliseconds. */
const LOOKS = [0, 400, 1_500];

/**
 * Calls `onChange` when the page has taken another address without being loaded anew. A content script does not see the
 * page's own calls of `history.pushState`, but the browser's navigation tells of them; before browsers had one, it was
 * the user's doing nearly always, so the address is looked at after a click or a key. Whoever made the event, nothing
 * but the address decides, which is the page's own affair. Until `signal` is aborted.
 */
export function watchAddress(holder: AddressHolder, onChange: () => void, signal?: AbortSignal): void {
  const options = { passive: true, ...(signal && { signal }) };
  let last = holder.location.href;
  const look = (): void => {
    const now = holder.location.href;
    if (now === last) return;
    last = now;
    onChange();
  };
  takeHints(holder, "popstate", look, options);
  takeHints(holder, "hashchange", look, options);
  if (holder.navigation) {
    takeHints(holder.navigation, "currententrychange", look, options);
    return;
  }
  for (const type of ["click", "keyup"]) {
    takeHints(holder, type, () => LOOKS.forEach((delay) => setTimeout(look, delay)), options);
  }
}
