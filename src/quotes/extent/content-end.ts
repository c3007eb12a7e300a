import { clauseFollows } from "../../syntax/clause.ts";
import { matches } from "../../syntax/pattern.ts";
import { closingMark, is, isBoundary, isTimeWord, some, type Word, type WordRange } from "../../syntax/word.ts";
import { type ContentKind, narratorAt } from "./narrator.ts";

/** Where a statement begins that stands behind its verb, and in what form. */
export interface Content {
  /** Index of its first word. */
  readonly from: number;
  readonly kind: ContentKind;
}

/** The statement that begins at `from`, to where it ends. */
export const contentFrom = (words: readonly Word[], from: number, kind: ContentKind, whole = false): WordRange => ({
  from,
  to: contentEnd(words, from, kind, whole),
});

/**
 * The index after the last word of a statement that begins at `from` and stands after its verb.
 *
 * @param whole true where nothing of the sentence is the narrator's own: "according to Smith, …".
 */
export function contentEnd(words: readonly Word[], from: number, kind: ContentKind, whole = false): number {
  const quote = words[from]?.quoted ?? null;
  if (kind === "quote" && quote !== null) {
    let close = from;
    while (close < words.length && words[close]?.quoted === quote) close += 1;
    if (!goesOn(words, close)) return trimEnd(words, from, close);
  }
  // A clause is not over before its verb: "that a deal, however small, was worth it".
  let complete = whole || (kind !== "that" && kind !== "clause") || words[from]?.finite === true;
  for (let at = from + 1; at < words.length; at += 1) {
    const word = words[at];
    complete ||= word?.finite === true || word?.quoted !== null;
    if (word?.quoted !== null) {
      const closes = words[at + 1]?.quoted === null;
      if (closes && (endsInQuote(words, at, kind) || narratorAt(words, from, at, kind, whole)))
        return trimEnd(words, from, at + 1);
      continue;
    }
    if (matches(words, at, "according to") || (kind === "object" && endsObject(words, from, at)))
      return trimEnd(words, from, at);
    if (!complete && (kind === "that" || closesAside(words, at))) continue;
    if ((at > from + 1 || word.text === ",") && narratorAt(words, from, at, kind, whole))
      return trimEnd(words, from, at);
  }
  return trimEnd(words, from, words.length);
}

/** Whether what opens at a mark is set off, and the clause's verb comes after it. */
function closesAside(words: readonly Word[], at: number): boolean {
  const mark = words[at]?.text;
  const close = words.findIndex((word, index) => index > at && word.text === mark && word.quoted === null);
  return close > 0 && is(words[close + 1], "@finite");
}

/** What was denied or praised is a noun phrase: it ends where a clause or another verb of the narrator begins. */
function endsObject(words: readonly Word[], from: number, at: number): boolean {
  const word = words[at];
  if (is(word, "after|before|while|when|because|since|until|although|though|during"))
    return at + 1 < words.length && words[at - 1]?.tag !== "past";
  // "called for calm following noisy marches", but "called for the closing of the pier following the storm"
  if (
    matches(words, at, "following #noun/adjective/determiner") &&
    !some(words, from, at + 1, "#preposition/determiner")
  )
    return true;
  // "the plan, has left": no comma before it that this one could close
  if (matches(words, at, ", @finite&!#modal")) return !words.slice(from, at).some((other) => other.text === ",");
  // "denied the charge, but the town fined her"
  if (matches(words, at, ", #conjunction") && clauseFollows(words, at + 2)) return true;
  return (
    matches(words, at, "( : “ | as #pronoun | , #gerund/subordinator )") ||
    (word?.tag === "conjunction" && opensVerb(words, at + 1))
  );
}

function opensVerb(words: readonly Word[], at: number): boolean {
  const verb = words[at]?.tag === "adverb" ? words[at + 1] : words[at];
  return verb?.finite === true || (words[at]?.tag === "pronoun" && words[at + 1]?.finite === true);
}

/** Whether a statement ends with the quote in it whose last word is at `last`. */
function endsInQuote(words: readonly Word[], last: number, kind: ContentKind): boolean {
  const next = words[last + 1];
  if (kind === "object") {
    // What somebody was called: “a moderate,” a dig at …; “decent” Tuesday.
    const comma = words.slice(Math.max(0, last - 2), last + 1).some((word) => word.text === ",");
    if (isTimeWord(next)) return true;
    if (!comma && next?.text !== ",") return false;
    const first = next?.text === "," ? words[last + 2] : next;
    return is(first, "#gerund/determiner/preposition/subordinator/wh/past/noun/pronoun");
  }
  // “…,” while …, to “…,” as …: a comma within the closing mark stands for one after it.
  if (closingMark(words, last) !== ",") return false;
  return (
    kind === "infinitive" ||
    (kind === "quote" && next?.lower === "as") ||
    /^(?:while|though|although|presumably|according)$/.test(next?.lower ?? "")
  );
}

/** Whether a sentence goes on with the speaker's words after a quote: “a disaster” for the region. */
function goesOn(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (/^[,—–]$/.test(word.text)) return is(words[at + 1], "“") || matches(words, at + 1, "and “");
  if (word.quoted !== null) return true;
  if (isBoundary(word)) return false;
  // “is cracked, and,” he added
  if (closingMark(words, at - 1) === "," && matches(words, at, "#pronoun @finite&@speech-verb")) return false;
  if (isNamed(words, at)) return true;
  if (is(word, "@time|#adverb")) return false;
  if (is(word, "#preposition/subordinator"))
    return is(word, "of|for|to|toward|towards|about|against|between|from") || opensQuoteWithin(words, at);
  return word.tag !== "conjunction" || words[at + 1]?.quoted !== null || !some(words, at + 1, at + 3, "@finite");
}

/** “was lost” because “nobody came”: the speaker's own words once more, before the clause ends. */
function opensQuoteWithin(words: readonly Word[], at: number): boolean {
  let end = at;
  while (end < words.length && !isBoundary(words[end])) end += 1;
  return is(words[end], "“");
}

/** suggested “gridlock” in the city had begun: the quote is but the clause's subject. */
function isNamed(words: readonly Word[], after: number): boolean {
  const quote = words[after - 1]?.quoted ?? null;
  if (words.filter((word) => word.quoted === quote && word.spoken).length > 4) return false;
  for (let at = after; at < words.length; at += 1) {
    if (words[at]?.quoted !== null) continue;
    if (isBoundary(words[at]) || is(words[at], "#wh/subordinator/that")) return false;
    if (is(words[at], "@finite")) return true;
  }
  return false;
}

function trimEnd(words: readonly Word[], from: number, to: number): number {
  let end = to;
  while (end > from + 1 && is(words[end - 1], ".|,|;|:|!|?|—|–|)|#conjunction")) end -= 1;
  return end;
}
