import { isSpeechVerb } from "../../english/verbs.ts";
import { clauseFollows } from "../../syntax/clause.ts";
import { appositionEnd, phraseEnd } from "../../syntax/noun-phrase.ts";
import type { Unit } from "../../syntax/unit.ts";
import { isBoundary, isName, isTimeWord, type Word, type WordRange } from "../../syntax/word.ts";
import type { Candidate } from "../candidate.ts";
import { contentFrom } from "../extent/content-end.ts";
import { contentStart } from "../extent/content-start.ts";

/** "According to Smith, …", "…, according to Smith": every one in a unit. */
export function accordingTo(unit: Unit): Candidate[] {
  const { words } = unit;
  const found: Candidate[] = [];
  words.forEach((_, at) => {
    const length = cueLength(words, at);
    if (length === 0) return;
    const from = at + length;
    const named = namedUntil(words, from);
    if (named === from) return;
    const opens = opensClause(words, at);
    const end = length === 2 && opens ? setOffAt(words, named) : named;
    const whole = opens ? setOffBefore(words, end) : appositionEnd(words, end);
    const quote = length === 4 ? words.findIndex((next, index) => index >= end && next.quoted !== null) : -1;
    if (length === 4 && (quote < 0 || quote > end + 10)) return;
    const clause = words.slice(end, quote).some((next) => next.finite);
    const add = (content: readonly WordRange[], sourceEnd: number): void => {
      found.push({
        unit,
        shape: "according",
        cue: { from: at, to: from },
        shared: false,
        nested: false,
        bare: false,
        content,
        source: { core: { from, to: end }, whole: { from, to: sourceEnd } },
      });
    };
    if (quote > 0 && !clause) {
      const content = contentFrom(words, quote, "quote");
      add([content], words[quote - 1]?.text === "," ? quote - 1 : quote);
      return;
    }
    if (
      length === 1 &&
      (!isName(words[end - 1]) || words[end]?.text !== "," || !words.slice(end).some((next) => next.quoted))
    )
      return;
    const content = opens || inSubordinate(words, at) ? contentAfter(words, whole) : contentBefore(words, at, whole);
    if (content.length > 0) add(content, whole);
  });
  return found;
}

/** How many words "according to", "in the words of" or "for" has at `at`, or 0. */
function cueLength(words: readonly Word[], at: number): number {
  if (words[at]?.quoted !== null) return 0;
  const text = words
    .slice(at, at + 4)
    .map(({ lower }) => lower)
    .join(" ");
  // "For Smith, the plan is “dead”": the quote says that it is his word.
  if (at === 0 && /^(?:for|to) /.test(text)) return 1;
  return text.startsWith("according to") ? 2 : text === "in the words of" ? 4 : 0;
}

/** "a policy which, according to Smith, has failed", "learnt that according to Smith …". */
function inSubordinate(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.text === "," ? words[at - 2] : words[at - 1];
  return before !== undefined && before.quoted === null && /^(?:that|which|who|where)$/.test(before.lower);
}

/** Where the words end that name a source after "to": with a title in quotation marks, "who …", "obtained by …". */
function namedUntil(words: readonly Word[], from: number): number {
  let start = from;
  while (words[start]?.tag === "adverb") start += 1;
  let end = phraseEnd(words, start);
  if (end === start && start > from) end = from;
  if (end === from || words[end - 1]?.tag === "possessive") {
    const quote = words[end]?.quoted ?? null;
    if (quote === null) return end;
    while (end < words.length && words[end]?.quoted === quote) end += 1;
    return /^(?:by|and)$/.test(words[end]?.lower ?? "") ? phraseEnd(words, end + 1) : end;
  }
  const next = words[end];
  if (next === undefined || next.quoted !== null) return end;
  const described =
    /^(?:who|that|which)$/.test(next.lower) ||
    (next.tag === "past" && !next.finite) ||
    (next.tag === "past" && /^(?:preposition|adverb|to)$/.test(words[end + 1]?.tag ?? ""));
  if (described) while (end < words.length && !isBoundary(words[end])) end += 1;
  return end;
}

/** How many words may stand between the head of a source and the comma that closes it. */
const DESCRIPTION = 20;

/** "According to early results of a poll taken for the paper, …": what hangs on to the source ends at the comma. */
function setOffAt(words: readonly Word[], end: number): number {
  if (!/^(?:preposition|past|gerund)$/.test(words[end]?.tag ?? "") || isTimeWord(words[end + 1])) return end;
  for (let at = end; at < Math.min(words.length, end + DESCRIPTION); at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null || /^(?:pronoun|modal|be|have|do)$/.test(word.tag)) return end;
    // "to the mayor of a town lost money": no participle, as nothing hangs on to it.
    if (word.tag === "past" && !/^(?:preposition|to)$/.test(words[at + 1]?.tag ?? "")) return end;
    if (word.text === ",") return at;
    if (isBoundary(word)) return end;
  }
  return end;
}

/**
 * Where the apposition behind a source ends that opens the sentence: "According to the mayor, Anna Holm, …". What has
 * a verb behind it is no apposition but the subject of the statement: "According to Holm, the ferry, which …, sank".
 */
function setOffBefore(words: readonly Word[], end: number): number {
  const named = nameEnd(words, end);
  if (named > end) return named;
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
  if (length < 2 || length > 4 || words[close]?.text !== "," || words[close]?.quoted !== null) return end;
  const next = words[close + 1];
  return next !== undefined && !next.finite && clauseFollows(words, close + 1) ? close : end;
}

/** Whether nothing that could be the statement stands before. */
function opensClause(words: readonly Word[], at: number): boolean {
  if (at === 0) return true;
  const before = words.slice(0, at).filter((word) => word.spoken);
  return before.length <= 2 && !before.some((word) => word.finite) && words.length - at > 8;
}

function contentAfter(words: readonly Word[], sourceEnd: number): WordRange[] {
  let from = sourceEnd;
  // "according to Smith on Monday, …"
  const comma = words.findIndex(
    (word, at) => at >= sourceEnd && at < sourceEnd + 8 && word.text === "," && word.quoted === null,
  );
  if (comma >= 0 && !words.slice(sourceEnd, comma).some((word) => word.finite)) from = comma + 1;
  if (words[from]?.text === ",") from += 1;
  return from < words.length ? [contentFrom(words, from, "clause", true)] : [];
}

function contentBefore(words: readonly Word[], at: number, sourceEnd: number): WordRange[] {
  const from = contentStart(words, at);
  const content: WordRange = { from, to: at };
  const next = words[sourceEnd + 1];
  const between = words[at - 1]?.text === "," && words[sourceEnd]?.text === ",";
  const opened = words.slice(from, at).some((word) => word.finite || word.quoted !== null);
  if (!between || next === undefined || opened) return [content];
  return [content, contentFrom(words, sourceEnd + 1, "clause")];
}

/** "As reported by the paper, …". */
export function reportedBy(unit: Unit): Candidate[] {
  const { words } = unit;
  const [as, verb, by] = words;
  if (as?.lower !== "as" || verb === undefined || by?.lower !== "by" || !isSpeechVerb(verb.lower)) return [];
  const end = phraseEnd(words, 3);
  const content = end > 3 ? contentAfter(words, end) : [];
  const source = { from: 3, to: end };
  return content.length === 0
    ? []
    : [
        {
          unit,
          shape: "according",
          cue: { from: 0, to: 3 },
          source: { core: source, whole: source },
          shared: false,
          nested: false,
          bare: false,
          content,
        },
      ];
}
