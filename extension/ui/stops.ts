/** What the keyboard can stop at. */
const STOPS = "button:not(:disabled), input:not(:disabled), textarea, summary, a[href], [tabindex='0']";

/** Everything inside an element that the Tab key stops at, in its order. */
export function stopsIn(element: Element): HTMLElement[] {
  return [...element.querySelectorAll<HTMLElement>(STOPS)].filter(
    (stop) => stop.checkVisibility() && !isPassedOver(element, stop),
  );
}

/** Of a group of radio buttons, Tab stops at the checked one alone. */
function isPassedOver(element: Element, stop: HTMLElement): boolean {
  if (!(stop instanceof HTMLInputElement) || stop.type !== "radio" || stop.checked) return false;
  return element.querySelector(`input[type=radio][name="${CSS.escape(stop.name)}"]:checked`) !== null;
}
