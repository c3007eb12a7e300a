import type { Steps } from "../../slices.ts";
import type { PatternWords } from "./pattern.ts";
import type { Words } from "./words.ts";

/** Which word of the page each word of a pattern became. */
export interface Alignment {
  /** The page's word for each of the pattern's, or -1 where it was taken out. */
  readonly targets: Int32Array;
  /** How alike the two are, from 0 (another word in its place) to 1. */
  readonly likeness: Float64Array;
}

const REPLACED = -0.3;
const REMOVED = -0.35;
/** Words put in between cost little beyond the first: an advertisement may be long. */
const INSERTION_OPENED = -0.6;
const INSERTION_EXTENDED = -0.02;

/** Shorter words than this have too few letters to be told from other words. */
const SHORTEST = 4;

/** How alike two different words are: spellings that share most of their letters at both ends are one word edited. */
function likenessOf(a: string, b: string): number {
  const shorter = Math.min(a.length, b.length);
  if (shorter < SHORTEST) return 0;
  let head = 0;
  while (head < shorter && a.charCodeAt(head) === b.charCodeAt(head)) head += 1;
  let tail = 0;
  while (tail < shorter - head && a.charCodeAt(a.length - 1 - tail) === b.charCodeAt(b.length - 1 - tail)) tail += 1;
  const share = (head + tail) / Math.max(a.length, b.length);
  return share >= 0.6 ? share * 0.8 : 0;
}

/** How many cells are filled between two pauses: about a millisecond's work. */
const CELLS_A_STEP = 65_536;

const MATCHED = 1;
const SKIPPED_PATTERN = 2;
const SKIPPED_PAGE = 4;

/**
 * How many words of the page each word of the pattern is compared with: a passage of any length takes time in
 * proportion to it, and may have half as many words put in or taken out.
 */
const BAND = 400;

/**
 * Aligns the whole pattern with the part of the page's words [`from`, `to`) that fits it best: global in the pattern,
 * local in the page, with affine costs for words put in between (Gotoh 1982), and within a band.
 *
 * @param diagonal where in that part the pattern's first word is likely to stand.
 */
export function* align(
  pattern: PatternWords,
  page: Words,
  from: number,
  to: number,
  diagonal: number,
): Steps<Alignment> {
  const rows = pattern.length;
  const columns = to - from;
  const width = Math.min(columns + 1, BAND);
  const band: Band = { width, shift: diagonal - (width >> 1), last: columns + 1 - width };
  // Three scores a cell: the best way to it, and the best way that ends with a page word skipped.
  let best = new Float64Array(columns + 1).fill(-Infinity);
  let above = new Float64Array(columns + 1).fill(-Infinity);
  best.fill(0, bandStart(band, 0), bandStart(band, 0) + width);
  const trace = new Uint8Array((rows + 1) * width);
  // 1 where an insertion that ends in the cell began just before it.
  const opened = new Uint8Array((rows + 1) * width);
  const rowsAStep = Math.ceil(CELLS_A_STEP / width);
  for (let i = 1; i <= rows; i += 1) {
    if (i % rowsAStep === 0) yield;
    [best, above] = [above, best];
    const id = pattern.ids[i - 1] ?? -1;
    const spelling = pattern.spellings[i - 1] ?? "";
    const reward = 0.4 + 1.6 * (pattern.weights[i - 1] ?? 0);
    const start = bandStart(band, i);
    // A cell of row `i` is kept at `cells + j`.
    const cells = i * width - start;
    if (start > 0) {
      best[start - 1] = -Infinity;
    } else {
      best[0] = i * REMOVED;
      trace[cells] = SKIPPED_PATTERN;
    }
    const isShort = spelling.length < SHORTEST;
    let inserted = -Infinity;
    for (let j = Math.max(1, start); j < start + width; j += 1) {
      const target = page.ids[from + j - 1] ?? -1;
      const likeness = id === target ? 1 : isShort ? 0 : likenessOf(spelling, page.spellings[target] ?? "");
      const matched = (above[j - 1] ?? -Infinity) + (likeness > 0 ? likeness * reward : REPLACED);
      const removed = (above[j] ?? -Infinity) + REMOVED;
      const opening = (best[j - 1] ?? -Infinity) + INSERTION_OPENED;
      // After the last pattern word the rest of the window is free, so no insertion is needed there.
      if (i === rows) inserted = -Infinity;
      else if (opening >= inserted + INSERTION_EXTENDED) {
        inserted = opening;
        opened[cells + j] = 1;
      } else inserted += INSERTION_EXTENDED;
      let score = matched;
      let step = MATCHED;
      if (removed > score) {
        score = removed;
        step = SKIPPED_PATTERN;
      }
      if (inserted > score) {
        score = inserted;
        step = SKIPPED_PAGE;
      }
      best[j] = score;
      trace[cells + j] = step;
    }
  }
  const start = bandStart(band, rows);
  let column = start;
  for (let j = start + 1; j < start + width; j += 1) if ((best[j] ?? 0) > (best[column] ?? 0)) column = j;
  return follow(pattern, page, from, band, column, trace, opened);
}

/** The columns that are looked at in each row: `width` of them, one further on with each row. */
interface Band {
  readonly width: number;
  /** Where the band would begin in row 0, which may be before the first column, and where it begins at the latest. */
  readonly shift: number;
  readonly last: number;
}

function bandStart({ shift, last }: Band, row: number): number {
  return Math.max(0, Math.min(last, row + shift));
}

/** Walks the trace back from the best end. */
function follow(
  pattern: PatternWords,
  page: Words,
  from: number,
  band: Band,
  column: number,
  trace: Uint8Array,
  opened: Uint8Array,
): Alignment {
  const targets = new Int32Array(pattern.length).fill(-1);
  const likeness = new Float64Array(pattern.length);
  let i = pattern.length;
  let j = column;
  while (i > 0 && j > 0) {
    const cells = i * band.width - bandStart(band, i);
    const cell = cells + j;
    if (trace[cell] === MATCHED) {
      i -= 1;
      j -= 1;
      const target = page.ids[from + j] ?? -1;
      targets[i] = from + j;
      likeness[i] =
        pattern.ids[i] === target ? 1 : likenessOf(pattern.spellings[i] ?? "", page.spellings[target] ?? "");
    } else if (trace[cell] === SKIPPED_PATTERN) {
      i -= 1;
    } else {
      while (opened[cells + j] === 0) j -= 1;
      j -= 1;
    }
  }
  return { targets, likeness };
}
