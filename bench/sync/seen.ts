import type { Page } from "playwright-core";
import type { Annotation } from "../../src/annotation/records/annotation.ts";
import { callSource } from "../../tools/browsers/chromium.ts";

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
  for (let time = 0; time < TIMES; time += 1) {
    const { target, body } = made;
    const input = { kind: "annotation", id: crypto.randomUUID(), made: { target, body }, changes: {}, edit: null };
    const begin = Date.now();
    await here.evaluate(callSource(save, { ...input, at: new Date(begin).toISOString() }));
    while (!(await there.evaluate<boolean>(callSource(has, input.id)))) {
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

/** Runs in the browser. */
async function has(id: string): Promise<boolean> {
  const database = await new Promise<IDBDatabase>((done) => {
    const request = indexedDB.open("sourceline");
    request.addEventListener("success", () => done(request.result));
  });
  const key = await new Promise<unknown>((done) => {
    const request = database.transaction("annotations").objectStore("annotations").getKey(id);
    request.addEventListener("success", () => done(request.result));
  });
  database.close();
  return key !== undefined;
}
