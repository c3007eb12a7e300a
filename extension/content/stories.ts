import { identityOf } from "../../src/annotation/page-identity.ts";
import type { PageData } from "../../src/article/page-data.ts";
import type { ReadingState } from "../../src/messaging/protocol.ts";
import { inSlices } from "../../src/steps.ts";
import { readStories } from "../dom/article.ts";
import type { Canvas } from "../dom/painter.ts";
import { createSlices } from "../dom/slices.ts";
import { callBackground } from "../messaging/call.ts";
import { createStory, type Story, storyLike } from "./story.ts";
import { pageAddress } from "./page-address.ts";

/** The stories of one document, as they come and go. */
export interface Stories {
  /** In the order of the page. */
  readonly all: readonly Story[];
  /** The one that stands in the middle of the viewport, or nearest to it. */
  readonly current: Story | null;
  /** How far the page has been read, where no story stands on it. */
  readonly state: ReadingState;
  /** Reads the page, recognises and paints. Asked again, it does nothing. */
  read(): Promise<void>;
  /** Reads the page again because it has changed. Gives whether other stories stand on it than before. */
  follow(): Promise<boolean>;
  /** Takes everything away that was painted. */
  leave(): void;
  /** The story that holds a node of the page, or `null`. */
  holding(node: Node): Story | null;
}

const keyOf = (url: string): string => identityOf({ url, canonical: null });

export function createStories(canvas: Canvas): Stories {
  let all: readonly Story[] = [];
  let state: ReadingState = "unread";
  /** What the page stated at the address where it is, and at the one before. */
  let now: { readonly url: string; readonly data: PageData } | null = null;
  let before: { readonly url: string; readonly data: PageData } | null = null;
  let shownCount: number | null = null;
  let lastLook: Promise<unknown> = Promise.resolve();

  /** Stories leave and enter the middle of the viewport: the badge counts the one that the reader looks at. */
  const inView = new IntersectionObserver(() => showCount(), { rootMargin: "-50% 0px" });

  const current = (): Story | null => {
    const middle = innerHeight / 2;
    const distance = ({ live }: Story): number => {
      const { top, bottom } = live.root.getBoundingClientRect();
      return Math.max(top - middle, middle - bottom, 0);
    };
    const [first = null, ...others] = all;
    if (first === null || others.length === 0) return first;
    return all.map((story) => ({ story, away: distance(story) })).toSorted((a, b) => a.away - b.away)[0]?.story ?? null;
  };

  const showCount = (): void => {
    const count = current()?.count ?? null;
    if (count === shownCount) return;
    shownCount = count;
    void callBackground("showCount", { count });
  };

  /** Reads the page and brings the stories up to what stands on it. */
  const lookNow = async (): Promise<boolean> => {
    const url = pageAddress();
    if (now !== null && keyOf(now.url) !== keyOf(url)) before = now;
    const others = { addresses: before === null ? [] : [before.url], before: before?.data ?? null };
    const { stories, data } = await inSlices(readStories(document, url, others), createSlices());
    now = { url, data };
    const left = [...all];
    const work: (() => Promise<void>)[] = [];
    const next = stories.map((live) => {
      const known = storyLike(left, live);
      if (known === null) {
        const made = createStory(canvas.createPainter(), live, live.address ?? url, showCount);
        work.push(made.read);
        return made;
      }
      left.splice(left.indexOf(known), 1);
      if (live.address !== null) known.url = live.address;
      work.push(() => known.follow(live, keyOf(known.url) === keyOf(url)));
      return known;
    });
    const hasChanged = next.length !== all.length || next.some((story, index) => story !== all[index]);
    all = next;
    for (const story of left) story.leave();
    state = all.length === 0 ? "nothing" : "done";
    inView.disconnect();
    if (all.length > 1) for (const { live } of all) inView.observe(live.root);
    await Promise.all(work.map((step) => step()));
    showCount();
    return hasChanged;
  };

  /** One look after the other: each works in slices, and an older one must not overtake a newer. */
  const look = (): Promise<boolean> => {
    const next = lastLook.then(lookNow);
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
      if (state !== "unread") return;
      state = "reading";
      await look();
    },
    follow: async () => state !== "unread" && look(),
    leave() {
      inView.disconnect();
      for (const story of all) story.leave();
    },
    holding: (node) => all.find(({ live }) => holds(live.root, node)) ?? null,
  };
}

/** Whether an element holds a node, in its own tree or in a shadow tree below. */
function holds(element: Element, node: Node): boolean {
  if (element.contains(node)) return true;
  const root = node.getRootNode();
  return root instanceof ShadowRoot && holds(element, root.host);
}
