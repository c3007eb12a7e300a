import { comparable } from "../../text/fold.ts";
import { HINT } from "./hints.ts";
import type { Block, Outline } from "./outline.ts";
import { headingLevelAt } from "./prose.ts";
import type { ProseMap } from "./prose.ts";

const MIN_TITLE = 15;
/** How much longer than the headline a heading may be that has a kicker before it. */
const MAX_KICKER = 60;
/** Lines of one heading. */
const MAX_LINES = 3;

/** The block of the headline: a heading that says what the page's data say, or else its first `<h1>`; or -1. */
export function findHeading({ blocks, elements }: Outline, titles: ReadonlySet<string>): number {
  const level = (block: Block) => headingLevelAt(elements, block.element);
  const exact = blocks.findIndex((block) => level(block) > 0 && titles.has(comparable(block.text)));
  if (exact >= 0) return exact;
  const joined = [...titles].join(" | ");
  const within = blocks.findIndex(
    (block) =>
      level(block) > 0 &&
      level(block) < 3 &&
      comparable(block.text).length > MIN_TITLE &&
      joined.includes(comparable(block.text)),
  );
  if (within >= 0) return within;
  return longestOf(
    blocks,
    blocks.findIndex((block) => level(block) === 1 && block.linked < block.text.length),
    level,
  );
}

/** Of the lines of one heading the longest: the others are a kicker or a mark. */
function longestOf(blocks: readonly Block[], first: number, level: (block: Block) => number): number {
  if (first < 0) return first;
  const lines = blocks.slice(first, first + MAX_LINES);
  const end = lines.findIndex((block) => level(block) !== 1);
  const lengths = (end < 0 ? lines : lines.slice(0, end)).map(({ text }) => text.length);
  return first + lengths.indexOf(Math.max(...lengths));
}

/**
 * The heading that stands with the story, where the one found first is only a place in the page's frame: many sites
 * put a headline for search engines into the breadcrumbs, and the one for readers above the story. `first` is the
 * story's first block.
 */
export function headingWithStory(
  { outline: { blocks, elements }, hints, prose }: ProseMap,
  found: number,
  first: number,
  titles: ReadonlySet<string>,
): number {
  const isFramed = (index: number) => ((hints[elementOf(index)] ?? 0) & (HINT.frame | HINT.extra)) !== 0;
  const elementOf = (index: number) => blocks[index]?.element ?? 0;
  const nearest = (index: number) => commonAncestor(elements, elementOf(index), elementOf(first));
  if (found < 0) return found;
  let best = found;
  // A text between the two is what the heading found stands above.
  for (let index = found + 1; index < first && prose[index] === 0; index += 1) {
    const isHeading = headingLevelAt(elements, elementOf(index)) > 0;
    if (!isHeading || isFramed(index) || !saysTitle(comparable(blocks[index]?.text ?? ""), titles)) continue;
    // Of two elements that hold the story the later one is the deeper.
    if (isFramed(best) || nearest(index) > nearest(best)) best = index;
  }
  return best;
}

function commonAncestor(elements: Outline["elements"], a: number, b: number): number {
  let [one, other] = [a, b];
  while (one !== other) {
    if (one > other) one = elements[one]?.parent ?? 0;
    else other = elements[other]?.parent ?? 0;
  }
  return one;
}

/** Whether a heading is a title, one behind a kicker, or one without its kicker. */
function saysTitle(words: string, titles: ReadonlySet<string>): boolean {
  if (titles.has(words)) return true;
  return [...titles].some(
    (title) =>
      (title.length > MIN_TITLE && words.endsWith(` ${title}`) && words.length <= title.length + MAX_KICKER) ||
      (words.length > MIN_TITLE && title.endsWith(` ${words}`)),
  );
}
