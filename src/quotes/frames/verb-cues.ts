import { speechVerb } from "../../english/verbs.ts";
import { clauseSubject } from "../../syntax/clause.ts";
import { phraseEnd } from "../../syntax/noun-phrase.ts";
import { type Subject, subjectBefore, subjectOf } from "../../syntax/subject.ts";
import { verbGroup } from "../../syntax/verb-group.ts";
import { is, isBoundary, isName, isTimeWord, some, type Word, type WordRange } from "../../syntax/word.ts";
import { antecedentOf, type Candidate, candidate, named, sourceOf, type SourceRange } from "../candidate.ts";
import { contentBehind } from "../extent/clause-limit.ts";
import { complementAfter } from "./complement.ts";
import type { Cue } from "./cue.ts";
import { finiteCue } from "./finite-cues.ts";
import { infinitive } from "./infinitive-cues.ts";
import { tellsDeed } from "./no-statement.ts";
import { passedOn } from "./passed-on.ts";

/** Every attribution by a verb in a unit, in the order of the verbs. */
export function verbCues(words: readonly Word[]): Candidate[] {
  const found: Candidate[] = [];
  words.forEach((word, at) => {
    const verb = word.quoted === null ? speechVerb(word.lower) : null;
    if (verb === null || !isVerbHere(words, at)) return;
    const cue: Cue = { words, at, verb, group: verbGroup(words, at) };
    if (tellsDeed(cue)) return;
    const read = word.tag === "gerund" ? participle : cue.group.infinitive ? infinitive : finiteCue;
    const one = read(cue, found);
    if (one !== null && one.content.length > 0) found.push(one);
  });
  return found;
}

/** Determiners that stand alone as well: "many say", but not "the say". */
const STANDS_ALONE =
  /^(?:that|this|these|those|some|many|most|both|all|more|several|few|another|half|each|either|neither)$/;

function isVerbHere(words: readonly Word[], at: number): boolean {
  const word = words[at];
  const before = words[at - 1];
  const after = words[at + 1];
  if (word === undefined || !is(word, "#past/present/base/gerund")) return false;
  // "Noting that the pier was closed, Holm left"
  const opens = at === 0 && word.tag === "gerund" && is(after, "that|“");
  if (word.capital && !opens && (at === 0 || before?.quoted === null)) return false;
  if (after?.text === "-" || before?.text === "-") return false;
  if (word.lower === "state" && word.tag === "base" && after?.capital) return false;
  if (word.lower === "think" && /^tanks?$/.test(after?.lower ?? "")) return false;
  // "a show called “Brokers”"
  if (word.lower === "called" && after?.quoted && before?.tag === "noun" && !before.capital) return false;
  if (word.lower === "states") {
    // "in two northern states - "
    if (before?.tag === "adjective" || before?.tag === "number" || before?.lower.endsWith("ern")) return false;
    if (is(after, "@spoken&!that")) return false;
  }
  if (before?.tag === "determiner" && !STANDS_ALONE.test(before.lower)) return false;
  // "his nuclear warning"
  const owned = /^(?:possessive|determiner)$/.test(words[at - 2]?.tag ?? "");
  if (word.tag === "gerund" && before?.tag === "adjective" && owned) return false;
  return before?.tag !== "possessive" || (word.tag === "gerund" && after?.tag !== "noun");
}

/** "…, adding that …", "is saying that …" */
function participle(cue: Cue, earlier: readonly Candidate[]): Candidate | null {
  const { words, at, verb } = cue;
  const complement = complementAfter(words, at, verb);
  const passed = passedOn(words, at);
  if (passed !== null) {
    const said = passed.before ?? (complement && contentBehind(words, complement.from, complement.kind, at));
    return said && candidate(passed.before ? "after" : "before", { from: at, to: at + 1 }, passed.source, [said]);
  }
  if (complement === null || (verb.traits.has("thought") && verb.lemma !== "think")) return null;
  if (verb.traits.has("finding") && !/^(?:that|quote)$/.test(complement.kind)) return null;
  if (complement.kind === "object" && verb.traits.has("acts") && !isQuoted(words, complement.from)) return null;
  const content = contentBehind(words, complement.from, complement.kind, at);
  const speaker = cue.group.progressive ? ofSubject(cue) : whoAdds(cue, earlier, content.to);
  if (speaker === null || (speaker.source === null && !speaker.shared)) return null;
  return candidate("participle", { from: at, to: at + 1 }, speaker.source, [content], { shared: speaker.shared });
}

