import { RELATIVES, WEEKDAYS } from "../english/closed-classes.ts";
import { SUBJECT_PRONOUNS } from "../english/pronouns.ts";
import { beforeAdverbs } from "./finite.ts";
import { phraseStart } from "./subject-start.ts";
import { verbGroup } from "./verb-group.ts";
import { is, isBoundary, isName, isTimeWord, some, type Word, type WordRange } from "./word.ts";

/** What stands before a verb: its subject, a word that stands for one, or nothing that could be one. */
export type Subject =
  | { readonly kind: "phrase"; readonly core: WordRange; readonly whole: WordRange }
  /** "who", "which": the noun before it is meant. */
  | { readonly kind: "relative"; readonly at: number }
  /** "… and said": the subject of the verb before. */
  | { readonly kind: "shared"; readonly at: number };

/** Skips what may stand between a subject and its verb: adverbs, days, "on Monday", "last week". */
function skipTimeLeft(words: readonly Word[], from: number): number {
  let at = beforeAdverbs(words, from);
  for (let rounds = 0; rounds < 4; rounds += 1) {
    const word = words[at];
    if (word === undefined || at === 0 || !is(word, "@time")) break;
    let k = at;
    while (k > 0 && isTimeWord(words[k])) k -= 1;
    if (/^(?:on|last|this|next|late|early|earlier)$/.test(words[k]?.lower ?? "")) {
      k -= 1;
      if (/^(?:on|late|early|earlier)$/.test(words[k]?.lower ?? "")) k -= 1;
    } else if (!WEEKDAYS.has(word.lower) && !WEEKDAYS.has(words[k + 1]?.lower ?? "")) break;
    if (k < 0) break;
    at = beforeAdverbs(words, k);
  }
  return at;
}

/** The subject of the verb at `verb`, whose group may begin before it. */
export const subjectOf = (words: readonly Word[], verb: number): Subject | null =>
  subjectBefore(words, verbGroup(words, verb).from - 1);

/** The subject of the verb group that begins after `last`. */
export function subjectBefore(words: readonly Word[], last: number): Subject | null {
  const at = skipTimeLeft(words, last);
  const word = words[at];
  if (word === undefined) return null;
  if (word.quoted !== null) return closesApposition(words, at) ? setOffSubject(words, at, ",") : null;
  if (word.tag === "conjunction" && word.text !== "&") return { kind: "shared", at };
  if (is(word, "who|which|that")) return { kind: "relative", at };
  if (!is(word, ",|)|@dash")) return phraseSubject(words, at, at);
  const subject = setOffSubject(words, at, word.text);
  if (subject !== null || word.text !== ",") return subject;
  // "She left, then said"
  if (words[at + 1]?.lower === "then" && at < last) return { kind: "shared", at };
  // "Holm (Labour), said": a comma that closes nothing.
  const named = phraseSubject(words, at - 1, at - 1);
  const opens = named?.kind === "phrase" && named.core.from === 0 && !isInverted(words, at + 1);
  return words[at - 1]?.text === ")" || opens ? named : null;
}

/** "The pier, said Smith, is safe": what stands behind the verb is its subject. */
const isInverted = (words: readonly Word[], verb: number): boolean =>
  isName(words[verb + 1]) || words[verb + 1]?.tag === "determiner";

/** "Smith, who calls him a “crook,” said": the comma stands inside a short quote. */
function closesApposition(words: readonly Word[], at: number): boolean {
  const quote = words[at]?.quoted ?? null;
  let first = at;
  while (words[first - 1]?.quoted === quote) first -= 1;
  const inner = words.slice(first, at + 1);
  const short = inner.filter((word) => word.spoken).length;
  // "Smith, citing “the magic of the place,” said"
  return (
    inner.slice(-3).some((word) => word.text === ",") &&
    (short <= 4 || (short <= 10 && words[first - 1]?.tag === "gerund" && words[first - 2]?.text === ","))
  );
}

/** How far back the words that are set off behind a subject may begin, and how many letters a quote in them may have. */
const SET_OFF_WORDS = 70;
const SET_OFF_QUOTE = 60;

