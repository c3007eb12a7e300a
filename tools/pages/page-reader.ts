import type { PartKind } from "../../src/text/article.ts";
import type { Decision } from "../../src/article/detection/detect.ts";
import type { PageSignals } from "../../src/article/detection/signals.ts";
import { inPageScript } from "./in-page-script.ts";
import type { OpenPage } from "./page-browser.ts";

/** What was read from one page, in the form that the articles scorer takes. */
export interface ReadRecord {
  readonly isArticle: boolean;
  readonly decision: Decision;
  readonly headline: string | null;
  /** Everyone given as author, agencies and desks too; `people` are the people among them. */
  readonly bylines: readonly string[];
  readonly people: readonly string[];
  readonly agency: string | null;
  /** With the page's own offset: the day is the one that the page names. */
  readonly published: string | null;
  readonly publishedUtc: string | null;
  readonly modified: string | null;
  readonly parts: readonly { readonly kind: PartKind; readonly text: string }[];
  /** CPU milliseconds on the page's main thread, the script's compilation included. */
  readonly decideMs: number;
  readonly readMs: number;
  /** Changes of the document that a MutationObserver saw meanwhile. */
  readonly mutations: number;
}

/** What Readability made of a page, in the same form. */
export type PeerRecord = Pick<
  ReadRecord,
  "isArticle" | "headline" | "bylines" | "published" | "parts" | "decideMs" | "readMs"
>;

/**
 * Some servers send a story late, in a hidden box at the page's end, and a script that puts it into its place. Stored pages
 * are opened with their scripts off: this does what that script would have done by the time a user reads.
 */
const STREAM_IN = `
  for (const box of document.querySelectorAll('div[hidden][id^="S:"]')) {
    document.getElementById(box.id.replace("S:", "B:"))?.replaceWith(...box.childNodes);
  }
`;
const OBSERVE = `
  globalThis.observer = new MutationObserver(() => {});
  observer.observe(document, { subtree: true, childList: true, attributes: true, characterData: true });
  // Style and layout are the page's own work: done before anything is timed.
  document.documentElement.getBoundingClientRect();
`;
const ARTICLE = `sourcelineArticle && {
  headline: sourcelineArticle.facts.headline,
  bylines: sourcelineArticle.facts.authors,
  people: sourcelineArticle.facts.bylines,
  agency: sourcelineArticle.facts.agency,
  published: sourcelineArticle.facts.publishedLocal,
  publishedUtc: sourcelineArticle.facts.published,
  modified: sourcelineArticle.facts.modified,
  parts: sourcelineArticle.article.parts.map(({ kind, start, end }) => ({ kind, text: sourcelineArticle.article.text.slice(start, end) })),
}`;
const NOTHING = {
  headline: null,
  bylines: [],
  people: [],
  agency: null,
  published: null,
  publishedUtc: null,
  modified: null,
  parts: [],
};

/** Bundles the shipped detector and reader, and gives what runs them on an open page. */
export async function pageReader(): Promise<(page: OpenPage) => Promise<ReadRecord>> {
  const decideScript = await inPageScript("decide-in-page.ts");
  const readScript = await inPageScript("read-in-page.ts");
  return async (page) => {
    await page.run(STREAM_IN, "0");
    await page.run(OBSERVE, "0");
    const decide = await page.run(decideScript, "sourcelineDecision");
    const read = await page.run(readScript, ARTICLE);
    const { value: mutations } = await page.run("", "observer.takeRecords().length");
    const decision = decide.value as Decision;
    return {
      isArticle: decision.isArticle,
      decision,
      ...((read.value ?? NOTHING) as typeof NOTHING),
      decideMs: Number(decide.cpuMs.toFixed(2)),
      readMs: Number(read.cpuMs.toFixed(2)),
      mutations: mutations as number,
    };
  };
}

/** Gives what takes an open page's signals, for the detector's training. */
export async function signalsReader(): Promise<(page: OpenPage) => Promise<{ signals: PageSignals }>> {
  const script = await inPageScript("decide-in-page.ts");
  return async (page) => {
    await page.run(STREAM_IN, "0");
    return { signals: (await page.run(script, "sourcelineSignals")).value as PageSignals };
  };
}

/** Gives what runs Readability on an open page: its verdict alone, and then its reading. */
export async function readabilityReader(): Promise<(page: OpenPage) => Promise<PeerRecord>> {
  const [decideScript, readScript] = await Promise.all([
    inPageScript("readerable-in-page.ts"),
    inPageScript("readability-in-page.ts"),
  ]);
  return async (page) => {
    const decide = await page.run(decideScript, "readabilityVerdict");
    const read = await page.run(readScript, "readabilityRecord");
    return {
      isArticle: decide.value as boolean,
      ...(read.value as Omit<PeerRecord, "isArticle" | "decideMs" | "readMs">),
      decideMs: Number(decide.cpuMs.toFixed(2)),
      readMs: Number(read.cpuMs.toFixed(2)),
    };
  };
}
