import { parentOf, rootElementOf, unnamed } from "../page/unnamed.ts";

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
  const asked = unnamed(element);
  if (NEVER_TEXT.has(asked.tagName)) return true;
  if (!asked.checkVisibility({ visibilityProperty: true })) return !isTransparent(element);
  if (asked.getAttribute("aria-hidden") === "true" && asked.querySelector("p") === null) return true;
  const names = asked.getAttribute("class");
  return names !== null && names.length > 5 && SCREEN_READER_ONLY.test(names);
}

/** `display: contents` makes no box, and `visibility: hidden` may be undone by a child. */
function isTransparent(element: Element): boolean {
  const asked = unnamed(element);
  if (asked.checkVisibility()) return asked.firstElementChild !== null;
  const view = unnamed(asked.ownerDocument).defaultView;
  return view !== null && view.getComputedStyle(element).display === "contents";
}

/** A box as tall as this share of the window is a page that is kept from scrolling, not a folded text. */
const PAGE_SHARE = 0.8;

/** Farther to the left than any page can be scrolled. */
const OFF_PAGE = -1000;

/** Whether an element's own box is a point or stands off the page, for screen readers alone. Needs layout. */
export function isClippedItself(element: Element): boolean {
  const asked = unnamed(element);
  const box = asked.getBoundingClientRect();
  if (box.right < OFF_PAGE) return true;
  if ((box.width > 1 && box.height > 1) || asked.getClientRects().length === 0) return false;
  // What is far from the viewport may be left without a size until it comes near.
  if (!asked.checkVisibility({ contentVisibilityAuto: true })) return false;
  return unnamed(asked.ownerDocument).defaultView?.getComputedStyle(element).contentVisibility !== "auto";
}

/**
 * Whether an element's text can't be seen although it has a box: clipped to nothing for screen readers, or cut off by a
 * folded ancestor. Needs layout, so ask it of few elements.
 */
export function isClippedAway(element: Element): boolean {
  if (isClippedItself(element)) return true;
  const box = unnamed(element).getBoundingClientRect();
  if (box.width <= 1 || box.height <= 1) return false;
  const pageHeight = rootElementOf(document).clientHeight * PAGE_SHARE;
  for (let ancestor = parentOf(element); ancestor !== null; ancestor = parentOf(ancestor)) {
    const around = unnamed(ancestor);
    if (around.clientHeight >= around.scrollHeight || around.clientHeight >= pageHeight) continue;
    const style = unnamed(around.ownerDocument).defaultView?.getComputedStyle(ancestor);
    if (!/hidden|clip/.test(style?.overflowY ?? "")) continue;
    const bounds = around.getBoundingClientRect();
    if (box.top >= bounds.bottom || box.bottom <= bounds.top) return true;
  }
  return false;
}
