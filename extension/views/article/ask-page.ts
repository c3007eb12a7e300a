import browser from "webextension-polyfill";
import type { Decision } from "../../../src/article/detection/detect.ts";
import { callBackground, callTab, type Frame } from "../../calls/call.ts";
import type { PageReport } from "../../calls/page-report.ts";

/** The page in the tab in front. */
export type Page =
  | { readonly state: "loading"; readonly tabId: number | null }
  /** Not read: `decision` says why, and is `null` where extensions may not look. */
  | {
      readonly state: "unread";
      readonly tabId: number;
      readonly url: string;
      readonly decision: Decision | null;
      readonly report: PageReport | null;
      readonly frame: Frame;
      /** The page's identity, or `null` where extensions may not look. */
      readonly page: string | null;
      readonly others: readonly FrameReport[];
    }
  | {
      readonly state: "read";
      readonly tabId: number;
      readonly url: string;
      readonly report: PageReport;
      /** Where the story stands: in the page itself, or in a frame of it. */
      readonly frame: Frame;
      readonly page: string;
      readonly others: readonly FrameReport[];
    };

/** What stands in another frame of the same tab, in which the user has highlights. */
export interface FrameReport {
  readonly frame: number;
  readonly report: PageReport;
}

/** How often a page that is still being read is asked again, in milliseconds. */
export const ASK_AGAIN = 250;

/** How many times it is asked: a page that has not answered after a minute has something else to do. */
const PATIENCE = 240;

/** How many times a page is asked that has not told what it is: one that was open before the extension never does. */
const FIRST_ROUNDS = 12;

/** Whether a page that was asked so many times will have more to say soon: it is loading, or its article is being read. */
export function isUnderWay(page: Page, round: number): boolean {
  if (round >= PATIENCE) return false;
  if (page.state === "loading") return true;
  // Nobody may have looked at it yet.
  if (page.state === "unread") return page.decision?.isArticle ?? (/^https?:/.test(page.url) && round < FIRST_ROUNDS);
  return page.report.state === "reading";
}

/** Asks the scripts in the tab in front of this window what they know of its page. */
export async function askPage(): Promise<Page> {
  const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
  const tabId = tab?.id ?? browser.tabs.TAB_ID_NONE;
  const url = tab?.url ?? "";
  const [report, inner] = await Promise.all([
    callTab(tabId, "describePage", null),
    callTab(tabId, "describePage", null, "inner"),
  ]);
  const inFrames = inner.ok ? await reportsOfFrames(tabId) : [];
  const story = report.ok && report.value.state !== "unread" ? report : inner;
  if (story.ok && story.value.state !== "unread") {
    const frame = story === report ? 0 : "inner";
    const others = inFrames.filter((other) => other.report.page !== story.value.page);
    return { state: "read", tabId, url, frame, report: story.value, page: story.value.page, others };
  }
  if (!report.ok && tab?.status === "loading") return { state: "loading", tabId };
  const decision = await callTab(tabId, "describeDecision", null);
  return {
    state: "unread",
    tabId,
    url,
    decision: decision.ok ? decision.value : null,
    report: report.ok ? report.value : null,
    frame: 0,
    page: report.ok ? report.value.page : await identityOf(tabId),
    others: inFrames,
  };
}

/** What the readers in the frames of a tab know, where they have highlights. */
async function reportsOfFrames(tabId: number): Promise<readonly FrameReport[]> {
  const frames = await callBackground("framesWithReader", { tabId });
  if (!frames.ok) return [];
  const reports = frames.value
    .filter((frame) => frame !== 0)
    .map(async (frame): Promise<FrameReport[]> => {
      const report = await callTab(tabId, "describePage", null, frame);
      return report.ok && Object.keys(report.value.anchors).length > 0 ? [{ frame, report: report.value }] : [];
    });
  return (await Promise.all(reports)).flat();
}

/** The identity of a page that has no reader: its notes are listed all the same. */
async function identityOf(tabId: number): Promise<string | null> {
  const identity = await callBackground("identityOfTab", { tabId });
  return identity.ok ? identity.value : null;
}
