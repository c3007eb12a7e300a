import { type BrowserDriver, until } from "../browsers/driver.ts";
import { STORIES } from "../start/samples.ts";
import { centreOf, selectWords } from "../start/steps.ts";
import { type Paper, PAPER_NAMES, pathOn } from "./pages.ts";
import { readPage } from "./readers-work.ts";

/** How a surface may be asked to look. */
export const LOOKS = ["light", "dark", "forced"] as const;
export type Look = (typeof LOOKS)[number];

/** What a scene is given to show itself with. */
export interface Stage {
  readonly browser: BrowserDriver;
  /** The address of the sample site. */
  readonly origin: string;
  /** Where a picture goes, by what is added to the scene's own name. */
  readonly file: (detail: string) => string;
}

/** The room that a surface has, in CSS pixels. */
export interface Size {
  readonly width: number;
  readonly height: number;
}

export interface Scene {
  readonly name: string;
  /** A scene without sizes has one of its own. */
  readonly sizes: readonly Size[];
  readonly looks: readonly Look[];
  take(stage: Stage, size: Size): Promise<void>;
}

const HEIGHT = 900;
const tall = (width: number): Size => ({ width, height: HEIGHT });
/** Windows, the last two of 1,280 by 800 pixels at 200% and 300%. */
const WHOLE = [tall(320), tall(800), tall(1600), { width: 640, height: 400 }, { width: 427, height: 267 }];
const SOURCE = "Johanna Brandt";
const detailOf = ({ width, height }: Size): string => (height === HEIGHT ? `${width}` : `${width}x${height}`);

interface OwnPage {
  /** Its path within the extension. */
  readonly path: string;
  /** What it is there for. */
  readonly shown: string;
  /** Pressed until that is shown. */
  readonly press?: string;
  readonly isPrinted?: boolean;
  readonly sizes?: readonly Size[];
}

/** A page of the extension's own. */
const ownPage = (name: string, { path, shown, press, isPrinted = false, sizes = WHOLE }: OwnPage): Scene => ({
  name,
  sizes,
  looks: isPrinted ? ["light"] : LOOKS,
  async take({ browser, file }, size) {
    await browser.resize(size.width, size.height);
    // A change of the fragment alone loads nothing.
    await browser.goto("about:blank");
    await browser.goto(`${browser.extensionOrigin}/${path}`);
    await until(`${name}'s content`, () =>
      browser.evaluate(
        ([wanted, pressed]) => {
          const isShown = document.querySelector(wanted) !== null;
          if (!isShown && pressed !== undefined) document.querySelector<HTMLElement>(pressed)?.click();
          return isShown;
        },
        [shown, press] as const,
      ),
    );
    await settle();
    if (isPrinted) await browser.setMedium("print");
    try {
      await browser.screenshot(file(detailOf(size)));
    } finally {
      if (isPrinted) await browser.setMedium("screen");
    }
  },
});

/** What moves at first has come to rest after so long, in milliseconds. */
const settle = (time = 400): Promise<void> => new Promise((resolve) => setTimeout(resolve, time));

/** A story where some words of it stand in the middle. */
const page = (name: string, path: string, words: string, looks: readonly Look[]): Scene => ({
  name,
  sizes: [tall(360), tall(1280)],
  looks,
  async take({ browser, origin, file }, size) {
    await browser.resize(size.width, size.height);
    await readPage(browser, `${origin}${path}`);
    await centreOf(browser, words);
    await settle();
    await browser.screenshot(file(detailOf(size)));
  },
});

const onPaper = (paper: Paper): Scene =>
  page(`page-${paper}`, pathOn(paper), SOURCE, paper === "white" ? LOOKS : ["light"]);

const onPage = (
  name: string,
  act: (browser: BrowserDriver) => Promise<void>,
  shown: (browser: BrowserDriver) => Promise<unknown>,
): Scene => ({
  name,
  sizes: [tall(360), tall(1000), { width: 427, height: 267 }],
  looks: LOOKS,
  async take({ browser, origin, file }, size) {
    await browser.resize(size.width, size.height);
    await readPage(browser, `${origin}${STORIES.nested}`);
    await act(browser);
    await until(name, () => shown(browser));
    await settle();
    await browser.screenshot(file(detailOf(size)));
    await browser.press("Escape");
  },
});

