import { SUBJECT_PRONOUNS } from "../english/closed-classes.ts";
import { simplePhraseEnd } from "./noun-phrase.ts";
import type { Word } from "./word.ts";

/**
 * Whether a subject and its finite verb stand from `from` on, before the clause ends.
 *
 * @param objects true behind a verb that may have a thing for its object: "found a room and left" holds no clause.
 */
export function clauseFollows(words: readonly Word[], from: number, objects = false): boolean {
  const first = words[from];
  if (first === undefined || first.quoted !== null || first.finite || first.tag === "conjunction") return false;
  if (first.lower === "as" && words[from + 1]?.tag === "pronoun") return false;
  if (/^(?:to|mark|past)$/.test(first.tag) && first.text !== "$") return false;
  if (/^(?:out|up|off|down|away)$/.test(first.lower)) return false;
  let relative = false;
  let phrases = 0;
  for (let at = from; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || /^(?:[.;:?!]|[—–]|-{2,})$/.test(word.text)) return false;
    if (word.quoted !== null) {
      // Its verb may stand in the quote: it “humanizes” her.
      if (phrases > 0) return true;
      continue;
    }
    // "find the tunnels, they close them": the next clause
    if (
      word.text === "," &&
      phrases > 0 &&
      !/^(?:preposition|subordinator)$/.test(first.tag) &&
      SUBJECT_PRONOUNS.has(words[at + 1]?.lower ?? "") &&
      words[at + 2]?.finite === true
    )
      return false;
    if (objects && word.text === "," && phrases > 0 && opensClause(words, at + 1)) return false;
    if (word.tag === "wh" || (word.lower === "that" && at > from && words[at - 1]?.tag === "noun")) {
      relative = true;
      continue;
    }
    if (
      word.tag === "subordinator" &&
      at > from &&
      word.lower !== "than" &&
      !/^(?:if|when|while|because|after|before)$/.test(first.lower)
    )
      return false;
    if (
      word.tag === "noun" ||
      word.tag === "pronoun" ||
      word.capital ||
      word.tag === "number" ||
      word.tag === "determiner" ||
      word.tag === "gerund"
    )
      phrases += 1;
    if (word.finite && at > from && phrases > 0) {
      if (objects && !relative && sharesVerb(words, from, at)) return false;
      if (!relative) return true;
      relative = false;
    }
  }
  return false;
}

/**
 * "found a room and never left", "who advised him on boats, said …": what stands before the verb is an object of the verb
 * before, whose subject the two share.
 */
function sharesVerb(words: readonly Word[], from: number, verb: number): boolean {
  let at = verb - 1;
  while (at > from && words[at]?.tag === "adverb") at -= 1;
  const before = words[at];
  if (before === undefined || before.quoted !== null) return false;
  if (/^(?:and|but|or|then)$/.test(before.lower)) return !words.slice(from, at).some((word) => word.tag === "wh");
  return (
    before.text === "," &&
    words.slice(from, at).filter((word) => word.text === "," && word.quoted === null).length === 0
  );
}

/** "announced his return, the town felt …", "having a plan, and he knows …": the next clause begins behind the comma. */
function opensClause(words: readonly Word[], at: number): boolean {
  const joined = /^(?:and|but|so)$/.test(words[at]?.lower ?? "");
  const from = joined ? at + 1 : at;
  if (SUBJECT_PRONOUNS.has(words[from]?.lower ?? "")) return words[from + 1]?.finite === true;
  const end = simplePhraseEnd(words, from);
  return joined && end > from && words[end]?.finite === true;
}
