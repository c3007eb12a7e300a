import { hearerEnd, skipAdjuncts } from "../../syntax/adjuncts.ts";
import { clauseFollows } from "../../syntax/clause-follows.ts";
import { isCueVerb, type CueVerb } from "../../english/verbs.ts";
import { isBoundary, isTimeWord, simplePhraseEnd } from "../../syntax/noun-phrase.ts";
import type { Word } from "../../syntax/unit.ts";
import { PARTICLES, prepositionalObject, putSo } from "./verb-frames.ts";
import { wordSet } from "../../english/word-set.ts";

/** What stands after an attributing verb as its statement. */
export interface Complement {
  /** Index of the first word. */
  readonly from: number;
  readonly kind: "quote" | "that" | "question" | "clause" | "infinitive" | "object";
  /** Whether a colon, comma or nothing parts it from the verb. */
  readonly after: "" | "," | ":";
}

const CONTROL_VERBS = wordSet(
  "promise pledge vow ask urge tell warn offer beg implore instruct advise order refuse decline recommend",
);

/** The statement after the verb at `verb`, or `null`. */
export function complementAfter(words: readonly Word[], verb: number, cue: CueVerb): Complement | null {
  let at = verb + 1;
  const particle = PARTICLES[cue.lemma];
  if (particle !== undefined) {
    if (!particle.test(words[at]?.lower ?? "")) return null;
    at += 1;
    if (cue.lemma === "put") return putSo(words, at);
  }
  const governed = prepositionalObject(words, at, cue);
  if (governed !== null) return governed;
  const heard = hearerEnd(words, at, cue);
  const spoken = cue.frames.has("hearer") ? thatWithin(words, heard) : skipAdjuncts(words, heard);
  // "said of the plan that …", but not "said of the plan he had made"
  const topic =
    cue.lemma === "say" &&
    /^(?:of|about)$/.test(words[heard]?.lower ?? "") &&
    !/^(?:number|determiner)$/.test(words[heard + 1]?.tag ?? "");
  const strong = strongComplement(words, spoken) ?? (spoken === heard ? null : strongComplement(words, heard));
  if (strong !== null) return thoughtNeedsClause(cue, strong) ? strong : null;
  const placed = cue.frames.has("clause") || heard > at ? thatBeyond(words, heard) : null;
  if (placed !== null) return { from: placed, kind: "that", after: "" };
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
    if (word.tag === "gerund" && isCueVerb(word.lower)) return null;
    if (word.lower === "that") {
      const points = words[at - 1]?.tag === "preposition" || words[at + 1]?.finite === true;
      return !points && opensThatClause(words[at + 1]) ? at : null;
    }
    if (word.text !== "," && isBoundary(word)) return null;
  }
  return null;
}

function thoughtNeedsClause(cue: CueVerb, complement: Complement): boolean {
  return (
    !(cue.frames.has("thought") && cue.frames.size === 1) || complement.kind === "that" || complement.kind === "clause"
  );
}

