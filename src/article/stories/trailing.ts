import { HINT } from "./hints.ts";
import { headingLevelAt, isLinkedSentence } from "./prose.ts";
import type { ProseMap } from "./prose.ts";
import { hostOf, shapesOf } from "./shapes.ts";
import type { Shapes } from "./shapes.ts";
import { isBoilerplate, leadsAway } from "./wording.ts";

/** What ends a story however it is worded. */
const LEADING_AWAY = HINT.frame | HINT.extra | HINT.comments | HINT.author;

/** The first and the last block of a story, both inside. */
export interface Segment {
  readonly first: number;
  readonly last: number;
}

/**
 * The stretch of blocks that is worth most (a maximum-sum run, after "body text extraction" by Finn, Kushmerick and
 * Smyth, 2001): prose counts for it, links, frames and headings that lead away against. So teasers, comments and
 * cookie notices before and after the story fall off. `null` where there is no prose at all.
 */
export function findSegment(map: ProseMap, container: number, inside: readonly number[]): Segment | null {
  const best = richestRun(map, inside);
  return best === null ? null : extend(map, shapesOf(map, container, best.first, best.last), inside, best);
}

/**
 * Takes in what stands before and after among the siblings of the story's paragraphs: short last lines, what a teaser
 * box in the text has cut off. Any other sort of block ends it.
 */
function extend(map: ProseMap, shapes: Shapes, inside: readonly number[], { first, last }: Segment): Segment {
  const host = richestHost(map, first, last);
  const belongs = (index: number | undefined): boolean => {
    const block = map.outline.blocks[index ?? -1];
    if (index === undefined || block === undefined) return false;
    if (hostOf(map, index) !== host && !shapes.isStoryLike(index)) return false;
    if (((map.hints[block.element] ?? 0) & LEADING_AWAY) !== 0) return false;
    if (headingLevelAt(map.outline.elements, block.element) > 0) return false;
    const isLinked = block.linked >= block.text.length * 0.4;
    return (!isLinked || (shapes.isStoryLike(index) && isLinkedSentence(block))) && !isBoilerplate(block.text);
  };
  let from = inside.indexOf(first);
  let to = inside.indexOf(last);
  // Prose of the same host belongs to the story however far off it stands, unless a heading leads off before it.
  for (let position = to + 1; position < inside.length; position += 1) {
    const index = inside[position] ?? 0;
    if (leadsOff(map, shapes, index, host)) break;
    if ((map.prose[index] ?? 0) >= 1 && belongs(index)) to = position;
  }
  for (let position = from - 1; position >= 0; position -= 1) {
    const index = inside[position] ?? 0;
    if (leadsOff(map, shapes, index, host)) break;
    if ((map.prose[index] ?? 0) >= 1 && belongs(index)) from = position;
  }
  while (belongs(inside[from - 1])) from -= 1;
  while (belongs(inside[to + 1])) to += 1;
  return { first: inside[from] ?? first, last: inside[to] ?? last };
}

/** Whether a heading among the story's own paragraphs ends it; one in a box of its own just heads that box. */
function leadsOff(map: ProseMap, shapes: Shapes, index: number, host: number): boolean {
  const block = map.outline.blocks[index];
  if (block === undefined || headingLevelAt(map.outline.elements, block.element) === 0) return false;
  return (hostOf(map, index) === host || shapes.isHostedLike(index)) && leadsAway(block.text);
}

/** The element in which most of a segment's prose hangs. */
function richestHost(map: ProseMap, first: number, last: number): number {
  const proseByHost = new Map<number, number>();
  let richest = -1;
  for (let index = first; index <= last; index += 1) {
    const host = hostOf(map, index);
    const prose = (proseByHost.get(host) ?? 0) + (map.prose[index] ?? 0);
    proseByHost.set(host, prose);
    if (prose > (proseByHost.get(richest) ?? 0)) richest = host;
  }
  return richest;
}

function richestRun(map: ProseMap, inside: readonly number[]): Segment | null {
  let best: Segment | null = null;
  let bestSum = 0;
  let sum = 0;
  let first = inside[0] ?? 0;
  for (const [position, index] of inside.entries()) {
    sum += worthOf(map, index);
    if (sum <= 0) {
      sum = 0;
      first = inside[position + 1] ?? index;
    } else if (sum > bestSum) {
      bestSum = sum;
      best = { first, last: index };
    }
  }
  return best;
}

function worthOf({ outline, hints, prose }: ProseMap, index: number): number {
  const block = outline.blocks[index];
  if (block === undefined) return 0;
  const flags = hints[block.element] ?? 0;
  const length = block.text.length;
  const heading = headingLevelAt(outline.elements, block.element) > 0;
  if ((flags & HINT.frame) !== 0) return -60;
  if (heading && leadsAway(block.text)) return -220;
  if ((flags & HINT.comments) !== 0) return -80;
  if ((flags & HINT.extra) === 0 && (prose[index] ?? 0) > 0) return Math.min(prose[index] ?? 0, 500);
  if (block.linked > length / 2 || (flags & HINT.extra) !== 0) return -(25 + Math.min(50, block.linked * 0.6));
  if (heading) return -8;
  return (flags & HINT.caption) === 0 && !/[.!?:]/.test(block.text.slice(-2)) ? -4 : 0;
}
