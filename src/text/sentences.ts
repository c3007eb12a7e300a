import { LEADING_ABBREVIATIONS, SENTENCE_OPENERS, TRAILING_ABBREVIATIONS } from "./abbreviations.ts";
import { isDigit, isLetter, isUpperCase } from "./characters.ts";
import type { Sentence, Token } from "./document.ts";

const CLOSERS: ReadonlySet<string> = new Set(['"', "'", "”", "’", "»", ")", "]"]);
const OPENERS: ReadonlySet<string> = new Set(['"', "'", "“", "‘", "«", "(", "[", "—", "–", "•"]);

/** Verbs after a quotation that ends in "?" or "!": the sentence goes on (“Where?” Smith asked). */
const SPEECH_VERBS: ReadonlySet<string> = new Set(
  (
    "said says say asked asks told tells shouted shouts cried replied replies wrote writes added adds wondered " +
    "exclaimed yelled answered joked tweeted"
  ).split(" "),
);

/** How many words may stand between a quotation and its verb of speech. */
const SPEAKER_WORDS = 5;

/**
 * Groups tokens into sentences. Every token belongs to exactly one; a sentence spans its first to its last token.
 *
 * A full stop inside an abbreviation ends a sentence only where the next word opens one far more often than it follows
 * an abbreviation; closing quotation marks and brackets stay with the sentence that they close.
 *
 * @param tokens one paragraph's tokens, from `tokenise` over `text`.
 */
export function splitSentences(text: string, tokens: readonly Token[]): Sentence[] {
  const sentences: Sentence[] = [];
  let first = 0;
  const finish = (next: number): void => {
    const start = tokens[first];
    const last = tokens[next - 1];
    if (start !== undefined && last !== undefined) {
      sentences.push({ start: start.start, end: last.end, tokens: tokens.slice(first, next) });
    }
    first = next;
  };
  for (let at = 0; at < tokens.length; at += 1) {
    const next = sentenceEnd(text, tokens, at);
    if (next > at) {
      finish(next);
      at = next - 1;
    }
  }
  finish(tokens.length);
  return sentences;
}

/** The index of the token that opens the next sentence, if the one at `at` ends a sentence; otherwise -1. */
function sentenceEnd(text: string, tokens: readonly Token[], at: number): number {
  const mark = tokens[at];
  if (mark === undefined) return -1;
  const last = mark.text.charCodeAt(mark.text.length - 1);
  if (last !== 46 && last !== 63 && last !== 33 && last !== 0x2026) return -1;
  let next = at + 1;
  // “?!”, and closing marks that touch the end of the sentence.
  while (next < tokens.length && closesSentence(tokens, next)) next += 1;
  const opener = tokens[next];
  if (opener === undefined) return -1;
  const gapStart = tokens[next - 1]?.end ?? 0;
  if (gapStart === opener.start && !startsAfterMissingSpace(mark, opener)) return -1;
  if (text.slice(gapStart, opener.start).includes("\n")) return next;
  const word = OPENERS.has(opener.text) ? tokens[next + 1] : opener;
  if (word === undefined) return next;
  const code = word.text.charCodeAt(0);
  if (!isUpperCase(code) && !isDigit(code) && (isLetter(code) || !OPENERS.has(opener.text))) return -1;
  const isWordWithStop = mark.text.length > 1 && isLetter(mark.text.charCodeAt(0));
  if (isWordWithStop) return abbreviationEnds(mark.text, word.text) ? next : -1;
  if (mark.text !== "." && next > at + 1 && speechFollows(tokens, next)) return -1;
  return next;
}

function closesSentence(tokens: readonly Token[], at: number): boolean {
  const token = tokens[at];
  const before = tokens[at - 1];
  if (token === undefined || before === undefined || before.end !== token.start) return false;
  if (token.text === "?" || token.text === "!") return true;
  if (!CLOSERS.has(token.text)) return false;
  // A straight quotation mark that touches the next word opens it.
  const after = tokens[at + 1];
  return after === undefined || after.start > token.end || !isLetter(after.text.charCodeAt(0));
}

/** “order.He said”: a full stop or closing mark that touches a capitalised word. */
function startsAfterMissingSpace(mark: Token, opener: Token): boolean {
  return mark.text.length === 1 && opener.text.length > 1 && isUpperCase(opener.text.charCodeAt(0));
}

function abbreviationEnds(abbreviation: string, next: string): boolean {
  const stem = abbreviation.slice(0, -1);
  // The tokeniser keeps the stop of "No." only before a number.
  if (LEADING_ABBREVIATIONS.has(stem) || stem === "No") return false;
  if (abbreviation.length === 2) return SENTENCE_OPENERS.has(next) && next !== "A" && next !== "I";
  if (TRAILING_ABBREVIATIONS.has(stem) || stem.includes(".") || stem.length === 1) return SENTENCE_OPENERS.has(next);
  return true;
}

function speechFollows(tokens: readonly Token[], from: number): boolean {
  for (let at = from; at < Math.min(tokens.length, from + SPEAKER_WORDS); at += 1) {
    const word = tokens[at]?.text ?? "";
    if (SPEECH_VERBS.has(word)) return true;
    if (word === "." || word === "," || word === "“" || word === '"') return false;
  }
  return false;
}
