import { HOST } from "../../../extension/reader/overlay/offer.ts";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { seenIn } from "./parts.ts";
import type { Reader } from "./reader.ts";

/** What lies on a page that is read. Its closed tree is seen by the driver alone. */
const PARTS = {
  panel: ".panel",
  toolbar: ".toolbar",
  "toolbar's button": ".toolbar button",
  "toolbar's green": ".toolbar [data-colour=green]",
  "toolbar's pink": ".toolbar [data-colour=pink]",

  toast: ".toast",
  "toast's words": ".toast span",
  "toast's button": ".toast button",
  ring: ".ring",
  "place among the highlights": ".place",
  announcement: "[aria-live=polite]",
  "what is spoken": "[aria-live], [role=status]",

  card: ".card",
  "card's title": ".card h2",
  "card's close button": ".card .head button",
  "place among the mentions": ".card [aria-live]",
  "open part of the card": ".card details[open]",
  "buttons on the card":
    ".subject-notes button, .elsewhere button, .correct summary, .correct button, .correct input, .correct select, .reattribute",
  "buttons for notes on the name": ".subject-notes button",
  "note on the name": ".card .note-text",
  "delete the note on the name": ".card .subject-note .danger",
  "other articles": ".elsewhere",
  "way to other articles": ".elsewhere button",
  "other article": ".elsewhere li",
  "link to another article": ".elsewhere a",

  "highlights on the card": ".card .marks",
  highlight: ".marks button",
  "highlight on the card": ".card .marks button",
  "note's sign": ".marks .soft",

  editor: ".editor",
  "note's field": ".editor textarea",
  "words of the highlight": ".editor blockquote",
  "note as it reads": ".editor .markup",
  "bold in the note": ".editor .markup strong",
  "link in the note": ".editor .markup a",
  "markup of the note's own": ".editor .markup :is(b, img, script)",
  "yellow chosen": ".editor [data-colour=yellow][aria-pressed=true]",
  "pink chosen": ".editor [data-colour=pink][aria-pressed=true]",
  "buttons of the editor": ".editor .danger, .editor .primary, .editor .colour, .editor .chip button",
  "delete the highlight": ".danger",
  "what is not saved": ".unsaved [role=alert]",
  "word on the place": ".editor .soft",
  tag: ".editor .chip > span",
  "take the tag away": ".editor .chip button",
  "tags to choose": ".editor .options:not([hidden]) li",
  "highlights around": ".editor .around .marks",
  "highlight around": ".around .marks button",
  "name around": ".editor .around .kind",
  rewording: ".rewording",
  "rewording's title": ".rewording h3",
  "old and new wording": ".rewording dd",
  "words taken out": ".rewording del",
  "words put in": ".rewording ins",
} as const;
export type OverlayPart = keyof typeof PARTS;

/** The selector of a part, for pages that attack it. */
export const selectorOf = (part: OverlayPart): string => PARTS[part];

interface Place {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly width: number;
}

export const middleOf = ({ left, top, right, bottom }: Place): { x: number; y: number } => ({
  x: (left + right) / 2,
  y: (top + bottom) / 2,
});

export type Overlay = ReturnType<typeof overlayOf>;

