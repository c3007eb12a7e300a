import { phraseEnd } from "../../syntax/noun-phrase.ts";
import { type Captures, firstTest, pattern, type Piece } from "../../syntax/pattern.ts";
import { closingMark, is, type Word, type WordRange, wordTest } from "../../syntax/word.ts";
import { type Candidate, candidate, named, type Shape, type SourceRange } from "../candidate.ts";
import { contentEnd } from "../extent/content-end.ts";
import { quoteEnd } from "./unclaimed.ts";

/** One way to attribute a statement. */
export interface Frame {
  readonly shape: Shape;
  /** Captures `cue`, and `source` and `content` where they can be told from the pattern alone. */
  readonly pattern: string;
  /** What the captures do not say; `null` where the frame does not hold after all. */
  readonly read?: (words: readonly Word[], found: Found) => Parts | null;
}

/** What a frame's pattern has captured; without a capture of its own, a source or content is empty and at the cue. */
export interface Found {
  readonly cue: WordRange;
  readonly source: WordRange;
  readonly content: WordRange;
}

/** What a frame says in the place of its captures. */
export interface Parts {
  readonly cue?: WordRange;
  readonly source?: SourceRange;
  readonly content?: readonly WordRange[];
  readonly bare?: boolean;
  readonly shared?: boolean;
}

/** A piece is never empty. */
export const moved = (end: number, at: number): number => (end > at ? end : -1);

/** Whether a word is the first of its quote. */
const opensQuote = (words: readonly Word[], at: number): boolean =>
  is(words[at], "“") && words[at - 1]?.quoted !== words[at]?.quoted;

/** The pieces of a sentence that patterns name. */
const PIECES: Readonly<Record<string, Piece>> = {
  /** A noun phrase with what hangs on to it. */
  NP: (words, at) => moved(phraseEnd(words, at), at),
  /** One quote, mark to mark. */
  QUOTE: (words, at) => (opensQuote(words, at) ? quoteEnd(words, at) : -1),
  /** A quote and what the speaker says after it. */
  QUOTATION: (words, at) => (opensQuote(words, at) ? contentEnd(words, at, "quote") : -1),
  /** "that …", to where it ends. */
  "THAT-CLAUSE": (words, at) => (is(words[at], "that") ? contentEnd(words, at, "that") : -1),
  /** All that is left. */
  REST: (words, at) => moved(words.length, at),
  /** Takes no word: the place behind a quote that ends in a comma, a question or an exclamation. */
  "BEHIND-QUOTE": (words, at) => (/^[,?!]$/.test(closingMark(words, at - 1)) ? at : -1),
};

/** Every candidate that frames give in a unit, word by word. */
export function candidatesBy(
  frames: readonly Frame[],
  pieces: Readonly<Record<string, Piece>> = {},
): (words: readonly Word[]) => Candidate[] {
  const all = { ...PIECES, ...pieces };
  const compiled = frames.map((frame) => ({ ...frame, match: pattern(frame.pattern, all) }));
  // What begins with the sentence is asked of its first word alone, and the rest of words that one of them begins with.
  const anywhere = compiled.filter((frame) => !frame.pattern.startsWith("^"));
  const firsts = anywhere.map((frame) => firstTest(frame.pattern, all));
  const opens = firsts.includes(null) ? null : wordTest(firsts.join("|") || "“");
  return (words) => {
    const found: Candidate[] = [];
    for (const [at, word] of words.entries()) {
      if (at > 0 && opens !== null && !opens(word)) continue;
      for (const { shape, match, read } of at === 0 ? compiled : anywhere) {
        const captures = match(words, at);
        const one = captures === null ? null : candidateOf(words, shape, captures, read);
        if (one !== null) found.push(one);
      }
    }
    return found;
  };
}

function candidateOf(words: readonly Word[], shape: Shape, captures: Captures, read: Frame["read"]): Candidate | null {
  const { cue } = captures;
  if (cue === undefined) return null;
  const nowhere = { from: cue.from, to: cue.from };
  const found = { cue, source: captures.source ?? nowhere, content: captures.content ?? nowhere };
  const reading = read === undefined ? {} : read(words, found);
  if (reading === null) return null;
  const { cue: own = cue, source, content = [found.content], ...rest } = reading;
  if (content.length === 0) return null;
  return candidate(shape, own, source ?? named(found.source.from, found.source.to), content, rest);
}
