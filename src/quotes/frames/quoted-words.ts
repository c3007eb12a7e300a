import { isDeed, mayQuote } from "../../english/quoting-verbs.ts";
import { titleEnd } from "../../syntax/adjuncts.ts";
import { clauseSubject } from "../../syntax/clause.ts";
import { type Subject, subjectOf } from "../../syntax/subject.ts";
import { verbGroup } from "../../syntax/verb-group.ts";
import { is, isBoundary, some, type Word, type WordRange } from "../../syntax/word.ts";
import { type Candidate, candidate, sourceOf } from "../candidate.ts";
import { contentEnd } from "../extent/content-end.ts";

/** What is always put in quotation marks. */
const SET_PHRASE = /^super pacs?$/;

/** Whether a quote is speech: a title says nothing, and what has capitals or is but one word may be a name. */
export function soundsSpoken(words: readonly Word[], { from, to }: WordRange): boolean {
  const spoken = words.slice(from, to).filter((word) => word.spoken);
  const first = spoken[0];
  if (first === undefined || titleEnd(words, from) > from) return false;
  if (SET_PHRASE.test(spoken.map(({ lower }) => lower).join(" "))) return false;
  return /^\p{Ll}/u.test(first.text) || spoken.length >= 7;
}

/**
 * Words of a speaker's within the narrator's sentence, whatever the verb: "advocates a “consumption tax”", "confided that
 * it was “over”". The attribution by the verb that governs the quote between `from` and `to`.
 */
export function byGovernor(words: readonly Word[], { from, to }: WordRange): Candidate | null {
  const verb = governor(words, from);
  if (verb === null) return null;
  // A single word is quoted by verbs of speech alone.
  const single = words.slice(from, to).filter((word) => word.spoken).length < 2;
  if (single && !mayQuote(words[verb.at]?.lower ?? "")) return null;
  const group = verbGroup(words, verb.at);
  if (group.passive) return null;
  const finite = words[group.from]?.finite === true;
  const subject = finite ? subjectOf(words, verb.at) : clauseSubject(words, verb.at);
  const chosen = subject?.kind === "shared" ? clauseSubject(words, subject.at) : subject;
  const source = chosen === null || !maySpeak(words, chosen) ? null : sourceOf(words, chosen);
  if (source === null) return null;
  const kind = words[verb.from]?.lower === "that" ? "that" : "object";
  const cue = { from: verb.at, to: Math.max(verb.from, verb.at + 1) };
  const content = { from: verb.from, to: Math.max(to, contentEnd(words, verb.from, kind)) };
  return candidate("before", cue, source, [content], { bare: true });
}

interface Governor {
  readonly at: number;
  /** Index of the first word of what it governs. */
  readonly from: number;
}

const VERB = "#past/present/base/gerund";

/** The verb that a quote depends on, and where its statement begins: one of speech if there is one, else the nearest. */
function governor(words: readonly Word[], quote: number): Governor | null {
  let start = quote;
  while (start > 0 && is(words[start - 1], "!@dash") && !/^[;:()]$/.test(words[start - 1]?.text ?? "")) start -= 1;
  for (let at = quote - 1; at >= start; at -= 1) {
    const verb = is(words[at], "that") ? verbWithThat(words, at) : null;
    if (verb !== null) return { at: verb, from: at };
  }
  let nearest: Governor | null = null;
  for (let at = quote - 1; at >= start; at -= 1) {
    if (nearest === null && is(words[at], "#be/do/modal")) break;
    if (!mayGovern(words, at)) continue;
    let from = at + 1;
    while (is(words[from], "#adverb")) from += 1;
    if (is(words[from], "#preposition")) from += 1;
    if (from > quote) break;
    if (mayQuote(words[at]?.lower ?? "")) return { at, from };
    nearest ??= { at, from };
  }
  return nearest === null || isDeed(words[nearest.at]?.lower ?? "") ? null : nearest;
}

/** A finite verb, a perfect, or a participle that is set off. */
function mayGovern(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  if (is(words[at], "#past")) return words[at]?.finite === true || words[verbGroup(words, at).from]?.tag === "have";
  if (!is(words[at], "#gerund")) return is(words[at], VERB);
  return (
    before !== undefined && (/^(?:preposition|be|adverb)$/.test(before.tag) || before.text === "," || before.finite)
  );
}

/** "confided that", "confided to a friend that": the verb that "that" belongs to. */
function verbWithThat(words: readonly Word[], that: number): number | null {
  if (is(words[that - 1], VERB)) return that - 1;
  for (let at = that - 2; at >= Math.max(0, that - 6) && !isBoundary(words[at]); at -= 1)
    if (is(words[at], VERB)) return words[at + 1]?.lower === "to" && mayQuote(words[at]?.lower ?? "") ? at : null;
  return null;
}

/** Whether a subject can speak: a name, a person's pronoun or role, a text. */
function maySpeak(words: readonly Word[], subject: Subject): boolean {
  if (subject.kind === "relative") return words[subject.at]?.lower === "who";
  if (subject.kind !== "phrase") return false;
  const head = words[subject.core.to - 1];
  if (head === undefined) return false;
  const singular = { ...head, lower: head.lower.replace(/s$/, "") };
  return (
    some(words, subject.core.from, subject.core.to, "@name") ||
    is(head, "he|she|they|@role|@message") ||
    is(singular, "@role")
  );
}
