import { inSlices } from "../../extension/dom/slices.ts";
import { rangesOf, spanOf } from "../../extension/dom/text-map.ts";
import { readPageText } from "../../extension/dom/page-text.ts";
import { anchorAll, type Schedule } from "../../src/annotation/anchor-all.ts";
import { describe } from "../../src/annotation/describe.ts";
import type { Selectors } from "../../src/annotation/selectors.ts";
import { createTextIndex } from "../../src/annotation/text-index.ts";
import { createRandom } from "../random.ts";
import { proseBlocks } from "./blocks.ts";
import { CONDITIONS } from "./conditions.ts";
import { Ledger } from "./ledger.ts";
import { chooseSelections } from "./selections.ts";

/** What anchoring all marks of a page took, as the page's thread saw it. */
export interface Timing {
  /** How long the page's text is, in UTF-16 code units. */
  readonly length: number;
  readonly found: number;
  /** The longest task, in milliseconds. */
  readonly longestTask: number;
  /** How many tasks of 50 ms and more the browser itself saw. */
  readonly longTasks: number;
}

/** Adds a copy of another page's running text, to make a page of a wanted length. */
export function addParagraphs(paragraphs: readonly string[]): void {
  for (const text of paragraphs) {
    const paragraph = document.createElement("p");
    paragraph.textContent = text;
    document.body.append(paragraph);
  }
}

/** How long the page's text is, in UTF-16 code units. */
export function textLength(): number {
  return readPageText(document).text.length;
}

/** The running text of the page, paragraph by paragraph. */
export function readParagraphs(): string[] {
  return proseBlocks(document.body).map(({ nodes }) => nodes.map((node) => node.data).join(""));
}

/** Marks `count` passages and changes the page as a condition does. The answer is what the timed part needs. */
export function prepareMarks(seed: string, condition: string, count: number): Selectors[] {
  const map = readPageText(document);
  const ledger = new Ledger(document.body);
  const selections = chooseSelections(ledger, proseBlocks(document.body), createRandom(seed), count);
  const passages = selections.flatMap(({ range }) => {
    const span = spanOf(map, range);
    return span === null ? [] : [describe(map.text, span)];
  });
  CONDITIONS.get(condition)?.(ledger, document.body, createRandom(`${seed} ${condition}`));
  return passages;
}

/** The timed part, as the extension does it: reads the page, anchors every mark in slices and paints it. */
export async function anchorMarks(passages: readonly Selectors[]): Promise<Timing> {
  // What the browser has to tell of the preparation is not counted.
  await new Promise((resolve) => setTimeout(resolve, 200));
  let longTasks = 0;
  const observer = new PerformanceObserver((list) => {
    longTasks += list.getEntries().length;
  });
  observer.observe({ type: "longtask" });
  let longestTask = 0;
  let started = performance.now();
  const endTask = () => {
    longestTask = Math.max(longestTask, performance.now() - started);
  };
  const slices = inSlices(0);
  const schedule: Schedule = {
    ...slices,
    async pause() {
      endTask();
      await slices.pause();
      started = performance.now();
    },
  };
  const map = readPageText(document);
  if (schedule.shouldPause()) await schedule.pause();
  const index = createTextIndex(map.text);
  const highlight = new Highlight();
  CSS.highlights.set("bench", highlight);
  let found = 0;
  for await (const { anchoring } of anchorAll(index, passages, schedule)) {
    if (anchoring.state === "lost") continue;
    found += 1;
    for (const range of rangesOf(map, anchoring.span)) highlight.add(range);
  }
  endTask();
  await new Promise((resolve) => setTimeout(resolve, 100));
  observer.disconnect();
  return { length: map.text.length, found, longestTask, longTasks };
}
