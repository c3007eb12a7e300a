import type { Marking } from "../../../src/annotation/records/marking.ts";
import { comparisonKey } from "../../../src/page/page-key.ts";
import type { PageData } from "../../../src/article/facts/page-data.ts";
import type { ReadingState } from "../../calls/page-report.ts";
import { inSlices } from "../../../src/slices.ts";
import { type LiveArticle, readStories } from "../../dom/article/article.ts";
import type { Canvas } from "../../dom/painting/painter.ts";
import { declarationsOf } from "../../dom/article/signals.ts";
import { createSlices } from "../../dom/page/slices.ts";
import { holdsNode } from "../../dom/text/tree.ts";
import { isPageLeft } from "../../dom/page/page-left.ts";
import { bodyOf, unnamed } from "../../dom/page/unnamed.ts";
import { callBackground } from "../../calls/call.ts";
import { decideNow } from "../../detector/decision.ts";
import { type Meter, measured } from "../meter.ts";
import { pageAddress } from "../page-address.ts";
import { createShownStories } from "./shown-stories.ts";
import { createStory, type Story, storyLike } from "./story.ts";

/** The stories of one document, as they come and go. */
export interface Stories {
  /** In the order of the page. */
  readonly all: readonly Story[];
  /** The one that stands in the middle of the viewport, or nearest to it. */
  readonly current: Story | null;
  /** How far the page has been read, where no story stands on it. */
  readonly state: ReadingState;
  /** Reads the page that stands at this address as an article. Asked again, it does nothing. Gives whether it did. */
  read(): Promise<boolean>;
  /** Takes up what has changed on the page since it was read. Gives whether anything of the stories has. */
  follow(): Promise<boolean>;
  /** Shows what was recognised in all stories, or hides it: in those too that are yet to come. */
  showNames(areShown: boolean): void;
  /** Marks what the user wants from now on, and forgets what they have hidden or shown on this page before. */
  mark(marking: Marking): void;
  /** Takes everything away that was painted. */
  leave(): void;
  /** The story that holds a node of the page, or `null`. */
  holding(node: Node): Story | null;
}

/** What a document stated and showed while it stood at one address. */
interface Visit {
  readonly url: string;
  readonly data: PageData;
}

/** What the last decision on whether a page is an article went by. */
interface Decided {
  readonly url: string;
  readonly declared: string;
  /** The letters of the page's text, scripts among them. */
  readonly letters: number;
  readonly isArticle: boolean;
}

/** So many letters more or fewer may make an article of a page. */
const MUCH_TEXT = 300;

