import { adjunctEnd, hearerEnd } from "../../syntax/adjuncts.ts";
import { clauseSubject } from "../../syntax/clause.ts";
import { phraseEnd } from "../../syntax/noun-phrase.ts";
import { type Subject, subjectBefore } from "../../syntax/subject.ts";
import { isBoundary, isTimeWord, type Word, type WordRange } from "../../syntax/word.ts";
import { type Candidate, sourceOf } from "../candidate.ts";
import { contentBehind } from "../extent/clause-limit.ts";
import { type Content, contentFrom } from "../extent/content-end.ts";
import { contentStart, holdsClause } from "../extent/content-start.ts";
import { afterItsContent, hasObject, invertedCue } from "./after-cues.ts";
import { complementAfter } from "./complement.ts";
import { findingHolds } from "./findings.ts";
import { saysNothing } from "./hollow.ts";
import type { Cue, Found } from "./verb-cue.ts";

export function finiteCue(cue: Cue, earlier: readonly Candidate[]): Found | null {
  const { words, at, verb, group } = cue;
  if (group.passive) return byAuthor(cue);
  const word = words[at];
  if (word === undefined) return null;
  // "all reported contributions"
  if (
    word.tag === "past" &&
    !word.finite &&
    group.from === at &&
    /^(?:determiner|adjective|number|conjunction)$/.test(words[at - 1]?.tag ?? "")
  )
    return null;
  // "a merger announced Monday would …", "a plan proposed by …"
  const shortened = word.tag === "past" && !word.finite && group.from === at;
  if (shortened && (isTimeWord(words[at + 1]) || words[at + 1]?.lower === "by")) return null;
  const inverted = invertedCue(cue);
  if (inverted !== null) return inverted;
  const subject = subjectBefore(words, group.from - 1);
  if (subject === null) return null;
  const after = complementAfter(words, at, verb);
  const complement =
    after !== null && saysNothing(words, at, contentBehind(words, after.from, after.kind, at)) ? null : after;
  if (subject.kind === "phrase") {
    const postponed = afterItsContent(cue, subject.core, complement);
    if (postponed !== null) return { ...postponed, source: { core: subject.core, whole: subject.whole } };
  }
  if (
    subject.kind === "phrase" &&
    words[subject.core.from - 1]?.lower === "as" &&
    complement?.kind !== "quote" &&
    complement?.kind !== "that"
  ) {
    const content = earlier.length > 0 ? null : besideAsClause(cue, subject.core.from - 1);
    if (content !== null) {
      return {
        shape: "according",
        cue: { from: at, to: at + 1 },
        source: { core: subject.core, whole: subject.whole },
        shared: false,
        content: [content],
      };
    }
  }
  if (complement === null) return null;
  if (!finiteFrameHolds(cue, subject, complement)) return null;
  const previous = earlier.at(-1)?.source ?? null;
  const main = subject.kind === "shared" && previous === null ? clauseSubject(words, subject.at) : null;
  return {
    shape: "before",
    cue: { from: at, to: at + 1 },
    source: sourceOf(words, subject) ?? previous ?? (main === null ? null : sourceOf(words, main)),
    shared: subject.kind === "shared",
    bare: complement.kind === "object",
    content: [
      ...relativeBefore(words, subject, complement),
      subordinate(words, subject)
        ? endAtComma(words, contentBehind(words, complement.from, complement.kind, at))
        : contentBehind(words, complement.from, complement.kind, at),
    ],
  };
}

/** "…, which she called “absurd”", "what she said was absurd": the relative is a part of what was said. */
function relativeBefore(words: readonly Word[], subject: Subject, { from, kind }: Content): WordRange[] {
  if (subject.kind !== "phrase" || !(kind === "clause" ? words[from]?.finite : kind === "object" || kind === "quote"))
    return [];
  const at = subject.core.from - 1;
  // "in which she said": nothing is missing behind the verb.
  return /^(?:which|what|whom|who)$/.test(words[at]?.lower ?? "") &&
    words[at]?.quoted === null &&
    words[at - 1]?.tag !== "preposition"
    ? [{ from: at, to: at + 1 }]
    : [];
}

