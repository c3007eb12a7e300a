import { isNoun } from "../../english/nouns.ts";
import { speechVerb, type Verb } from "../../english/verbs.ts";
import { clauseSubject } from "../../syntax/clause.ts";
import { phraseEnd, simplePhraseEnd } from "../../syntax/noun-phrase.ts";
import { type Subject, subjectBefore } from "../../syntax/subject.ts";
import type { Unit } from "../../syntax/unit.ts";
import { verbGroup } from "../../syntax/verb-group.ts";
import { isBoundary, isName, isTimeWord, type Word, type WordRange } from "../../syntax/word.ts";
import { antecedentOf, type Candidate, sourceOf, type SourceRange } from "../candidate.ts";
import { contentBehind } from "../extent/clause-limit.ts";
import { complementAfter } from "./complement.ts";
import { finiteCue } from "./finite-cues.ts";
import { infinitive } from "./infinitive-cues.ts";
import type { Cue, Found } from "./verb-cue.ts";

/** Every attribution by a verb in a unit, in the order of the verbs. */
export function verbCues(unit: Unit): Candidate[] {
  const { words } = unit;
  const found: Candidate[] = [];
  words.forEach((word, at) => {
    if (word.quoted !== null) return;
    const verb = speechVerb(word.lower);
    if (verb === null || !isVerbHere(words, at) || tellsDeed(words, at, verb)) return;
    const cue: Cue = { unit, words, at, verb, group: verbGroup(words, at) };
    const candidate =
      word.tag === "gerund"
        ? participle(cue, found)
        : cue.group.infinitive
          ? infinitive(cue, found)
          : finiteCue(cue, found);
    if (candidate !== null && candidate.content.length > 0)
      found.push({ bare: false, ...candidate, unit, nested: false });
  });
  return found;
}

function isVerbHere(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined || (word.capital && words[at - 1]?.quoted === null)) return false;
  if (word.capital && at === 0) return false;
  if (!/^(?:past|present|base|gerund)$/.test(word.tag)) return false;
  if (words[at + 1]?.text === "-" || words[at - 1]?.text === "-") return false;
  const before = words[at - 1];
  const after = words[at + 1];
  if (word.lower === "state" && word.tag === "base" && after?.capital) return false;
  if (word.lower === "think" && /^tanks?$/.test(after?.lower ?? "")) return false;
  // "a show called “Brokers”"
  if (word.lower === "called" && after?.quoted && before?.tag === "noun" && !before.capital) return false;
  // "in two northern states - "
  if (
    word.lower === "states" &&
    (before?.tag === "adjective" || before?.tag === "number" || before?.lower.endsWith("ern") === true)
  )
    return false;
  if (word.lower === "states" && after?.lower !== "that" && after?.quoted === null && after.spoken) return false;
  if (
    before?.tag === "determiner" &&
    !/^(?:that|this|these|those|some|many|most|both|all|more|several|few|another|half|each|either|neither)$/.test(
      before.lower,
    )
  )
    return false;
  // "his nuclear warning"
  if (
    word.tag === "gerund" &&
    before?.tag === "adjective" &&
    /^(?:possessive|determiner)$/.test(words[at - 2]?.tag ?? "")
  )
    return false;
  return before?.tag !== "possessive" || (word.tag === "gerund" && after?.tag !== "noun");
}

