import type { Random } from "../random.ts";
import { type Block } from "./blocks.ts";
import type { Ledger } from "./ledger.ts";

/** What a reader selected: a range of the page, and the numbers of the letters in it. */
export interface Selection {
  readonly range: Range;
  /** The number of its first letter, and of the one after its last. */
  readonly start: number;
  readonly end: number;
}

/** A word of the page with the node that it is in. */
interface Place {
  readonly node: Text;
  readonly start: number;
  readonly end: number;
}

const WORD = /[\p{L}\p{N}]+(?:['’][\p{L}]+)*/gu;

function placesOf(block: Block): Place[] {
  return block.nodes.flatMap((node) =>
    [...node.data.matchAll(WORD)].map((match) => ({
      node,
      start: match.index,
      end: match.index + match[0].length,
    })),
  );
}

function select(ledger: Ledger, first: Place, last: Place): Selection {
  const range = document.createRange();
  range.setStart(first.node, first.start);
  range.setEnd(last.node, last.end);
  const start = ledger.originsOf(first.node)[first.start] ?? 0;
  const end = (ledger.originsOf(last.node)[last.end - 1] ?? 0) + 1;
  return { range, start, end };
}

/** How many words each selection of a page has, over and over: from one word to whole paragraphs and across them. */
const LENGTHS = ["word", "phrase", "sentence", "phrase", "long", "word", "paragraph", "phrase", "sentence", "across"];

/** Selections on the prose of a page, as readers make them, from word to word. */
export function chooseSelections(ledger: Ledger, blocks: readonly Block[], random: Random, count: number): Selection[] {
  const places = blocks.map(placesOf);
  const usable = places.filter((words) => words.length >= 8);
  return Array.from({ length: count }, (_, i) => {
    const words = random.pick(usable);
    const at = (index: number) => words[Math.min(words.length - 1, index)] ?? random.pick(words);
    const span = (length: number) => {
      const start = random.below(Math.max(1, words.length - length));
      return select(ledger, at(start), at(start + length - 1));
    };
    switch (LENGTHS[i % LENGTHS.length]) {
      case "word":
        return span(1);
      case "phrase":
        return span(2 + random.below(4));
      case "sentence":
        return span(8 + random.below(16));
      case "long":
        return span(30 + random.below(40));
      case "paragraph":
        return select(ledger, at(0), at(words.length - 1));
      default: {
        const next = usable[usable.indexOf(words) + 1 + random.below(2)] ?? words;
        const lastWord = next === words ? at(words.length - 1) : random.pick(next);
        return select(ledger, at(random.below(Math.ceil(words.length / 2))), lastWord);
      }
    }
  });
}
