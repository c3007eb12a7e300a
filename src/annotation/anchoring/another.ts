import type { Alignment } from "./align.ts";
import type { Core } from "./core.ts";
import type { PatternWords } from "./pattern.ts";
import type { Words } from "./words.ts";

/**
 * What tells whether a place with other words is the passage, edited, or another passage that reads like it: the next row of
 * a list, another entry of a live blog. Words that all of those have tell nothing, so all sums are of `PatternWords.telling`.
 */
export interface Evidence {
  /** What tells the passage apart and stands there, in whose place other words stand, and what is left out. */
  readonly kept: number;
  readonly replaced: number;
  readonly cut: number;
  /** The part of `replaced` in whose place words stand that stood beside the passage from the start. */
  readonly beside: number;
  /** Whether the passage's context holds next to the place, on both sides. */
  readonly isHeld: boolean;
}

/** What is left out counts against a place up to here: of a long passage, all but a piece may be gone. */
const MOST_CUT = 1.5;

/** A passage that misses less than this misses nothing that tells it apart. */
const MISSED = 0.75;

/** So much replaced, with less than a quarter as much kept, is another text even between the passage's neighbours. */
const WHOLLY_REPLACED = 2;

/** Whether a place is another passage, which reads like the one that is looked for. */
export function isAnother({ kept, replaced, cut, beside, isHeld }: Evidence): boolean {
  const missed = replaced + Math.min(cut, MOST_CUT);
  if (missed < MISSED || kept >= missed) return false;
  if (beside > 0 && 2 * beside >= replaced) return true;
  if (replaced >= WHOLLY_REPLACED && 4 * kept < replaced) return true;
  return !isHeld;
}

/** How much of what tells the passage apart stands at a place: 1 where it misses none of that. */
export function toldShare({ kept, replaced, cut }: Evidence): number {
  return replaced + cut < MISSED ? 1 : kept / (kept + replaced + Math.min(cut, MOST_CUT));
}

/** A context word that tells at least so much is known again where it stands in the passage's place. */
const KNOWN_AGAIN = 0.2;

/** Weighs what an alignment has found at a place. */
export function weighEvidence(words: PatternWords, page: Words, alignment: Alignment, core: Core): Evidence {
  const { quote } = words;
  const context = new Set<number>();
  for (let i = 0; i < words.length; i += 1) {
    const isContext = i < quote.start || i >= quote.end;
    if (isContext && (words.telling[i] ?? 0) >= KNOWN_AGAIN) context.add(words.ids[i] ?? -1);
  }
  let [kept, replaced, cut, beside] = [0, 0, 0, 0];
  for (let i = quote.start; i < quote.end; i += 1) {
    const weight = words.telling[i] ?? 0;
    const target = alignment.targets[i] ?? -1;
    if (target < 0 || i < core.words.start || i >= core.words.end) {
      cut += weight;
      continue;
    }
    const likeness = alignment.likeness[i] ?? 0;
    kept += weight * likeness;
    replaced += weight * (1 - likeness);
    if (context.has(page.ids[target] ?? -1)) beside += weight * (1 - likeness);
  }
  const isHeld = holds(words, alignment, core, -1) && holds(words, alignment, core, 1);
  return { kept, replaced, cut, beside, isHeld };
}

/** How much of the context must stand beside the place, what is left of a word's weight at each step away from it … */
const HELD = 0.4;
const FADE = 0.93;
/** … and how much a word tells that must be there if it is the nearest such word. */
const LANDMARK = 0.5;

/** How many words of the context are looked at for one next to the place, and how many words may have come between. */
const NEXT_WORDS = 3;
const FREE_INSERTIONS = 3;

/** Whether the context holds on one side of a place (`step` is -1 before it, 1 after it), with no word of it left out in between. */
function holds(
  { quote, telling, length }: PatternWords,
  { targets, likeness }: Alignment,
  core: Core,
  step: 1 | -1,
): boolean {
  const first = step < 0 ? quote.start - 1 : quote.end;
  const count = step < 0 ? quote.start : length - quote.end;
  if (count === 0) return true;
  const edge = step < 0 ? core.page.start : core.page.end - 1;
  let [sum, total, isNext, isWhole] = [0, 0, false, true];
  let landmark: boolean | null = null;
  for (let n = 0; n < count; n += 1) {
    const i = first + n * step;
    const isKept = likeness[i] === 1;
    const target = targets[i] ?? -1;
    const weight = (telling[i] ?? 0) * FADE ** n;
    total += weight;
    sum += weight * (likeness[i] ?? 0);
    if (isWhole && isKept && n < NEXT_WORDS && Math.abs((target - edge) * step - 1 - n) <= FREE_INSERTIONS)
      isNext = true;
    if (target < 0) isWhole = false;
    if ((telling[i] ?? 0) >= LANDMARK) landmark ??= isKept;
  }
  return isNext && landmark !== false && sum >= HELD * total;
}
