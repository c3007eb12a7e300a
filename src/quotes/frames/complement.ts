import type { Verb } from "../../english/verbs.ts";
import { hearerEnd, skipAdjuncts } from "../../syntax/adjuncts.ts";
import { clauseFollows } from "../../syntax/clause.ts";
import { simplePhraseEnd } from "../../syntax/noun-phrase.ts";
import { matches } from "../../syntax/pattern.ts";
import { is, isBoundary, isTimeWord, some, type Word } from "../../syntax/word.ts";
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
  const strong = strongComplement(words, spoken) ?? (spoken === heard ? null : strongComplement(words, heard));
  // "tells voters who wonder why he left that he is ill": who is told, not what.
  const described = heard > at && is(words[heard], "who") ? thatBeyond(words, heard) : null;
  if (described !== null) return { from: described, kind: "that" };
  if (strong !== null)
    return cue.traits.has("thought") && strong.kind !== "that" && strong.kind !== "clause" ? null : strong;
  const placed = cue.traits.has("clause") || heard > at ? thatBeyond(words, heard) : null;
  if (placed !== null) return { from: placed, kind: "that" };
  // "said of the plan that …", but not "said of the plan he had made"
  const isTopic = cue.lemma === "say" && matches(words, heard, "of|about !#number&!#determiner|“");
  return isTopic ? null : weakComplement(words, heard, spoken, cue, at);
}

/** "told a packed hall in the old town that": the clause's "that", where no other verb stands before it. */
function thatWithin(words: readonly Word[], from: number): number {
  for (let at = from; at < from + 16 && !isBoundary(words[at]) && !words[at]?.finite; at += 1)
    if (opensThatClause(words, at)) return at;
  return skipAdjuncts(words, from);
}

/** How many words may tell where and when something was said before its "that". */
const CIRCUMSTANCES = 18;

/** "wrote in one of a series of letters that", "told voters in Bergen, Norway, that": past all that holds no main clause. */
function thatBeyond(words: readonly Word[], from: number): number | null {
  if (!is(words[from], "#preposition/subordinator|who")) return null;
  // Relative clauses whose verb has not come yet: "told those who asked why he left that".
  let relatives = 0;
  for (let at = from; at < from + CIRCUMSTANCES; at += 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null) return null;
    // "a statement sent to the paper": a participle
    const describes = words[at - 1]?.tag === "noun" && matches(words, at, "#past #preposition/to|“");
    // "ended by saying that": the nearer verb has it.
    if (is(word, "#wh|where|why")) relatives += 1;
    if (word.finite && !describes) relatives -= 1;
    if (relatives < 0 || is(word, "#gerund&@speech-verb")) return null;
    if (word.lower === "that") {
      // "concluded in that case that"
      if (words[at - 1]?.tag === "preposition") continue;
      return words[at + 1]?.finite !== true && opensThatClause(words, at) ? at : null;
    }
    if (word.text !== "," && isBoundary(word)) return null;
  }
  return null;
}

/** How far a comma or dash may close what is set off behind a verb, in words. */
const SET_OFF = 16;

/** Quotes, "that …", "whether …": they need no second look. */
function strongComplement(words: readonly Word[], at: number): Content | null {
  const next = words[at + 1];
  if (is(words[at], "“")) return { from: at, kind: "quote" };
  if (is(words[at], ":") && next !== undefined) return { from: at + 1, kind: next.quoted ? "quote" : "clause" };
  if (is(words[at], ",|@dash")) {
    if (next?.quoted) return { from: at + 1, kind: "quote" };
    return opensThatClause(words, at + 1) ? { from: at + 1, kind: "that" } : behindSetOff(words, at);
  }
  if (opensThatClause(words, at)) return isRelative(words, at) ? null : { from: at, kind: "that" };
  return is(words[at], "if|whether|why|how|what|where|who") ? { from: at, kind: "question" } : null;
}

/** "said, in a letter to the court, that …" */
function behindSetOff(words: readonly Word[], open: number): Content | null {
  const next = words[open + 1];
  const mark = words[open]?.text;
  const close = words
    .slice(0, open + SET_OFF)
    .findIndex((other, index) => index > open && other.text === mark && other.quoted === null);
  if (close < 0 || !is(next, "#preposition/adverb/subordinator/gerund") || is(next, "@speech-verb|quoting"))
    return null;
  const inDashes = is(words[open], "@dash") && is(words[close + 1], "that");
  if (!inDashes && words.slice(open + 1, close).some((other) => other.finite)) return null;
  if (is(words[close + 1], "“")) return { from: close + 1, kind: "quote" };
  return words[close + 1]?.lower === "that" && next?.lower !== "that" ? { from: close + 1, kind: "that" } : null;
}

