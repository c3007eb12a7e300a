import { isNoun } from "../../english/nouns.ts";
import { isDeed, mayQuote } from "../../english/quoting-verbs.ts";
import { titleEnd } from "../../syntax/adjuncts.ts";
import { clauseSubject } from "../../syntax/clause.ts";
import { possessor } from "../../syntax/noun-phrase.ts";
import { type Subject, subjectBefore } from "../../syntax/subject.ts";
import type { Unit } from "../../syntax/unit.ts";
import { verbGroup } from "../../syntax/verb-group.ts";
import { isBoundary, isName, type Word, type WordRange } from "../../syntax/word.ts";
import { type Candidate, sourceOf } from "../candidate.ts";
import { contentEnd } from "../extent/content-end.ts";

/**
 * Words of a speaker's within the narrator's sentence, whatever the verb: "advocates a “consumption tax”", "talked
 * about “the right to decide”", "confided that it was “over”". Only quotes that no known verb has claimed.
 */
export function partialQuotes(unit: Unit, claimed: readonly Candidate[]): Candidate[] {
  const { words } = unit;
  const found: Candidate[] = [];
  let reached = 0;
  words.forEach((word, at) => {
    const quote = word.quoted;
    if (quote === null || at < reached || words[at - 1]?.quoted === quote || at === 0) return;
    let end = at;
    while (end < words.length && words[end]?.quoted === quote) end += 1;
    const spoken = words.slice(at, end).filter((inner) => inner.spoken);
    const taken = [...claimed, ...found].some(({ content }) => content.some(({ from, to }) => from < end && at < to));
    if (taken || titleEnd(words, at) > at || !soundsSpoken(spoken)) return;
    const candidate = ofNoun(unit, at, end) ?? governed(unit, at, end, spoken.length < 2);
    if (candidate === null) return;
    found.push(candidate);
    reached = candidate.content.at(-1)?.to ?? end;
  });
  return found;
}

/** What is always put in quotation marks. */
const SET_PHRASE = /^super pacs?$/;

/** A name in quotation marks is no speech: it has capitals or is but one word. */
function soundsSpoken(spoken: readonly Word[]): boolean {
  const first = spoken[0];
  if (first === undefined || SET_PHRASE.test(spoken.map(({ lower }) => lower).join(" "))) return false;
  return /^\p{Ll}/u.test(first.text) || spoken.length >= 7;
}

/** "his call for “a total ban”", "their chants of “Enough!”": a noun that tells of words, and whose they are. */
function ofNoun(unit: Unit, at: number, end: number): Candidate | null {
  const { words } = unit;
  for (let noun = at - 1; noun >= Math.max(0, at - 7); noun -= 1) {
    const word = words[noun];
    if (word === undefined || isBoundary(word) || word.finite) return null;
    if (word.tag !== "noun" || !isNoun(word.lower, "speech")) continue;
    const link = words[noun + 1];
    if (noun + 1 < at && !/^(?:of|for|against|about|to|that|as)$/.test(link?.lower ?? "")) return null;
    const owner = possessor(words, noun);
    if (owner === null) return null;
    // "Their chants of “Enough!” went on"
    const closed = words[end]?.finite === true;
    const from = noun + 1 < at && !/^(?:to|that)$/.test(link?.lower ?? "") ? noun + 2 : noun + 1;
    return {
      unit,
      shape: "before",
      cue: { from: noun, to: noun + 1 },
      source: { core: owner, whole: owner },
      content: [{ from, to: closed ? end : Math.max(end, contentEnd(words, from, "object")) }],
      shared: false,
      nested: false,
      bare: true,
    };
  }
  return null;
}

