import { NEGATIONS, RELATIVES, SUBJECT_PRONOUNS, WEEKDAYS } from "../english/closed-classes.ts";
import { HARDLY_PARTICIPLES } from "../english/tagger/tags.ts";
import { beforeAdverbs } from "./finite.ts";
import { phraseStart } from "./subject-start.ts";
import { isBoundary, isName, isTimeWord, type Word, type WordRange } from "./word.ts";

/** What stands before a verb: its subject, a word that stands for one, or nothing that could be one. */
export type Subject =
  | { readonly kind: "phrase"; readonly core: WordRange; readonly whole: WordRange }
  /** "who", "which": the noun before it is meant. */
  | { readonly kind: "relative"; readonly at: number }
  /** "… and said": the subject of the verb before. */
  | { readonly kind: "shared"; readonly at: number };

/** The verb group that ends in the verb at hand. */
export interface VerbGroup {
  /** Index of its first word. */
  readonly from: number;
  readonly infinitive: boolean;
  readonly passive: boolean;
  readonly progressive: boolean;
  readonly negated: boolean;
  readonly modal: boolean;
}

export function verbGroup(words: readonly Word[], verb: number): VerbGroup {
  let from = verb;
  let passive = false;
  let progressive = false;
  let negated = false;
  let modal = false;
  let infinitive = false;
  const isPast = words[verb]?.tag === "past";
  for (let at = verb - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null) break;
    if (NEGATIONS.has(word.lower)) {
      negated = true;
      from = at;
      continue;
    }
    if (
      (word.tag === "adverb" && !word.capital) ||
      (/^(?:yet|long|first|since)$/.test(word.lower) && /^(?:have|be)$/.test(words[at - 1]?.tag ?? ""))
    )
      continue;
    if (word.tag === "be" || word.tag === "have" || word.tag === "do" || word.tag === "modal") {
      if (word.lower.endsWith("n't")) negated = true;
      if (word.tag === "be" && at === beforeAdverbs(words, verb - 1)) {
        // "he's said": a perfect
        passive = isPast && !(word.lower === "'s" && HARDLY_PARTICIPLES.has(words[verb]?.lower ?? ""));
        progressive = !isPast;
      }
      modal ||= word.tag === "modal";
      from = at;
      continue;
    }
    if (word.tag === "to" && (from === verb || words[from]?.tag !== "have")) {
      infinitive = true;
      from = at;
    }
    break;
  }
  return { from, infinitive, passive, progressive, negated, modal };
}

/** Skips what may stand between a subject and its verb: adverbs, days, "on Monday", "last week". */
function skipTimeLeft(words: readonly Word[], from: number): number {
  let at = beforeAdverbs(words, from);
  for (let rounds = 0; rounds < 4; rounds += 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null || !isTimeWord(word) || at === 0) break;
    let k = at;
    while (k > 0 && isTimeWord(words[k])) k -= 1;
    const lead = words[k];
    const dated = WEEKDAYS.has(word.lower) || WEEKDAYS.has(words[k + 1]?.lower ?? "");
    if (lead !== undefined && /^(?:on|last|this|next|late|early|earlier)$/.test(lead.lower)) {
      k -= 1;
      if (/^(?:on|late|early|earlier)$/.test(words[k]?.lower ?? "")) k -= 1;
    } else if (!dated) break;
    if (k < 0) break;
    at = beforeAdverbs(words, k);
  }
  return at;
}

/** The subject of the verb group that begins after `last`. */
export function subjectBefore(words: readonly Word[], last: number): Subject | null {
  const at = skipTimeLeft(words, last);
  const word = words[at];
  if (word === undefined) return null;
  if (word.quoted !== null) return closesApposition(words, at) ? setOffSubject(words, at, ",") : null;
  if (word.tag === "conjunction" && word.text !== "&") return { kind: "shared", at };
  if (/^(?:who|which|that)$/.test(word.lower)) return { kind: "relative", at };
  if (word.text === "," || /^(?:[—–)]|-{2,})$/.test(word.text)) {
    const subject = setOffSubject(words, at, word.text);
    // "She left, then said"
    if (subject === null && word.text === "," && words[at + 1]?.lower === "then" && at < last)
      return { kind: "shared", at };
    // "Holm (Labour), said": a comma that closes nothing.
    if (subject !== null || word.text !== ",") return subject;
    const named = phraseSubject(words, at - 1, at - 1);
    return words[at - 1]?.text === ")" ||
      (named?.kind === "phrase" && named.core.from === 0 && !isInverted(words, at + 1))
      ? named
      : null;
  }
  return phraseSubject(words, at, at);
}

/** "The pier, said Smith, is safe": what stands behind the verb is its subject. */
const isInverted = (words: readonly Word[], verb: number): boolean =>
  isName(words[verb + 1]) || words[verb + 1]?.tag === "determiner";

/** "Smith, who calls him a “crook,” said": the comma stands inside a short quote. */
function closesApposition(words: readonly Word[], at: number): boolean {
  const quote = words[at]?.quoted ?? null;
  const inner = words.filter((word) => word.quoted === quote);
  const marked = inner.slice(-3).some((word) => word.text === ",");
  const first = words.findIndex((word) => word.quoted === quote);
  const short = inner.filter((word) => word.spoken).length;
  // "Smith, citing “the magic of the place,” said"
  return (
    marked && (short <= 4 || (short <= 10 && words[first - 1]?.tag === "gerund" && words[first - 2]?.text === ","))
  );
}

