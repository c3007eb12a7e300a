import type { Span } from "../text/span.ts";

export const ENTITY_KINDS = ["person", "place", "organisation"] as const;
export type EntityKind = (typeof ENTITY_KINDS)[number];

/** One place in the text where an entity is named. */
export interface Mention extends Span {
  /** True in a paragraph that repeats an earlier one word for word: painted, but never counted. */
  readonly repeated: boolean;
}

/** A person, place or organisation of one document, with everything that names it there. */
export interface Entity {
  readonly kind: EntityKind;
  /** The fullest form that stands in the document. */
  readonly name: string;
  /** Every other form that stands in the document ("Tokayev"), longest first. */
  readonly aliases: readonly string[];
  /** What the text calls a person besides the name ("Kazakh counterpart"), or `null`. */
  readonly role: string | null;
  /** In the order of the text. */
  readonly mentions: readonly Mention[];
}
