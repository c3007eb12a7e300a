/**
 * The address of the page that this document is: its own, or in a frame whose content stands in the page around it, and
 * which has none, that page's.
 */
export function pageAddress(): string {
  let view: Window = window;
  while (!/^https?:/.test(view.location.href) && view !== view.parent) view = view.parent;
  return view.location.href;
}
