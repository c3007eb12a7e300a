import { adjunctEnd, hearerEnd, titleEnd } from "../../syntax/adjuncts.ts";
import { appositionEnd, phraseEnd, simplePhraseEnd } from "../../syntax/noun-phrase.ts";
import { subjectBefore } from "../../syntax/subject.ts";
import { closingMark, is, isBoundary, isName, isTimeWord, some, type Word, type WordRange } from "../../syntax/word.ts";
import { type Candidate, candidate, named, type SourceRange } from "../candidate.ts";
import { contentBehind } from "../extent/clause-limit.ts";
import type { Content } from "../extent/content-end.ts";
import { contentStart, holdsClause, isIntroduction } from "../extent/content-start.ts";
import { aroundRest, withContinuation } from "../extent/continuation.ts";
import type { Cue } from "./cue.ts";
import { saysNothing } from "./no-statement.ts";
import { isLonger } from "./unclaimed.ts";

/** What belongs to a speaker's name after it; "in" and "at" tell where something was said. */
const AFFILIATIONS = new Set(["of", "for", "from", "with"]);

/** “…,” said Smith: the verb stands right after what was said. */
export function invertedCue(cue: Cue): Candidate | null {
  const { words, at, verb, group } = cue;
  const before = words[at - 1];
  const first = words[at + 1];
  if (before === undefined || first === undefined || !verb.traits.has("inverts") || group.from !== at) return null;
  if (before.quoted === null && (before.text !== "," || verb.traits.has("hearer"))) return null;
  // "Hart, host of “Morning Talk,” suggested": a title says nothing.
  if (before.quoted !== null && titleEnd(words, quoteFrom(words, at - 1)) === at) return null;
  let end = phraseEnd(words, at + 1, AFFILIATIONS);
  // "said retired surgeon Anna Holm": no clause can begin here.
  while (end > at + 1 && isName(words[end])) end = phraseEnd(words, end, AFFILIATIONS);
  // "wrote the authors of the “New Project”"
  if (words[end - 1]?.tag === "determiner") end = titleEnd(words, end);
  const described = describes(words, end);
  if (end === at + 1 || isTimeWord(first) || !is(first, "@capital|#determiner/pronoun/noun/number/adjective"))
    return null;
  if (/^(?:him|her|them|me|us|himself|herself|themselves|little|nothing|so|much)$/.test(first.lower)) return null;
  if (words[end - 1]?.tag === "determiner" || (words[end]?.finite === true && !described)) return null;
  if (before.quoted === null && !invertsAfterComma(cue, end)) return null;
  if (described) end = Math.max(end, adjunctEnd(words, end));
  const whole = appositionEnd(words, end);
  const content = { from: contentStart(words, at - 1, adjunctEnd(words, whole)), to: at };
  return candidate(
    "after",
    { from: at, to: at + 1 },
    named(at + 1, end, whole),
    withContinuation(words, content, whole),
  );
}

/** “…,” says a source involved in the deal: a participle, as no subject can stand before it. */
const describes = (words: readonly Word[], at: number): boolean =>
  words[at]?.tag === "past" &&
  words[at - 1]?.capital === false &&
  /^(?:preposition|to|subordinator|adverb)$/.test(words[at + 1]?.tag ?? "");

/** "The plan is dead, said Smith." is inverted; "Green, a professor, said places …" is not. */
function invertsAfterComma({ words, at }: Cue, sourceEnd: number): boolean {
  const start = contentStart(words, at - 1);
  const whole = appositionEnd(words, sourceEnd);
  const resumes = words[whole]?.text === "," && words[whole + 1]?.finite === true;
  if (!holdsClause(words, start, at) && !resumes) return false;
  const after = words[sourceEnd];
  if (after?.quoted || hasVerb(words, sourceEnd)) return false;
  if (after !== undefined && !isBoundary(after) && !is(after, "#preposition/subordinator/adverb/wh|@time"))
    return false;
  const subject = subjectBefore(words, at - 1);
  return subject?.kind !== "phrase" || (subject.core.from > start && !mayBeSubject(words[subject.core.from - 1]));
}

/** "Holm, 47, said people who live there should leave": what stands behind the verb has a verb of its own. */
function hasVerb(words: readonly Word[], from: number): boolean {
  let relative = false;
  for (let at = from; at < words.length && words[at]?.quoted === null; at += 1) {
    if (is(words[at], ",") && words[at + 1]?.tag === "wh") {
      const close = words.findIndex((other, index) => index > at && is(other, ","));
      return close > 0 && words[close + 1]?.finite === true;
    }
    if (isBoundary(words[at]) || is(words[at], "#subordinator/conjunction")) return false;
    if (is(words[at], "#wh/that")) relative = true;
    else if (is(words[at], "@finite")) {
      if (!relative) return true;
      relative = false;
    }
  }
  return false;
}

