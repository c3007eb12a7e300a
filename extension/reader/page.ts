import type { ColourNames } from "../../src/annotation/records/colours.ts";
import type { Failure } from "../../src/result.ts";
import { createOutbox, type Outbox } from "../calls/outbox.ts";
import type { Change } from "../calls/schemas.ts";
import { createCanvas } from "../dom/painting/painter.ts";
import { listen } from "../dom/trusted.ts";
import { failureText } from "../ui/texts/failure-text.ts";
import { createDispatcher, type Dispatcher } from "./dispatcher.ts";
import { createHighlights, type Highlights } from "./highlights/highlights.ts";
import { createHighlightedPages } from "./highlights/pages.ts";
import type { Lifetime } from "./lifetime.ts";
import { createMeter, type Meter } from "./meter.ts";
import type { Overlay, Sent } from "./overlay/contract.ts";
import { createLazyOverlay } from "./overlay/lazy.ts";
import { pageAddress } from "./page-address.ts";
import { createStories, type Stories } from "./stories/stories.ts";

/** One document being read, as its features share it. */
export interface Page {
  readonly lifetime: Lifetime;
  /** The host that settings of sites go by. */
  readonly site: string;
  readonly meter: Meter;
  readonly stories: Stories;
  readonly highlights: Highlights;
  readonly outbox: Outbox;
  readonly overlay: Overlay;
  readonly commands: Dispatcher;
  /** What the user calls the colours. */
  colourNames: ColourNames;
  /** Loads the highlights of the pages that stand here now, and says why where they can't be had. */
  loadHighlights(): Promise<void>;
  showFailure(error: Pick<Failure, "code">): void;
  /** Has a feature take up changes that were made elsewhere, after those that asked before. */
  onChange(takeUp: (change: Change) => Promise<void> | void): void;
  /** Takes up a change that was made elsewhere. */
  refresh(change: Change): Promise<void>;
  /** Has a feature told that the page's report may be another now. */
  onNews(hear: () => void): void;
  /** Has a feature told that another panel is open now, or none. */
  onPanel(hear: () => void): void;
  /** Has a feature told what came of something that was written in the private frame. */
  onSent(hear: (sent: Sent) => void): void;
  /** Has a feature told that something of the page stands elsewhere, and what is open beside it may. */
  onMoved(hear: () => void): void;
  moved(): void;
}

/** What a feature does on a page: it answers commands, listens, and ends with the page's signal. */
export type Install = (page: Page) => void;

/** @param lifetime ends the page: nothing of ours stays on it. */
export function createPage(lifetime: Lifetime): Page {
  const { signal } = lifetime;
  const canvas = createCanvas(signal);
  const meter = createMeter();
  const newsWatchers: (() => void)[] = [];
  const tellNews = (): void => {
    for (const hear of newsWatchers) hear();
  };
  const stories = createStories(canvas, meter, tellNews);
  listen(signal, "abort", () => stories.leave());
  const outbox = createOutbox(signal);
  const highlights = createHighlights(canvas.createPainter(), createHighlightedPages(stories), outbox, tellNews);
  const commands = createDispatcher();
  const takers: ((change: Change) => Promise<void> | void)[] = [];
  const panelWatchers: (() => void)[] = [];
  const sentWatchers: ((sent: Sent) => void)[] = [];
  const moveWatchers: (() => void)[] = [];
  const overlay = createLazyOverlay(signal, {
    send: commands.send,
    hearSent(sent) {
      for (const hear of sentWatchers) hear(sent);
    },
    keepEarly: (id, note) => highlights.update(id, { note }),
    showFailure: (error) => showFailure(error),
    colourNames: () => page.colourNames,
    hasStops: () =>
      highlights.all().length > 0 || stories.all.some(({ view }) => view?.isShown === true && view.names.length > 0),
    async enter() {
      const gone = await commands.send({ kind: "step-name", by: 1, isLast: false });
      if (!gone.ok) void commands.send({ kind: "step", by: 1, isLast: true, takesFocus: true });
    },
    panelChanged() {
      for (const hear of panelWatchers) hear();
    },
  });
  const showFailure = (error: Pick<Failure, "code">): void =>
    overlay.toast({ text: failureText(error), tone: "error", undo: null });

  const page: Page = {
    lifetime,
    site: new URL(pageAddress()).host,
    meter,
    stories,
    highlights,
    outbox,
    overlay,
    commands,
    colourNames: {},
    async loadHighlights() {
      const loaded = await highlights.load();
      if (!loaded.ok && loaded.error.code !== "unreachable") showFailure(loaded.error);
    },
    showFailure,
    onChange: (takeUp) => void takers.push(takeUp),
    async refresh(change) {
      for (const takeUp of takers) await takeUp(change);
    },
    onNews: (hear) => void newsWatchers.push(hear),
    onPanel: (hear) => void panelWatchers.push(hear),
    onSent: (hear) => void sentWatchers.push(hear),
    onMoved: (hear) => void moveWatchers.push(hear),
    moved() {
      for (const hear of moveWatchers) hear();
    },
  };
  return page;
}
