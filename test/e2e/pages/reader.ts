import type { PageReport } from "../../../extension/calls/page-report.ts";
import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import type { NameNote } from "../../../src/annotation/records/name-note.ts";
import { type BrowserDriver, until } from "../../../tools/browsers/driver.ts";
import type { Site } from "../../../tools/start/server.ts";
import { askReader, centreOf, savedNotes, selectWords } from "../../../tools/start/steps.ts";
import { deleteRecord, sizeOfJournal, storedRecords } from "../../../tools/start/stored.ts";

/** A text that is painted on the page, and the class and name of the element around it. */
interface Painted {
  readonly text: string;
  readonly inside: string;
}

export type Colour = "yellow" | "green" | "blue" | "pink";
const COLOURS: readonly Colour[] = ["yellow", "green", "blue", "pink"];

const evened = (text: string): string => text.replace(/\s+/g, " ");

export type Reader = ReturnType<typeof readerOf>;

/** What a user does on a page that may be read, and sees of the reader there; and what is stored of it. */
export function readerOf(browser: BrowserDriver, site: Site) {
  const report = (): Promise<PageReport | null> => askReader(browser);
  const saved = (): Promise<Annotation[]> => savedNotes(browser);

  const finished = (): Promise<PageReport> =>
    until("the page to be read", async () => {
      const now = await report();
      return now === null || now.state === "unread" || now.state === "reading" ? null : now;
    });

  const open = (path: string): Promise<void> => browser.goto(`${site.origin}${path}`);

  /** Opens a page of the site and waits until its reader has finished. */
  async function read(path: string): Promise<PageReport> {
    await open(path);
    return finished();
  }

  /** What stands painted on the page now, by the name of the layer, the page's own layers too. */
  const layers = (): Promise<Record<string, readonly Painted[]>> =>
    browser.evaluate(() => {
      const all: Record<string, { text: string; inside: string }[]> = {};
      for (const [name, highlight] of CSS.highlights) {
        all[name] = [...highlight].map((range) => {
          const element = range.startContainer.parentElement;
          return { text: range.toString(), inside: `${element?.localName}.${element?.className}` };
        });
      }
      return all;
    }, null);

  /** What is painted in one layer, such as "person". */
  const paintedIn = async (layer: string): Promise<string[]> =>
    ((await layers())[`sourceline-${layer}`] ?? []).map(({ text }) => evened(text));
  const painted = async (layer: string): Promise<string> => (await paintedIn(layer)).join(" | ");

  /** What is painted as a name. */
  const paintedNames = async (): Promise<string[]> =>
    (await Promise.all(["person", "place", "source", "speaker"].map(paintedIn))).flat();

  /** The texts of the highlights of a colour, in whatever shade; without one, of all. */
  const marks = async (colour?: Colour): Promise<string[]> =>
    Object.entries(await layers())
      .filter(([key]) =>
        (colour === undefined ? COLOURS : [colour]).some((each) => key.startsWith(`sourceline-${each}`)),
      )
      .flatMap(([, all]) => all.map(({ text }) => evened(text)));

  const noteOn = async (words: string): Promise<Annotation | undefined> =>
    (await saved()).find(({ target }) => evened(target.selectors.quote.exact) === words);

  const tagsOn = async (words: string): Promise<readonly string[]> => (await noteOn(words))?.body.tags ?? [];

  async function click(words: string): Promise<void> {
    const { x, y } = await centreOf(browser, words);
    await browser.click(x, y);
  }
  const select = (words: string): Promise<void> => selectWords(browser, words);
  /** Presses the shortcut that highlights the selection, and brings the reader to any page. */
  const pressHighlight = (): Promise<number> => browser.shortcut("highlight", "Alt+J");
  const anchors = async (): Promise<string[]> => Object.values((await report())?.anchors ?? {});

  return {
    open,
    read,
    finished,
    report,
    /** Waits as long as something would have taken that should not happen, in milliseconds. */
    wait: (duration: number): Promise<void> => new Promise((resolve) => setTimeout(resolve, duration)),
    /** Waits until the reader reports what is wanted; what it said last goes into the failure. */
    async reported(what: string, isWanted: (report: PageReport) => boolean): Promise<PageReport> {
      let last: PageReport | null = null;
      try {
        return await until(what, async () => {
          last = await report();
          return last !== null && isWanted(last) ? last : null;
        });
      } catch (error) {
        const { state, page, facts } = (last ?? {}) as Partial<PageReport>;
        const said = JSON.stringify({ state, page, facts });
        throw new Error(`${(error as Error).message}; last: ${said}`, { cause: error });
      }
    },
    /** The people that are recognised on a page of the site. */
    async peopleOn(path: string): Promise<string[]> {
      const { analysis } = await read(path);
      return analysis?.entities.filter(({ kind }) => kind === "person").map(({ name }) => name) ?? [];
    },
    badge: (): Promise<string> => until("the badge", () => browser.badgeText()),
    /** What the toolbar button says when the mouse rests on it. */
    buttonTitle: (): Promise<string> =>
      browser.inExtension(async () => {
        const { chrome } = globalThis as unknown as { chrome: typeof import("webextension-polyfill") };
        const [tab] = await chrome.tabs.query({ active: true, lastFocusedWindow: true });
        return chrome.action.getTitle(tab?.id === undefined ? {} : { tabId: tab.id });
      }, null),
    untilNoBadge: (): Promise<unknown> => until("no badge", async () => (await browser.badgeText()) === ""),

    layers,
    /** The names of the layers that are painted now, the page's own left out. */
    layerNames: async (): Promise<string[]> =>
      Object.keys(await layers()).filter((name) => name.startsWith("sourceline")),
    /** Everything that is painted now. */
    allPainted: async (): Promise<Painted[]> => Object.values(await layers()).flat(),
    /** How each layer that has something on the page looks there now. */
    layerLooks: (): Promise<Record<string, { readonly line: string; readonly background: string }>> =>
      browser.evaluate(() => {
        const looks: Record<string, { line: string; background: string }> = {};
        for (const [key, [range]] of CSS.highlights) {
          const element = range?.startContainer.parentElement;
          if (element == null) continue;
          const style = getComputedStyle(element, `::highlight(${key})`);
          looks[key] = { line: style.textDecorationLine, background: style.backgroundColor };
        }
        return looks;
      }, null),
    paintedIn,
    painted,
    paintedNames,
    /** Waits until these words are painted as names, or in them: painting follows the report a slice later. */
    untilNames: (...names: readonly string[]): Promise<unknown> =>
      until(`${names.join(" and ")} to be painted`, async () => {
        const all = (await paintedNames()).join("\n");
        return names.every((name) => all.includes(name));
      }),
    untilPainted: (layer: string, words = ""): Promise<unknown> =>
      until(`${layer} ${words}`, async () => (await paintedIn(layer)).some((text) => text.includes(words))),
    untilNotPainted: (layer: string, words = ""): Promise<unknown> =>
      until(`no ${layer} ${words}`, async () => !(await paintedIn(layer)).some((text) => text.includes(words))),
    untilBare: (): Promise<unknown> =>
      until("nothing painted", async () => Object.keys(await layers()).every((key) => !key.startsWith("sourceline"))),
    marks,
    /** Waits until words are highlighted, in however many pieces. */
    untilMarked: (words: string, colour?: Colour): Promise<unknown> =>
      until(`the highlight on “${words}”`, async () => (await marks(colour)).join("").includes(words)),
    /** Waits until the highlights are on these words and no others: with "", until there are none. */
    untilMarkedOnly: (words: string): Promise<unknown> =>
      until(`“${words}” to be all that is highlighted`, async () => (await marks()).join("") === words),
    anchors,
    /** Waits until the page's highlights are found so: "same", "moved", "edited" or "lost". */
    untilAnchored: (state: string): Promise<unknown> =>
      until(`the highlight to be ${state}`, async () => (await anchors()).join() === state),

    /** Has pages shown in light or dark, or in the system's own few colours. */
    async look(as: "light" | "dark" | "forced"): Promise<void> {
      await browser.setForcedColours(as === "forced");
      await browser.setColourScheme(as === "dark" ? "dark" : "light");
    },

    click,
    async hover(words: string): Promise<void> {
      const { x, y } = await centreOf(browser, words);
      await browser.hover(x, y);
    },
    select,
    unselect: (): Promise<unknown> => browser.evaluate(() => getSelection()?.removeAllRanges(), null),
    pressHighlight,
    /** Highlights words with the shortcut, and waits until that is stored. */
    async highlight(words: string): Promise<void> {
      await select(words);
      await pressHighlight();
      await until(`the highlight on “${words}” to be stored`, () => noteOn(words));
    },
    toggle: (): Promise<number> => browser.shortcut("toggle-highlights", "Alt+P"),
    /** Gives the command that goes from name to name keys, without which Firefox can't be asked for it. */
    giveKeys: async (): Promise<void> => {
      if (browser.name !== "firefox") return;
      await browser.inExtension(async () => {
        const { chrome } = globalThis as unknown as { chrome: typeof import("webextension-polyfill") };
        await chrome.commands.update({ name: "next-name", shortcut: "Alt+Y" });
      }, null);
    },
    goToNext: (): Promise<number> => browser.shortcut("next-mark", "Alt+N"),
    goToPrevious: (): Promise<number> => browser.shortcut("previous-mark", "Alt+Shift+N"),
    focusedElement: (): Promise<string | undefined> => browser.evaluate(() => document.activeElement?.localName, null),

    saved,
    noteOn,
    untilSaved: (count: number): Promise<unknown> =>
      until(`${count} highlights to be stored`, async () => (await saved()).length === count),
    untilNote: (words: string, note: string): Promise<unknown> =>
      until(`“${note}” to be stored`, async () => (await noteOn(words))?.body.note === note),
    /**
     * Takes a note out of the database behind the extension's back, so that it can't be saved, and gives it. Not before
     * the journal is empty: the reader would be told later that it was saved, and find it gone.
     */
    async unstore(words: string, note: string): Promise<Annotation> {
      const stored = await until(`“${note}” to be stored`, async () => {
        const found = await noteOn(words);
        return found?.body.note === note && (await sizeOfJournal(browser)) === 0 ? found : null;
      });
      await deleteRecord(browser, "annotations", stored.id);
      return stored;
    },
    untilSomeNote: (note: string): Promise<unknown> =>
      until(`“${note}” to be stored`, async () => (await saved()).some(({ body }) => body.note === note)),
    untilColour: (words: string, colour: Colour): Promise<unknown> =>
      until(`“${words}” to be ${colour}`, async () => (await noteOn(words))?.body.colour === colour),
    tagsOn,
    untilTags: (words: string, tags: readonly string[]): Promise<unknown> =>
      until(`the tags ${tags.join(", ")}`, async () => (await tagsOn(words)).join() === tags.join()),
    /** The stored notes on names. */
    notesOnNames: async (): Promise<NameNote[]> =>
      (await storedRecords<NameNote>(browser, "subjectNotes")).filter(({ deleted }) => deleted === null),
  };
}
