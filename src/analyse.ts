import type { Entity } from "./entities/entity.ts";
import type { Quotation, QuoteSource } from "./quotes/quotation.ts";

/** What was recognised in one article. All spans are offsets into the article's text. */
export interface Analysis {
  /** False where nothing was looked for, because the article is not in English. */
  readonly supported: boolean;
  /** In the order of their first mention. */
  readonly entities: readonly Entity[];
  /** In the order of their first statement. */
  readonly sources: readonly QuoteSource[];
  /** In the order of the text, an outer quotation before the ones in it. */
  readonly quotations: readonly Quotation[];
}
