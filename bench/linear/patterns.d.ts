/** A hostile text of any length: a few letters over and over, with something before and behind them. */
export interface Pattern {
  readonly name: string;
  readonly before: string;
  readonly unit: string;
  readonly after: string;
}
/** Each piece alone, and some behind each opener, with something after them that fits nothing. */
export declare const SINGLE_PATTERNS: readonly Pattern[];
/** These, and each piece with another in turn. */
export declare const PATTERNS: readonly Pattern[];
/** The pattern's text of exactly `length` UTF-16 code units, or a few more where even one unit is longer. */
export declare function textOfPattern({ before, unit, after }: Pattern, length: number): string;
