import type { CDPSession, Page } from "playwright-core";
import { MARK, type TraceEvent } from "../tasks.ts";

/** What one visit to a page cost its thread. Times are milliseconds of CPU. */
export interface Visit {
  /** All that the thread did from the first byte until it rested. */
  readonly cpu: number;
  /** The longest task in which a script of the extension ran; 0 where none did. */
  readonly longest: number;
  /** The scripts and style sheets of the extension that came to the page, in bytes, before any compression. */
  readonly bytes: number;
  /** What JavaScript holds in the page's process after a collection, in bytes. */
  readonly memory: number;
}

/** An event that may tell whose script it is about. */
interface ScriptEvent extends TraceEvent {
  readonly args: { readonly data?: { readonly url?: string; readonly fileName?: string } };
}

const CATEGORIES = ["devtools.timeline", "disabled-by-default-devtools.timeline", "blink.user_timing"];
const OURS = "chrome-extension://";

/** Traces what a page's thread does while `work` is done. Gives the thread's own events; `work` ends on the page. */
async function trace(page: Page, cdp: CDPSession, work: () => Promise<unknown>): Promise<readonly ScriptEvent[]> {
  const events: ScriptEvent[] = [];
  const collect = ({ value }: { value: object[] }) => void events.push(...(value as ScriptEvent[]));
  cdp.on("Tracing.dataCollected", collect);
  await cdp.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: CATEGORIES, excludedCategories: ["*"] },
  });
  await work();
  // Tells the page's thread from all others.
  await page.evaluate((mark) => performance.mark(mark), MARK);
  const complete = new Promise((resolve) => cdp.once("Tracing.tracingComplete", resolve));
  await cdp.send("Tracing.end");
  await complete;
  cdp.off("Tracing.dataCollected", collect);
  const mark = events.findLast(({ name, cat }) => name === MARK && cat.includes("user_timing"));
  if (mark === undefined) throw new Error("the browser recorded no mark of the page");
  return events.filter(({ pid, tid }) => pid === mark.pid && tid === mark.tid);
}

const milliseconds = (events: readonly ScriptEvent[]): number =>
  events.reduce((sum, { tdur = 0 }) => sum + tdur, 0) / 1000;

/** The tasks of a thread, and those among them in which a script of an extension ran. */
function tasksOf(events: readonly ScriptEvent[]) {
  const tasks = events.filter(({ name, dur }) => name.endsWith("RunTask") && dur !== undefined);
  const starts = events
    .filter(({ args }) => `${args.data?.url ?? ""}${args.data?.fileName ?? ""}`.includes(OURS))
    .map(({ ts }) => ts);
  const own = tasks.filter(({ ts, dur = 0 }) => starts.some((at) => at >= ts && at <= ts + dur));
  return { tasks, own };
}

/**
 * Opens an address, as a reader does who comes to the paper for the first time: nothing of it is compiled yet.
 *
 * @param settle waits until the page is at rest.
 */
export async function visit(page: Page, address: string, settle: (page: Page) => Promise<void>): Promise<Visit> {
  const cdp = await page.context().newCDPSession(page);
  let bytes = 0;
  cdp.on("Debugger.scriptParsed", ({ url, length = 0 }) => {
    if (url.startsWith(OURS)) bytes += length;
  });
  const events = await trace(page, cdp, async () => {
    await page.goto(address);
    await settle(page);
  });
  const { tasks, own } = tasksOf(events);
  // Only now, since a debugger slows scripts down: it is told of all that were parsed before.
  await cdp.send("Debugger.enable");
  await cdp.send("Debugger.disable");
  // What the scripts held and hold no more is not counted.
  await cdp.send("HeapProfiler.collectGarbage");
  const { usedSize } = await cdp.send("Runtime.getHeapUsage");
  await cdp.detach();
  return {
    cpu: milliseconds(tasks),
    longest: Math.max(0, ...own.map((task) => milliseconds([task]))),
    bytes,
    memory: usedSize,
  };
}

/** A point of the viewport, in CSS pixels. */
interface Point {
  readonly x: number;
  readonly y: number;
}

/** Where the names of two speakers stand on a made-up article, below one another. */
export function namesOnPage(page: Page): Promise<readonly Point[]> {
  return page.evaluate(() => {
    const points: Point[] = [];
    for (const paragraph of document.querySelectorAll("article p")) {
      // Somebody may have put elements around the words.
      const walker = document.createTreeWalker(paragraph, NodeFilter.SHOW_TEXT);
      let before = "";
      for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
        const text = before + (node.textContent ?? "");
        const at = text.indexOf("” said ") + "” said ".length - before.length;
        before = text;
        if (!text.includes("” said ") || at < 0 || at + 3 > (node.textContent ?? "").length) continue;
        const range = document.createRange();
        range.setStart(node, at + 1);
        range.setEnd(node, at + 3);
        const { left, top, width, height } = range.getBoundingClientRect();
        if (top > 0 && top < innerHeight - 50) points.push({ x: left + width / 2, y: top + height / 2 });
        break;
      }
    }
    return points.slice(0, 2);
  });
}

/** How long a press is watched, in milliseconds: what it opens is loaded and drawn by then. */
const WATCHED = 700;

/** What a click on a word and all that it opens cost the page's thread, and the time from the press to the next frame. */
export async function press(page: Page, { x, y }: Point): Promise<{ readonly cpu: number; readonly delay: number }> {
  const cdp = await page.context().newCDPSession(page);
  await page.evaluate(() => {
    addEventListener(
      "click",
      ({ timeStamp }) =>
        requestAnimationFrame(() =>
          setTimeout(() => (document.documentElement.dataset["delay"] = String(performance.now() - timeStamp))),
        ),
      { once: true, capture: true },
    );
  });
  const events = await trace(page, cdp, async () => {
    await page.mouse.click(x, y);
    await page.waitForTimeout(WATCHED);
  });
  const delay = Number(await page.evaluate(() => document.documentElement.dataset["delay"]));
  await cdp.detach();
  return { cpu: milliseconds(tasksOf(events).tasks), delay };
}
