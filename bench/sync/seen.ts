import type { Page } from "playwright-core";
import type { Annotation } from "../../src/annotation/records/annotation.ts";
import { callSource } from "../../tools/browsers/chromium.ts";
import { countOf } from "./stored.ts";

/** How many highlights are made, one after the other. */
const TIMES = 10;
/** How often the other machine is asked whether it has one, in milliseconds, and for how long. */
const PACE = 50;
const PATIENCE = 30_000;

/**
 * Makes highlights on one machine, one after the other, through its background as an editor does, and gives how long each took
 * until the other one, which has a page of the extension open, had it stored: milliseconds, in order.
 */
export async function timesUntilSeen(here: Page, there: Page, made: Annotation): Promise<number[]> {
  const times: number[] = [];
  const before = await there.evaluate(countOf, "annotations");
  for (let time = 1; time <= TIMES; time += 1) {
    const { target, body } = made;
    const input = { kind: "annotation", id: crypto.randomUUID(), made: { target, body }, changes: {}, edit: null };
    const begin = Date.now();
    await here.evaluate(callSource(save, { ...input, at: new Date(begin).toISOString() }));
    while ((await there.evaluate(countOf, "annotations")) < before + time) {
      if (Date.now() - begin > PATIENCE) throw new Error("a highlight did not come to the other machine");
      await there.waitForTimeout(PACE);
    }
    times.push(Date.now() - begin);
  }
  return times.toSorted((a, b) => a - b);
}

/** Runs in the browser. */
async function save(input: object): Promise<void> {
  const { chrome } = globalThis as unknown as { chrome: typeof import("webextension-polyfill") };
  const answer = (await chrome.runtime.sendMessage({ call: "save", input })) as { readonly ok: boolean };
  if (!answer.ok) throw new Error(JSON.stringify(answer));
}
