import { adjunctEnd, hearerEnd } from "../../syntax/adjuncts.ts";
import { appositionEnd, phraseEnd, simplePhraseEnd } from "../../syntax/noun-phrase.ts";
import { subjectBefore } from "../../syntax/subject.ts";
import { closingMark, isBoundary, isName, isTimeWord, type Word, type WordRange } from "../../syntax/word.ts";
import { contentBehind } from "../extent/clause-limit.ts";
import type { Content } from "../extent/content-end.ts";
import { aroundRest, contentStart, holdsClause, isIntroduction, withContinuation } from "../extent/content-start.ts";
import { saysNothing } from "./hollow.ts";
import type { Cue, Found } from "./verb-cue.ts";

/** What belongs to a speaker's name after it; "in" and "at" tell where something was said. */
const AFFILIATIONS = new Set(["of", "for", "from", "with"]);

const OBJECT_FORMS = /^(?:him|her|them|me|us|himself|herself|themselves|little|nothing|so|much)$/;

/** “…,” said Smith: the verb stands right after what was said. */
export function invertedCue(cue: Cue): Found | null {
  const { words, at, verb, group } = cue;
  const before = words[group.from - 1];
  if (before === undefined || !verb.traits.has("inverts") || group.from !== at) return null;
  if (before.quoted === null && (before.text !== "," || verb.traits.has("hearer"))) return null;
  let end = phraseEnd(words, at + 1, AFFILIATIONS);
  // "said retired surgeon Anna Holm": no clause can begin here.
  while (end > at + 1 && isName(words[end])) end = phraseEnd(words, end, AFFILIATIONS);
  const first = words[at + 1];
  if (end === at + 1 || first === undefined || isTimeWord(first)) return null;
  if (!(first.capital || /^(?:determiner|pronoun|noun|number|adjective)$/.test(first.tag))) return null;
  if (OBJECT_FORMS.test(first.lower)) return null;
  if (words[end - 1]?.tag === "determiner" || (words[end]?.finite === true && !describes(words, end))) return null;
  if (before.quoted === null && !invertsAfterComma(cue, end)) return null;
  if (describes(words, end)) end = Math.max(end, adjunctEnd(words, end));
  const whole = appositionEnd(words, end);
  return {
    shape: "after",
    cue: { from: at, to: at + 1 },
    shared: false,
    source: { core: { from: at + 1, to: end }, whole: { from: at + 1, to: whole } },
    content: withContinuation(words, { from: contentStart(words, at - 1), to: at }, whole),
  };
}

/** “…,” says a source involved in the deal: a participle, as no subject can stand before it. */
function describes(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return (
    word?.tag === "past" &&
    words[at - 1]?.capital === false &&
    /^(?:preposition|to|subordinator|adverb)$/.test(words[at + 1]?.tag ?? "")
  );
}

/** "The plan is dead, said Smith." is inverted; "Green, a professor, said places …" is not. */
function invertsAfterComma({ words, at }: Cue, sourceEnd: number): boolean {
  const start = contentStart(words, at - 1);
  const resumes =
    words[appositionEnd(words, sourceEnd)]?.text === "," && words[appositionEnd(words, sourceEnd) + 1]?.finite === true;
  if (!holdsClause(words, start, at) && !resumes) return false;
  const after = words[sourceEnd];
  if (after?.quoted || hasVerb(words, sourceEnd)) return false;
  if (
    after !== undefined &&
    !isBoundary(after) &&
    !/^(?:preposition|subordinator|adverb|wh)$/.test(after.tag) &&
    !isTimeWord(after)
  )
    return false;
  const subject = subjectBefore(words, at - 1);
  return subject?.kind !== "phrase" || (subject.core.from > start && !mayBeSubject(words[subject.core.from - 1]));
}