/** "Smith, a farmer from the north, said": the subject stands before what is set off. */
function setOffSubject(words: readonly Word[], close: number, mark: string): Subject | null {
  const opening = mark === ")" ? "(" : mark;
  let best: Subject | null = null;
  let governed: Subject | null = null;
  for (let at = close - 1; at > Math.max(0, close - 1 - SET_OFF_WORDS); at -= 1) {
    const word = words[at];
    if (word === undefined || (word.quoted !== null && word.quoted.end - word.quoted.start > SET_OFF_QUOTE)) break;
    if (is(word, ";|:")) break;
    if (word.text !== opening || word.quoted !== null) continue;
    const first = words[at + 1];
    if (first === undefined) break;
    const segment = words.slice(at + 1, close);
    const relative = /^(?:who|whose|which|whom)$/.test(first.lower);
    // A clause of its own between the commas is no apposition.
    if (!relative && opening === "," && (SUBJECT_PRONOUNS.has(first.lower) || clauseIn(segment))) break;
    if (first.tag === "conjunction" && opening === ",") continue;
    const subject = phraseSubject(words, at - 1, mark === ")" ? close : close - 1);
    if (subject === null || isGoverned(words, subject)) {
      if (opening === "(") break;
      // "It came up after Holm, asked about the pier, had said": the subject of a clause, where none stands before it.
      if (subject !== null && is(first, "asked|#wh")) governed ??= subject;
      continue;
    }
    // "There is no danger, Holm, 47, said": the clause before the subject ends in a noun of its own.
    if (best !== null && endsClause(words, subject.core.from - 1)) break;
    best = isAside(first, segment) ? { ...subject, whole: subject.core } : subject;
    // "Smith (Labour), chairman of …, said"
    if (opening === "(" || words[subject.core.from - 1]?.text !== ",") break;
  }
  return best ?? governed;
}

/** Whether what stands behind `before` is governed by a verb or preposition, and no subject. */
const endsClause = (words: readonly Word[], before: number): boolean =>
  is(words[beforeAdverbs(words, before)], "@finite|#preposition/to/base");

/** "After the match, Smith, the coach, said": the match is no subject. */
const isGoverned = (words: readonly Word[], subject: PhraseSubject): boolean =>
  /^(?:after|before|since|until)$/.test(words[subject.core.from - 1]?.lower ?? "");

/** An adverbial between commas is no part of the source's name: ", meanwhile,", ", in turn,". */
const isAside = (first: Word, segment: readonly Word[]): boolean =>
  first.tag === "adverb" || (first.tag === "preposition" && first.lower !== "of") || segment.length === 0;

function clauseIn(segment: readonly Word[]): boolean {
  let inRelative = false;
  return segment.some((word, at) => {
    if (word.quoted !== null) return false;
    // "speaking on condition of anonymity because they were not allowed to talk"
    // or "(when) asked if he would go"
    const opensDeed = is(segment[0], "#gerund|asked") || is(segment[1], "asked");
    inRelative ||= RELATIVES.has(word.lower) || (word.tag === "subordinator" && opensDeed);
    if (!word.finite || inRelative) return false;
    // "an independent voter raised in Chile"
    const shortened =
      word.tag === "past" &&
      segment[at - 1]?.tag === "noun" &&
      /^(?:preposition|to|adverb|subordinator)$/.test(segment[at + 1]?.tag ?? "");
    return !shortened;
  });
}

type PhraseSubject = Extract<Subject, { kind: "phrase" }>;

/** A noun phrase that ends at `end`; `whole` reaches to `reach`. */
function phraseSubject(words: readonly Word[], end: number, reach: number): PhraseSubject | null {
  let last = end;
  if (is(words[last], ")|]")) {
    while (last > 0 && !/^[([]$/.test(words[last]?.text ?? "")) last -= 1;
    last -= 1;
  }
  if (!isPhraseHead(words[last])) return null;
  const alone = phraseStart(words, last);
  if (alone === null) return null;
  const from = listStart(words, alone, last);
  if (isDate(words, from, end + 1)) return null;
  return { kind: "phrase", core: { from, to: end + 1 }, whole: { from, to: Math.max(reach, end) + 1 } };
}

/** "On Thursday, August 21, the harbour master, Anna Holm, said": a day is no subject. */
const isDate = (words: readonly Word[], from: number, to: number): boolean =>
  some(words, from - 1, to, "@time") &&
  words.slice(from, to).every((word) => isTimeWord(word) || word.tag === "number");

/** "Smith, Jones and other donors said": the first of a list. */
function listStart(words: readonly Word[], start: number, head: number): number {
  if (!some(words, start, head, "and|&")) return start;
  let from = start;
  while (words[from - 1]?.text === ",") {
    const end = from - 1;
    let first = end;
    while (first > 0 && !isBoundary(words[first - 1])) first -= 1;
    const item = words.slice(first, end);
    if (item.length === 0 || item.length > 6 || !item.every((word) => is(word, "@name|#noun/possessive/mark"))) break;
    from = first;
  }
  return from;
}

const isPhraseHead = (word: Word | undefined): boolean =>
  is(word, "@name|some|many|others|most|several|both|all|another|few|those|half|one|none|%") ||
  (is(word, "@spoken&!@finite") && is(word, "#noun/number/pronoun/adjective/gerund/past/base/present"));
