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

/** What has more tokens is no sentence, but a list or worse: it is cut, for rules read sentences back and forth. */
const MAX_TOKENS = 400;

/**
 * Groups tokens into sentences. Every token belongs to exactly one; a sentence spans its first to its last token.
 *
 * A full stop inside an abbreviation ends a sentence only where the next word opens one far more often than it follows
 * an abbreviation; closing quotation marks and brackets stay with the sentence that they close. None has more than
 * `MAX_TOKENS` tokens.
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
  let boundary: Boundary | null = null;
  for (let at = 0; at < tokens.length; at += 1) {
    const mark = tokens[at];
    if (mark !== undefined && endsInStop(mark)) {
      if (boundary === null || boundary.next <= at) boundary = boundaryAfter(text, tokens, at);
      if (endsSentence(tokens, at, mark, boundary)) {
        finish(boundary.next);
        at = boundary.next - 1;
      }
    }
    if (at + 1 - first >= MAX_TOKENS) finish(at + 1);
  }
  finish(tokens.length);
  return sentences;
}

/** What follows a run of stops and closing marks. The same for every stop in the run, so that it is looked at once. */
interface Boundary {
  /** The index of the token after the run. */
  readonly next: number;
  /** Whether white space stands before that token, and whether a line ends in it. */
  readonly isApart: boolean;
  readonly breaksLine: boolean;
}

function boundaryAfter(text: string, tokens: readonly Token[], at: number): Boundary {
  let next = at + 1;
  // “?!”, and closing marks that touch the end of the sentence.
  while (next < tokens.length && closesSentence(tokens, next)) next += 1;
  const start = tokens[next - 1]?.end ?? 0;
  const end = tokens[next]?.start ?? start;
  return { next, isApart: end > start, breaksLine: text.slice(start, end).includes("\n") };
}

function endsInStop({ text }: Token): boolean {
  const last = text.charCodeAt(text.length - 1);
  return last === 46 || last === 63 || last === 33 || last === 0x2026;
}

/** Whether the stop at `at` ends a sentence, so that the next one opens after the run of marks that it stands in. */
function endsSentence(tokens: readonly Token[], at: number, mark: Token, boundary: Boundary): boolean {
  const { next } = boundary;
  const opener = tokens[next];
  if (opener === undefined) return false;
  if (!boundary.isApart && !startsAfterMissingSpace(mark, opener)) return false;
  if (boundary.breaksLine) return true;
  const word = OPENERS.has(opener.text) ? tokens[next + 1] : opener;
  if (word === undefined) return true;
  const code = word.text.charCodeAt(0);
  if (!isUpperCase(code) && !isDigit(code) && (isLetter(code) || !OPENERS.has(opener.text))) return false;
  const isWordWithStop = mark.text.length > 1 && isLetter(mark.text.charCodeAt(0));
  if (isWordWithStop) return abbreviationEnds(mark.text, word.text);
  return mark.text === "." || next === at + 1 || !speechFollows(tokens, next);
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
