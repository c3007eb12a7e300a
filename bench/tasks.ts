import type { CDPSession, Page } from "playwright-core";

/** The tasks of a page's thread while something was done. Times are milliseconds. */
export interface Tasks {
  /** The longest task by the processor's clock: what it takes wherever it runs. */
  readonly longestCpu: number;
  /** The longest task by the wall's clock, other programs' turns on a busy machine included. */
  readonly longest: number;
  /** How many tasks took 50 ms or more by the processor's clock. */
  readonly long: number;
  /** What all tasks took together, by the processor's clock. */
  readonly cpu: number;
}

/** What is looked at of an event in Chromium's trace. */
export interface TraceEvent {
  readonly name: string;
  readonly cat: string;
  readonly pid: number;
  readonly tid: number;
  /** When it began, in microseconds. */
  readonly ts: number;
  /** Microseconds by the wall's and by the thread's clock. */
  readonly dur?: number;
  readonly tdur?: number;
}

/** What marks the measured thread in a trace. */
export const MARK = "sourceline-bench";
const PAINTED = "sourceline-painted";
const TASKS = "disabled-by-default-devtools.timeline";
const LONG = 50;

/** How long a page is left alone so that its own loading and drawing is not counted, in milliseconds. */
const REST = 500;

/**
 * Does `work` and tells which tasks the page's thread ran meanwhile, as the browser itself recorded them. Where the work
 * waits for `painted`, what the page does after that is not counted.
 */
export async function tasksDuring(page: Page, cdp: CDPSession, work: () => Promise<unknown>): Promise<Tasks> {
  const events: TraceEvent[] = [];
  const collect = ({ value }: { value: object[] }) => {
    events.push(...(value as TraceEvent[]));
  };
  // What was left behind before is cleared away now, and not while it is timed.
  await cdp.send("HeapProfiler.collectGarbage");
  await page.waitForTimeout(REST);
  cdp.on("Tracing.dataCollected", collect);
  await cdp.send("Tracing.start", {
    transferMode: "ReportEvents",
    traceConfig: { includedCategories: [TASKS, "blink.user_timing"], excludedCategories: ["*"] },
  });
  // Tells the page's thread from those of other processes, and its work from that of starting the record.
  await page.evaluate((mark) => performance.mark(mark), MARK);
  await work();
  const complete = new Promise((resolve) => cdp.once("Tracing.tracingComplete", resolve));
  await cdp.send("Tracing.end");
  await complete;
  cdp.off("Tracing.dataCollected", collect);
  const markOf = (wanted: string): TraceEvent | undefined =>
    events.findLast(({ name, cat }) => name === wanted && cat.includes("user_timing"));
  const marked = markOf(MARK);
  const end = markOf(PAINTED)?.ts ?? Number.POSITIVE_INFINITY;
  const tasks = events.filter(
    ({ name, pid, tid, ts }) =>
      name === "RunTask" && pid === marked?.pid && tid === marked.tid && ts > marked.ts && ts < end,
  );
  if (tasks.length === 0) throw new Error("the browser recorded no task of the page");
  const cpu = tasks.map(({ tdur = 0 }) => tdur / 1000);
  return {
    longestCpu: Math.max(...cpu),
    longest: Math.max(...tasks.map(({ dur = 0 }) => dur / 1000)),
    long: cpu.filter((milliseconds) => milliseconds >= LONG).length,
    cpu: cpu.reduce((sum, milliseconds) => sum + milliseconds, 0),
  };
}

/** How often a page is asked whether something is there, in milliseconds. */
const ASK_AGAIN = 20;

/**
 * Waits until what a selector names has been drawn. Asks with as little work on the page's thread as can be: Playwright's
 * own ways of asking take ten milliseconds of it, which would be counted.
 */
export async function painted(cdp: CDPSession, selector: string): Promise<void> {
  const asked = { selector, pause: ASK_AGAIN, mark: PAINTED };
  const expression = `(${untilPainted.toString()})(${JSON.stringify(asked)})`;
  await cdp.send("Runtime.evaluate", { expression, awaitPromise: true });
}

/** Runs in the page. */
const untilPainted = async (asked: { selector: string; pause: number; mark: string }): Promise<void> => {
  while (document.querySelector(asked.selector) === null) await new Promise((done) => setTimeout(done, asked.pause));
  await new Promise((drawn) => requestAnimationFrame(() => setTimeout(drawn)));
  performance.mark(asked.mark);
};