const isInOverlay = (selector: string) => (browser: BrowserDriver) =>
  browser.inOverlay((overlay, wanted) => overlay.querySelector(wanted) !== null, selector);

const pressOn = (words: string) => async (browser: BrowserDriver) => {
  const { x, y } = await centreOf(browser, words);
  await browser.click(x, y);
};

/** The parts of popup and panel are opened by the names of their tabs. */
function openTab(tab: number): void {
  const tabs = document.querySelectorAll<HTMLElement>("[role=tab]");
  tabs[tab]?.click();
}

const popup: Scene = {
  name: "popup",
  sizes: [],
  looks: LOOKS,
  async take({ browser, origin, file }) {
    await browser.resize(1000, HEIGHT);
    await readPage(browser, `${origin}${STORIES.nested}`);
    await browser.openPopup();
    const tabs = await browser.inPopup(() => document.querySelectorAll("[role=tab]").length, null);
    for (let tab = 0; tab < tabs; tab += 1) {
      await browser.inPopup(openTab, tab);
      await settle();
      await browser.popupScreenshot(file(String(tab + 1)));
    }
    await browser.closePopup();
  },
};

const panel: Scene = {
  name: "panel",
  sizes: [
    { width: 240, height: 780 },
    { width: 360, height: 780 },
    { width: 600, height: 780 },
    { width: 240, height: 260 },
  ],
  looks: LOOKS,
  async take({ browser, origin, file }, size) {
    await browser.resize(1000, HEIGHT);
    await readPage(browser, `${origin}${STORIES.nested}`);
    await browser.openPanel(size.width, size.height);
    const tabs = await browser.inPanel(() => document.querySelectorAll("[role=tab]").length, null);
    for (let tab = 0; tab < tabs; tab += 1) {
      await browser.inPanel(openTab, tab);
      await settle();
      await browser.panelScreenshot(file(`${size.width}x${size.height}-${tab + 1}`));
    }
    await browser.closePanel();
  },
};

const ARTICLE = { path: "library/library.html", press: ".row-note .row-text", shown: ".pane .note" };
const PERSON = { path: "library/library.html#view=people", press: "main .names a", shown: ".pane h2" };
/** A sheet of A4 between its margins. */
const PAPER: readonly Size[] = [{ width: 700, height: 1_000 }];

/** Every surface of the extension, once there is something on it. */
export const SCENES: readonly Scene[] = [
  ...PAPER_NAMES.map(onPaper),
  page("page-quotes", STORIES.quotes, "Marit Sand", LOOKS),
  onPage("card", pressOn(SOURCE), isInOverlay(".card h2")),
  onPage(
    "toolbar",
    (browser) => selectWords(browser, "Nobody asked me about the piles"),
    isInOverlay(".toolbar button"),
  ),
  popup,
  panel,
  ownPage("welcome", { path: "welcome/welcome.html", shown: "h1" }),
  ownPage("settings", { path: "options/options.html", shown: "#backup button" }),
  ownPage("first-run", { path: "welcome/welcome.html#installed", shown: ".found" }),
  ownPage("library", { path: "library/library.html", shown: "[role=option]" }),
  ownPage("library-article", ARTICLE),
  ownPage("library-print", { ...ARTICLE, isPrinted: true, sizes: PAPER }),
  ownPage("library-people", { path: "library/library.html#view=people", shown: "main .names a" }),
  ownPage("library-person", PERSON),
  ownPage("person-print", { ...PERSON, isPrinted: true, sizes: PAPER }),
  ownPage("library-tags", { path: "library/library.html#view=tags", shown: "main .state", sizes: [tall(800)] }),
  ownPage("library-check", { path: "library/library.html#view=check", shown: "main .state", sizes: [tall(800)] }),
  ownPage("library-searches", { path: "library/library.html#view=searches", shown: "main .state", sizes: [tall(800)] }),
  ownPage("library-bin", {
    path: "library/library.html#view=bin",
    shown: "main .state",
    sizes: [tall(320), tall(800)],
  }),
];
