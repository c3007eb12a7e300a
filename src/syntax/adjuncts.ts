import { AGENCY } from "../english/closed-classes.ts";
import { isNoun } from "../english/nouns.ts";
import type { Verb } from "../english/verbs.ts";
import { phraseEnd } from "./noun-phrase.ts";
import { isBoundary, isTimeWord, type Word } from "./word.ts";

/** What stands before a time and belongs to it: "last year". */
const BEFORE_TIME = /^(?:last|this|earlier|late|early|next)$/;
const OBJECT_PRONOUNS = /^(?:him|her|them|me|us|you|it|himself|herself|themselves|everyone|people)$/;

/** "told reporters two of them had left": the index after the audience where a subject of its own follows, or `from`. */
function audienceEnd(words: readonly Word[], from: number): number {
  let at = from;
  while (/^(?:determiner|adjective)$/.test(words[at]?.tag ?? "")) at += 1;
  if (AGENCY.test(words[at]?.text ?? "") && opensClause(words, at + 1)) return at + 1;
  if (!isNoun(words[at]?.lower ?? "", "audience")) return from;
  const next = words[at + 1];
  const opens = next !== undefined && next.quoted === null && /^(?:noun|number|adjective|gerund)$/.test(next.tag);
  return opens && !isTimeWord(next) ? at + 1 : from;
}

/** Whether a subject and its verb stand here, and no more of the hearer's name ("told CNN host Anna Holm that …"). */
function opensClause(words: readonly Word[], from: number): boolean {
  const first = words[from];
  if (first === undefined || isNoun(first.lower, "role") || isTimeWord(first)) return false;
  if (/^(?:reporters|journalists|viewers|listeners)$/.test(first.lower)) return false;
  const next = words[phraseEnd(words, from)];
  return next !== undefined && next.quoted === null && (next.finite || next.lower === "who");
}

/** Where the words end that name who is spoken to. */
export function hearerEnd(words: readonly Word[], from: number, cue: Verb): number {
  const first = words[from];
  // "told “Morning Talk” that": nobody tells something before telling whom.
  if (first === undefined || first.quoted !== null) return cue.lemma === "tell" ? titleEnd(words, from) : from;
  if (
    first.lower === "to" &&
    !cue.traits.has("hearer") &&
    words[from + 1]?.tag !== "base" &&
    words[from + 1]?.tag !== "be" &&
    words[from + 1]?.quoted === null
  ) {
    return Math.max(from, phraseEnd(words, from + 1));
  }
  if (!cue.traits.has("hearer")) return from;
  if (OBJECT_PRONOUNS.test(first.lower) && !(first.lower === "her" && words[from + 1]?.tag === "noun")) return from + 1;
  if (first.lower === "that" || first.tag === "pronoun") return from;
  const audience = audienceEnd(words, from);
  if (audience > from) return audience;
  const end = titleEnd(words, phraseEnd(words, from, new Set(["of", "from", "for", "at"])));
  const next = words[end];
  if (next?.text === "," && next.quoted === null) {
    // "told Dora Lund, a host of Radio Fjord, that …"
    const close = words.findIndex((other, index) => index > end && other.text === "," && other.quoted === null);
    if (close > 0 && close - end < 14 && words[close + 1]?.lower === "that") return close + 1;
  }
  return end;
}

/** Skips when, where and how something was said, from `from` on. */
export function skipAdjuncts(words: readonly Word[], from: number): number {
  let at = from;
  for (let rounds = 0; rounds < 6; rounds += 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null) return at;
    if (
      word.tag === "adverb" &&
      !/^(?:only|nearly|roughly|approximately|almost|probably|perhaps|maybe|not|never|even)$/.test(word.lower)
    ) {
      at += 1;
    } else if (word.lower === "only" && (words[at + 1]?.lower === "that" || words[at + 1]?.quoted)) {
      at += 1;
    } else if (ownsNext(words, at)) {
      return at;
    } else if (isTimeWord(word) && word.lower !== "may") {
      at += 1;
    } else if (BEFORE_TIME.test(word.lower) && isTimeWord(words[at + 1])) {
      at += 2;
    } else if (word.tag === "number" && isTimeWord(words[at - 1])) {
      at += 1;
      if (words[at]?.text === "," && words[at + 1]?.tag === "number") at += 2;
    } else if (word.tag === "preposition" || /^(?:after|before|during|following|as)$/.test(word.lower)) {
      const named = phraseEnd(words, at + 1);
      const end = titleEnd(words, named);
      if (end <= at + 1) {
        // "said on Monday"
        if (isTimeWord(words[at + 1]) || isTimeWord(words[at + 2])) {
          at += 1;
          continue;
        }
        return at;
      }
      at = end;
    } else {
      return at;
    }
  }
  return at;
}

/** "Sunday's storm", "last year's budget": a time that belongs to a thing is no time of the saying. */
function ownsNext(words: readonly Word[], from: number): boolean {
  let at = from;
  while (isTimeWord(words[at]) || BEFORE_TIME.test(words[at]?.lower ?? "")) at += 1;
  return at > from && words[at]?.tag === "possessive";
}

/** How many words a title in quotation marks has at most: on “Morning Talk”. */
const TITLE_WORDS = 5;

/** Words right before a title in quotation marks. */
const TITLED =
  /^(?:told|titled|entitled|called|named|programme?|show|podcast|series|film|movie|documentary|song|album|book|novel|memoir|play|spot|ad|magazine|website)$/;

/** The index after a title in quotation marks that begins at `at`, or `at`: it names a programme or book, and says nothing. */
export function titleEnd(words: readonly Word[], at: number): number {
  const quote = words[at]?.quoted ?? null;
  const before = words[at - 1];
  if (quote === null || before === undefined || before.quoted !== null) return at;
  if (
    !/^(?:preposition|possessive|determiner|to)$/.test(before.tag) &&
    !TITLED.test(before.lower) &&
    !(before.capital && before.tag === "noun" && words[at - 2]?.tag === "preposition")
  )
    return at;
  let end = at;
  let spoken = 0;
  while (end < words.length && words[end]?.quoted === quote) {
    if (words[end]?.spoken === true) spoken += 1;
    end += 1;
  }
  const titled = words
    .slice(at, end)
    .every(
      (word) =>
        !word.spoken ||
        /^[\p{Lu}\p{N}]/u.test(word.text) ||
        word.text.length < 4 ||
        /^(?:with|from|over|into)$/.test(word.lower),
    );
  return spoken <= TITLE_WORDS && titled ? end : at;
}

/** Where what follows a verb at the end of its attribution stops: the next mark or quote. */
export function adjunctEnd(words: readonly Word[], from: number): number {
  let at = from;
  while (at < words.length) {
    const title = titleEnd(words, at);
    if (title > at) at = title;
    else if (isBoundary(words[at])) break;
    else at += 1;
  }
  return at;
}
