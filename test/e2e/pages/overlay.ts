import { HOST } from "../../../extension/reader/overlay/host-name.ts";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import { type RunWithin, seenIn } from "./parts.ts";
import type { Reader } from "./reader.ts";

/** What lies on a page that is read. Its closed tree is seen by the driver alone. */
const ON_PAGE = {
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

  "offer of a card": ".offer",
  "name that is offered": ".offered",

  card: ".card",
  "card's title": ".card h2",
  "card's close button": ".card .head button",
  "place among the mentions": ".card [aria-live]",
  "open part of the card": ".card details[open]",
  "buttons on the card": ".correct summary, .correct button, .correct input, .correct select, .reattribute",
  "private frame": "iframe.shown",
} as const;

/** What is private, in the frame that lies over a panel. */
const PRIVATE = {
  "list's title": "main[data-kind=highlights] h2",
  highlight: ".marks button",
  "highlights on the card": "main[data-kind=name] .marks",
  "highlight on the card": "main[data-kind=name] .marks button",
  "note's sign": ".marks .soft",
  "buttons for notes on the name": ".subject-notes button",
  "note on the name": ".note-text",
  "delete the note on the name": ".subject-note .danger",
  "other articles": ".elsewhere",
  "way to other articles": ".elsewhere button",
  "other article": ".elsewhere li",
  "link to another article": ".elsewhere a",

  editor: "main[data-kind=editor]",
  "note's field": "textarea",
  "words of the highlight": "blockquote",
  "note as it reads": ".markup",
  "bold in the note": ".markup strong",
  "link in the note": ".markup a",
  "markup of the note's own": ".markup :is(b, img, script)",
  "yellow chosen": "[data-colour=yellow][aria-pressed=true]",
  "pink chosen": "[data-colour=pink][aria-pressed=true]",
  "colour's name": ".colour-name",
  "delete the highlight": ".danger",
  "what is not saved": ".unsaved [role=alert]",
  "word on the place": ".soft",
  tag: ".chip > span",
  "take the tag away": ".chip button",
  "tags to choose": ".options:not([hidden]) li",
  "highlights around": ".around .marks",
  "highlight around": ".around .marks button",
  "name around": ".around .kind",
  rewording: ".rewording",
  "rewording's title": ".rewording h3",
  "old and new wording": ".rewording dd",
  "words taken out": ".rewording del",
  "words put in": ".rewording ins",
} as const;
const PARTS = { ...ON_PAGE, ...PRIVATE };
export type OverlayPart = keyof typeof PARTS;
const isPrivate = (part: string): boolean => part in PRIVATE;

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
  const within: RunWithin = (run, input, part) =>
    isPrivate(part) ? browser.inPrivateFrame(run, input) : browser.inOverlay(run, input);
  const seen = seenIn(PARTS, within);

  /** Where the private frame begins in the viewport; `null` where it shows nothing. */
  const frameOrigin = (): Promise<{ readonly x: number; readonly y: number } | null> =>
    browser.inOverlay((overlay) => {
      const box = overlay.querySelector("iframe.shown")?.getBoundingClientRect();
      return box === undefined ? null : { x: box.left, y: box.top };
    }, null);

  /** The middle of the first element of a tree that a selector finds, or the first with a text or label, if nothing covers it. */
  const findIn = (
    tree: Document | ShadowRoot,
    wanted: { readonly selector: string; readonly label: string | undefined },
  ): { x: number; y: number } | null => {
    const found = [...tree.querySelectorAll<HTMLElement>(wanted.selector)].find(
      (candidate) =>
        wanted.label === undefined ||
        (candidate.textContent?.trim() || candidate.getAttribute("aria-label")) === wanted.label,
    );
    found?.scrollIntoView({ block: "nearest" });
    const box = found?.getBoundingClientRect();
    if (found === undefined || box === undefined) return null;
    const middle = { x: box.left + box.width / 2, y: box.top + box.height / 2 };
    return found.contains(tree.elementFromPoint(middle.x, middle.y)) ? middle : null;
  };
  const findInFrame = async (selector: string, label?: string): Promise<{ x: number; y: number } | null> => {
    const origin = await frameOrigin();
    const place = origin && (await browser.inPrivateFrame(findIn, { selector, label }));
    return place && { x: origin.x + place.x, y: origin.y + place.y };
  };

  /** Clicks what `find` finds, once it has come to rest. */
  async function clickAtRest(what: string, find: () => Promise<{ x: number; y: number } | null>): Promise<void> {
    let last = "";
    const { x, y } = await until(`${what} in the overlay`, async () => {
      const place = await find();
      const isAtRest = place !== null && JSON.stringify(place) === last;
      last = JSON.stringify(place);
      return isAtRest ? place : null;
    });
    await browser.click(x, y);
  }
  const BUTTONS = "button, label, summary";
  /** Presses what says this, on the page or in the private frame. */
  const press = (label: string): Promise<void> =>
    clickAtRest(
      label,
      async () =>
        (await browser.inOverlay(findIn, { selector: BUTTONS, label })) ?? (await findInFrame(BUTTONS, label)),
    );
  const pressPart = (part: OverlayPart): Promise<void> =>
    clickAtRest(part, () =>
      isPrivate(part)
        ? findInFrame(PARTS[part])
        : browser.inOverlay(findIn, { selector: PARTS[part], label: undefined }),
    );

  /** What has the focus: its text, its label, and the field of the editor that it is. */
  const focused = async () => {
    const look = (tree: Document | ShadowRoot) => {
      const element = tree.activeElement;
      return element === null || element.localName === "body"
        ? null
        : {
            text: element.textContent?.trim() || (element.ariaLabel ?? ""),
            label: element.getAttribute("aria-label") || element.textContent || element.localName,
            field: element.closest("main[data-kind=editor] :is(textarea, input)")?.localName ?? null,
          };
    };
    const isInFrame = await browser.inOverlay((overlay) => overlay.activeElement?.localName === "iframe", null);
    return isInFrame === true ? browser.inPrivateFrame(look, null) : browser.inOverlay(look, null);
  };
  const untilField = (field: "textarea" | "input", timeout?: number): Promise<unknown> =>
    until(`the ${field} to have the focus`, async () => (await focused())?.field === field, timeout);

  /** Where a part is in the viewport, in CSS pixels, and `null` where there is none. */
  const placeOf = async (part: OverlayPart): Promise<Place | null> => {
    const place = await within(
      (tree, selector) => {
        const box = tree.querySelector(selector)?.getBoundingClientRect();
        if (box === undefined) return null;
        const { left, top, right, bottom, width } = box;
        return { left, top, right, bottom, width };
      },
      PARTS[part],
      part,
    );
    const origin = isPrivate(part) ? await frameOrigin() : { x: 0, y: 0 };
    if (place === null || origin === null) return null;
    const { left, top, right, bottom, width } = place;
    return { left: left + origin.x, top: top + origin.y, right: right + origin.x, bottom: bottom + origin.y, width };
  };

  async function openCardOf(name: string): Promise<void> {
    await reader.click(name);
    await seen.untilShown("card");
  }

  return {
    ...seen,
    press,
    pressPart,
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
      await press(`Add a note about ${name}`);
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
      await pressPart(`toolbar's ${colour}`);
      await reader.untilMarked(words, colour);
    },
    /** Waits until the toolbar offers a colour under this name. */
    untilColour: (name: string): Promise<unknown> =>
      until(`the colour ${name}`, () =>
        browser.inOverlay((overlay, title) => overlay.querySelector(`.toolbar [title="${title}"]`) !== null, name),
      ),
    /** The field of tags as a screen reader knows it. */
    combobox: () =>
      browser.inPrivateFrame((frame) => {
        const field = frame.querySelector<HTMLInputElement>("[role=combobox]")!;
        const active = frame.getElementById(field.getAttribute("aria-activedescendant") ?? "none");
        return {
          isExpanded: field.getAttribute("aria-expanded"),
          listRole: frame.getElementById(field.getAttribute("aria-controls") ?? "")?.getAttribute("role"),
          active: active?.textContent ?? null,
          isSelected: active?.getAttribute("aria-selected") ?? null,
          text: field.value,
        };
      }, null),
    /** Where the links of a part lead, and how. */
    links: (part: OverlayPart) =>
      within(
        (tree, selector) =>
          [...tree.querySelectorAll<HTMLAnchorElement>(selector)].map(({ href, target, rel }) => ({
            href,
            target,
            rel,
          })),
        PARTS[part],
        part,
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

    /** Every text that is shown, on the page and in the frame: its colour, and the colours behind it from the nearest outwards. */
    async colours() {
      const look = (tree: Document | ShadowRoot, selector: string) => {
        const view = (tree.ownerDocument ?? (tree as Document)).defaultView!;
        const backgroundsOf = (element: Element | null): string[] =>
          element === null
            ? []
            : [view.getComputedStyle(element).backgroundColor, ...backgroundsOf(element.parentElement)];
        return [...tree.querySelectorAll<HTMLElement>(selector)]
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
      };
      const onPage = (await browser.inOverlay(look, ".panel *")) ?? [];
      return [...onPage, ...((await browser.inPrivateFrame(look, "main *")) ?? [])];
    },
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
      within((tree, selector) => tree.querySelector<HTMLElement>(selector)?.focus(), PARTS[part], part),
    unfold: (): Promise<unknown> =>
      browser.inOverlay((overlay) => overlay.querySelector("details")?.setAttribute("open", ""), null),
    /**
     * Writes a note of any length: a field takes no more than its length by keys, and hears no script. So the last letter
     * is left to a key.
     */
    async writeAny(text: string): Promise<void> {
      await until("the field", () =>
        browser.inPrivateFrame(
          (frame, begun) => {
            const field = frame.querySelector("textarea");
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