/** @param changed is told whenever what is known of the stories may be something else. */
export function createStories(canvas: Canvas, meter: Meter, changed: () => void): Stories {
  let all: readonly Story[] = [];
  let state: ReadingState = "unread";
  /** Where the document is, and where it was before without having been loaded anew. */
  let now: Visit | null = null;
  let before: Visit | null = null;
  /** The address that is read as an article's, by the detector's decision or the user's wish. */
  let accepted: string | null = null;
  let decided: Decided | null = null;
  const shown = createShownStories(comparisonKey);
  /** Whether the user has hidden what was recognised, or `null` where they have not said so on this page. */
  let isHidden: boolean | null = null;
  let toldCount = "null";
  let lastLook: Promise<unknown> = Promise.resolve();

  /** Stories leave and enter the middle of the viewport: the badge counts the one that the user looks at. */
  const inView = new IntersectionObserver(() => tellNews(), { rootMargin: "-50% 0px" });

  const current = (): Story | null => {
    const [first = null, second] = all;
    if (second === undefined) return first;
    const middle = innerHeight / 2;
    const awayFrom = ({ live }: Story): number => {
      const { top, bottom } = unnamed(live.root).getBoundingClientRect();
      return Math.max(top - middle, middle - bottom, 0);
    };
    return all.map((story) => ({ story, away: awayFrom(story) })).toSorted((a, b) => a.away - b.away)[0]?.story ?? null;
  };

  const showCount = (): void => {
    const count = current()?.count ?? null;
    const told = JSON.stringify(count);
    if (told === toldCount) return;
    toldCount = told;
    void callBackground("showCount", { count });
  };

  const tellNews = (): void => {
    showCount();
    changed();
  };

  const make = (live: LiveArticle, url: string): Story => {
    const address = live.address ?? url;
    const story = createStory(canvas.createPainter(), live, address, meter, {
      isHidden: (usually) => isHidden ?? usually,
      counted: tellNews,
    });
    if (shown.isAnother(address, story.print)) story.isStray = true;
    else shown.note(address, story.print);
    return story;
  };

  /** A story without an address of its own takes up the one that the page has taken while it is in view. */
  const settle = (story: Story, url: string): void => {
    if (!story.isStray || all.some((other) => comparisonKey(other.url) === comparisonKey(url)) || current() !== story)
      return;
    story.isStray = false;
    story.url = url;
  };

  /** Whether the page is an article now: decided anew only where it has become another page since. */
  const isArticle = (url: string): boolean => {
    const declared = JSON.stringify(declarationsOf(document));
    const letters = (bodyOf(document)?.textContent ?? "").length;
    const isKnown =
      decided?.url === url && decided.declared === declared && Math.abs(letters - decided.letters) < MUCH_TEXT;
    if (!isKnown) decided = { url, declared, letters, isArticle: decideNow()?.isArticle === true };
    return decided?.isArticle === true;
  };

  /** Reads the page, and gives the stories on it: those that are known as they are, others made anew. */
  const readPage = async (url: string, work: (() => Promise<boolean>)[]): Promise<readonly Story[]> => {
    const isAccepted = (): boolean => accepted === comparisonKey(url) || meter.measure(() => isArticle(url));
    if (all.length === 0 && !isAccepted()) return [];
    if (now !== null && comparisonKey(now.url) !== comparisonKey(url)) before = now;
    const others = { addresses: before === null ? [] : [before.url], before: before?.data ?? null };
    const { stories, data } = await inSlices(measured(readStories(document, url, others), meter), createSlices());
    now = { url, data };
    const left = [...all];
    const found = stories.map((live) => {
      const story = storyLike(left, live);
      if (story !== null) left.splice(left.indexOf(story), 1);
      return { live, story };
    });
    // Other stories at another address: this may be a front page.
    if (found.every(({ story }) => story === null)) {
      if (!isAccepted()) return [];
      accepted = comparisonKey(url);
    }
    return found.map(({ live, story }) => {
      if (story === null) {
        const made = make(live, url);
        work.push(made.read);
        return made;
      }
      if (live.address === null) settle(story, url);
      else {
        if (comparisonKey(live.address) !== comparisonKey(story.url)) story.isStray = false;
        story.url = live.address;
      }
      if (!story.isStray) shown.note(story.url, story.print);
      work.push(() => story.follow(live, comparisonKey(story.url) === comparisonKey(url)));
      return story;
    });
  };

  const lookNow = async (): Promise<boolean> => {
    // An answer of the background may come when the page has been left, and a page that is left can't be read.
    if (isPageLeft()) return false;
    const identities = all.map(({ page }) => page).join("\n");
    const stateBefore = state;
    const work: (() => Promise<boolean>)[] = [];
    const url = pageAddress();
    const stories = await readPage(url, work);
    for (const story of all) if (!stories.includes(story)) story.leave();
    all = stories;
    state = accepted === comparisonKey(url) ? "nothing" : "unread";
    inView.disconnect();
    if (all.length > 1) for (const { live } of all) inView.observe(live.root);
    const changes = await Promise.all(work.map((step) => step()));
    showCount();
    const hasChanged = changes.includes(true) || all.map(({ page }) => page).join("\n") !== identities;
    // A page that never rests is looked at again and again, and mostly found as it was.
    if (hasChanged || state !== stateBefore) changed();
    return hasChanged;
  };

  /** One look after the other: each works in slices, and an older one must not overtake a newer. */
  const look = (): Promise<boolean> => {
    const next = lastLook.then(lookNow, lookNow);
    lastLook = next;
    return next;
  };

  return {
    get all() {
      return all;
    },
    get current() {
      return current();
    },
    get state() {
      return current()?.state ?? state;
    },
    async read() {
      const key = comparisonKey(pageAddress());
      if (accepted === key && state !== "unread") return false;
      accepted = key;
      state = "reading";
      await look();
      return true;
    },
    follow: async () => (accepted === null ? false : look()),
    mark(marking) {
      isHidden = null;
      for (const story of all) story.mark(marking);
    },
    showNames(areShown) {
      isHidden = !areShown;
      for (const { view } of all) {
        if (areShown) view?.show();
        else view?.hide();
      }
    },
    leave() {
      inView.disconnect();
      for (const story of all) story.leave();
    },
    holding: (node) => all.find(({ live }) => holdsNode(live.root, node)) ?? null,
  };
}
