import { wordSet } from "../../english/closed-classes.ts";
import { clauseSubject } from "../../syntax/clause.ts";
import { phraseEnd } from "../../syntax/noun-phrase.ts";
import { type Subject, subjectBefore } from "../../syntax/subject.ts";
import { verbGroup } from "../../syntax/verb-group.ts";
import { isBoundary, type Word } from "../../syntax/word.ts";
import { type Candidate, sourceOf, type SourceRange } from "../candidate.ts";
import { contentBehind } from "../extent/clause-limit.ts";
import { complementAfter } from "./complement.ts";
import type { Cue, Found } from "./verb-cue.ts";

/** Words that a saying hangs on: "went on to say", "wants to tell", "was quick to note". */
const RAISING = wordSet(`
  went goes gone continue continued continues began begins refused refuses declined declines wants wanted tried tries
  trying struggled struggles struggling sought seeks seemed seems appeared appears took takes used uses proceeded rushed
  hastened meant failed fails prompted forced pressed compelled inclined decided quick careful right correct happy eager
  likely poised
`);

/** "prompted Holm to say": who is made to speak stands behind these verbs. */
const CAUSING = wordSet("led prompted forced caused pushed pressed compelled");

/** How many words may stand between such a word and "to". */
const REACH = 6;

/** A saying in the infinitive, and whose it is: "went on to say that …", "took the stage to declare …". */
export function infinitive(cue: Cue, earlier: readonly Candidate[]): Found | null {
  const { words, at, verb, group } = cue;
  const complement = complementAfter(words, at, verb);
  if (complement === null || complement.kind === "object") return null;
  const found =
    caused(words, group.from) ??
    raised(words, group.from) ??
    (verb.traits.has("inverts") && complement.kind !== "infinitive" ? purpose(words, group.from) : null);
  if (found === null) return null;
  return {
    shape: "before",
    cue: { from: found.from, to: at + 1 },
    source: found.source ?? (found.shared ? (earlier.at(-1)?.source ?? mainSource(words, found.from)) : null),
    shared: found.shared,
    content: [contentBehind(words, complement.from, complement.kind, at)],
  };
}

function mainSource(words: readonly Word[], at: number): SourceRange | null {
  const main = clauseSubject(words, at);
  return main === null ? null : sourceOf(words, main);
}

interface Governor {
  /** Index of the word that the saying hangs on. */
  readonly from: number;
  readonly source: SourceRange | null;
  readonly shared: boolean;
}

const ofSubject = (words: readonly Word[], from: number, subject: Subject | null): Governor | null =>
  subject === null ? null : { from, source: sourceOf(words, subject), shared: subject.kind === "shared" };

function caused(words: readonly Word[], to: number): Governor | null {
  for (let at = to - 2; at >= Math.max(0, to - REACH); at -= 1) {
    const word = words[at];
    if (word === undefined || isBoundary(word)) return null;
    if (!CAUSING.has(word.lower)) continue;
    const source = { from: at + 1, to };
    return phraseEnd(words, at + 1) === to
      ? { from: at, source: { core: source, whole: source }, shared: false }
      : null;
  }
  return null;
}

function raised(words: readonly Word[], to: number): Governor | null {
  for (let at = to - 1; at >= Math.max(0, to - REACH); at -= 1) {
    const word = words[at];
    if (word === undefined || isBoundary(word)) return null;
    if (!RAISING.has(word.lower)) continue;
    const { from, progressive } = verbGroup(words, at);
    const alone = (word.tag === "gerund" && !progressive) || word.lower === "likely";
    return ofSubject(words, at, alone ? clauseSubject(words, at) : subjectBefore(words, from - 1));
  }
  return null;
}

/** "came to the pier to say that …": what somebody did in order to speak. */
function purpose(words: readonly Word[], to: number): Governor | null {
  for (let at = to - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined || isBoundary(word)) return null;
    if (!word.finite) continue;
    if (word.tag !== "past" || verbGroup(words, at).negated) return null;
    return ofSubject(words, to, subjectBefore(words, verbGroup(words, at).from - 1));
  }
  return null;
}