/** "Holm, 47, said people who live there should leave": what stands behind the verb has a verb of its own. */
function hasVerb(words: readonly Word[], from: number): boolean {
  let relative = false;
  for (let at = from; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null) return false;
    if (word.text === "," && words[at + 1]?.tag === "wh") {
      const close = words.findIndex((other, index) => index > at && other.text === "," && other.quoted === null);
      return close > 0 && words[close + 1]?.finite === true;
    }
    if (isBoundary(word) || word.tag === "subordinator" || word.tag === "conjunction") return false;
    if (word.tag === "wh" || word.tag === "that") relative = true;
    else if (word.finite) {
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
export function afterItsContent(cue: Cue, core: WordRange, complement: Content | null): Omit<Found, "source"> | null {
  const { words, at, verb } = cue;
  const before = words[core.from - 1];
  if (before === undefined || !(verb.traits.has("clause") || verb.traits.has("hearer") || verb.traits.has("thought")))
    return null;
  const afterQuote = before.quoted !== null;
  if (!afterQuote && before.text !== ",") return null;
  const start = contentStart(words, core.from - 1);
  const content: WordRange = { from: start, to: core.from };
  const cueRange = { from: at, to: at + 1 };
  if (complement?.kind === "that" && !(afterQuote && /^[,?!]$/.test(closingMark(words, core.from - 1)))) {
    // "It is a pity, she said in a letter, that the pier is gone": the clause with "that" belongs to what stands before.
    const parted = words[complement.from - 1]?.text === "," && words[complement.from - 1]?.quoted === null;
    if (!parted || isIntroduction(words, start, core.from) || !opens(words, content)) return null;
    return {
      shape: "around",
      cue: cueRange,
      shared: false,
      content: [content, contentBehind(words, complement.from, complement.kind, at)],
    };
  }
  const rest = adjunctEnd(words, hearerEnd(words, at + 1, verb));
  if (!afterQuote) {
    if (hasObject(words, hearerEnd(words, at + 1, verb))) return null;
    const around = aroundRest(words, content, rest, complement);
    if (around !== null && !saysNothing(words, at, around))
      return { shape: "around", cue: cueRange, shared: false, content: [content, around] };
    if (complement !== null) return null;
    if (cue.verb.traits.has("thought")) return null;
    // "Sorry, Holm said.": all that could be said stands before.
    const last = words[rest];
    const closes =
      verb.lemma === "say" &&
      (last === undefined || (last.quoted === null && last.text === ".")) &&
      words.slice(at + 1, rest).every((word) => isTimeWord(word));
    if (!closes && (isIntroduction(words, start, core.from - 1) || !holdsClause(words, start, core.from))) return null;
    const [first = content, ...later] = withContinuation(words, content, rest);
    const whole = [first, ...later.filter((part) => !saysNothing(words, at, part))];
    return { shape: "after", cue: cueRange, shared: false, content: whole };
  }
  if (
    complement !== null &&
    complement.kind !== "object" &&
    words[start]?.quoted === null &&
    isIntroduction(words, start, core.from)
  )
    return null;
  const shortQuote = quoteLength(words, core.from - 1) <= 4;
  if (
    complement !== null &&
    complement.kind !== "quote" &&
    complement.kind !== "object" &&
    shortQuote &&
    words[start]?.quoted === null
  )
    return null;
  if (complement !== null && complement.kind === "clause" && !/^[,?!]$/.test(closingMark(words, core.from - 1)))
    return null;
  return { shape: "after", cue: cueRange, shared: false, content: withContinuation(words, content, rest) };
}

/** Whether a clause's verb stands in what comes before an attribution, and no dash that begins anew. */
function opens(words: readonly Word[], { from, to }: WordRange): boolean {
  const before = words.slice(from, to).filter(({ quoted }) => quoted === null);
  return before.some(({ finite }) => finite) && !before.some(({ text }) => /^(?:[—–]|-{2,})$/.test(text));
}

function quoteLength(words: readonly Word[], at: number): number {
  const quote = words[at]?.quoted ?? null;
  return words.filter((word) => word.quoted === quote && word.spoken).length;
}

/** "Holm told the story", "Holm volunteered to go": a verb with an object of its own stands beside no statement. */
export function hasObject(words: readonly Word[], from: number): boolean {
  let at = from;
  while (words[at]?.tag === "adverb") at += 1;
  const first = words[at];
  if (first === undefined || isBoundary(first)) return false;
  if (first.tag === "to") return words[at + 1]?.tag === "base" || words[at + 1]?.tag === "be";
  if (first.tag === "gerund") return true;
  const end = simplePhraseEnd(words, at);
  return end > at && !words.slice(at, end).some((word) => isTimeWord(word)) && !isTimeWord(words[end]);
}
