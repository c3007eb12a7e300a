import { appositionEnd, phraseEnd, simplePhraseEnd } from "../../syntax/noun-phrase.ts";
import { subjectBefore } from "../../syntax/subject.ts";
import { verbGroup } from "../../syntax/verb-group.ts";
import { closingMark, is, isName, type Word, type WordRange } from "../../syntax/word.ts";
import { named, sourceOf, type SourceRange } from "../candidate.ts";
import { contentStart } from "../extent/content-start.ts";

/** Verbs that pass on what somebody else has said: "the paper quoted the mayor as saying …". */
const PASSES_ON = "quote|quotes|quoted|quoting|cite|cites|cited|citing|report|reports|reported|reporting";

/** Whether the verb at `verb` passes on what a "saying" behind its object says: "reported the coroner saying …". */
export function passesOn(words: readonly Word[], verb: number): boolean {
  if (!is(words[verb], PASSES_ON)) return false;
  const saying = words.findIndex((word, at) => at > verb && at < verb + REACH && is(word, "saying|telling"));
  return saying > 0 && passedOn(words, saying) !== null;
}

/** How many words may stand between such a verb and its "saying". */
const REACH = 30;

/** Who is quoted, and what was said where it stands before whoever passes it on: “…,” the paper quoted Holm as saying. */
export interface PassedOn {
  readonly source: SourceRange;
  readonly before: WordRange | null;
}

/** Whose words a "saying" at `at` passes on, or `null` where it is the speaker's own. */
export function passedOn(words: readonly Word[], at: number): PassedOn | null {
  const to = is(words[at - 1], "as") ? at - 1 : at;
  const verb = words.findLastIndex((word, index) => index < to && index >= to - REACH && is(word, PASSES_ON));
  if (verb < 0 || !is(words[at], "saying|telling")) return null;
  const group = verbGroup(words, verb);
  if (group.passive) {
    const subject = to < at ? subjectBefore(words, group.from - 1) : null;
    const source = subject === null ? null : sourceOf(words, subject);
    return source === null ? null : { source, before: saidBefore(words, source.core.from) };
  }
  // "reported the plan, saying it was dead" is the paper's own.
  const source = quotedPerson(words, verb + 1, to);
  if (source === null || (to === at && !is(words[at - 1], ",") && !isName(words[at - 1]))) return null;
  return { source, before: to < at ? openingQuote(words, verb) : null };
}

/** The noun phrase with its apposition that fills the words from verb to "saying": "the coroner, Hugh Vane,". */
function quotedPerson(words: readonly Word[], from: number, to: number): SourceRange | null {
  let core = phraseEnd(words, from);
  if (core > to) core = simplePhraseEnd(words, from);
  // "quoted station master Emil Novak as saying": no clause can begin here.
  while (core > from && core < to && isName(words[core])) core = phraseEnd(words, core);
  if (core === from || core > to) return null;
  if (core === to) return named(from, to);
  if (!is(words[core], ",")) return null;
  let end = core + 1;
  while (isName(words[end])) end += 1;
  if (end === core + 1) end = appositionEnd(words, core);
  const close = is(words[end], ",") ? end + 1 : end;
  return end > core && (close === to || end === to) ? named(from, core, end) : null;
}

const saidBefore = (words: readonly Word[], end: number): WordRange | null =>
  /^[,?!]$/.test(closingMark(words, end - 1)) ? { from: contentStart(words, end - 1), to: end } : null;

/** The quote that opens the sentence before whoever passes it on. */
function openingQuote(words: readonly Word[], verb: number): WordRange | null {
  const last = words.findLastIndex((word, at) => at < verb && word.quoted !== null);
  return last < 0 || words.slice(last + 1, verb).some((word) => word.finite) ? null : saidBefore(words, last + 1);
}