/** "It was said by Smith that …": a passive that names its author. */
function byAuthor({ words, at, group }: Cue): Found | null {
  if (words[at + 1]?.lower !== "by") return null;
  const end = phraseEnd(words, at + 2);
  const that = words[end];
  const dummy = group.from - 1;
  if (end > at + 2 && words[dummy]?.lower === "it" && words[dummy - 1]?.text === ",") {
    // "The plan is dead, it was announced by Smith."
    const source = { from: at + 2, to: end };
    const from = contentStart(words, dummy - 1);
    return {
      shape: "after",
      cue: { from: at, to: at + 1 },
      source: { core: source, whole: source },
      shared: false,
      content: [{ from, to: dummy - 1 }],
    };
  }
  if (end === at + 2 || that === undefined || !(that.lower === "that" || that.quoted !== null)) return null;
  const source = { from: at + 2, to: end };
  const kind = that.quoted === null ? "that" : "quote";
  return {
    shape: "before",
    cue: { from: at, to: at + 2 },
    source: { core: source, whole: source },
    shared: false,
    content: [contentFrom(words, end, kind)],
  };
}

/** "As Smith told the paper, the plan is dead" and "The plan is dead, as Smith said": what the clause with "as" goes with. */
function besideAsClause({ words, at, verb }: Cue, as: number): WordRange | null {
  // "As we have noted, …": the writers of their own earlier words.
  if (words[as + 1]?.lower === "we") return null;
  // "as Holm put it"
  const puts = verb.lemma === "put";
  if (!puts && !verb.traits.has("inverts") && !verb.traits.has("hearer")) return null;
  if (!puts && hasObject(words, hearerEnd(words, at + 1, verb))) return null;
  const before = words[as - 1];
  if (as <= 1 || before === undefined || before.tag === "conjunction") {
    const comma = words.findIndex((word, index) => index > at && word.text === "," && word.quoted === null);
    if (comma < 0 || words.slice(at + 1, comma).some((word) => word.finite)) return null;
    const from = comma + 1;
    const kind = words[from]?.quoted ? "quote" : "clause";
    return holdsClause(words, from, words.length) ? contentFrom(words, from, kind) : null;
  }
  if (!/^(?:,|[—–]|-{2,})$/.test(before.text) || before.quoted !== null) return null;
  const last = words[adjunctEnd(words, at + 1)];
  if (last !== undefined && !/^(?:[.!?,—–]|-{2,})$/.test(last.text)) return null;
  const from = contentStart(words, as);
  return holdsClause(words, from, as) ? { from, to: as } : null;
}

/** "While he said he would come, it is unlikely": the statement ends with the clause that it stands in. */
function subordinate(words: readonly Word[], subject: Subject): boolean {
  if (subject.kind !== "phrase") return false;
  for (let at = subject.core.from - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null || isBoundary(word) || word.finite) return false;
    if (/^(?:while|although|though|if|when|as|because|after|since|unless|before|once)$/.test(word.lower)) return true;
  }
  return false;
}

function endAtComma(words: readonly Word[], range: WordRange): WordRange {
  const comma = words.findIndex(
    (word, at) => at > range.from && at < range.to && word.text === "," && word.quoted === null,
  );
  return comma < 0 ? range : { from: range.from, to: comma };
}

function finiteFrameHolds(cue: Cue, subject: Subject, complement: Content): boolean {
  const { words, at, group } = cue;
  const word = words[at];
  if (word?.tag === "base" && !word.finite && !group.modal && words[group.from]?.tag !== "do") return false;
  if (group.modal && !(cue.verb.traits.has("clause") && complement.kind !== "object")) return false;
  if (cue.verb.lemma === "continue" && complement.kind !== "quote") return false;
  if (cue.verb.traits.has("finding") && !findingHolds(words, subject, complement)) return false;
  if (complement.kind === "object" && group.negated && subject.kind !== "phrase") return false;
  if (
    cue.verb.traits.has("thought") &&
    subject.kind === "phrase" &&
    /^you$/.test(words[subject.core.from]?.lower ?? "")
  ) {
    return false;
  }
  if (subject.kind === "relative" && words[subject.at]?.lower !== "who") {
    return complement.kind === "that" || complement.kind === "quote" || complement.kind === "clause";
  }
  return true;
}
