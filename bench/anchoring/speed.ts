import { createSlices } from "../../extension/dom/page/slices.ts";
import { rangesOf, spanOf } from "../../extension/dom/text/text-map.ts";
import { readPageText } from "../../extension/dom/text/page-text.ts";
import { anchorAll } from "../../src/annotation/anchoring/all.ts";
import { describe } from "../../src/annotation/anchoring/describe.ts";
import type { Selectors } from "../../src/annotation/records/selectors.ts";
import { createTextIndex } from "../../src/annotation/anchoring/text-index.ts";
import { finish, inSlices } from "../../src/slices.ts";
import { createRandom } from "../random.ts";
import { proseBlocks } from "./blocks.ts";
import { CONDITIONS } from "./conditions.ts";
import { Ledger } from "./ledger.ts";
import { chooseSelections } from "./selections.ts";

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
  return finish(readPageText(document)).text.length;
}

/** The running text of the page, paragraph by paragraph. */
export function readParagraphs(): string[] {
  return proseBlocks(document.body).map(({ nodes }) => nodes.map((node) => node.data).join(""));
}

/** What the timed part looks for: it stays in the page, so that bringing it there is not timed. */
let passages: readonly Selectors[] = [];

/** Marks `count` passages and changes the page as a condition does. */
export function prepareMarks(seed: string, condition: string, count: number): void {
  const map = finish(readPageText(document));
  const ledger = new Ledger(document.body);
  const selections = chooseSelections(ledger, proseBlocks(document.body), createRandom(seed), count);
  passages = selections.flatMap(({ range }) => {
    const span = spanOf(map, range);
    return span === null ? [] : [describe(map.text, span)];
  });
  CONDITIONS.get(condition)?.(ledger, document.body, createRandom(`${seed} ${condition}`));
}

/** The timed part, as the extension does it: reads the page, anchors every mark in slices and paints it. Gives how many were found. */
export async function anchorMarks(): Promise<number> {
  const slices = createSlices();
  const map = await inSlices(readPageText(document), slices);
  const highlight = new Highlight();
  CSS.highlights.set("bench", highlight);
  let found = 0;
  for await (const { anchoring } of anchorAll(createTextIndex(map.text), passages, slices)) {
    if (anchoring.state === "lost") continue;
    found += 1;
    for (const range of rangesOf(map, anchoring.span)) highlight.add(range);
  }
  return found;
}
