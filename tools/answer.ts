import { analyse, type Analysis, type Models } from "../src/analyse.ts";
import { articleOfPlainText } from "../src/article/plain-text.ts";
import type { Entity } from "../src/entities/entity.ts";
import type { Span } from "../src/text/span.ts";
import type { Quotation } from "../src/quotes/quotation.ts";

/** A plain text to be analysed. */
export interface PlainDocument {
  readonly id: string;
  readonly text: string;
}

/** What was found in a document, in the form in which `npm run analyse` writes it. Offsets are UTF-16 code units. */
export interface Answer {
  readonly id: string;
  readonly people: readonly AnsweredEntity[];
  readonly places: readonly AnsweredEntity[];
  readonly quotes: readonly AnsweredQuote[];
}

export interface AnsweredEntity {
  readonly name: string;
  readonly mentions: readonly Span[];
}

export interface AnsweredQuote {
  /** One span, or the pieces of a quotation that is interrupted: pairs of start and end. */
  readonly content: Span | { readonly spans: readonly (readonly [start: number, end: number])[] };
  readonly type: Quotation["type"];
  readonly cue: Span | null;
  readonly source: Span | null;
  /** The name of the person or body that is meant by the source. */
  readonly speaker: string | null;
  readonly nested: boolean;
}

/** Analyses a document as the extension does. What is measured and what is written out for others is this. */
export function answer({ id, text }: PlainDocument, models: Models): Answer {
  const analysis = analyse(articleOfPlainText(text), models);
  return {
    id,
    people: entitiesOf(analysis, "person"),
    places: entitiesOf(analysis, "place"),
    quotes: analysis.quotations.map((quotation) => answeredQuote(quotation, analysis)),
  };
}

const plainSpan = ({ start, end }: Span): Span => ({ start, end });

function entitiesOf({ entities }: Analysis, kind: Entity["kind"]): AnsweredEntity[] {
  const found = entities.filter((entity) => entity.kind === kind);
  return found.map(({ name, mentions }) => ({ name, mentions: mentions.map(plainSpan) }));
}

function answeredQuote(quotation: Quotation, { sources }: Analysis): AnsweredQuote {
  const { content, type, cue, source, speaker, nested } = quotation;
  const [first, ...more] = content;
  return {
    content:
      first !== undefined && more.length === 0
        ? plainSpan(first)
        : { spans: content.map(({ start, end }) => [start, end] as const) },
    type,
    cue: cue && plainSpan(cue),
    source: source && plainSpan(source),
    speaker: speaker === null ? null : (sources[speaker]?.name ?? null),
    nested,
  };
}
