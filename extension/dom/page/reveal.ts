/** Whether the user has asked the system for less motion. */
export function prefersReducedMotion(): boolean {
  return matchMedia("(prefers-reduced-motion: reduce)").matches;
}

/** Scrolls so that a range stands in the upper half of the viewport, and inside every scrolling box around it. */
export function scrollToRange(range: Range): void {
  const behavior: ScrollBehavior = prefersReducedMotion() ? "instant" : "smooth";
  const isInView = (): boolean => {
    const { top, bottom } = range.getBoundingClientRect();
    return top >= 0 && bottom <= innerHeight;
  };
  if (isInView()) return;
  // The paragraph brings inner boxes into place; what is left is the page's own scrolling.
  range.startContainer.parentElement?.scrollIntoView({ block: "nearest", behavior: "instant" });
  const { top } = range.getBoundingClientRect();
  scrollBy({ top: top - innerHeight / 3, behavior });
}
