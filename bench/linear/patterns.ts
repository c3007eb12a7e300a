import { PIECES } from "../../tools/fuzz/pieces.ts";

/** A hostile text of any length: a few letters over and over, with something before and behind them. */
export interface Pattern {
  readonly name: string;
  readonly before: string;
  readonly unit: string;
  readonly after: string;
}

const singles: readonly string[] = [...new Set(Object.values(PIECES).flat())];

/** The pieces that most often open something that another one closes. */
const OPENERS = ['"', "“", "‘", "(", "[", "{", "<", "/*", "`", "*", "By ", "According to Ann, ", "He said ", "http://"];

const repeated = (unit: string, before = "", after = ""): Pattern => ({
  name:
    JSON.stringify(unit) +
    (before === "" ? "" : ` after ${JSON.stringify(before)}`) +
    (after === "" ? "" : ` before ${JSON.stringify(after)}`),
  before,
  unit,
  after,
});

/** Each piece alone, and some behind each opener, with something after them that fits nothing. */
export const SINGLE_PATTERNS: readonly Pattern[] = [
  ...singles.map((unit) => repeated(unit)),
  ...OPENERS.flatMap((before) => ["a ", "A ", " ", "1", "a. ", '"'].map((unit) => repeated(unit, before, "\u0001"))),
];

/** These, and each piece with another in turn. */
export const PATTERNS: readonly Pattern[] = [
  ...SINGLE_PATTERNS,
  ...singles.map((unit, index) => repeated(unit + (singles[(index + 37) % singles.length] ?? ""))),
];

/** The pattern's text of about `length` UTF-16 code units: whole pieces, so that each length ends alike. */
export function textOfPattern({ before, unit, after }: Pattern, length: number): string {
  const room = length - before.length - after.length;
  return before + unit.repeat(Math.max(1, Math.round(room / unit.length))) + after;
}
