import { resolve } from "node:path";
import { bundleForPage, show, withPage } from "../browser.ts";
import type * as PageProgram from "./page.ts";

declare const sourcelineBench: typeof PageProgram;

const RANGES = 2000;
const RUNS = 5;
/** How many times less of the page's thread highlights are to take than wrapping. */
const GOAL = 15;

/** Measures painting with CSS highlights beside wrapping in elements. The answer is whether the goals are met. */
export async function benchPainting(): Promise<boolean> {
  const program = await bundleForPage(resolve(import.meta.dirname, "painting/page.ts"), "sourcelineBench");
  return withPage(async (page) => {
    const cdp = await page.context().newCDPSession(page);
    await cdp.send("Performance.enable", { timeDomain: "threadTicks" });
    const read = async () => {
      const { metrics } = await cdp.send("Performance.getMetrics");
      const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? Number.NaN;
      return { layouts: value("LayoutCount"), cpu: 1000 * value("ThreadTime") };
    };
    const measure = async (painter: "highlights" | "marks") => {
      const runs = [];
      for (let run = 0; run < RUNS; run += 1) {
        await show(page, "<!doctype html><title>Painting</title><body></body>");
        await page.evaluate(program);
        await page.evaluate((count) => {
          sourcelineBench.makePage(200, 60);
          return sourcelineBench.prepare(count);
        }, RANGES);
        const before = await read();
        const painting = await page.evaluate((kind) => sourcelineBench.paint(kind), painter);
        const after = await read();
        runs.push({ ...painting, layouts: after.layouts - before.layouts, cpu: after.cpu - before.cpu });
      }
      return runs.toSorted((a, b) => a.milliseconds - b.milliseconds)[RUNS >> 1];
    };
    const highlights = await measure("highlights");
    const marks = await measure("marks");
    if (highlights === undefined || marks === undefined) return false;
    // By CPU: by the clock, a fast painter mostly waits for the next frame.
    const ratio = marks.cpu / highlights.cpu;
    console.log(`${RANGES} ranges, median of ${RUNS} runs, from the call until the frame is drawn`);
    for (const [name, run] of [["CSS highlights", highlights] as const, ["<mark> elements", marks] as const]) {
      console.log(
        `${name.padEnd(18)}${run.cpu.toFixed(1)} ms CPU (${run.milliseconds.toFixed(1)} ms by the clock), ` +
          `${run.mutations} mutation records, ${run.layouts} layouts`,
      );
    }
    console.log(`highlights take ${ratio.toFixed(1)} times less`);
    return ratio >= GOAL && highlights.mutations === 0 && highlights.layouts === 0;
  });
}
