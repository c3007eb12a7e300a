import { createRandom } from "../random.ts";
import { proseBlocks } from "./blocks.ts";
import { CONDITIONS } from "./conditions.ts";
import { FINDERS } from "./finders.ts";
import { Ledger } from "./ledger.ts";
import { chooseSelections } from "./selections.ts";
import { Truth, type Verdict } from "./truth.ts";

export { runRows } from "./rows/page.ts";
export { addParagraphs, anchorMarks, prepareMarks, readParagraphs, textLength } from "./speed.ts";

/** The names of the conditions and finders, in the order of the report. */
export function names(): { readonly conditions: readonly string[]; readonly finders: readonly string[] } {
  return { conditions: [...CONDITIONS.keys()], finders: [...FINDERS.keys()] };
}

/** How many blocks of running text the page has, and how many of its letters they hold. */
export function measurePage(): { readonly blocks: number; readonly length: number } {
  const blocks = proseBlocks(document.body);
  const nodes = blocks.flatMap((block) => block.nodes);
  return { blocks: blocks.length, length: nodes.reduce((sum, node) => sum + node.length, 0) };
}

/** Selects `count` passages, changes the page, and says how each finder fared with each passage. */
export async function runCondition(
  seed: string,
  condition: string,
  count: number,
): Promise<{ readonly finder: string; readonly verdicts: readonly Verdict[] }[]> {
  const ledger = new Ledger(document.body);
  const selections = chooseSelections(ledger, proseBlocks(document.body), createRandom(seed), count);
  const ranges = selections.map((selection) => selection.range);
  const described = [];
  for (const [finder, { describe }] of FINDERS) described.push({ finder, find: await describe(ranges) });
  // Ranges of the page would follow every change and slow it down.
  CONDITIONS.get(condition)?.(ledger, document.body, createRandom(`${seed} ${condition}`));
  const truth = new Truth(ledger, document.body);
  const outcomes = [];
  for (const { finder, find } of described) {
    const found = await find();
    outcomes.push({ finder, verdicts: selections.map((selection, i) => truth.judge(selection, found[i] ?? [])) });
  }
  return outcomes;
}
