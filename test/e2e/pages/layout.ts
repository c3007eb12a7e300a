import type { BrowserDriver } from "../../../tools/browsers/driver.ts";

/**
 * What of a document of the extension's own is cut off at a side, which of its buttons, links and fields lie under another,
 * and how much of the height what scrolls has.
 */
export const layoutOf = (evaluate: BrowserDriver["evaluate"]) =>
  evaluate(() => {
    const told = ({ className, textContent }: HTMLElement): string => `${className}: ${textContent?.slice(0, 40)}`;
    const cut = [...document.querySelectorAll<HTMLElement>("body *")].filter((element) => {
      const { left, right } = element.getBoundingClientRect();
      const isWider = element.scrollWidth > element.clientWidth + 1;
      const isClipped = isWider && getComputedStyle(element).overflowX !== "visible";
      // What is heard only is as small as can be, what gives way on purpose says so with an ellipsis, and fields scroll; so do
      // the parts of the library in a narrow window.
      const isMeant =
        element.matches(".unseen, input, nav, nav *") || getComputedStyle(element).textOverflow === "ellipsis";
      return !isMeant && (left < 0 || right > innerWidth + 0.5 || isClipped);
    });
    const scrollers = [document.querySelector("#panel") ?? document.documentElement, document.documentElement];
    const scroller = scrollers.find(({ scrollHeight, clientHeight }) => scrollHeight > clientHeight);

    const presses = "button, a, select, textarea, summary, input:not([hidden])";
    const covered = [...document.querySelectorAll<HTMLElement>(presses)].filter((element) => {
      // What is folded away has a place too.
      if (!element.checkVisibility()) return false;
      element.scrollIntoView({ block: "center" });
      const { left, top, width, height } = element.getBoundingClientRect();
      if (width < 2 || height < 2) return false;
      const [x, y] = [left + width / 2, top + height / 2];
      const hit = document.elementFromPoint(x, y)?.closest(presses);
      // A link that goes over two lines has its middle beside it.
      return hit != null && hit !== element && !hit.contains(element) && !element.contains(hit);
    });
    scrollTo(0, 0);
    return {
      cut: cut.filter(({ clientWidth }) => clientWidth > 0).map(told),
      covered: covered.map(told),
      share: (scroller?.clientHeight ?? innerHeight) / innerHeight,
    };
  }, null);
