import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { doneIn, inDocument, seenIn } from "./parts.ts";
import { popupOf } from "./popup.ts";

const HEIGHT = 780;
/** As wide as browsers open it at first, about. */
const WIDTH = 360;

const PARTS = {
  origin: ".origin",
  "source that is read": ".source-item[data-in-view] .name",
  "source that is read first": ".source-line[aria-current] .name",
  "statement that is read": ".statements [data-in-view] > button",
  "statement that is read first": ".statements [data-current] > button",
  statement: ".statements > li > button",
  "statement's words": ".statements > li > button > [dir]",
  "note's words": ".note .quote",
  "other articles": ".elsewhere button",
  "other article": ".elsewhere a",
} as const;

export type Panel = ReturnType<typeof panelOf>;

/** What a user does and sees in the panel. Much of it is in the popup too. */
export function panelOf(browser: BrowserDriver) {
  const shared = popupOf({
    ...browser,
    openPopup: () => browser.openPanel(WIDTH, HEIGHT),
    inPopup: browser.inPanel,
    pressInPopup: browser.pressInPanel,
    closePopup: browser.closePanel,
  });
  const within = inDocument((run, input, library) => browser.inPanel(run, input, library));
  const own = { ...seenIn(PARTS, within), ...doneIn(PARTS, within) };
  return {
    ...shared,
    own,
    openWide: (width: number): Promise<void> => browser.openPanel(width, HEIGHT),
    /** Waits until the panel is there that something has opened. */
    openBy: (open: () => Promise<unknown>): Promise<void> => browser.openPanel(WIDTH, HEIGHT, open),
    pressKey: (key: string): Promise<void> => browser.pressInPanel(key),
    /** Presses the statement that has these words. */
    pressStatement: (words: string): Promise<unknown> =>
      until(`the statement “${words}”`, () =>
        browser.inPanel(
          ({ wanted, selector }) => {
            const all = [...document.querySelectorAll<HTMLElement>(selector)];
            const found = all.find(({ textContent }) => textContent?.includes(wanted));
            found?.click();
            return found !== undefined;
          },
          { wanted: words, selector: PARTS.statement },
        ),
      ),
    /** Whether the statement that is read first can be seen in the list. */
    isReadInSight: (): Promise<boolean> =>
      browser.inPanel(() => {
        const box = document.querySelector("[data-current]")?.getBoundingClientRect();
        const list = document.querySelector("#panel")!.getBoundingClientRect();
        return box !== undefined && box.bottom > list.top && box.top < list.bottom;
      }, null),
  };
}

/** Opens an address in a new tab in front, and gives what closes it and goes back to the tab that was in front. */
export async function openTab(browser: BrowserDriver, url: string): Promise<() => Promise<void>> {
  type Api = typeof import("webextension-polyfill");
  const opened = await browser.inExtension(async (wanted) => {
    const { tabs } = (globalThis as unknown as { chrome: Api }).chrome;
    const [before] = await tabs.query({ active: true, lastFocusedWindow: true });
    return { before: before?.id ?? -1, id: (await tabs.create({ url: wanted, active: true })).id ?? -1 };
  }, url);
  return async () => {
    await browser.inExtension(async ({ before, id }) => {
      const { tabs } = (globalThis as unknown as { chrome: Api }).chrome;
      await tabs.update(before, { active: true });
      await tabs.remove(id);
    }, opened);
  };
}
