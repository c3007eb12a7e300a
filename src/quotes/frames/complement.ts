import { isSpeechVerb, type Verb } from "../../english/verbs.ts";
import { hearerEnd, skipAdjuncts } from "../../syntax/adjuncts.ts";
import { clauseFollows } from "../../syntax/clause.ts";
import { simplePhraseEnd } from "../../syntax/noun-phrase.ts";
import { isBoundary, isTimeWord, type Word } from "../../syntax/word.ts";
import type { Content } from "../extent/content-end.ts";

/** The statement after the verb at `verb`, or `null`. */
export function complementAfter(words: readonly Word[], verb: number, cue: Verb): Content | null {
  let at = verb + 1;
  if (cue.particle !== null) {
    if (!cue.particle.test(words[at]?.lower ?? "")) return null;
    at += 1;
    if (cue.lemma === "put") return putSo(words, at);
  }
  const governed = prepositionalObject(words, at, cue);
  if (governed !== null) return governed;
  const heard = hearerEnd(words, at, cue);
  const spoken = cue.traits.has("hearer") ? thatWithin(words, heard) : skipAdjuncts(words, heard);
  // "said of the plan that …", but not "said of the plan he had made"
  const topic =
    cue.lemma === "say" &&
    /^(?:of|about)$/.test(words[heard]?.lower ?? "") &&
    !/^(?:number|determiner)$/.test(words[heard + 1]?.tag ?? "");
  const strong = strongComplement(words, spoken) ?? (spoken === heard ? null : strongComplement(words, heard));
  if (strong !== null) return thoughtNeedsClause(cue, strong) ? strong : null;
  const placed = cue.traits.has("clause") || heard > at ? thatBeyond(words, heard) : null;
  if (placed !== null) return { from: placed, kind: "that" };
  return topic ? null : weakComplement(words, heard, spoken, cue, at);
}

/** "told a packed hall in the old town that": the clause's "that", where no other verb stands before it. */
function thatWithin(words: readonly Word[], from: number): number {
  for (let at = from; at < Math.min(words.length, from + 16); at += 1) {
    const word = words[at];
    if (word === undefined || isBoundary(word) || word.finite) break;
    if (word.lower === "that" && opensThatClause(words[at + 1])) return at;
  }
  return skipAdjuncts(words, from);
}

/** How many words may tell where and when something was said before its "that". */
const CIRCUMSTANCES = 18;

/** "wrote in one of a series of letters that", "told voters in Bergen, Norway, that": past all that holds no clause. */
function thatBeyond(words: readonly Word[], from: number): number | null {
  if (!/^(?:preposition|subordinator)$/.test(words[from]?.tag ?? "") || isBoundary(words[from])) return null;
  for (let at = from + 1; at < Math.min(words.length, from + CIRCUMSTANCES); at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null) return null;
    // "a statement sent to the paper": a participle
    const describes =
      word.tag === "past" && words[at - 1]?.tag === "noun" && /^(?:preposition|to)$/.test(words[at + 1]?.tag ?? "");
    if (word.finite && !describes) return null;
    // "ended by saying that": the nearer verb has it.
    if (word.tag === "gerund" && isSpeechVerb(word.lower)) return null;
    if (word.lower === "that") {
      const points = words[at - 1]?.tag === "preposition" || words[at + 1]?.finite === true;
      return !points && opensThatClause(words[at + 1]) ? at : null;
    }
    if (word.text !== "," && isBoundary(word)) return null;
  }
  return null;
}

function thoughtNeedsClause(cue: Verb, complement: Content): boolean {
  return !cue.traits.has("thought") || complement.kind === "that" || complement.kind === "clause";
}

/** Quotes, "that …", "whether …": they need no second look. */
function strongComplement(words: readonly Word[], at: number): Content | null {
  const word = words[at];
  if (word === undefined) return null;
  if (word.quoted !== null) return { from: at, kind: "quote" };
  if (word.text === ":" && at + 1 < words.length)
    return { from: at + 1, kind: words[at + 1]?.quoted ? "quote" : "clause" };
  if (/^(?:,|[—–]|-{2,})$/.test(word.text)) {
    const next = words[at + 1];
    if (next === undefined) return null;
    if (next.quoted !== null) return { from: at + 1, kind: "quote" };
    if (next.lower === "that" && opensThatClause(words[at + 2])) return { from: at + 1, kind: "that" };
    // "said, in a letter to the court, that …"
    const close = words.findIndex(
      (other, index) => index > at && index < at + 16 && other.text === word.text && other.quoted === null,
    );
    const after = words[close + 1];
    if (
      close > 0 &&
      after !== undefined &&
      /^(?:preposition|adverb|subordinator|gerund)$/.test(next.tag) &&
      !isSpeechVerb(next.lower) &&
      !words.slice(at + 1, close).some((other) => other.finite)
    ) {
      if (after.quoted !== null) return { from: close + 1, kind: "quote" };
      if (after.lower === "that" && words[at + 1]?.lower !== "that") return { from: close + 1, kind: "that" };
    }
    return null;
  }
  if (word.lower === "that" && opensThatClause(words[at + 1]))
    return isRelative(words, at) ? null : { from: at, kind: "that" };
  if (/^(?:if|whether|why|how|what|where|who)$/.test(word.lower)) return { from: at, kind: "question" };
  return null;
}

