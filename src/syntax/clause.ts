import { SUBJECT_PRONOUNS } from "../english/pronouns.ts";
import { simplePhraseEnd } from "./noun-phrase.ts";
import { matches } from "./pattern.ts";
import { type Subject, subjectOf } from "./subject.ts";
import { is, some, type Word } from "./word.ts";

/** The subject of the clause that the verb or participle at `at` is part of. */
export function clauseSubject(words: readonly Word[], at: number): Subject | null {
  for (let i = at - 1; i > 0; i -= 1) {
    if (is(words[i], ";")) return null;
    if (!is(words[i], "@finite")) continue;
    const subject = subjectOf(words, i);
    if (subject !== null && subject.kind !== "shared" && !isEmbedded(words, subject)) return subject;
  }
  return null;
}

/** "an admission that divers had sunk the ferry, saying …": what follows the comma belongs to the clause outside. */
function isEmbedded(words: readonly Word[], subject: Subject): boolean {
  if (subject.kind !== "phrase") return false;
  const before = words[subject.core.from - 1];
  // "have blocked a number of plans": an object, and no verb behind it
  // "It was not until dawn that the suspect gave up and said …"
  if (is(before, "that") && matches(words, 0, "it #be")) return false;
  const opensObject = is(before, "#have/be") && /^(?:past|gerund)$/.test(words[subject.core.from]?.tag ?? "");
  return opensObject || is(before, "#wh/that/past/gerund/base");
}

/**
 * Whether a subject and its finite verb stand from `from` on, before the clause ends.
 *
 * @param objects true behind a verb that may have a thing for its object: "found a room and left" holds no clause.
 */
export function clauseFollows(words: readonly Word[], from: number, objects = false): boolean {
  const first = is(words[from], "even") ? words[from + 1] : words[from];
  if (first === undefined || !is(first, "!@finite")) return false;
  if (is(first, "#conjunction/to/past|out|up|off|down|away") || (first.tag === "mark" && first.text !== "$"))
    return false;
  if (first.lower === "as" && words[from + 1]?.tag === "pronoun") return false;
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
    if (word.text === "," && phrases > 0) {
      // "said Tuesday in Bergen, noting the plan was off", "added 160 guards, the paper reported": the next attribution.
      if (is(words[at + 1], "#gerund&@speech-verb") || closesWithAttribution(words, at + 1)) return false;
      // "find the tunnels, they close them": the next clause
      if (!is(first, "#preposition/subordinator") && pronounClause(words, at + 1)) return false;
      if (objects && opensClause(words, at + 1)) return false;
    }
    if (word.tag === "wh" || (word.lower === "that" && at > from && words[at - 1]?.tag === "noun")) {
      relative = true;
      continue;
    }
    const opensLater = at > from && is(word, "#subordinator&!than");
    if (opensLater && !/^(?:if|when|while|because|after|before)$/.test(first.lower)) return false;
    if (is(word, "#noun/pronoun/number/determiner/gerund|@capital")) phrases += 1;
    if (word.finite && at > from && phrases > 0) {
      if (objects && !relative && sharesVerb(words, from, at)) return false;
      if (!relative) return true;
      relative = false;
    }
  }
  return false;
}

/** "…, the paper reported.": a speaker and a verb of speech that close the sentence. */
function closesWithAttribution(words: readonly Word[], from: number): boolean {
  const verb = simplePhraseEnd(words, from);
  return verb > from && is(words[verb], "@finite&@speech-verb") && matches(words, verb + 1, ".|@time? .? $");
}

/**
 * "found a room and never left", "who advised him on boats, said …": what stands before the verb is an object of the verb
 * before, whose subject the two share.
 */
function sharesVerb(words: readonly Word[], from: number, verb: number): boolean {
  let at = verb - 1;
  while (at > from && words[at]?.tag === "adverb") at -= 1;
  if (is(words[at], "and|but|or|then")) return !words.slice(from, at).some((word) => word.tag === "wh");
  return is(words[at], ",") && !some(words, from, at, ",");
}

const pronounClause = (words: readonly Word[], at: number): boolean =>
  SUBJECT_PRONOUNS.has(words[at]?.lower ?? "") && words[at + 1]?.finite === true;

/** "announced his return, the town felt …", "having a plan, and he knows …": the next clause begins behind the comma. */
function opensClause(words: readonly Word[], at: number): boolean {
  const joined = /^(?:and|but|so)$/.test(words[at]?.lower ?? "");
  const from = joined ? at + 1 : at;
  if (SUBJECT_PRONOUNS.has(words[from]?.lower ?? "")) return words[from + 1]?.finite === true;
  const end = simplePhraseEnd(words, from);
  return joined && end > from && words[end]?.finite === true;
}
