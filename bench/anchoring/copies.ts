import { shuffle, type Random } from "../random.ts";
import type { Block } from "./blocks.ts";
import { editWords } from "./edits.ts";
import type { Ledger } from "./ledger.ts";

/** A sentence of so many letters is worth repeating. */
const SENTENCE = /[^.!?]{40,}[.!?]["”’]?/g;

/**
 * Repeats what stands in the blocks, a sentence, the beginning of one or a whole paragraph: as a pull quote further on, or as
 * a teaser above everything. Then a share of `edited` of the story's words is edited, while the copies keep the old wording.
 */
export function addCopies(ledger: Ledger, blocks: readonly Block[], random: Random, edited: number): void {
  const [first] = blocks;
  for (const { nodes } of shuffle(blocks, random)) {
    const text = nodes.map((node) => node.data).join("");
    const sentence = random.pick([...text.matchAll(SENTENCE)].map(([found]) => found.trim()).concat(text.trim()));
    const opening = `“${sentence.slice(0, sentence.indexOf(" ", sentence.length >> 1))}…”`;
    const copy = document.createElement(random.pick(["aside", "blockquote", "p"]));
    copy.textContent = random.pick([sentence, opening, text]);
    const place = random.chance(0.5) ? first : random.pick(blocks);
    place?.element.before(copy);
    editWords(ledger, nodes, random, edited);
  }
}
