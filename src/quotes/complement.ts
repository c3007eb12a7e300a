import type { CueVerb } from "./lexicon.ts";
import { isBoundary, isTimeWord, phraseEnd, simplePhraseEnd } from "./noun-phrase.ts";
import type { Word } from "./unit.ts";

/** What stands after an attributing verb as its statement. */
export interface Complement {
  /** Index of the first word. */
  readonly from: number;
  readonly kind: "quote" | "that" | "question" | "clause" | "infinitive" | "object";
  /** Whether a colon, comma or nothing parts it from the verb. */
  readonly after: "" | "," | ":";
}

const CONTROL_VERBS = new Set(
  "promise pledge vow agree ask urge tell warn offer beg implore instruct advise order refuse decline recommend".split(
    " ",
  ),
);
const PARTICLES: Readonly<Record<string, string>> = { point: "out", sum: "up", put: "it", refer: "to" };

/** The statement after the verb at `verb`, or `null`. */
export function complementAfter(words: readonly Word[], verb: number, cue: CueVerb): Complement | null {
  let at = verb + 1;
  const particle = PARTICLES[cue.lemma];
  if (particle !== undefined) {
    if (words[at]?.lower !== particle) return null;
    at += 1;
  }
  const heard = hearerEnd(words, at, cue);
  const spoken = cue.frames.has("hearer") ? thatWithin(words, heard) : skipAdjuncts(words, heard);
  const strong = strongComplement(words, spoken) ?? (spoken === heard ? null : strongComplement(words, heard));
  if (strong !== null) return thoughtNeedsClause(cue, strong) ? strong : null;
  return weakComplement(words, heard, spoken, cue, at);
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
    // "said, in a letter to the court, that …"
    const close = words.findIndex(
      (other, index) => index > at && index < at + 16 && other.text === word.text && other.quoted === null,
    );
    const after = words[close + 1];
    if (
      close > 0 &&
      after !== undefined &&
      /^(?:preposition|adverb|subordinator)$/.test(next.tag) &&
      !words.slice(at + 1, close).some((other) => other.finite)
    ) {
      if (after.quoted !== null) return { from: close + 1, kind: "quote", after: "," };
      if (after.lower === "that" && words[at + 1]?.lower !== "that")
        return { from: close + 1, kind: "that", after: "," };
    }
    return null;
  }
  if (word.lower === "that" && opensThatClause(words[at + 1])) return { from: at, kind: "that", after: "" };
  if (/^(?:if|whether|why|how|what|where|who)$/.test(word.lower)) return { from: at, kind: "question", after: "" };
  return null;
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
  if (word.finite && gapBefore(words, first - 1)) return { from: heard, kind: "clause", after: "" };
  const takesClause = cue.frames.has("clause") || cue.frames.has("thought");
  if (takesClause || (cue.frames.has("hearer") && heard > first)) {
    for (const from of spoken === heard ? [heard] : [spoken, heard]) {
      if (!clauseFollows(words, from)) continue;
      if (cue.frames.has("thought") && words[from]?.tag === "preposition") continue;
      return { from, kind: "clause", after: "" };
    }
  }
  if (word.lower === "to" && CONTROL_VERBS.has(cue.lemma) && words[heard + 1]?.tag === "base")
    return { from: heard, kind: "infinitive", after: "" };
  if (cue.frames.has("object") && heard === first) {
    if (NAMING.has(cue.lemma) && !quoteFollows(words, heard)) return null;
    if (simplePhraseEnd(words, heard) > heard && !isTimeWord(word)) return { from: heard, kind: "object", after: "" };
    const quoted = words.slice(heard, heard + 4).findIndex((other) => other.quoted !== null);
    if (quoted >= 0 && word.tag !== "preposition") return { from: heard, kind: "object", after: "" };
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

/** "called the plan dead" is a statement only where it is quoted: "called the plan “dead”". */
const NAMING = new Set(["call", "refer", "portray", "liken", "dub", "label", "cite", "publish", "tweet", "post"]);

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

/** Whether a subject and its finite verb stand from `from` on, before the clause ends. */
export function clauseFollows(words: readonly Word[], from: number): boolean {
  const first = words[from];
  if (first === undefined || first.quoted !== null || first.finite || first.tag === "conjunction") return false;
  if (/^(?:to|mark|past)$/.test(first.tag) && first.text !== "$") return false;
  let relative = false;
  let phrases = 0;
  for (let at = from; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || /^(?:[.;:?!]|[—–]|-{2,})$/.test(word.text)) return false;
    if (word.quoted !== null) {
      // Its verb may stand in the quote: it “humanizes” her.
      if (phrases > 0) return true;
      continue;
    }
    if (word.tag === "wh" || (word.lower === "that" && at > from && words[at - 1]?.tag === "noun")) {
      relative = true;
      continue;
    }
    if (
      word.tag === "subordinator" &&
      at > from &&
      word.lower !== "than" &&
      !/^(?:if|when|while|because|after|before)$/.test(first.lower)
    )
      return false;
    if (
      word.tag === "noun" ||
      word.tag === "pronoun" ||
      word.capital ||
      word.tag === "number" ||
      word.tag === "determiner" ||
      word.tag === "gerund"
    )
      phrases += 1;
    if (word.finite && at > from && phrases > 0) {
      if (!relative) return true;
      relative = false;
    }
  }
  return false;
}

