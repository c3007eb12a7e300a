import { HINT } from "./hints.ts";
import { headingLevel } from "./prose.ts";
import type { ProseMap } from "./prose.ts";
import { leadsAway } from "./wording.ts";

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
export function findSegment(map: ProseMap, inside: readonly number[]): Segment | null {
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
  const heading = headingLevel(outline.elements[block.element]) > 0;
  if ((flags & HINT.frame) !== 0) return -60;
  if (heading && leadsAway(block.text)) return -220;
  if ((flags & HINT.comments) !== 0) return -80;
  if ((flags & HINT.extra) === 0 && (prose[index] ?? 0) > 0) return Math.min(prose[index] ?? 0, 500);
  if (block.linked > length / 2 || (flags & HINT.extra) !== 0) return -(25 + Math.min(50, block.linked * 0.6));
  if (heading) return -8;
  return (flags & HINT.caption) === 0 && !/[.!?:]/.test(block.text.slice(-2)) ? -4 : 0;
}
