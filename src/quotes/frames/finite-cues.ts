import { adjunctEnd, hearerEnd } from "../../syntax/adjuncts.ts";
import { clauseSubject } from "../../syntax/clause.ts";
import { phraseEnd } from "../../syntax/noun-phrase.ts";
import { type Subject, subjectBefore } from "../../syntax/subject.ts";
import { is, isBoundary, isTimeWord, some, type Word, type WordRange } from "../../syntax/word.ts";
import { type Candidate, candidate, named, sourceOf } from "../candidate.ts";
import { contentBehind } from "../extent/clause-limit.ts";
import { type Content, contentFrom } from "../extent/content-end.ts";
import { contentStart, holdsClause, isIntroduction } from "../extent/content-start.ts";
import { afterItsContent, hasObject, invertedCue } from "./after-cues.ts";
import { complementAfter } from "./complement.ts";
import type { Cue } from "./cue.ts";
import { findingHolds, saysNothing } from "./no-statement.ts";
import { passesOn } from "./passed-on.ts";

/** A verb of speech that carries a clause: "Smith said that …", "…, said Smith", "it was said by Smith that …". */
export function finiteCue(cue: Cue, earlier: readonly Candidate[]): Candidate | null {
  const { words, at, verb, group } = cue;
  if (group.passive) return byAuthor(cue);
  if (isParticiple(cue)) return null;
  const inverted = invertedCue(cue);
  if (inverted !== null) return inverted;
  const subject = subjectBefore(words, group.from - 1);
  if (subject === null) return null;
  const after = complementAfter(words, at, verb);
  const content = after === null ? null : contentBehind(words, after.from, after.kind, at);
  const complement = content !== null && saysNothing(words, at, content) ? null : after;
  if (subject.kind === "phrase") {
    const postponed = afterItsContent(cue, subject, complement);
    if (postponed !== null) return postponed;
    const as = subject.core.from - 1;
    const stated = complement?.kind === "quote" || complement?.kind === "that";
    const beside = words[as]?.lower === "as" && !stated && earlier.length === 0 ? besideAsClause(cue, as) : null;
    if (beside !== null) return candidate("according", { from: at, to: at + 1 }, subject, beside);
  }
  if (complement === null || content === null || !finiteFrameHolds(cue, subject, complement)) return null;
  if (subject.kind === "shared" && ordersSomebodyTold(cue, earlier.at(-1))) return null;
  const previous = earlier.at(-1)?.source ?? null;
  const main = subject.kind === "shared" && previous === null ? clauseSubject(words, subject.at) : null;
  const source = sourceOf(words, subject) ?? previous ?? (main === null ? null : sourceOf(words, main));
  const said = subordinate(words, subject) ? endAtComma(words, content) : content;
  return candidate("before", { from: at, to: at + 1 }, source, [...relativeBefore(words, subject, complement), said], {
    shared: subject.kind === "shared",
    bare: complement.kind === "object",
  });
}

/** "Police said the men beat the guard and ordered him to go": what is told of others goes on. */
const ordersSomebodyTold = ({ words, at, verb }: Cue, before: Candidate | undefined): boolean =>
  before?.shape === "before" &&
  verb.traits.has("to-do") &&
  verb.traits.has("hearer") &&
  is(words[at + 1], "him|her|them") &&
  before.content.some(({ from, to }) => from < at && at < to && some(words, from, at, "#past&@finite|#have"));

/** "all reported contributions", "a merger announced Monday would …", "a plan proposed by …" */
function isParticiple({ words, at, group }: Cue): boolean {
  if (words[at]?.tag !== "past" || words[at]?.finite === true || group.from !== at) return false;
  return (
    /^(?:determiner|adjective|number|conjunction)$/.test(words[at - 1]?.tag ?? "") ||
    isTimeWord(words[at + 1]) ||
    words[at + 1]?.lower === "by" ||
    // "Holm, asked if he would go, said"
    (is(words[at], "asked") && is(words[at - 1], ",|when|if|once"))
  );
}

/** "…, which she called “absurd”", "what she said was absurd": the relative is a part of what was said. */
function relativeBefore(words: readonly Word[], subject: Subject, { from, kind }: Content): WordRange[] {
  if (subject.kind !== "phrase" || !(kind === "clause" ? words[from]?.finite : kind === "object" || kind === "quote"))
    return [];
  const at = subject.core.from - 1;
  // "in which she said": nothing is missing behind the verb.
  return is(words[at], "which|what|whom|who") && words[at - 1]?.tag !== "preposition" ? [{ from: at, to: at + 1 }] : [];
}

