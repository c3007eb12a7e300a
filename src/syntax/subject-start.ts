import { SUBJECT_PRONOUNS } from "../english/closed-classes.ts";
import { HARDLY_PARTICIPLES } from "../english/tagger/tags.ts";
import { simplePhraseEnd } from "./noun-phrase.ts";
import { isBoundary, isTimeWord, type Word } from "./word.ts";

const SUBORDINATING_AS = new Set(["such", "known", "well", "same"]);

const CLAUSE_OPENERS = /^(?:that|subordinator)$/;

/** Walks from a phrase's head to the left as far as the clause's subject reaches. */
export function phraseStart(words: readonly Word[], head: number): number | null {
  if (SUBJECT_PRONOUNS.has(words[head]?.lower ?? "")) return head;
  let from = head;
  let passedRelative = false;
  while (from > 0) {
    const before = words[from - 1];
    if (before === undefined) break;
    if (isBoundary(before)) {
      if (before.text !== ")" || before.quoted !== null) break;
      const open = words.findLastIndex((word, at) => at < from - 1 && word.text === "(");
      if (open <= 0) break;
      from = open;
      continue;
    }
    if (
      CLAUSE_OPENERS.test(before.tag) &&
      before.lower !== "than" &&
      !(before.lower === "as" && SUBORDINATING_AS.has(words[from - 2]?.lower ?? ""))
    ) {
      // "an official who asked not to be named because of the talks said": what hangs on the relative clause
      const relative = relativeWord(words, from - 1);
      if (relative === null) break;
      from = relative;
      passedRelative = true;
      continue;
    }
    if (before.tag === "wh" && !passedRelative) break;
    // "have said divers are trying"
    if (HARDLY_PARTICIPLES.has(before.lower)) break;
    passedRelative ||= before.finite;
    if (before.finite && !relativeBefore(words, from - 1)) {
      // "an official who asked not to be named because the talks are secret said"
      const relative = relativeWord(words, from - 1);
      if (relative !== null && words.slice(relative, from).some(({ tag }) => tag === "subordinator")) {
        from = relative;
        continue;
      }
      // "the party cares about them and one in four said"
      const joint = words.findLastIndex(
        (word, at) => at >= from && at < head && /^(?:and|but|or|so)$/.test(word.lower),
      );
      if (joint > from) from = joint + 1;
      break;
    }
    if (SUBJECT_PRONOUNS.has(words[from]?.lower ?? "") && words[from]?.tag === "pronoun") break;
    from -= 1;
  }
  return trimLead(words, from, head);
}

/** How far "who" may stand before a clause within its own, in words. */
const RELATIVE_REACH = 12;

/** The "who" of the stretch that ends before `end`, where a noun stands before it; `null` where there is none. */
function relativeWord(words: readonly Word[], end: number): number | null {
  for (let at = end - 1; at > 0 && at >= end - RELATIVE_REACH; at -= 1) {
    const word = words[at];
    if (word === undefined || isBoundary(word)) return null;
    if (word.lower === "who") return /^(?:noun|adjective|pronoun)$/.test(words[at - 1]?.tag ?? "") ? at : null;
  }
  return null;
}

/** A finite verb within "who …", "which …" belongs to the noun before the relative word. */
function relativeBefore(words: readonly Word[], verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(0, verb - 4); at -= 1) {
    const word = words[at];
    if (word === undefined || isBoundary(word)) return false;
    // "people who live there should leave": the relative clause has its verb.
    if (word.finite) return false;
    if (/^(?:who|which|whose|whom)$/.test(word.lower)) return at > 0;
    if (word.lower === "that" && words[at - 1]?.tag === "noun") return true;
  }
  return false;
}

/** Drops what opens a sentence before its subject: "and", "Meanwhile", "On Monday", "In a statement". */
function trimLead(words: readonly Word[], start: number, head: number): number | null {
  let from = start;
  for (let rounds = 0; rounds < 8 && from < head; rounds += 1) {
    const word = words[from];
    if (word === undefined) break;
    const next = words[from + 1];
    if (word.tag === "conjunction" || word.tag === "subordinator" || word.lower === "that" || word.lower === "even") {
      if (word.tag === "subordinator" && /^(?:more|fewer)$/.test(next?.lower ?? "")) break;
      from += 1;
      continue;
    }
    if (word.tag === "adverb" && next?.tag !== "possessive" && !quantifies(word, next)) {
      from += 1;
      continue;
    }
    if (isTimeWord(word) && next?.tag !== "possessive") {
      from += 1;
      continue;
    }
    if (
      /^(?:last|this|next|earlier|late|early)$/.test(word.lower) &&
      isTimeWord(next) &&
      words[from + 2]?.tag !== "possessive" &&
      from + 2 <= head
    ) {
      from += 2;
      continue;
    }
    if (word.tag === "preposition" || word.tag === "to" || (word.tag === "gerund" && from === 0)) {
      if (quantifies(word, next)) break;
      const after = afterLeadingPhrase(words, from, head);
      if (after === null) return null;
      from = after;
      continue;
    }
    break;
  }
  return from <= head ? from : null;
}

const quantifies = (word: Word, next: Word | undefined): boolean =>
  /^(?:about|around|over|nearly|under|between|almost|only|roughly|approximately|like)$/.test(word.lower) &&
  (next?.tag === "number" ||
    /^(?:half|one|two|three|four|five|six|seven|eight|nine|ten|a|dozens|hundreds)$/.test(next?.lower ?? ""));

/** "In a statement the ministry": where the phrase after the one that a preposition governs begins. */
function afterLeadingPhrase(words: readonly Word[], preposition: number, head: number): number | null {
  let at = preposition + 1;
  for (let rounds = 0; rounds < 6; rounds += 1) {
    const end = simplePhraseEnd(words, at);
    if (end > head || end <= at) return null;
    const next = words[end];
    if (next === undefined) return null;
    if (isTimeWord(next) && end < head) {
      at = end;
      let k = end;
      while (k < head && isTimeWord(words[k])) k += 1;
      return k;
    }
    if (next.tag === "preposition" || next.tag === "to" || next.lower === "and") {
      at = end + 1;
      continue;
    }
    return next.tag === "determiner" ||
      next.tag === "pronoun" ||
      next.capital ||
      next.tag === "noun" ||
      next.tag === "adjective" ||
      next.tag === "number"
      ? end
      : null;
  }
  return null;
}