/** "added to the drama that has surrounded it": the noun before is its subject. */
function isRelative(words: readonly Word[], that: number): boolean {
  const before = words[that - 1];
  const next = words[that + 1];
  if (before?.tag !== "noun" || isTimeWord(before) || next?.finite !== true) return false;
  return /^(?:modal|be|have|do)$/.test(next.tag) || (next.tag === "past" && words[that + 2]?.tag === "determiner");
}

/** A "that" with something behind it: "said that night" says nothing. */
function opensThatClause(words: readonly Word[], at: number): boolean {
  const next = words[at + 1];
  if (!is(words[at], "that") || next === undefined) return false;
  return next.quoted !== null || is(next, ",|@dash") || (!isBoundary(next) && !isTimeWord(next));
}

/** A clause without "that", a deed, a thing: what a verb takes decides. */
function weakComplement(
  words: readonly Word[],
  heard: number,
  spoken: number,
  { lemma, traits }: Verb,
  first: number,
): Content | null {
  const word = words[heard];
  if (word === undefined || isBoundary(word)) return null;
  // "the resolve she argues is needed": what is spoken of stands before the source.
  const gap = traits.has("gap") && heard === first && is(word, "#be/modal/have");
  if (word.finite && (gap || gapBefore(words, first - 1))) return { from: heard, kind: "clause" };
  if (traits.has("clause") || traits.has("thought") || (traits.has("hearer") && heard > first)) {
    const clause = [spoken, heard].find(
      (from) =>
        clauseFollows(words, from, lemma !== "say") &&
        !(traits.has("that") && words[from]?.tag !== "pronoun") &&
        !(traits.has("thought") && words[from]?.tag === "preposition"),
    );
    if (clause !== undefined) return { from: clause, kind: "clause" };
  }
  // "pledged not to", "pledged Saturday to"
  const to = isTimeWord(word) ? spoken : word.lower === "not" ? heard + 1 : heard;
  const deed = words[to + 1];
  if (
    words[to]?.lower === "to" &&
    traits.has("to-do") &&
    (deed?.tag === "base" || (heard === first && deed !== undefined && deed.quoted !== null))
  )
    return { from: isTimeWord(word) ? to : heard, kind: "infinitive" };
  // "denied having met him", "admitted to having met him"
  const doing = matches(words, first, "to #gerund|having|being") ? first + 1 : heard;
  if (traits.has("doing") && (doing > first || heard === first) && is(words[doing], "#gerund|having|being"))
    return { from: doing, kind: "object" };
  if (heard === first && traits.has("object")) {
    if (traits.has("naming") && !quoteFollows(words, heard)) return null;
    // "reported last week": no more than a time.
    const whenOnly = spoken > heard && isBoundary(words[spoken]);
    const isThing = simplePhraseEnd(words, heard) > heard && !isTimeWord(word) && !whenOnly;
    const isQuoted = some(words, heard, heard + 4, "“") && !is(word, "#preposition/conjunction");
    if (isThing || isQuoted) return { from: heard, kind: "object" };
  }
  const saysThing = lemma === "say" && !/^(?:so|it|much|little|this|that)$/.test(words[spoken]?.lower ?? "");
  return saysThing && !isTimeWord(words[spoken]) && simplePhraseEnd(words, spoken) > spoken
    ? { from: spoken, kind: "object" }
    : null;
}

function quoteFollows(words: readonly Word[], from: number): boolean {
  let at = from;
  while (!isBoundary(words[at]) && !words[at]?.finite) at += 1;
  return is(words[at], "“");
}

/** "sons who he said were …", "moves that he said improved …": what is spoken of stands before the source. */
function gapBefore(words: readonly Word[], verb: number): boolean {
  for (let at = verb - 1; at >= Math.max(0, verb - 5) && !isBoundary(words[at]); at -= 1)
    if (is(words[at], "who|which|that|what|whom")) return true;
  return false;
}

/** "As Smith put it in a letter to the town, “…”". */
function putSo(words: readonly Word[], from: number): Content | null {
  const mark = words.findIndex((word, at) => at >= from && is(word, ",|:"));
  if (mark >= 0 && words[mark + 1]?.quoted && !words.slice(from, mark).some((word) => word.finite))
    return { from: mark + 1, kind: "quote" };
  return words[from]?.quoted ? { from, kind: "quote" } : null;
}

/** "warned of a flood": the object behind the preposition, or `null`. */
function prepositionalObject(words: readonly Word[], at: number, cue: Verb): Content | null {
  if (cue.of?.test(words[at]?.lower ?? "") !== true) return null;
  const opens = simplePhraseEnd(words, at + 1) > at + 1 || is(words[at + 1], "#gerund|how|what|why|whether");
  return opens ? { from: at + 1, kind: "object" } : null;
}