const OBJECT_PRONOUNS = /^(?:him|her|them|me|us|you|it|himself|herself|themselves|everyone|people)$/;

/** Where the words end that name who is spoken to. */
export function hearerEnd(words: readonly Word[], from: number, cue: CueVerb): number {
  const first = words[from];
  if (first === undefined || first.quoted !== null) return from;
  if (
    first.lower === "to" &&
    !cue.frames.has("hearer") &&
    words[from + 1]?.tag !== "base" &&
    words[from + 1]?.tag !== "be"
  ) {
    return Math.max(from, phraseEnd(words, from + 1));
  }
  if (!cue.frames.has("hearer")) return from;
  if (OBJECT_PRONOUNS.test(first.lower) && !(first.lower === "her" && words[from + 1]?.tag === "noun")) return from + 1;
  if (first.lower === "that" || first.tag === "pronoun") return from;
  const end = phraseEnd(words, from, new Set(["of", "from", "for", "at"]));
  const next = words[end];
  if (next?.text === "," && next.quoted === null) {
    // "told Anderson Cooper, a host of CNN, that …"
    const close = words.findIndex((other, index) => index > end && other.text === "," && other.quoted === null);
    if (close > 0 && close - end < 14 && words[close + 1]?.lower === "that") return close + 1;
  }
  return end;
}

/** Skips when, where and how something was said, from `from` on. */
export function skipAdjuncts(words: readonly Word[], from: number): number {
  let at = from;
  for (let rounds = 0; rounds < 6; rounds += 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null) return at;
    if (
      word.tag === "adverb" &&
      !/^(?:only|nearly|roughly|approximately|almost|probably|perhaps|maybe)$/.test(word.lower)
    ) {
      at += 1;
    } else if (isTimeWord(word) && word.lower !== "may") {
      at += 1;
    } else if (/^(?:last|this|earlier|late|early|next)$/.test(word.lower) && isTimeWord(words[at + 1])) {
      at += 2;
    } else if (word.tag === "number" && isTimeWord(words[at - 1])) {
      at += 1;
      if (words[at]?.text === "," && words[at + 1]?.tag === "number") at += 2;
    } else if (word.tag === "preposition" || /^(?:after|before|during|following|as)$/.test(word.lower)) {
      const named = phraseEnd(words, at + 1);
      const end = titleEnd(words, named);
      if (end <= at + 1) {
        // "said on Monday"
        if (isTimeWord(words[at + 1]) || isTimeWord(words[at + 2])) {
          at += 1;
          continue;
        }
        return at;
      }
      at = end;
    } else {
      return at;
    }
  }
  return at;
}

/** How many words a title in quotation marks has at most: on “Morning Talk”. */
const TITLE_WORDS = 5;

/** The index after a title in quotation marks that begins at `at`, or `at`: it names a programme or book, and says nothing. */
export function titleEnd(words: readonly Word[], at: number): number {
  const quote = words[at]?.quoted ?? null;
  const before = words[at - 1];
  if (quote === null || before === undefined || before.quoted !== null) return at;
  if (
    !/^(?:preposition|possessive|determiner)$/.test(before.tag) &&
    !(before.capital && before.tag === "noun" && words[at - 2]?.tag === "preposition")
  )
    return at;
  let end = at;
  let spoken = 0;
  while (end < words.length && words[end]?.quoted === quote) {
    if (words[end]?.spoken === true) spoken += 1;
    end += 1;
  }
  const titled = words
    .slice(at, end)
    .every((word) => !word.spoken || /^[\p{Lu}\p{N}]/u.test(word.text) || word.text.length < 4);
  return spoken <= TITLE_WORDS && titled ? end : at;
}

/** Where what follows a verb at the end of its attribution stops: the next mark or quote. */
export function adjunctEnd(words: readonly Word[], from: number): number {
  let at = from;
  while (at < words.length) {
    const title = titleEnd(words, at);
    if (title > at) at = title;
    else if (isBoundary(words[at])) break;
    else at += 1;
  }
  return at;
}