/** "It was said by Smith that …": a passive that names its author. */
function byAuthor({ words, at, group }: Cue): Candidate | null {
  const end = phraseEnd(words, at + 2);
  if (words[at + 1]?.lower !== "by" || end === at + 2) return null;
  const source = named(at + 2, end);
  const dummy = group.from - 1;
  if (words[dummy]?.lower === "it" && words[dummy - 1]?.text === ",") {
    // "The plan is dead, it was announced by Smith."
    const from = contentStart(words, dummy - 1);
    return candidate("after", { from: at, to: at + 1 }, source, [{ from, to: dummy - 1 }]);
  }
  const isQuoted = is(words[end], "“");
  if (!isQuoted && !is(words[end], "that")) return null;
  return candidate("before", { from: at, to: at + 2 }, source, [contentFrom(words, end, isQuoted ? "quote" : "that")]);
}

/** "As Smith told the paper, the plan is dead" and "The plan is dead, as Smith said": what the clause with "as" goes with. */
function besideAsClause({ words, at, verb }: Cue, as: number): readonly WordRange[] | null {
  // "As we have noted, …": the writers of their own earlier words.
  if (words[as + 1]?.lower === "we") return null;
  // "as Holm put it"
  if (verb.lemma !== "put") {
    if (!verb.traits.has("inverts") && !verb.traits.has("hearer") && verb.particle === null) return null;
    if (hasObject(words, hearerEnd(words, verb.particle === null ? at + 1 : at + 2, verb))) return null;
  }
  const before = words[as - 1];
  if (as <= 1 || before === undefined || before.tag === "conjunction" || (as === 2 && is(words[0], "#conjunction"))) {
    return clauseBehind(words, at);
  }
  if (!is(before, ",|@dash")) return null;
  const last = words[adjunctEnd(words, at + 1)];
  if (last !== undefined && !/^(?:[.!?,—–]|-{2,})$/.test(last.text)) return null;
  const from = contentStart(words, as);
  const opening = { from, to: as };
  // "Weeks ago, as Smith reported, the plan was dead", "given that, as Smith reported, the plan is dead"
  const behind = isIntroduction(words, from, as) || is(words[as - 2], "that") ? clauseBehind(words, at) : null;
  if (behind !== null) return is(words[as - 2], "that") ? behind : [opening, ...behind];
  return holdsClause(words, from, as) ? [opening] : null;
}

/** The clause behind the comma that closes an as-clause whose verb is at `verb`. */
function clauseBehind(words: readonly Word[], verb: number): readonly WordRange[] | null {
  const comma = words.findIndex((word, index) => index > verb && is(word, ","));
  if (comma < 0 || words.slice(verb + 1, comma).some((word) => word.finite)) return null;
  const kind = words[comma + 1]?.quoted ? "quote" : "clause";
  return holdsClause(words, comma + 1, words.length) ? [contentFrom(words, comma + 1, kind)] : null;
}

/** "While he said he would come, it is unlikely": the statement ends with the clause that it stands in. */
function subordinate(words: readonly Word[], subject: Subject): boolean {
  if (subject.kind !== "phrase") return false;
  for (let at = subject.core.from - 1; at >= 0; at -= 1) {
    if (isBoundary(words[at]) || is(words[at], "@finite")) return false;
    if (is(words[at], "while|although|though|if|when|as|because|after|since|unless|before|once")) return true;
  }
  return false;
}

function endAtComma(words: readonly Word[], { from, to }: WordRange): WordRange {
  const comma = words.findIndex((word, at) => at > from && at < to && is(word, ","));
  return comma < 0 ? { from, to } : { from, to: comma };
}

function finiteFrameHolds({ words, at, verb, group }: Cue, subject: Subject, { from, kind }: Content): boolean {
  const word = words[at];
  if (word?.tag === "base" && !word.finite && !group.modal && words[group.from]?.tag !== "do") return false;
  if (group.modal && !(verb.traits.has("clause") && kind !== "object")) return false;
  if (/^(?:object|clause)$/.test(kind) && passesOn(words, at)) return false;
  // "did not claim to belong": a deed that was not told.
  if (kind === "infinitive" && group.negated) return false;
  if (verb.lemma === "continue" && kind !== "quote" && kind !== "that") return false;
  // "two letters found on the pier"
  const isShortened = word?.finite === false && group.from === at;
  if (verb.traits.has("finding") && (isShortened || !findingHolds(words, subject, { from, kind }))) return false;
  if (kind === "object" && group.negated && (subject.kind !== "phrase" || verb.of !== null)) return false;
  if (subject.kind === "phrase") return !(verb.traits.has("thought") && words[subject.core.from]?.lower === "you");
  if (subject.kind === "shared" || words[subject.at]?.lower === "who") return true;
  return /^(?:that|quote|clause)$/.test(kind) || is(words[subject.at - 1], "@message");
}
