import type { Span } from "../text/span.ts";
import type { SpeakerKind } from "./speakers/referent.ts";

/** `mixed`: partly in quotation marks. */
export type QuotationType = "direct" | "mixed" | "indirect";

/** One statement and who it is attributed to. */
export interface Quotation {
  /** What is said. More than one span where the statement is interrupted ("…," she said, "…"). */
  readonly content: readonly Span[];
  readonly type: QuotationType;
  /** The words that attribute it: "told", "according to". `null` where nothing but quotation marks does. */
  readonly cue: Span | null;
  /** The words that name the source here: "Tokayev", "the Kremlin", "it". `null` where the text names none. */
  readonly source: Span | null;
  /** Who is meant: an index into `Analysis.sources`. Where that stays open, it is a source of its own. */
  readonly speaker: number;
  /** True on the outer ones where a stretch of text has several attributions. */
  readonly nested: boolean;
  /**
   * True in a paragraph that repeats an earlier one word for word, and in a headline that a sentence says again: painted,
   * but never counted.
   */
  readonly repeated: boolean;
}

/** Whoever statements are attributed to: a person, an office, an organisation, an outlet, an unnamed group. */
export interface QuoteSource {
  /** The fullest form that stands in the document ("Kassym-Jomart Tokayev", "the Kremlin"). */
  readonly name: string;
  readonly kind: SpeakerKind;
  /** An index into `Analysis.entities`, or `null` where the source is no entity ("officials"). */
  readonly entity: number | null;
  /** Every place where one of its statements names it, in the order of the text. */
  readonly mentions: readonly Span[];
  /** Indices into `Analysis.quotations`, in the order of the text. */
  readonly quotations: readonly number[];
  /** The user gave this name: it is theirs, and not the article's. */
  readonly isGiven?: true;
}
