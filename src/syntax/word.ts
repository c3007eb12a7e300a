import type { Span } from "../text/span.ts";
import { isAdverbForm, MONTHS, TIME_NOUNS, WEEKDAYS } from "../english/closed-classes.ts";
import type { Tag } from "../english/tagger/tags.ts";
import type { QuotedSpan } from "./marks.ts";

/** A token with what the rules look at. */
export interface Word extends Span {
  readonly text: string;
  /** Lower case, with plain apostrophes. */
  readonly lower: string;
  readonly tag: Tag;
  /** Begins with a capital that says something (not in a headline that capitalises every word). */
  readonly capital: boolean;
  /** Holds a letter or digit. */
  readonly spoken: boolean;
  /** A verb that carries a clause: no infinitive, no participle. */
  readonly finite: boolean;
  /** The stretch in quotation marks that the word stands in, or `null`. */
  readonly quoted: QuotedSpan | null;
}

/** Word indices, `to` not included. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

const BOUNDARY = /^(?:[,;:.!?…()[\]|]|[—–]|-{2,}|\.{2,})$/;

/** Whether a phrase ends before the word at hand: a mark, a quote, or nothing at all. */
export function isBoundary(word: Word | undefined): boolean {
  return word === undefined || word.quoted !== null || BOUNDARY.test(word.text);
}

export function isTimeWord(word: Word | undefined): boolean {
  return word !== undefined && (WEEKDAYS.has(word.lower) || MONTHS.has(word.lower) || TIME_NOUNS.has(word.lower));
}

const CLOSED_TAG = /^(?:preposition|subordinator|determiner|conjunction|pronoun|wh|that|to|modal|be|have|do)$/;

export function isName(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    word.capital &&
    !CLOSED_TAG.test(word.tag) &&
    word.quoted === null &&
    !isTimeWord(word) &&
    !isAdverbForm(word.lower)
  );
}