function participle(cue: Cue, earlier: readonly Candidate[]): Found | null {
  const { words, at, verb, group } = cue;
  const complement = complementAfter(words, at, verb);
  if (complement === null || (verb.traits.has("finding") && !/^(?:that|quote)$/.test(complement.kind))) return null;
  if (verb.traits.has("thought") && verb.lemma !== "think") return null;
  if (complement.kind === "object" && verb.traits.has("acts") && !complementIsQuoted(words, complement.from))
    return null;
  const before = words[at - 1];
  let source: SourceRange | null = null;
  let shared = false;
  if (group.progressive) {
    const subject = subjectBefore(words, group.from - 1);
    if (subject === null) return null;
    source = sourceOf(words, subject);
    shared = subject.kind === "shared";
  } else {
    const previous = earlier.at(-1);
    const noun =
      before !== undefined &&
      before.quoted === null &&
      before.spoken &&
      !/^(?:conjunction|preposition|adverb|subordinator|to)$/.test(before.tag);
    const subject = noun && !isMessage(words, at - 1) ? subjectBefore(words, at - 1) : null;
    const own = afterWith(words, at) ?? (noun ? afterAnd(words, at) : null);
    if (own !== null) source = { core: own, whole: own };
    else if (noun && previous === undefined && subject !== null)
      source = (before.tag === "noun" ? closeNoun(words, at) : null) ?? sourceOf(words, subject);
    else if (previous !== undefined && previous.source !== null) {
      source = previous.source;
      shared = true;
    } else {
      const main =
        clauseSubject(words, at) ??
        followingSubject(words, contentBehind(words, complement.from, complement.kind, at).to) ??
        (noun ? subjectBefore(words, at - 1) : null);
      source = main === null ? null : sourceOf(words, main);
    }
  }
  if (source === null && !shared) return null;
  return {
    shape: "participle",
    cue: { from: at, to: at + 1 },
    source,
    shared,
    content: [contentBehind(words, complement.from, complement.kind, at)],
  };
}

function complementIsQuoted(words: readonly Word[], from: number): boolean {
  for (let at = from; at < words.length && !(words[at]?.quoted === null && isBoundary(words[at])); at += 1)
    if (words[at]?.quoted) return true;
  return false;
}

/** "After saying he would come, Smith left": the subject of the main clause that begins at a comma. */
function followingSubject(words: readonly Word[], comma: number): Subject | null {
  if (words[comma]?.text !== ",") return null;
  const verb = words.findIndex((word, at) => at > comma && word.quoted === null && word.finite);
  return verb < 0 ? null : subjectBefore(words, verbGroup(words, verb).from - 1);
}

/** "a statement Wednesday saying": who made it speaks. */
function isMessage(words: readonly Word[], last: number): boolean {
  let at = last;
  while (isTimeWord(words[at])) at -= 1;
  return isNoun(words[at]?.lower ?? "", "message");
}

/** "the sight of Smith denouncing …": the noun phrase right before. */
function closeNoun(words: readonly Word[], participleAt: number): SourceRange | null {
  const close = antecedentOf(words, participleAt);
  return close === null ? null : { core: close, whole: close };
}

/** "with 22 per cent saying": the phrase between. */
function afterWith(words: readonly Word[], participleAt: number): WordRange | null {
  const preposition = words.findLastIndex(
    (word, at) => at < participleAt && at >= participleAt - 8 && word.lower === "with",
  );
  if (preposition < 0 || words.slice(preposition, participleAt).some((word) => isBoundary(word) || word.finite))
    return null;
  let end = participleAt;
  while (words[end - 1]?.tag === "adverb") end -= 1;
  return phraseEnd(words, preposition + 1) === end ? { from: preposition + 1, to: end } : null;
}

/** "Smith saying it was over and Jones calling it …": the name between. */
function afterAnd(words: readonly Word[], participleAt: number): WordRange | null {
  let from = participleAt;
  while (from > 0 && isName(words[from - 1])) from -= 1;
  return from < participleAt && /^(?:and|while)$/.test(words[from - 1]?.lower ?? "")
    ? { from, to: participleAt }
    : null;
}

/** Whether what stands after a verb of speech makes a deed of it, or a particle is missing ("points" without "out"). */
function tellsDeed(words: readonly Word[], verb: number, cue: Verb): boolean {
  const { particle, deed } = cue;
  if (particle?.test(words[verb + 1]?.lower ?? "") === false) return true;
  if (deed === null) return false;
  const from = verb + 1;
  const end = Math.max(from + 1, simplePhraseEnd(words, from));
  return words.slice(from, end).some((word) => deed.test(word.lower)) && words[end]?.finite !== true;
}