/** "Smith, a farmer from the north, said": the subject stands before what is set off. */
function setOffSubject(words: readonly Word[], close: number, mark: string): Subject | null {
  const opening = mark === ")" ? "(" : mark;
  let best: Subject | null = null;
  let relative = false;
  for (let at = close - 1, steps = 0; at > 0 && steps < 70; at -= 1, steps += 1) {
    const word = words[at];
    if (word === undefined || (word.quoted !== null && word.quoted.end - word.quoted.start > 60)) break;
    if (/^[;:]$/.test(word.text) && word.quoted === null) break;
    if (word.text !== opening || word.quoted !== null) continue;
    const first = words[at + 1];
    if (first === undefined) break;
    const segment = words.slice(at + 1, close);
    relative = /^(?:who|whose|which|whom)$/.test(first.lower);
    // A clause of its own between the commas is no apposition.
    if (!relative && opening === "," && (SUBJECT_PRONOUNS.has(first.lower) || clauseIn(segment))) break;
    if (first.tag === "conjunction" && opening === ",") continue;
    const subject = phraseSubject(words, at - 1, mark === ")" ? close : close - 1);
    if (subject === null || isGoverned(words, subject)) {
      if (opening === "(") break;
      continue;
    }
    // "There is no danger, Holm, 47, said": the clause before the subject ends in a noun of its own.
    if (best !== null && subject.kind === "phrase" && endsClause(words, subject.core.from - 1)) break;
    best = subject.kind === "phrase" && isAside(first, segment) ? { ...subject, whole: subject.core } : subject;
    if (opening === "(") {
      // "Smith (Labour), chairman of …, said"
      break;
    }
    const before = words[(subject.kind === "phrase" ? subject.core.from : at) - 1];
    if (before === undefined || before.text !== ",") break;
  }
  return best;
}

/** Whether what stands behind `before` is governed by a verb or preposition, and no subject. */
function endsClause(words: readonly Word[], before: number): boolean {
  const word = words[beforeAdverbs(words, before)];
  return word !== undefined && word.quoted === null && (word.finite || /^(?:preposition|to|base)$/.test(word.tag));
}

/** "After the match, Smith, the coach, said": the match is no subject. */
function isGoverned(words: readonly Word[], subject: Subject): boolean {
  if (subject.kind !== "phrase") return false;
  return /^(?:after|before|since|until)$/.test(words[subject.core.from - 1]?.lower ?? "");
}

/** An adverbial between commas is no part of the source's name: ", meanwhile,", ", in turn,". */
function isAside(first: Word, segment: readonly Word[]): boolean {
  return (
    first.tag === "adverb" ||
    (first.tag === "preposition" && first.lower !== "of") ||
    segment.length === 0 ||
    (segment.length <= 2 && segment.every((word) => word.tag === "adverb"))
  );
}

function clauseIn(segment: readonly Word[]): boolean {
  let inRelative = false;
  return segment.some((word, at) => {
    if (word.quoted !== null) return false;
    // "speaking on condition of anonymity because they were not allowed to talk"
    if (RELATIVES.has(word.lower) || (word.tag === "subordinator" && segment[0]?.tag === "gerund")) inRelative = true;
    if (!word.finite || inRelative) return false;
    // "an independent voter raised in Chile"
    const shortened =
      word.tag === "past" &&
      segment[at - 1]?.tag === "noun" &&
      /^(?:preposition|to|adverb|subordinator)$/.test(segment[at + 1]?.tag ?? "");
    return !shortened;
  });
}

/** A noun phrase that ends at `end`; `whole` reaches to `reach`. */
function phraseSubject(words: readonly Word[], end: number, reach: number): Subject | null {
  let last = end;
  const head = words[last];
  if (head === undefined || head.quoted !== null) return null;
  if (/^[)\]]$/.test(head.text)) {
    while (last > 0 && !/^[([]$/.test(words[last]?.text ?? "")) last -= 1;
    last -= 1;
  }
  if (!isPhraseHead(words[last])) return null;
  const alone = phraseStart(words, last);
  if (alone === null) return null;
  const from = listStart(words, alone, last);
  return { kind: "phrase", core: { from, to: end + 1 }, whole: { from, to: Math.max(reach, end) + 1 } };
}

/** "Smith, Jones and other donors said": the first of a list. */
function listStart(words: readonly Word[], start: number, head: number): number {
  if (!words.slice(start, head).some((word) => word.lower === "and" || word.text === "&")) return start;
  let from = start;
  while (words[from - 1]?.text === ",") {
    const end = from - 1;
    let first = end;
    while (first > 0 && !isBoundary(words[first - 1])) first -= 1;
    const item = words.slice(first, end);
    if (
      item.length === 0 ||
      item.length > 6 ||
      !item.every((word) => isName(word) || /^(?:noun|possessive|mark)$/.test(word.tag))
    )
      break;
    from = first;
  }
  return from;
}

function isPhraseHead(word: Word | undefined): boolean {
  if (word === undefined || word.quoted !== null) return false;
  if (isName(word)) return true;
  if (/^(?:noun|number|pronoun|adjective|gerund|past|base|present)$/.test(word.tag) && word.spoken) return !word.finite;
  return /^(?:some|many|others|most|several|both|all|another|few|those|half|one|none|%)$/.test(word.lower);
}
