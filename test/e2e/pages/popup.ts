import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { layoutOf } from "./layout.ts";
import { copiesIn, doneIn, inDocument, seenIn } from "./parts.ts";

export const TABS = ["sources", "people", "places", "notes", "all"] as const;
export type Tab = (typeof TABS)[number];

const PARTS = {
  headline: "h1",
  subject: "h2, h3",
  button: "button",
  "people's tab": "#tab-people",
  "notes' tab": "#tab-notes",
  count: ".count",
  "count of people": "#tab-people .count",
  "count of notes": "#tab-notes .count",
  panel: "#panel",
  state: ".state",
  "panel's state": "#panel .state",
  reason: ".state p",
  "word on what was read": ".cut",
  alert: "[role=alert]",
  status: "[role=status]",
  reminder: ".reminder p",
  "reminder's buttons": ".reminder button",
  "note that was not looked for": ".note .moved",
  "last change": ".bar [role=status]",
  "undo the last change": ".bar button",
  history: ".history button > :first-child",
  "what undo is about": ".history [data-direction=undo] .soft",
  undo: "[data-direction=undo]",
  redo: "[data-direction=redo]",

  source: ".source-item",
  "source's line": ".source-line",
  "whether a source is open": ".source-line[aria-expanded=true]",
  "open all": ".list-head button",
  "name's row": ".name-item",
  "item's name": ".item .name",
  "statement's buttons": ".statement-actions",
  "statement's label": ".source-item .statements > li > button > .soft",

  "field for who said it": ".reattribution input",

  search: ".search",
  note: ".note",
  "show more": ".more",
  "note's text": ".note-text",
  "note's words": ".note .quote",
  "bold in the note": ".note-text strong",
  "note's article and site": ".note .page-title",
  "note's colour and day": ".note .when",
  "edit the note": ".note .row .plain:not(.danger, .end)",
  "delete the note": ".note .danger",
  "note's field": ".note textarea",
  "tags' field": ".note [role=combobox]",
  "words of the open note": ".note:has(textarea) .quote",
  "end writing": ".note .primary",
  discard: ".note form .danger",
  "what is not saved": ".unsaved [role=alert]",
  "lost highlight": ".lost",
  "likely place": ".likely",
  "lost highlight's last sight": ".lost-note .soft",
  "lost highlight's context": ".lost-note details",

  "button of the note on a name": ".subject-note button",
  "button for notes on a name": ".subject-notes button",
  "field of the note on a name": ".subject-notes textarea",
  "name that is noted on": ".on-name .name",
  "button of a noted name": ".on-name .subject-note button",
  "words of a noted name": ".on-name .quote",

  "notice of the same story": ".elsewhere-notice",
  "same story": ".other-outlet h3",
  "words in the same story": ".other-outlet .quote",
  "note on the same story": ".other-outlet .note-text",
} as const;
export type PopupPart = keyof typeof PARTS;

export type Popup = ReturnType<typeof popupOf>;

