/** What a browser needs at a moment. */
export interface Memory {
  /** Of all its processes, in bytes. */
  readonly total: number;
  /** Of the driver's page: how many event listeners and documents there are; `null` where the browser does not tell. */
  readonly listeners: number | null;
  readonly documents: number | null;
}

/** What tests and command lines ask of a browser, the same for Chromium and Firefox. Times are milliseconds. */
export interface BrowserDriver {
  readonly name: "chromium" | "firefox";
  /** The origin of the extension's own pages, without a slash at its end. */
  readonly extensionOrigin: string;
  /** Opens an address in the driver's page and waits for its load event. */
  goto(url: string): Promise<void>;
  reload(): Promise<void>;
  /** Closes the driver's tab, as its own button does, and goes on in an empty one. */
  closeTab(): Promise<void>;
  /** Sets the size of the page's viewport, in CSS pixels. */
  resize(width: number, height: number): Promise<void>;
  /** Makes pages opened from now on prefer a light or dark look. */
  setColourScheme(scheme: "light" | "dark"): Promise<void>;
  /** Has pages shown in the system's own few colours, as people with low vision ask for, or no longer. */
  setForcedColours(isActive: boolean): Promise<void>;
  /** Runs a function in the page, after the source of a library. It sees the page's own globals, not the extension's. */
  evaluate<Result, Input>(
    run: (input: Input) => Result | Promise<Result>,
    input: Input,
    library?: string,
  ): Promise<Result>;
  /** Runs a function with the rights of the extension. It sees `chrome` and the database. */
  inExtension<Result, Input>(run: (input: Input) => Result | Promise<Result>, input: Input): Promise<Result>;
  /** Presses the mouse button at a point of the viewport. */
  click(x: number, y: number): Promise<void>;
  /** Moves the mouse to a point of the viewport. */
  hover(x: number, y: number): Promise<void>;
  /** Presses one key, or types a text, where the focus is. Key names are those of `KeyboardEvent.key`. */
  press(key: string): Promise<void>;
  type(text: string): Promise<void>;
  /** Presses one of the extension's shortcuts, such as "Alt+J". Gives when, in milliseconds since 1970. */
  shortcut(command: string, keys: string): Promise<number>;
  /** Chooses one of the extension's entries of the menu at a point of the page. */
  contextMenu(x: number, y: number, item: string): Promise<void>;
  /** The text of the extension's badge for the driver's page. */
  badgeText(): Promise<string>;
  /** Presses the extension's button in the toolbar, and does not wait for what that leads to. */
  pressButton(): Promise<void>;
  /** Opens the real popup for the driver's page and waits until it has loaded. */
  openPopup(): Promise<void>;
  /** Runs a function in the popup, after the source of a library that it needs. */
  inPopup<Result, Input>(
    run: (input: Input) => Result | Promise<Result>,
    input: Input,
    library?: string,
  ): Promise<Result>;
  /** Presses one key, with Shift as in "Shift+Tab", where the focus is in the open popup. */
  pressInPopup(key: string): Promise<void>;
  closePopup(): Promise<void>;
  /**
   * Opens the real panel beside the driver's page, by itself or as `open` does, and waits until it has loaded. It is as
   * wide and high as is said, in CSS pixels; in Firefox as high as the window.
   */
  openPanel(width: number, height: number, open?: () => Promise<unknown>): Promise<void>;
  /** Runs a function in the panel, after the source of a library that it needs. */
  inPanel<Result, Input>(
    run: (input: Input) => Result | Promise<Result>,
    input: Input,
    library?: string,
  ): Promise<Result>;
  /** Presses one key, with Shift as in "Shift+Tab", where the focus is in the open panel. */
  pressInPanel(key: string): Promise<void>;
  closePanel(): Promise<void>;
  panelScreenshot(file: string): Promise<void>;
  /** A picture of the page's viewport or of the open popup, as PNG. */
  screenshot(file: string): Promise<void>;
  popupScreenshot(file: string): Promise<void>;
  /** What is in the closed shadow tree of the extension's overlay on the page, or null where there is none. */
  inOverlay<Result, Input>(run: (overlay: ShadowRoot, input: Input) => Result, input: Input): Promise<Result | null>;
  /** The same in the document of the extension's private frame, which the page can't see. */
  inPrivateFrame<Result, Input>(run: (frame: Document, input: Input) => Result, input: Input): Promise<Result | null>;
  /** Lets tools that run in the page into the overlay's closed shadow tree, as its host's `shadowRoot`. */
  exposeOverlay(): Promise<void>;
  /** Shows the page as it is shown on the screen, or as it is printed. */
  setMedium(medium: "screen" | "print"): Promise<void>;
  /** Loads the extension anew, as an update does: what it has put into open pages stays there, cut off from it. */
  reloadExtension(): Promise<void>;
  /** The same without leaving the page, with something that goes on meanwhile. */
  updateExtension(meanwhile: () => Promise<void>): Promise<void>;
  /** Switches the extension off as the browser's list of extensions does. The driver can't ask it anything afterwards. */
  disableExtension(): Promise<void>;
  /** Has the extension see only the pages on which the user asks for it, as the browser's own settings do. */
  withholdPages(): Promise<void>;
  /** Ends the browser on the spot, as a crash or a power cut does. */
  kill(): Promise<void>;
  /** What the browser needs after it has tidied up. */
  memory(): Promise<Memory>;
  /** Ends the background as the browser does when it needs memory. */
  endBackground(): Promise<void>;
  /** What pages and the extension reported as errors so far. */
  readonly errors: readonly string[];
  /** Resolves when the browser has ended, whoever ended it. */
  readonly closed: Promise<void>;
  close(): Promise<void>;
}

/** Waits until `ready` gives something other than null, undefined or false; throws with `what` after `timeout`. */
export async function until<T>(what: string, ready: () => Promise<T> | T, timeout = 20_000): Promise<NonNullable<T>> {
  const end = Date.now() + timeout;
  for (;;) {
    const value = await ready();
    if (value !== null && value !== undefined && value !== false) return value;
    if (Date.now() > end) throw new Error(`waited ${timeout} ms for ${what}`);
    await new Promise((resolve) => setTimeout(resolve, 40));
  }
}
