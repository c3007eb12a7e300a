import type { PartKind } from "./article.ts";
import type { Span } from "./span.ts";

/** A word, number or punctuation mark. */
export interface Token extends Span {
  readonly text: string;
}

export interface Sentence extends Span {
  readonly tokens: readonly Token[];
}

/** One analysed part of an article, cut into sentences. */
export interface Paragraph extends Span {
  readonly kind: PartKind;
  readonly sentences: readonly Sentence[];
  /** The index of the earlier paragraph that this one repeats word for word, or `null`. */
  readonly repeatOf: number | null;
}

/** An article's text made ready for recognition: what every later stage of the pipeline reads. */
export interface TextDocument {
  readonly text: string;
  readonly paragraphs: readonly Paragraph[];
}
