import { AGENCY } from "../english/closed-classes.ts";
import type { Verb } from "../english/verbs.ts";
import { phraseEnd } from "./noun-phrase.ts";
import { matches } from "./pattern.ts";
import { closingMark, is, isBoundary, isTimeWord, type Word } from "./word.ts";

/** What stands before a time and belongs to it: "last year". */
const BEFORE_TIME = "last|this|earlier|late|early|next";
const TIME = `@time|${BEFORE_TIME}`;

/** "told reporters two of them had left": the index after the audience where a subject of its own follows, or `from`. */
function audienceEnd(words: readonly Word[], from: number): number {
  let at = from;
  while (/^(?:determiner|adjective)$/.test(words[at]?.tag ?? "")) at += 1;
  if (AGENCY.test(words[at]?.text ?? "") && opensClause(words, at + 1)) return at + 1;
  const opens = matches(words, at, "@audience #noun/number/adjective/gerund");
  return opens && !isTimeWord(words[at + 1]) ? at + 1 : from;
}

/** Whether a subject and its verb stand here, and no more of the hearer's name ("told CNN host Anna Holm that …"). */
function opensClause(words: readonly Word[], from: number): boolean {
  if (is(words[from], "@role|@time|reporters|journalists|viewers|listeners")) return false;
  return words[from] !== undefined && is(words[phraseEnd(words, from)], "@finite|who");
}

const HEARER_HANGERS = new Set(["of", "from", "for", "at"]);

/** How many words may describe a hearer between commas. */
const DESCRIPTION = 14;

/** Where the words end that name who is spoken to. */
export function hearerEnd(words: readonly Word[], from: number, { lemma, traits }: Verb): number {
  const first = words[from];
  // "told “Morning Talk” that": nobody tells something before telling whom.
  if (first === undefined || first.quoted !== null) return lemma === "tell" ? titleEnd(words, from) : from;
  if (!traits.has("hearer"))
    return matches(words, from, "to !#base&!#be") ? Math.max(from, phraseEnd(words, from + 1)) : from;
  // "warned it will review the plan"
  if (is(first, "it|you|everyone|people") && is(words[from + 1], "#modal/be/have/do")) return from;
  if (is(first, "him|her|them|me|us|you|it|himself|herself|themselves|everyone|people"))
    return first.lower === "her" && words[from + 1]?.tag === "noun" ? hearerPhrase(words, from) : from + 1;
  if (is(first, "that|#pronoun")) return from;
  const audience = audienceEnd(words, from);
  return audience > from ? audience : hearerPhrase(words, from);
}

function hearerPhrase(words: readonly Word[], from: number): number {
  const end = titleEnd(words, phraseEnd(words, from, HEARER_HANGERS));
  if (!is(words[end], ",")) return end;
  // "told Dora Lund, a host of Radio Fjord, that …"
  const close = words.slice(0, end + DESCRIPTION).findIndex((other, index) => index > end && is(other, ","));
  return close > 0 && words[close + 1]?.lower === "that" ? close + 1 : end;
}

/** Adverbs that do not belong to what follows, as in "said nearly all …". */
const FREE_ADVERB = "#adverb&!only&!nearly&!roughly&!approximately&!almost&!probably&!perhaps&!maybe&!not&!never&!even";

/** Skips when, where and how something was said, from `from` on. */
export function skipAdjuncts(words: readonly Word[], from: number): number {
  let at = from;
  for (let rounds = 0; rounds < 6; rounds += 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null) return at;
    if (is(word, FREE_ADVERB) || matches(words, at, "only that|“")) at += 1;
    else if (ownsNext(words, at)) return at;
    else if (is(word, "@time&!may")) at += 1;
    else if (is(word, BEFORE_TIME) && isTimeWord(words[at + 1])) at += 2;
    else if (word.tag === "number" && isTimeWord(words[at - 1])) at += matches(words, at + 1, ", #number") ? 3 : 1;
    else if (is(word, "#preposition|after|before|during|following|as")) {
      const end = titleEnd(words, phraseEnd(words, at + 1));
      if (end > at + 1) at = end;
      // "said on Monday"
      else if (isTimeWord(words[at + 1]) || isTimeWord(words[at + 2])) at += 1;
      else return at;
    } else return at;
  }
  return at;
}

/** "Sunday's storm", "last year's budget": a time that belongs to a thing is no time of the saying. */
function ownsNext(words: readonly Word[], from: number): boolean {
  let at = from;
  while (is(words[at], TIME)) at += 1;
  return at > from && words[at]?.tag === "possessive";
}

/** How many words a title in quotation marks has at most: on “Morning Talk”. */
const TITLE_WORDS = 5;

/** Words right before a title in quotation marks. */
const TITLED =
  "#preposition/possessive/determiner/to|told|titled|entitled|called|named|program|programme|show|podcast|series|film|movie|documentary|song|album|book|novel|memoir|play|spot|ad|magazine|website";

/** The index after a title in quotation marks that begins at `at`, or `at`: it names a programme or book, and says nothing. */
export function titleEnd(words: readonly Word[], at: number): number {
  const quote = words[at]?.quoted ?? null;
  const before = words[at - 1];
  if (quote === null || before === undefined || before.quoted !== null) return at;
  const isNamed = is(before, "@capital&#noun") && words[at - 2]?.tag === "preposition";
  if (!is(before, TITLED) && !isNamed) return at;
  let end = at + 1;
  while (words[end]?.quoted === quote) end += 1;
  const spoken = words.slice(at, end).filter((word) => word.spoken);
  const titled = spoken.every(
    ({ text, lower }) => /^[\p{Lu}\p{N}]/u.test(text) || text.length < 4 || /^(?:with|from|over|into)$/.test(lower),
  );
  return spoken.length <= TITLE_WORDS && titled ? end : at;
}

/** Where what follows a verb at the end of its attribution stops: the next mark or quote. */
export function adjunctEnd(words: readonly Word[], from: number): number {
  let at = from;
  while (at < words.length) {
    const title = titleEnd(words, at);
    // on “Morning Talk,” adding: the comma within the marks stands for one behind them.
    if ((title === at && isBoundary(words[at])) || closingMark(words, at - 1) === ",") break;
    at = Math.max(title, at + 1);
  }
  return at;
}
