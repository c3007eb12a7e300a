import { clauseSubject } from "../../syntax/clause.ts";
import { phraseEnd } from "../../syntax/noun-phrase.ts";
import { type Subject, subjectBefore, subjectOf } from "../../syntax/subject.ts";
import { verbGroup } from "../../syntax/verb-group.ts";
import { is, isBoundary, type Word } from "../../syntax/word.ts";
import { type Candidate, candidate, named, sourceOf, type SourceRange } from "../candidate.ts";
import { contentBehind } from "../extent/clause-limit.ts";
import { complementAfter } from "./complement.ts";
import type { Cue } from "./cue.ts";

/** Words that a saying hangs on: "went on to say", "wants to tell", "was quick to note". */
const RAISING =
  "went|goes|gone|continue|continued|continues|continuing|refusing|rushing|began|begins|refused|refuses|declined|declines|wants|wanted|tried|tries|trying|struggled|struggles|struggling|sought|seeks|seemed|seems|appeared|appears|took|takes|taking|used|uses|proceeded|rushed|hastened|meant|failed|fails|prompted|forced|pressed|compelled|inclined|decided|quick|careful|right|correct|happy|eager|likely|poised";

/** "prompted Holm to say": who is made to speak stands behind these verbs. */
const CAUSING =
  "led|prompted|prompting|leading|forced|forcing|caused|causing|pushed|pushing|pressed|compelled|compelling";

/** How many words may stand between such a word and "to". */
const REACH = 6;

/** A saying in the infinitive, and whose it is: "went on to say that …", "took the stage to declare …". */
export function infinitive({ words, at, verb, group }: Cue, earlier: readonly Candidate[]): Candidate | null {
  const complement = complementAfter(words, at, verb);
  if (complement === null || complement.kind === "object") return null;
  const mayBePurpose = verb.traits.has("inverts") && complement.kind !== "infinitive";
  const found =
    caused(words, group.from) ?? raised(words, group.from) ?? (mayBePurpose ? purpose(words, group.from) : null);
  if (found === null) return null;
  const { from, shared } = found;
  const main = shared ? clauseSubject(words, from) : null;
  const source =
    found.source ?? (shared ? (earlier.at(-1)?.source ?? (main === null ? null : sourceOf(words, main))) : null);
  const content = contentBehind(words, complement.from, complement.kind, at);
  return candidate("before", { from, to: at + 1 }, source, [content], { shared });
}

interface Governor {
  /** Index of the word that the saying hangs on. */
  readonly from: number;
  readonly source: SourceRange | null;
  readonly shared: boolean;
}

const ofSubject = (words: readonly Word[], from: number, subject: Subject | null): Governor | null =>
  subject === null ? null : { from, source: sourceOf(words, subject), shared: subject.kind === "shared" };

/** The nearest word before `to` that is what a test asks for, with no mark between; -1 where there is none. */
function nearest(words: readonly Word[], to: number, test: string, reach = REACH): number {
  for (let at = to - 1; at >= Math.max(0, to - reach) && !isBoundary(words[at]); at -= 1)
    if (is(words[at], test)) return at;
  return -1;
}

function caused(words: readonly Word[], to: number): Governor | null {
  const at = nearest(words, to, CAUSING);
  return at >= 0 && at + 1 < to && phraseEnd(words, at + 1) === to
    ? { from: at, source: named(at + 1, to), shared: false }
    : null;
}

function raised(words: readonly Word[], to: number): Governor | null {
  const at = nearest(words, to, RAISING);
  if (at < 0) return null;
  const { from, progressive } = verbGroup(words, at);
  const alone = (words[at]?.tag === "gerund" && !progressive) || words[at]?.lower === "likely";
  return ofSubject(words, at, alone ? clauseSubject(words, at) : subjectBefore(words, from - 1));
}

/** "came to the pier to say that …": what somebody did in order to speak. */
function purpose(words: readonly Word[], to: number): Governor | null {
  const at = nearest(words, to, "@finite", Infinity);
  if (at < 0 || words[at]?.tag !== "past" || verbGroup(words, at).negated) return null;
  return ofSubject(words, to, subjectOf(words, at));
}