interface Speaker {
  readonly source: SourceRange | null;
  readonly shared: boolean;
}

const alone = (source: SourceRange | null): Speaker => ({ source, shared: false });

function ofSubject({ words, group }: Cue): Speaker | null {
  const subject = subjectBefore(words, group.from - 1);
  return subject === null ? null : { source: sourceOf(words, subject), shared: subject.kind === "shared" };
}

/** Whose participle it is: the noun's before it, the speaker's of the attribution before, or the main clause's. */
function whoAdds({ words, at }: Cue, earlier: readonly Candidate[], contentTo: number): Speaker {
  const before = words[at - 1];
  const behindNoun = is(before, "@spoken&!#conjunction&!#preposition&!#adverb&!#subordinator&!#to");
  const own = afterWith(words, at) ?? (behindNoun ? afterAnd(words, at) : null);
  if (own !== null) return alone(named(own.from, own.to));
  const subject = behindNoun && !isMessage(words, at - 1) ? subjectBefore(words, at - 1) : null;
  const previous = earlier.at(-1);
  if (previous === undefined && subject !== null) {
    // "the sight of Smith denouncing …": the noun phrase right before.
    const close = before?.tag === "noun" ? antecedentOf(words, at) : null;
    return alone(close === null ? sourceOf(words, subject) : named(close.from, close.to));
  }
  if (previous !== undefined && previous.source !== null) return { source: previous.source, shared: true };
  const main =
    clauseSubject(words, at) ??
    followingSubject(words, contentTo) ??
    (behindNoun ? subjectBefore(words, at - 1) : null);
  return alone(main === null ? null : sourceOf(words, main));
}

function isQuoted(words: readonly Word[], from: number): boolean {
  let at = from;
  while (!isBoundary(words[at])) at += 1;
  return is(words[at], "“");
}

/** "After saying he would come, Smith left": the subject of the main clause that begins at a comma. */
function followingSubject(words: readonly Word[], comma: number): Subject | null {
  if (words[comma]?.text !== ",") return null;
  const verb = words.findIndex((word, at) => at > comma && is(word, "@finite"));
  return verb < 0 ? null : subjectOf(words, verb);
}

/** "a statement Wednesday saying": who made it speaks. */
function isMessage(words: readonly Word[], last: number): boolean {
  let at = last;
  while (isTimeWord(words[at])) at -= 1;
  if (is(words[at], "@message")) return true;
  // "a letter to members saying"
  const to = words.findLastIndex((word, index) => index < at && is(word, "to|for|from"));
  return to > 0 && is(words[to - 1], "@message") && phraseEnd(words, to + 1) === at + 1;
}

/** How far "with" may stand before a participle, in words. */
const WITH_REACH = 8;

/** "with 22 per cent saying": the phrase between. */
function afterWith(words: readonly Word[], participleAt: number): WordRange | null {
  const reach = Math.max(0, participleAt - WITH_REACH);
  const from = reach + words.slice(reach, participleAt).findLastIndex((word) => word.lower === "with") + 1;
  if (from === reach || some(words, from, participleAt, "@boundary|@finite|“")) return null;
  let end = participleAt;
  while (words[end - 1]?.tag === "adverb") end -= 1;
  // "with about three in ten saying"
  const counted = is(words[from], "about|nearly|almost|only|just|roughly") ? from + 1 : from;
  return counted < end && phraseEnd(words, counted) === end ? { from, to: end } : null;
}

/** "Smith saying it was over and Jones calling it …": the name between. */
function afterAnd(words: readonly Word[], participleAt: number): WordRange | null {
  let from = participleAt;
  while (from > 0 && isName(words[from - 1])) from -= 1;
  return from < participleAt && /^(?:and|while)$/.test(words[from - 1]?.lower ?? "")
    ? { from, to: participleAt }
    : null;
}
