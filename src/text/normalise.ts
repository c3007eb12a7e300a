import { finish, type Steps } from "../slices.ts";
import type { Span } from "./span.ts";

/** A text with everything folded that may change without a word of it changing, and the way back to the original. */
export interface NormalisedText {
  readonly text: string;
  /** For each code unit of `text`, where the piece of the original that it stands for begins … */
  readonly starts: Int32Array;
  /** … and where that piece ends. */
  readonly ends: Int32Array;
}

const SPACE = 0x20;
const DROPPED = -1;
const ELLIPSIS = 0x2026;

/** What a code unit outside ASCII folds to, beyond its lower case. */
const FOLDS: ReadonlyMap<number, number> = new Map([
  // Double and single marks fold together: editors change one into the other as well as their shape.
  ...foldAll('"“”„‟«»″‘’‚‛‹›`´′ʼ', "'"),
  ...foldAll("‐‑‒–—―−", "-"),
  // Soft hyphen, zero-width space, word joiner, byte order mark, and the marks that only steer writing direction.
  ...[0xad, 0x200b, 0x2060, 0xfeff, 0x200e, 0x200f, 0x61c].map((unit) => [unit, DROPPED] as const),
  ...[0x202a, 0x202b, 0x202c, 0x202d, 0x202e, 0x2066, 0x2067, 0x2068, 0x2069].map((unit) => [unit, DROPPED] as const),
]);

function foldAll(characters: string, to: string): [number, number][] {
  return [...characters].map((character) => [character.charCodeAt(0), to.charCodeAt(0)]);
}

const ASCII = Uint8Array.from({ length: 0x80 }, (_, unit) => {
  if (unit === SPACE || (unit >= 0x09 && unit <= 0x0d)) return SPACE;
  return FOLDS.get(unit) ?? String.fromCharCode(unit).toLowerCase().charCodeAt(0);
});

/** What a code unit folds to: another code unit, `SPACE`, or `DROPPED`. */
function fold(unit: number): number {
  if (unit < 0x80) return ASCII[unit] ?? unit;
  const known = FOLDS.get(unit);
  if (known !== undefined) return known;
  const character = String.fromCharCode(unit);
  if (/\s/.test(character)) return SPACE;
  const lower = character.toLowerCase();
  // A few letters become two when lowered ("İ"); they stay as they are.
  return lower.length === 1 ? lower.charCodeAt(0) : unit;
}

/** Combining accents, and the voicing marks of kana: what a decomposed text has after its letters. */
function isCombining(unit: number): boolean {
  return (unit >= 0x300 && unit <= 0x36f) || unit === 0x3099 || unit === 0x309a;
}

/** The one code unit that a letter and the accent after it compose to, or -1 where there is none. */
function compose(unit: number, accent: number): number {
  const composed = String.fromCharCode(unit, accent).normalize("NFC");
  return composed.length === 1 ? composed.charCodeAt(0) : -1;
}

/** `String.fromCharCode` takes its units as arguments, and engines limit how many. */
const CHUNK = 8192;

function decode(units: Uint16Array): string {
  let text = "";
  for (let i = 0; i < units.length; i += CHUNK) text += String.fromCharCode(...units.subarray(i, i + CHUNK));
  return text;
}

/**
 * Folds letter case, quotation marks, dashes, the ellipsis, decomposed accents and white space (a run becomes one
 * space; none stays at the ends), and drops soft hyphens and other marks without width.
 */
export function normalise(text: string): NormalisedText {
  return finish(normaliseSteps(text));
}

/** How many code units are folded between two pauses: about a millisecond's work. */
const UNITS_A_STEP = 16_384;

/** The work of `normalise`, for a text as long as a page's. */
export function* normaliseSteps(text: string): Steps<NormalisedText> {
  // Only an ellipsis grows: one code unit becomes three.
  const capacity = text.length + 2 * (text.split("…").length - 1);
  const units = new Uint16Array(capacity);
  const starts = new Int32Array(capacity);
  const ends = new Int32Array(capacity);
  let length = 0;
  let space = -1;
  for (let i = 0; i < text.length; i += 1) {
    if (i % UNITS_A_STEP === UNITS_A_STEP - 1) yield;
    const original = text.charCodeAt(i);
    const unit = fold(original);
    if (unit === DROPPED) continue;
    if (unit === SPACE) {
      if (space < 0) space = i;
      continue;
    }
    if (space >= 0) {
      if (length > 0) {
        units[length] = SPACE;
        starts[length] = space;
        ends[length] = i;
        length += 1;
      }
      space = -1;
    } else if (isCombining(unit) && length > 0) {
      const composed = compose(units[length - 1] ?? 0, unit);
      if (composed >= 0) {
        units[length - 1] = composed;
        ends[length - 1] = i + 1;
        continue;
      }
    }
    const copies = original === ELLIPSIS ? 3 : 1;
    for (let copy = 0; copy < copies; copy += 1) {
      units[length] = original === ELLIPSIS ? 0x2e : unit;
      starts[length] = i;
      ends[length] = i + 1;
      length += 1;
    }
  }
  return {
    text: decode(units.subarray(0, length)),
    starts: starts.subarray(0, length),
    ends: ends.subarray(0, length),
  };
}

/** The span of the original that a non-empty span of the normalised text stands for. */
export function toOriginal(normalised: NormalisedText, span: Span): Span {
  return { start: normalised.starts[span.start] ?? 0, end: normalised.ends[span.end - 1] ?? 0 };
}

/** Where the original's `offset` is in the normalised text: the first code unit whose piece ends after it. */
export function toNormalised(normalised: NormalisedText, offset: number): number {
  let low = 0;
  let high = normalised.ends.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((normalised.ends[middle] ?? Infinity) <= offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
