import { clauseFollows } from "../../syntax/clause.ts";
import { appositionEnd, phraseEnd } from "../../syntax/noun-phrase.ts";
import { is, isBoundary, isName, isTimeWord, some, type Word, type WordRange } from "../../syntax/word.ts";
import { named } from "../candidate.ts";
import { contentFrom } from "../extent/content-end.ts";
import { contentStart } from "../extent/content-start.ts";
import type { Found, Parts } from "./frame.ts";

/** "According to Smith, …", "…, according to Smith": what was said stands behind the source, before the cue, or both. */
export function accordingTo(words: readonly Word[], { cue, source }: Found): Parts {
  const opens = opensClause(words, cue.from);
  const end = opens ? setOffAt(words, source.to) : source.to;
  const whole = opens ? wholeSource(words, end) : appositionEnd(words, end);
  const behind = opens || inSubordinate(words, cue.from);
  return {
    source: named(source.from, end, whole),
    content: behind ? contentAfter(words, whole) : contentBefore(words, cue.from, whole),
  };
}

/** "For Smith, the plan is “dead”": the quote says that it is his word. */
export function inOwnWords(words: readonly Word[], { source }: Found): Parts | null {
  if (!isName(words[source.to - 1]) || !some(words, source.to, words.length, "“")) return null;
  const whole = wholeSource(words, source.to);
  return { source: named(source.from, source.to, whole), content: contentAfter(words, whole) };
}

/** "a policy which, according to Smith, has failed", "learnt that according to Smith …". */
const inSubordinate = (words: readonly Word[], at: number): boolean =>
  is(words[at - 1]?.text === "," ? words[at - 2] : words[at - 1], "that|which|who|where");

/** Where the words end that name a source: with a title in quotation marks, "who …", "obtained by …". */
export function describedEnd(words: readonly Word[], from: number): number {
  let start = from;
  while (words[start]?.tag === "adverb") start += 1;
  let end = phraseEnd(words, start);
  if (end === start && start > from) end = from;
  if (end === from || words[end - 1]?.tag === "possessive") {
    const quote = words[end]?.quoted ?? null;
    if (quote === null) return end;
    while (words[end]?.quoted === quote) end += 1;
    return /^(?:by|and)$/.test(words[end]?.lower ?? "") ? phraseEnd(words, end + 1) : end;
  }
  const described =
    is(words[end], "who|that|which|#past&!@finite") ||
    (is(words[end], "#past") && /^(?:preposition|adverb|to)$/.test(words[end + 1]?.tag ?? ""));
  if (described) while (!isBoundary(words[end])) end += 1;
  return end;
}

/** How many words may stand between the head of a source and the comma that closes it. */
const DESCRIPTION = 20;

/** "According to early results of a poll taken for the paper, …": what hangs on to the source ends at the comma. */
function setOffAt(words: readonly Word[], end: number): number {
  if (!/^(?:preposition|past|gerund)$/.test(words[end]?.tag ?? "") || isTimeWord(words[end + 1])) return end;
  for (let at = end; at < end + DESCRIPTION; at += 1) {
    // "to the mayor of a town lost money": no participle, as nothing hangs on to it.
    const isVerb = is(words[at], "#past") && !/^(?:preposition|to)$/.test(words[at + 1]?.tag ?? "");
    if (is(words[at], ",")) return at;
    if (isBoundary(words[at]) || is(words[at], "#pronoun/modal/be/have/do") || isVerb) return end;
  }
  return end;
}

/**
 * Where a source ends that opens the sentence, with its apposition: "According to the mayor, Anna Holm, …". What has a
 * verb behind it is no apposition but the subject of the statement: "According to Holm, the ferry, which …, sank".
 */
function wholeSource(words: readonly Word[], end: number): number {
  const name = nameEnd(words, end);
  if (name > end) return name;
  // "…, which were read by the mayor, Anna Holm, …"
  const described = appositionEnd(words, end, 1);
  if (nameEnd(words, described) > described) return nameEnd(words, described);
  for (let appositions = 3; appositions > 0; appositions -= 1) {
    const whole = appositionEnd(words, end, appositions);
    const next = words[whole + 1];
    if (!(words[whole]?.text === "," && (next?.finite === true || next?.tag === "wh"))) return whole;
  }
  return end;
}

/** "the mayor of the town, Anna Holm, …": where the name behind a role ends, or `end`. */
function nameEnd(words: readonly Word[], end: number): number {
  if (words[end]?.text !== "," || words[end - 1]?.quoted !== null) return end;
  let close = end + 1;
  while (isName(words[close])) close += 1;
  const length = close - end - 1;
  if (length < 2 || length > 4 || !is(words[close], ",")) return end;
  return words[close + 1]?.finite === false && clauseFollows(words, close + 1) ? close : end;
}

/** Whether nothing that could be the statement stands before. */
function opensClause(words: readonly Word[], at: number): boolean {
  if (at === 0) return true;
  const before = words.slice(0, at).filter((word) => word.spoken);
  return before.length <= 2 && !before.some((word) => word.finite) && words.length - at > 8;
}

/** The statement behind a source that ends at `sourceEnd`: "according to Smith on Monday, …". */
export function contentAfter(words: readonly Word[], sourceEnd: number): WordRange[] {
  let from = sourceEnd;
  const comma = words.findIndex((word, at) => at >= sourceEnd && at < sourceEnd + 8 && is(word, ","));
  if (comma >= 0 && !words.slice(sourceEnd, comma).some((word) => word.finite)) from = comma + 1;
  if (words[from]?.text === ",") from += 1;
  return from < words.length ? [contentFrom(words, from, "clause", true)] : [];
}

function contentBefore(words: readonly Word[], at: number, sourceEnd: number): WordRange[] {
  const from = contentStart(words, at);
  const content: WordRange = { from, to: at };
  const between = words[at - 1]?.text === "," && words[sourceEnd]?.text === "," && words[sourceEnd + 1] !== undefined;
  if (!between || some(words, from, at, "@finite|“")) return [content];
  return [content, contentFrom(words, sourceEnd + 1, "clause")];
}