/** What a user does and sees in the popup. */
export function popupOf(browser: BrowserDriver) {
  const within = inDocument((run, input, library) => browser.inPopup(run, input, library));
  const seen = seenIn(PARTS, within);
  const done = doneIn(PARTS, within);

  /** Chooses a tab of the open popup. */
  const goTo = (tab: Tab): Promise<unknown> =>
    until(`the tab ${tab}`, () =>
      browser.inPopup((id) => {
        const button = document.querySelector<HTMLElement>(`#tab-${id}`);
        button?.click();
        return button?.ariaSelected === "true";
      }, tab),
    );

  /** Presses a key with Ctrl where the focus is, or on a part. */
  const pressControl = (key: string, on?: PopupPart): Promise<void> =>
    browser.inPopup(
      (pressed) => {
        const target = pressed.selector === null ? document.activeElement : document.querySelector(pressed.selector);
        const shiftKey = pressed.key !== pressed.key.toLowerCase();
        const keys = { key: pressed.key, ctrlKey: true, shiftKey, bubbles: true, composed: true, cancelable: true };
        (target ?? document.body).dispatchEvent(new KeyboardEvent("keydown", keys));
      },
      { key, selector: on === undefined ? null : PARTS[on] },
    );

  /** What has the focus, by its label or text. */
  const focused = (): Promise<string> =>
    browser.inPopup(() => {
      const element = document.activeElement;
      const text = element?.ariaLabel ?? element?.textContent ?? "";
      return element === document.body ? "nothing" : text.replace(/\s+/g, " ").trim();
    }, null);

  const untilChosen = (mode: string): Promise<unknown> =>
    until(`the choice ${mode}`, () =>
      browser.inPopup((value) => {
        const choice = document.querySelector<HTMLInputElement>(`.site-mode input[value=${value}]`);
        choice?.click();
        return choice?.checked === true;
      }, mode),
    );

  return {
    ...seen,
    ...done,
    open: (): Promise<void> => browser.openPopup(),
    async openOn(tab: Tab): Promise<void> {
      await browser.openPopup();
      await goTo(tab);
    },
    close: (): Promise<void> => browser.closePopup(),
    goTo,
    press: (label: string): Promise<unknown> => done.pressPart("button", label),
    /** Opens every source to its statements. */
    async openSources(): Promise<void> {
      await done.pressPart("open all", "Open all");
      await seen.untilSays("open all", "Close all");
    },
    /** Opens the popup and chooses what is read on the page's site. */
    async choose(mode: "auto" | "always" | "never"): Promise<void> {
      await browser.openPopup();
      await untilChosen(mode);
    },
    chooseHere: untilChosen,

    pressControl,
    focused,
    /** Changes how much is marked by keys alone, from what is chosen on: Tab leads there, an arrow chooses. */
    async stepMarking(arrow: "ArrowRight" | "ArrowLeft"): Promise<void> {
      await until("the focus on what is marked", async () => {
        await browser.pressInPopup("Tab");
        return browser.inPopup(() => document.activeElement?.closest(".marking") != null, null);
      });
      await browser.pressInPopup(arrow);
    },
    /** How much is marked, as the switch says it. */
    marked: (): Promise<string | null> =>
      browser.inPopup(() => document.querySelector<HTMLInputElement>(".marking input:checked")?.value ?? null, null),
    /** Presses Tab until what is wanted has the focus. */
    async tabTo(wanted: RegExp): Promise<void> {
      const passed: string[] = [];
      for (let i = 0; i < 60; i += 1) {
        const now = await focused();
        if (wanted.test(now)) return;
        passed.push(now);
        await browser.pressInPopup("Tab");
      }
      throw new Error(`Tab came past ${passed.join(" | ")}`);
    },
    untilFieldFocused: (): Promise<unknown> =>
      until("the field", () => browser.inPopup(() => document.activeElement?.localName === "textarea", null)),
    isFocusIn: (part: PopupPart): Promise<boolean> =>
      browser.inPopup((selector) => document.activeElement?.closest(selector) != null, PARTS[part]),
    focusedId: (): Promise<string | undefined> => browser.inPopup(() => document.activeElement?.id, null),

    untilUndoOffers: (expected: readonly string[]): Promise<unknown> => seen.untilTexts("history", expected),
    /** The words that are marked because they were searched for. */
    hits: (): Promise<string[]> =>
      browser.inPopup(() => [...(CSS.highlights.get("search-hit") ?? [])].map((range) => range.toString()), null),
    /** What stands in the search. */
    searched: (): Promise<string | undefined> =>
      browser.inPopup(() => document.querySelector<HTMLInputElement>("input.search")?.value, null),
    /** Narrows the list of all notes by one of the filters. */
    narrow: (filter: string, value: string): Promise<unknown> =>
      until(`${filter} ${value}`, () =>
        browser.inPopup(
          (wanted) => {
            document.querySelector<HTMLDetailsElement>("details.filters")!.open = true;
            const select = document.querySelector<HTMLSelectElement>(`.filters [aria-label="${wanted.filter}"]`);
            if (select === null || ![...select.options].some((option) => option.value === wanted.value)) return false;
            select.value = wanted.value;
            select.dispatchEvent(new Event("change", { bubbles: true }));
            return true;
          },
          { filter, value },
        ),
      ),
    /** How many sources can be seen without scrolling. */
    sourcesInView: (): Promise<number> =>
      browser.inPopup(
        (selector) =>
          [...document.querySelectorAll(selector)].filter(
            (line) => line.getBoundingClientRect().bottom <= document.documentElement.clientHeight,
          ).length,
        PARTS.source,
      ),
    /** Whether the words of every tab stand in one line, its count beside them. */
    areTabsInOneLine: (): Promise<boolean> =>
      browser.inPopup(
        () =>
          [...document.querySelectorAll("[role=tab]")].every((tab) => {
            const words = document.createRange();
            words.selectNodeContents(tab);
            const bottoms = [...words.getClientRects()].map(({ bottom }) => bottom);
            return Math.max(...bottoms) - Math.min(...bottoms) < 10;
          }),
        null,
      ),
    ...copiesIn((run, input) => browser.inPopup(run, input)),
    /** Presses all buttons of the statement that has these words: to copy it, and to save it. */
    pressAllOf: (words: string): Promise<void> =>
      browser.inPopup((wanted) => {
        const items = [...document.querySelectorAll(".source-item li")];
        const statement = items.find(({ textContent }) => textContent?.includes(wanted));
        for (const button of statement?.querySelectorAll<HTMLElement>(".statement-actions button") ?? [])
          button.click();
      }, words),
    pressItemOf: (words: string): Promise<void> =>
      browser.inPopup((wanted) => {
        const items = [...document.querySelectorAll<HTMLElement>(".item")];
        items.find(({ textContent }) => textContent?.includes(wanted))?.click();
      }, words),
    /** What is told of the first statement that is saved: how many more are, what describes it, and what stands beside. */
    savedStatement: () =>
      until("what was saved to be known", () =>
        browser.inPopup(() => {
          const [button, ...others] = document.querySelectorAll(".statement-actions > [aria-disabled=true]");
          const about = document.getElementById(button?.getAttribute("aria-describedby") ?? "");
          const told = button?.parentElement?.querySelector("[role=status]")?.textContent;
          return button === undefined ? null : [others.length, about?.textContent, told];
        }, null),
      ),
    /** Writes into the open note and discards it in one step. */
    discardAfter: (text: string): Promise<void> =>
      browser.inPopup((written) => {
        const field = document.querySelector<HTMLTextAreaElement>(".note textarea")!;
        field.value = written;
        field.dispatchEvent(new InputEvent("input", { bubbles: true }));
        document.querySelector<HTMLElement>(".note form .danger")!.click();
      }, text),
    /** Goes to the settings, with which the popup closes: so it must have answered before. */
    openSettings: (): Promise<unknown> =>
      until("the button", () =>
        browser.inPopup(() => {
          const button = document.querySelector<HTMLElement>(".settings");
          setTimeout(() => button?.click());
          return button !== null;
        }, null),
      ),
    /** How far the words of the note with something bold stand from the sides of their paragraph, in CSS pixels. */
    gapsOfBoldNote: () =>
      until("the note", () =>
        browser.inPopup(() => {
          const paragraph = [...document.querySelectorAll(".note-text p")].find((p) => p.querySelector("strong"));
          if (paragraph === undefined) return null;
          const words = document.createRange();
          words.selectNodeContents(paragraph);
          const [box, text] = [paragraph.getBoundingClientRect(), words.getBoundingClientRect()];
          return { left: text.left - box.left, right: box.right - text.right };
        }, null),
      ),
    layout: () => layoutOf(browser.inPopup),
    /** Puts what nobody could name or read into the popup. */
    spoil: (): Promise<void> =>
      browser.inPopup(() => {
        const text = document.createElement("p");
        text.textContent = "grey on grey";
        // By its properties: the policy of our pages takes no style from an attribute.
        Object.assign(text.style, { color: "#999", background: "#888" });
        document.querySelector("#panel")?.prepend(document.createElement("button"), text);
      }, null),
  };
}

/** Opens the popup's document as a page of its own, where it has any size and no tab that it is about. */
export async function popupAsPage(browser: BrowserDriver): Promise<Popup> {
  await browser.goto(`${browser.extensionOrigin}/popup/popup.html`);
  return popupOf({ ...browser, inPopup: browser.evaluate });
}
