import { SUBJECT_PRONOUNS } from "../english/pronouns.ts";
import { HARDLY_PARTICIPLES } from "../english/tagger/tags.ts";
import { simplePhraseEnd } from "./noun-phrase.ts";
import { is, isBoundary, isTimeWord, type Word } from "./word.ts";

/** Walks from a phrase's head to the left as far as the clause's subject reaches. */
export function phraseStart(words: readonly Word[], head: number): number | null {
  if (SUBJECT_PRONOUNS.has(words[head]?.lower ?? "")) return head;
  let from = head;
  let passedRelative = false;
  while (from > 0) {
    const before = words[from - 1];
    if (before === undefined) break;
    if (isBoundary(before)) {
      const open = is(before, ")") ? words.findLastIndex((word, at) => at < from - 1 && word.text === "(") : -1;
      if (open <= 0) break;
      from = open;
    } else if (opensClause(words, from - 1)) {
      // "an official who asked not to be named because of the talks said": what hangs on the relative clause
      const relative = relativeWord(words, from - 1);
      if (relative === null) break;
      from = relative;
      passedRelative = true;
    } else if ((before.tag === "wh" && !passedRelative) || HARDLY_PARTICIPLES.has(before.lower)) {
      // "have said divers are trying"
      break;
    } else if (before.finite && !isInRelative(words, from - 1)) {
      // "an official who asked not to be named because the talks are secret said"
      const relative = relativeWord(words, from - 1);
      if (relative === null || !words.slice(relative, from).some(({ tag }) => tag === "subordinator")) {
        // "the party cares about them and one in four said"
        const joint = words.slice(from, head).findLastIndex((word) => /^(?:and|but|or|so)$/.test(word.lower));
        if (joint > 0) from += joint + 1;
        break;
      }
      passedRelative = true;
      from = relative;
    } else {
      passedRelative ||= before.finite;
      if (SUBJECT_PRONOUNS.has(words[from]?.lower ?? "") && words[from]?.tag === "pronoun") break;
      from -= 1;
    }
  }
  return trimLead(words, from, head);
}

/** A word behind which a clause begins; not "than", nor the "as" of "such as" and its like. */
function opensClause(words: readonly Word[], at: number): boolean {
  if (!is(words[at], "#that/subordinator&!than")) return false;
  return words[at]?.lower !== "as" || !/^(?:such|known|well|same)$/.test(words[at - 1]?.lower ?? "");
}

/** How far "who" may stand before a clause within its own, in words. */
const RELATIVE_REACH = 12;

/** The "who" of the stretch that ends before `end`, where a noun stands before it; `null` where there is none. */
function relativeWord(words: readonly Word[], end: number): number | null {
  for (let at = end - 1; at > 0 && at >= end - RELATIVE_REACH && !isBoundary(words[at]); at -= 1)
    if (words[at]?.lower === "who") return /^(?:noun|adjective|pronoun)$/.test(words[at - 1]?.tag ?? "") ? at : null;
  return null;
}

/** A finite verb within "who …", "which …" belongs to the noun before the relative word. */
function isInRelative(words: readonly Word[], verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(0, verb - 4); at -= 1) {
    // "people who live there should leave": the relative clause has its verb.
    if (isBoundary(words[at]) || words[at]?.finite === true) return false;
    if (is(words[at], "who|which|whose|whom")) return at > 0;
    if (is(words[at], "that") && words[at - 1]?.tag === "noun") return true;
  }
  return false;
}

/** Drops what opens a sentence before its subject: "and", "Meanwhile", "On Monday", "In a statement". */
function trimLead(words: readonly Word[], start: number, head: number): number | null {
  let from = start;
  for (let rounds = 0; rounds < 8 && from < head; rounds += 1) {
    const word = words[from];
    const next = words[from + 1];
    if (word === undefined) break;
    const owned = next?.tag === "possessive";
    if (is(word, "#conjunction/subordinator|that|even")) {
      if (word.tag === "subordinator" && /^(?:more|fewer)$/.test(next?.lower ?? "")) break;
      from += 1;
    } else if (!owned && ((word.tag === "adverb" && !quantifies(word, next)) || isTimeWord(word))) {
      from += 1;
    } else if (
      is(word, "last|this|next|earlier|late|early") &&
      isTimeWord(next) &&
      words[from + 2]?.tag !== "possessive" &&
      from + 2 <= head
    ) {
      from += 2;
    } else if (is(word, "#gerund&@speech-verb") && words[from - 1]?.text === ",") {
      // "…, saying the plan failed to explain"
      from += 1;
    } else if (is(word, "#preposition/to") || (word.tag === "gerund" && from === 0)) {
      if (quantifies(word, next)) break;
      const after = afterLeadingPhrase(words, from, head);
      if (after === null) return null;
      from = after;
    } else break;
  }
  return from <= head ? from : null;
}

const quantifies = (word: Word, next: Word | undefined): boolean =>
  is(word, "about|around|over|nearly|under|between|almost|only|roughly|approximately|like") &&
  is(next, "#number|half|one|two|three|four|five|six|seven|eight|nine|ten|a|dozens|hundreds");

/** "In a statement the ministry": where the phrase after the one that a preposition governs begins. */
function afterLeadingPhrase(words: readonly Word[], preposition: number, head: number): number | null {
  let at = preposition + 1;
  for (let rounds = 0; rounds < 6; rounds += 1) {
    const end = simplePhraseEnd(words, at);
    const next = words[end];
    if (end > head || end <= at || next === undefined) return null;
    if (isTimeWord(next) && end < head) {
      at = end;
      while (at < head && isTimeWord(words[at])) at += 1;
      return at;
    }
    if (!is(next, "#preposition/to|and")) {
      return is(next, "#determiner/pronoun/noun/adjective/number|@capital") ? end : null;
    }
    at = end + 1;
  }
  return null;
}
