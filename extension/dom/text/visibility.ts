/** Elements whose text is never a user's text, hidden or not. */
const NEVER_TEXT: ReadonlySet<string> = new Set(
  "SCRIPT STYLE NOSCRIPT TEMPLATE SVG svg IFRAME OBJECT CANVAS VIDEO AUDIO SELECT TEXTAREA BUTTON INPUT DIALOG HEAD MATH math LINK META PROGRESS METER DATALIST MAP".split(
    " ",
  ),
);

/** Class names by which sites hide text from everybody but screen readers. */
const SCREEN_READER_ONLY =
  /(?:^|[\s_-])(?:sr-only|visually-?hidden|visuallyhidden|screen-?reader(?:-text|-only)?|hidden-?visually|a11y-?(?:hidden|text)|offscreen|u-hidden|is-hidden)(?:$|\s)/i;

/** Whether a walk over a page's visible text leaves out an element with all that it holds. */
export function isHidden(element: Element): boolean {
  if (NEVER_TEXT.has(element.tagName)) return true;
  if (!element.checkVisibility({ visibilityProperty: true })) return !isTransparent(element);
  if (element.getAttribute("aria-hidden") === "true" && element.querySelector("p") === null) return true;
  const names = element.getAttribute("class");
  return names !== null && names.length > 5 && SCREEN_READER_ONLY.test(names);
}

/** `display: contents` makes no box, and `visibility: hidden` may be undone by a child. */
function isTransparent(element: Element): boolean {
  if (element.checkVisibility()) return element.firstElementChild !== null;
  const view = element.ownerDocument.defaultView;
  return view !== null && view.getComputedStyle(element).display === "contents";
}

/** A box as tall as this share of the window is a page that is kept from scrolling, not a folded text. */
const PAGE_SHARE = 0.8;

/** Farther to the left than any page can be scrolled. */
const OFF_PAGE = -1000;

/** Whether an element's own box is a point or stands off the page, for screen readers alone. Needs layout. */
export function isClippedItself(element: Element): boolean {
  const box = element.getBoundingClientRect();
  if (box.right < OFF_PAGE) return true;
  if ((box.width > 1 && box.height > 1) || element.getClientRects().length === 0) return false;
  // What is far from the viewport may be left without a size until it comes near.
  if (!element.checkVisibility({ contentVisibilityAuto: true })) return false;
  return element.ownerDocument.defaultView?.getComputedStyle(element).contentVisibility !== "auto";
}

/**
 * Whether an element's text can't be seen although it has a box: clipped to nothing for screen readers, or cut off by a
 * folded ancestor. Needs layout, so ask it of few elements.
 */
export function isClippedAway(element: Element): boolean {
  if (isClippedItself(element)) return true;
  const box = element.getBoundingClientRect();
  if (box.width <= 1 || box.height <= 1) return false;
  const { documentElement, defaultView } = element.ownerDocument;
  const pageHeight = documentElement.clientHeight * PAGE_SHARE;
  for (let ancestor = element.parentElement; ancestor !== null; ancestor = ancestor.parentElement) {
    if (ancestor.clientHeight >= ancestor.scrollHeight || ancestor.clientHeight >= pageHeight) continue;
    if (!/hidden|clip/.test(defaultView?.getComputedStyle(ancestor).overflowY ?? "")) continue;
    const bounds = ancestor.getBoundingClientRect();
    if (box.top >= bounds.bottom || box.bottom <= bounds.top) return true;
  }
  return false;
}