/** "added to the drama that has surrounded it": the noun before is its subject. */
function isRelative(words: readonly Word[], that: number): boolean {
  const before = words[that - 1];
  const next = words[that + 1];
  return (
    before?.tag === "noun" &&
    !isTimeWord(before) &&
    next?.finite === true &&
    (/^(?:modal|be|have|do)$/.test(next.tag) || (next.tag === "past" && words[that + 2]?.tag === "determiner"))
  );
}

/** "said that night" says nothing. */
function opensThatClause(next: Word | undefined): boolean {
  return next !== undefined && (next.quoted !== null || next.text === "," || (!isBoundary(next) && !isTimeWord(next)));
}

function weakComplement(
  words: readonly Word[],
  heard: number,
  spoken: number,
  cue: Verb,
  first: number,
): Content | null {
  const word = words[heard];
  if (word === undefined || isBoundary(word)) return null;
  // "the resolve she argues is needed": what is spoken of stands before the source.
  const gap = /^(?:be|modal|have)$/.test(word.tag) && heard === first && cue.traits.has("gap");
  if (word.finite && (gap || gapBefore(words, first - 1))) return { from: heard, kind: "clause" };
  const takesClause = cue.traits.has("clause") || cue.traits.has("thought");
  if (takesClause || (cue.traits.has("hearer") && heard > first)) {
    for (const from of spoken === heard ? [heard] : [spoken, heard]) {
      if (!clauseFollows(words, from, cue.lemma !== "say")) continue;
      if (cue.traits.has("that") && words[from]?.tag !== "pronoun") continue;
      if (cue.traits.has("thought") && words[from]?.tag === "preposition") continue;
      return { from, kind: "clause" };
    }
  }
  // "pledged not to", "pledged Saturday to"
  const to = isTimeWord(word) ? spoken : word.lower === "not" ? heard + 1 : heard;
  const deed = words[to + 1];
  if (
    words[to]?.lower === "to" &&
    cue.traits.has("to-do") &&
    (deed?.tag === "base" || (heard === first && deed !== undefined && deed.quoted !== null))
  )
    return { from: isTimeWord(word) ? to : heard, kind: "infinitive" };
  const doing = word.tag === "gerund" || /^(?:having|being)$/.test(word.lower);
  if (doing && heard === first && cue.traits.has("doing")) return { from: heard, kind: "object" };
  if (cue.traits.has("object") && heard === first) {
    if (cue.traits.has("naming") && !quoteFollows(words, heard)) return null;
    // "reported last week": no more than a time.
    const whenOnly = spoken > heard && isBoundary(words[spoken]);
    if (simplePhraseEnd(words, heard) > heard && !isTimeWord(word) && !whenOnly) return { from: heard, kind: "object" };
    const quoted = words.slice(heard, heard + 4).findIndex((other) => other.quoted !== null);
    if (quoted >= 0 && word.tag !== "preposition" && word.tag !== "conjunction") return { from: heard, kind: "object" };
  }
  const thing = words[spoken];
  if (
    cue.lemma === "say" &&
    thing !== undefined &&
    !isTimeWord(thing) &&
    !/^(?:so|it|much|little|this|that)$/.test(thing.lower)
  ) {
    if (simplePhraseEnd(words, spoken) > spoken) return { from: spoken, kind: "object" };
  }
  return null;
}

function quoteFollows(words: readonly Word[], from: number): boolean {
  for (let at = from; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null) return word !== undefined;
    if (isBoundary(word) || word.finite) return false;
  }
  return false;
}

/** "sons who he said were …", "moves that he said improved …": what is spoken of stands before the source. */
function gapBefore(words: readonly Word[], verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(0, verb - 5); at -= 1) {
    const word = words[at];
    if (word === undefined || isBoundary(word)) return false;
    if (/^(?:who|which|that|what|whom)$/.test(word.lower)) return true;
  }
  return false;
}

/** "As Smith put it in a letter to the town, “…”". */
function putSo(words: readonly Word[], from: number): Content | null {
  const mark = words.findIndex((word, at) => at >= from && word.quoted === null && /^[,:]$/.test(word.text));
  if (mark >= 0 && words[mark + 1]?.quoted && !words.slice(from, mark).some((word) => word.finite))
    return { from: mark + 1, kind: "quote" };
  return words[from]?.quoted ? { from, kind: "quote" } : null;
}

/** "warned of a flood": the object behind the preposition, or `null`. */
function prepositionalObject(words: readonly Word[], at: number, cue: Verb): Content | null {
  if (cue.of?.test(words[at]?.lower ?? "") !== true) return null;
  const first = words[at + 1];
  if (first === undefined || isBoundary(first)) return null;
  return simplePhraseEnd(words, at + 1) > at + 1 ||
    first.tag === "gerund" ||
    /^(?:how|what|why|whether)$/.test(first.lower)
    ? { from: at + 1, kind: "object" }
    : null;
}