/** "Holm lacks money from the town, said …": what stands behind a comma or a verb is not the subject of the next verb. */
const mayBeSubject = (before: Word | undefined): boolean =>
  !(before?.text === "," || before?.finite === true || before?.tag === "preposition" || before?.tag === "base");

/** “…,” she said. / The plan was dead, she said. / The plan, she said, was dead. */
export function afterItsContent(cue: Cue, source: SourceRange, complement: Content | null): Candidate | null {
  const { words, at, verb } = cue;
  const end = source.core.from;
  const before = words[end - 1];
  if (before === undefined || !(["clause", "hearer", "thought"] as const).some((trait) => verb.traits.has(trait)))
    return null;
  const afterQuote = before.quoted !== null;
  // "Speaking to the magazine “NME,” Holm said": a title says nothing.
  if (afterQuote && titleEnd(words, quoteFrom(words, end - 1)) === end) return null;
  if (!afterQuote && before.text !== ",") return null;
  const start = contentStart(words, end - 1, adjunctEnd(words, hearerEnd(words, at + 1, verb)));
  const content: WordRange = { from: start, to: end };
  const around = (rest: WordRange): Candidate => candidate("around", { from: at, to: at + 1 }, source, [content, rest]);
  const after = (parts: readonly WordRange[]): Candidate => candidate("after", { from: at, to: at + 1 }, source, parts);
  const open = /^[,?!]$/.test(closingMark(words, end - 1));
  if (complement?.kind === "that" && !open) {
    // "It is a pity, she said in a letter, that the pier is gone": the clause with "that" belongs to what stands before.
    const parted = is(words[complement.from - 1], ",") && !isIntroduction(words, start, end) && opens(words, content);
    return parted ? around(contentBehind(words, complement.from, "that", at)) : null;
  }
  const hearer = hearerEnd(words, at + 1, verb);
  const rest = adjunctEnd(words, hearer);
  if (afterQuote) {
    const told = complement !== null && complement.kind !== "object" && words[start]?.quoted === null;
    if (told && isIntroduction(words, start, end)) return null;
    if (told && complement.kind !== "quote" && !isLonger(words, end - 1, 4)) return null;
    if (complement?.kind === "clause" && !open) return null;
    return after(withContinuation(words, content, rest));
  }
  if (hasObject(words, hearer)) return null;
  const goesOn = aroundRest(words, content, rest, complement);
  if (goesOn !== null && !saysNothing(words, at, goesOn)) return around(goesOn);
  if (complement !== null || verb.traits.has("thought")) return null;
  // "Sorry, Holm said.": all that could be said stands before.
  const closes =
    verb.lemma === "say" &&
    (words[rest] === undefined || is(words[rest], ".")) &&
    words.slice(at + 1, rest).every((word) => isTimeWord(word));
  if (!closes && (isIntroduction(words, start, end - 1) || !holdsClause(words, start, end))) return null;
  return after(withContinuation(words, content, rest).filter((part, i) => i === 0 || !saysNothing(words, at, part)));
}

/** Index of the first word of the quote whose last word is at `last`. */
function quoteFrom(words: readonly Word[], last: number): number {
  let from = last;
  while (words[from - 1] !== undefined && words[from - 1]?.quoted === words[last]?.quoted) from -= 1;
  return from;
}

/** Whether a clause's verb stands in what comes before an attribution, and no dash that begins anew. */
const opens = (words: readonly Word[], { from, to }: WordRange): boolean =>
  some(words, from, to, "@finite") && !some(words, from, to, "@dash");

/** "Holm told the story", "Holm volunteered to go": a verb with an object of its own stands beside no statement. */
export function hasObject(words: readonly Word[], from: number): boolean {
  let at = from;
  while (words[at]?.tag === "adverb") at += 1;
  if (isBoundary(words[at])) return false;
  if (is(words[at], "#to")) return /^(?:base|be)$/.test(words[at + 1]?.tag ?? "");
  if (is(words[at], "#gerund")) return true;
  const end = simplePhraseEnd(words, at);
  return end > at && !words.slice(at, end + 1).some((word) => isTimeWord(word));
}