/** The attribution by the verb that governs the quote between `at` and `end`. */
function governed(unit: Unit, at: number, end: number, strict: boolean): Candidate | null {
  const { words } = unit;
  const verb = governor(words, at);
  if (verb === null || (strict && !mayQuote(words[verb.at]?.lower ?? ""))) return null;
  const group = verbGroup(words, verb.at);
  if (group.passive) return null;
  const finite = words[group.from]?.finite === true;
  const subject = finite ? subjectBefore(words, group.from - 1) : clauseSubject(words, verb.at);
  const chosen = subject?.kind === "shared" ? clauseSubject(words, subject.at) : subject;
  if (chosen === null || chosen === undefined || !maySpeak(words, chosen)) return null;
  const source = sourceOf(words, chosen);
  if (source === null) return null;
  const content: WordRange = {
    from: verb.from,
    to: Math.max(end, contentEnd(words, verb.from, words[verb.from]?.lower === "that" ? "that" : "object")),
  };
  return {
    unit,
    shape: "before",
    cue: { from: verb.at, to: verb.from > verb.at ? verb.from : verb.at + 1 },
    source,
    content: [content],
    shared: false,
    nested: false,
    bare: true,
  };
}

const VERB = /^(?:past|present|base|gerund)$/;

/** The verb that a quote depends on, and where its statement begins: one of speech if there is one, else the nearest. */
function governor(words: readonly Word[], quote: number): { at: number; from: number } | null {
  for (let at = quote - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null || /^(?:[;:()]|[—–]|-{2,})$/.test(word.text)) break;
    if (word.lower !== "that") continue;
    const verb = verbWithThat(words, at);
    if (verb !== null) return { at: verb, from: at };
  }
  let nearest: { at: number; from: number } | null = null;
  for (let at = quote - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null || /^(?:[;:()]|[—–]|-{2,})$/.test(word.text)) break;
    if (/^(?:be|do|modal)$/.test(word.tag) && nearest === null) break;
    if (!VERB.test(word.tag) || (word.tag === "past" && !word.finite && !isPerfect(words, at))) continue;
    if (
      word.tag === "gerund" &&
      !(
        /^(?:preposition|be|adverb)$/.test(words[at - 1]?.tag ?? "") ||
        words[at - 1]?.text === "," ||
        words[at - 1]?.finite
      )
    )
      continue;
    let from = at + 1;
    while (words[from]?.tag === "adverb" && words[from]?.quoted === null) from += 1;
    if (words[from]?.tag === "preposition" && words[from]?.quoted === null) from += 1;
    if (from > quote) break;
    if (mayQuote(word.lower)) return { at, from };
    nearest ??= { at, from };
  }
  return nearest === null || isDeed(words[nearest.at]?.lower ?? "") ? null : nearest;
}

const isPerfect = (words: readonly Word[], at: number): boolean => words[verbGroup(words, at).from]?.tag === "have";

/** "confided that", "confided to a friend that": the verb that "that" belongs to. */
function verbWithThat(words: readonly Word[], that: number): number | null {
  const before = words[that - 1];
  if (before !== undefined && before.quoted === null && VERB.test(before.tag)) return that - 1;
  for (let at = that - 2; at >= Math.max(0, that - 6); at -= 1) {
    const word = words[at];
    if (word === undefined || isBoundary(word)) return null;
    if (VERB.test(word.tag)) return words[at + 1]?.lower === "to" && mayQuote(word.lower) ? at : null;
  }
  return null;
}

/** Whether a subject can speak: a name, a person's pronoun or role, a text. */
function maySpeak(words: readonly Word[], subject: Subject): boolean {
  if (subject.kind === "relative") return words[subject.at]?.lower === "who";
  if (subject.kind !== "phrase") return false;
  const head = words[subject.core.to - 1];
  if (head === undefined) return false;
  return (
    words.slice(subject.core.from, subject.core.to).some(isName) ||
    /^(?:he|she|they)$/.test(head.lower) ||
    isNoun(head.lower, "role") ||
    isNoun(head.lower.replace(/s$/, ""), "role") ||
    isNoun(head.lower, "message")
  );
}