/** Quotes, "that …", "whether …": they need no second look. */
function strongComplement(words: readonly Word[], at: number): Complement | null {
  const word = words[at];
  if (word === undefined) return null;
  if (word.quoted !== null) return { from: at, kind: "quote", after: "" };
  if (word.text === ":" && at + 1 < words.length)
    return { from: at + 1, kind: words[at + 1]?.quoted ? "quote" : "clause", after: ":" };
  if (/^(?:,|[—–]|-{2,})$/.test(word.text)) {
    const next = words[at + 1];
    if (next === undefined) return null;
    if (next.quoted !== null) return { from: at + 1, kind: "quote", after: "," };
    if (next.lower === "that" && opensThatClause(words[at + 2])) return { from: at + 1, kind: "that", after: "," };
    // "said, in a letter to the court, that …"
    const close = words.findIndex(
      (other, index) => index > at && index < at + 16 && other.text === word.text && other.quoted === null,
    );
    const after = words[close + 1];
    if (
      close > 0 &&
      after !== undefined &&
      /^(?:preposition|adverb|subordinator|gerund)$/.test(next.tag) &&
      !isCueVerb(next.lower) &&
      !words.slice(at + 1, close).some((other) => other.finite)
    ) {
      if (after.quoted !== null) return { from: close + 1, kind: "quote", after: "," };
      if (after.lower === "that" && words[at + 1]?.lower !== "that")
        return { from: close + 1, kind: "that", after: "," };
    }
    return null;
  }
  if (word.lower === "that" && opensThatClause(words[at + 1]))
    return isRelative(words, at) ? null : { from: at, kind: "that", after: "" };
  if (/^(?:if|whether|why|how|what|where|who)$/.test(word.lower)) return { from: at, kind: "question", after: "" };
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
  cue: CueVerb,
  first: number,
): Complement | null {
  const word = words[heard];
  if (word === undefined || isBoundary(word)) return null;
  // "the resolve she argues is needed": what is spoken of stands before the source.
  const gap =
    /^(?:be|modal|have)$/.test(word.tag) &&
    heard === first &&
    /^(?:say|argue|claim|believe|think|insist|contend|allege|suggest|predict|maintain|hope|fear|note)$/.test(cue.lemma);
  if (word.finite && (gap || gapBefore(words, first - 1))) return { from: heard, kind: "clause", after: "" };
  const takesClause = cue.frames.has("clause") || cue.frames.has("thought");
  if (takesClause || (cue.frames.has("hearer") && heard > first)) {
    for (const from of spoken === heard ? [heard] : [spoken, heard]) {
      if (!clauseFollows(words, from, cue.lemma !== "say")) continue;
      if (NEEDS_THAT.has(cue.lemma) && words[from]?.tag !== "pronoun") continue;
      if (cue.frames.has("thought") && words[from]?.tag === "preposition") continue;
      return { from, kind: "clause", after: "" };
    }
  }
  // "pledged not to", "pledged Saturday to"
  const to = isTimeWord(word) ? spoken : word.lower === "not" ? heard + 1 : heard;
  const deed = words[to + 1];
  if (
    words[to]?.lower === "to" &&
    CONTROL_VERBS.has(cue.lemma) &&
    (deed?.tag === "base" || (heard === first && deed !== undefined && deed.quoted !== null))
  )
    return { from: isTimeWord(word) ? to : heard, kind: "infinitive", after: "" };
  const doing = word.tag === "gerund" || /^(?:having|being)$/.test(word.lower);
  if (doing && heard === first && SAYS_DOING.has(cue.lemma)) return { from: heard, kind: "object", after: "" };
  if (cue.frames.has("object") && heard === first) {
    if (NAMING.has(cue.lemma) && !quoteFollows(words, heard)) return null;
    // "reported last week": no more than a time.
    const whenOnly = spoken > heard && isBoundary(words[spoken]);
    if (simplePhraseEnd(words, heard) > heard && !isTimeWord(word) && !whenOnly)
      return { from: heard, kind: "object", after: "" };
    const quoted = words.slice(heard, heard + 4).findIndex((other) => other.quoted !== null);
    if (quoted >= 0 && word.tag !== "preposition" && word.tag !== "conjunction")
      return { from: heard, kind: "object", after: "" };
  }
  const thing = words[spoken];
  if (
    cue.lemma === "say" &&
    thing !== undefined &&
    !isTimeWord(thing) &&
    !/^(?:so|it|much|little|this|that)$/.test(thing.lower)
  ) {
    if (simplePhraseEnd(words, spoken) > spoken) return { from: spoken, kind: "object", after: "" };
  }
  return null;
}

/** "denied having met him", "reported being turned away" */
const SAYS_DOING = wordSet("deny admit report recall acknowledge recount mention suggest propose recommend confess");

/** Verbs that hardly ever take a clause without "that": "pledged delegates as the vote nears" is none. */
const NEEDS_THAT = wordSet(`
  pledge vow agree offer read object ask rule propose recommend urge counter signal volunteer protest plead respond
  reply answer comment post publish relate maintain apologize apologise bristle elaborate gush fume gripe grumble
  lie determine demonstrate crow cheer beam highlight describe cite tout repeat echo
`);

/** "called the plan dead" is a statement only where it is quoted: "called the plan “dead”". */
const NAMING = new Set(["call", "refer", "portray", "liken", "dub", "label", "cite", "publish", "post"]);

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