/** What a user does and sees in the overlay. Its buttons are pressed with the mouse: what a script does goes unheard. */
export function overlayOf(browser: BrowserDriver, reader: Reader) {
  const seen = seenIn(PARTS, (run, input) => browser.inOverlay(run, input));

  /** Clicks the first element that a selector finds, or the first with a text or label, once it has come to rest. */
  async function click(selector: string, label?: string): Promise<void> {
    let last = "";
    const { x, y } = await until(`${label ?? selector} in the overlay`, async () => {
      const place = await browser.inOverlay(
        (overlay, wanted) => {
          const found = [...overlay.querySelectorAll<HTMLElement>(wanted.selector)].find(
            (candidate) =>
              wanted.label === undefined ||
              (candidate.textContent?.trim() || candidate.getAttribute("aria-label")) === wanted.label,
          );
          found?.scrollIntoView({ block: "nearest" });
          const box = found?.getBoundingClientRect();
          if (found === undefined || box === undefined) return null;
          const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
          return found.contains(overlay.elementFromPoint(middle.x, middle.y)) ? middle : null;
        },
        { selector, label },
      );
      const isAtRest = place !== null && JSON.stringify(place) === last;
      last = JSON.stringify(place);
      return isAtRest ? place : null;
    });
    await browser.click(x, y);
  }
  const press = (label: string): Promise<void> => click("button, label, summary", label);

  /** What has the focus: its text, its label, and the field of the editor that it is. */
  const focused = () =>
    browser.inOverlay((overlay) => {
      const element = overlay.activeElement;
      return element === null
        ? null
        : {
            text: element.textContent?.trim() || (element.ariaLabel ?? ""),
            label: element.getAttribute("aria-label") || element.textContent || element.localName,
            field: element.closest(".editor textarea, .editor input")?.localName ?? null,
          };
    }, null);
  const untilField = (field: "textarea" | "input", timeout?: number): Promise<unknown> =>
    until(`the ${field} to have the focus`, async () => (await focused())?.field === field, timeout);

  /** Where a part is in the viewport, in CSS pixels, and `null` where there is none. */
  const placeOf = (part: OverlayPart): Promise<Place | null> =>
    browser.inOverlay((overlay, selector) => {
      const box = overlay.querySelector(selector)?.getBoundingClientRect();
      if (box === undefined) return null;
      const { left, top, right, bottom, width } = box;
      return { left, top, right, bottom, width };
    }, PARTS[part]);

  async function openCardOf(name: string): Promise<void> {
    await reader.click(name);
    await seen.untilShown("card");
  }

  return {
    ...seen,
    press,
    pressPart: (part: OverlayPart): Promise<void> => click(PARTS[part]),
    focusedText: async (): Promise<string | null> => (await focused())?.text ?? null,
    focusedLabel: async (): Promise<string | null> => (await focused())?.label ?? null,
    focusedField: async (): Promise<string | null> => (await focused())?.field ?? null,
    untilField,
    /** Waits until screen readers are told this. */
    untilSpoken: (words: RegExp) => seen.untilSays("what is spoken", words),
    /** Presses Tab until what has this label has the focus; fails where that never comes. */
    async tabTo(label: string): Promise<void> {
      for (let i = 0; i < 24 && (await focused())?.label !== label; i += 1) await browser.press("Tab");
      if ((await focused())?.label !== label) throw new Error(`Tab came past no “${label}”`);
    },
    untilToast: (words: string | RegExp) => seen.untilSays("toast's words", words),

    openCardOf,
    /** Opens the card of a name and chooses there what it is or is not. */
    async correct(name: string, choice: string, where: "everywhere" | "only on this page" = "everywhere") {
      await openCardOf(name);
      await press("Not right?");
      if (where === "only on this page") await press(where);
      await press(choice);
    },
    async noteOnName(name: string, note: string): Promise<void> {
      await openCardOf(name);
      await press(`Note on ${name}`);
      await browser.type(note);
      await press("Done");
    },

    /** Opens the editor of the highlight on some words. */
    async openEditorOf(words: string): Promise<void> {
      await reader.click(words);
      await seen.untilShown("editor");
    },
    /** Selects words and opens the editor on them with the keyboard. */
    async writeOn(words: string): Promise<void> {
      await reader.select(words);
      await browser.shortcut("highlight-and-note", "Alt+Shift+J");
      await untilField("textarea");
    },
    /** Goes from the note's field to its tags. */
    async goToTags(): Promise<void> {
      await browser.press("Tab");
      await untilField("input");
    },
    async highlightIn(colour: "green" | "pink", words: string): Promise<void> {
      await reader.select(words);
      await click(PARTS[`toolbar's ${colour}`]);
      await reader.untilMarked(words, colour);
    },
    /** Waits until the toolbar offers a colour under this name. */
    untilColour: (name: string): Promise<unknown> =>
      until(`the colour ${name}`, () =>
        browser.inOverlay((overlay, title) => overlay.querySelector(`.toolbar [title="${title}"]`) !== null, name),
      ),
    /** The field of tags as a screen reader knows it. */
    combobox: () =>
      browser.inOverlay((overlay) => {
        const field = overlay.querySelector<HTMLInputElement>("[role=combobox]")!;
        const active = overlay.getElementById(field.getAttribute("aria-activedescendant") ?? "none");
        return {
          isExpanded: field.getAttribute("aria-expanded"),
          listRole: overlay.getElementById(field.getAttribute("aria-controls") ?? "")?.getAttribute("role"),
          active: active?.textContent ?? null,
          isSelected: active?.getAttribute("aria-selected") ?? null,
          text: field.value,
        };
      }, null),
    /** Where the links of a part lead, and how. */
    links: (part: OverlayPart) =>
      browser.inOverlay(
        (overlay, selector) =>
          [...overlay.querySelectorAll<HTMLAnchorElement>(selector)].map(({ href, target, rel }) => ({
            href,
            target,
            rel,
          })),
        PARTS[part],
      ),

    placeOf,
    /** The overlays that the page itself sees: how each is displayed, and whether it is seen. */
    hosts: (): Promise<{ readonly display: string; readonly isVisible: boolean }[]> =>
      browser.evaluate(
        (selector) =>
          [...document.querySelectorAll(selector)].map((host) => ({
            display: getComputedStyle(host).display,
            isVisible: host.checkVisibility(),
          })),
        `[${HOST}]`,
      ),
    /** Where the toolbar and its first button are, once it has come to rest. */
    async toolbarAtRest(): Promise<{ panel: Place; button: { x: number; y: number } }> {
      let last = "";
      return until("the toolbar to come to rest", async () => {
        const [panel, button] = [await placeOf("toolbar"), await placeOf("toolbar's button")];
        const isPlaced = panel !== null && button !== null && panel.width > 0 && panel.left + panel.top > 0;
        const now = JSON.stringify([panel, button]);
        const isAtRest = isPlaced && now === last;
        last = now;
        return isAtRest ? { panel, button: middleOf(button) } : null;
      });
    },
    positionOf: (part: OverlayPart): Promise<string | null> =>
      browser.inOverlay((overlay, selector) => {
        const element = overlay.querySelector(selector);
        return element === null ? null : overlay.ownerDocument.defaultView!.getComputedStyle(element).position;
      }, PARTS[part]),
    isVisible: async (part: OverlayPart): Promise<boolean> =>
      (await browser.inOverlay(
        (overlay, selector) => overlay.querySelector(selector)?.checkVisibility() === true,
        PARTS[part],
      )) === true,

    /** Every text that is shown: its colour, and the colours behind it from the nearest outwards. */
    colours: async () =>
      (await browser.inOverlay((overlay) => {
        const view = overlay.ownerDocument.defaultView!;
        const backgroundsOf = (element: Element | null): string[] =>
          element === null
            ? []
            : [view.getComputedStyle(element).backgroundColor, ...backgroundsOf(element.parentElement)];
        return [...overlay.querySelectorAll<HTMLElement>(".panel *")]
          .filter((element) => {
            const isField = element.matches("textarea, input");
            const isSeen = element.checkVisibility() && !element.matches(".unseen");
            return isSeen && (isField || [...element.childNodes].some((node) => node.nodeType === 3));
          })
          .map((element) => ({
            text: element.textContent || element.localName,
            colour: view.getComputedStyle(element).color,
            backgrounds: backgroundsOf(element),
          }));
      }, null)) ?? [],
    /** Puts what nobody could read or name into the overlay. */
    spoil: (): Promise<unknown> =>
      browser.inOverlay((overlay) => {
        const panel = overlay.querySelector(".panel")!;
        const text = panel.ownerDocument.createElement("p");
        text.textContent = "grey on grey";
        text.setAttribute("style", "color: #999; background: #888");
        panel.append(panel.ownerDocument.createElement("button"), text);
      }, null),
    /** Focuses a part, as a script of the extension may. */
    focus: (part: OverlayPart): Promise<unknown> =>
      browser.inOverlay((overlay, selector) => overlay.querySelector<HTMLElement>(selector)?.focus(), PARTS[part]),
    unfold: (): Promise<unknown> =>
      browser.inOverlay((overlay) => overlay.querySelector("details")?.setAttribute("open", ""), null),
    /**
     * Writes a note of any length: a field takes no more than its length by keys, and hears no script. So the last letter
     * is left to a key.
     */
    async writeAny(text: string): Promise<void> {
      await until("the field", () =>
        browser.inOverlay(
          (overlay, begun) => {
            const field = overlay.querySelector("textarea");
            if (field === null) return false;
            field.removeAttribute("maxlength");
            field.value = begun;
            field.focus();
            field.setSelectionRange(begun.length, begun.length);
            return true;
          },
          text.slice(0, -1),
        ),
      );
      await browser.type(text.slice(-1));
    },
  };
}
