import { appositionEnd, phraseEnd } from "../../syntax/noun-phrase.ts";
import { matches } from "../../syntax/pattern.ts";
import { subjectOf } from "../../syntax/subject.ts";
import { is, isName, some, type Word, type WordRange } from "../../syntax/word.ts";
import { type Candidate, named, sourceOf } from "../candidate.ts";
import { contentFrom } from "../extent/content-end.ts";
import { contentStart } from "../extent/content-start.ts";
import { accordingTo, contentAfter, describedEnd, inOwnWords } from "./according.ts";
import { afterName, beforeName, clauseBefore, credit, creditEnd, headingEnd, isNoSpeaker } from "./colons.ts";
import { type Found, type Frame, moved, type Parts, candidatesBy } from "./frame.ts";
import { ownedClause, ownedQuote, wordsEnd } from "./nouns.ts";
import { byGovernor, soundsSpoken } from "./quoted-words.ts";
import { isLonger, quoteOf, quotesIn, saidBefore } from "./unclaimed.ts";
import { verbCues } from "./verb-cues.ts";

/** The subject of the verb that a cue begins with speaks. */
function ofSubject(words: readonly Word[], { cue }: Found): Parts | null {
  const subject = subjectOf(words, cue.from);
  const source = subject === null ? null : sourceOf(words, subject);
  return source && { source };
}

/** Each frame has its examples above it: a sentence, then source, cue and content of the statement in it. */
const ALWAYS: readonly Frame[] = [
  // According to Anna Holm, the pier was safe. → Anna Holm | According to | the pier was safe
  // The pier was safe, according to Anna Holm. → Anna Holm | according to | The pier was safe
  { shape: "according", pattern: "cue:(according to) source:(DESCRIBED)", read: accordingTo },
  // As per Anna Holm, the pier was safe. → Anna Holm | As per | the pier was safe
  { shape: "according", pattern: "cue:(as per) source:(DESCRIBED)", read: accordingTo },
  // The pier was, in the words of Anna Holm, “a wreck at sea”. → Anna Holm | in the words of | “a wreck at sea”
  {
    shape: "according",
    pattern: "cue:(in the words of) source:(DESCRIBED) !@finite* content:(QUOTATION)",
    read: (words, { source, content }) => {
      const comma = words[content.from - 1]?.text === ",";
      return { source: named(source.from, source.to, comma ? content.from - 1 : content.from) };
    },
  },
  // For Anna Holm, the pier is “a wreck”. → Anna Holm | For | the pier is “a wreck”
  { shape: "according", pattern: "^ cue:(for|to) source:(DESCRIBED) ,", read: inOwnWords },
  // In the words of Anna Holm, the pier is “a wreck”. → Anna Holm | In the words of | the pier is “a wreck”
  { shape: "according", pattern: "^ cue:(in the words of) source:(DESCRIBED) , !@finite* @finite", read: inOwnWords },
  // As reported by the Morning Post, the pier was safe. → the Morning Post | As reported by | the pier was safe
  {
    shape: "according",
    pattern: "^ cue:(as @speech-verb by) source:(NP)",
    read: (words, { source }) => ({ content: contentAfter(words, source.to) }),
  },
  // The Morning Post reported, citing Anna Holm, that the pier was safe. → Anna Holm | citing | that the pier was safe
  {
    shape: "before",
    pattern: "cue:(citing|quoting) source:(NP) ,",
    read: (words, { cue, source }) => {
      const verb = words[cue.from - 1]?.text === "," ? words[cue.from - 2] : undefined;
      const from = source.to + 1;
      return is(verb, "@finite&@speech-verb") && is(words[from], "that|“")
        ? { content: [contentFrom(words, from, words[from]?.lower === "that" ? "that" : "quote")] }
        : null;
    },
  },
  // The pier was sold on Monday, reports the Morning Post. → the Morning Post | reports | The pier was sold on Monday
  {
    shape: "after",
    pattern: ", cue:(reports|writes) source:(the? @name @name*) .? $",
    read: (words, { cue }) => {
      const content = { from: contentStart(words, cue.from - 1), to: cue.from - 1 };
      return some(words, content.from, content.to, "@finite|“") ? { content: [content] } : null;
    },
  },
  // Anna Holm's claim that the pier was safe convinced nobody. → Anna Holm | claim | that the pier was safe
  { shape: "before", pattern: "cue:(#noun&@statement|#gerund&@statement) #be? content:(that)", read: ownedClause },
  // A claim by Anna Holm that the pier was safe convinced nobody. → Anna Holm | claim | that the pier was safe
  {
    shape: "before",
    pattern: "cue:(#noun&@statement|#gerund&@statement) by source:(NP) content:(that)",
    read: ownedClause,
  },
  // Anna Holm has made it abundantly clear that the pier was safe. → Anna Holm | made it abundantly clear | that the pier was safe
  {
    shape: "before",
    pattern: "cue:(make|makes|made|making it? very|quite|perfectly|abundantly|crystal|so* clear) content:(THAT-CLAUSE)",
    read: ofSubject,
  },
  // Anna Holm called on the town to mend the pier. → Anna Holm | called on | to mend the pier
  {
    shape: "before",
    pattern: "cue:(call|calls|called|calling|appeal|appeals|appealed|appealing on|upon|to) NP content:(to #base)",
    read: (words, found) => {
      const reading = ofSubject(words, found);
      return reading && { ...reading, content: [contentFrom(words, found.content.from, "infinitive")] };
    },
  },
  // Anna Holm took the position that the pier was safe. → Anna Holm | took the position | that the pier was safe
  {
    shape: "before",
    pattern: "cue:(take|takes|took|taken|taking the position|view|stance|stand) content:(THAT-CLAUSE)",
    read: ofSubject,
  },
];

/** Frames that the quotation marks give away, whatever the verb: they are asked about quotes that nothing else claims. */
const BY_QUOTE: readonly Frame[] = [
  // Anna Holm went even further: “The pier is not safe.” → Anna Holm | went | “The pier is not safe.”
  {
    shape: "before",
    pattern: "cue:(:) content:(QUOTATION)",
    read: (words, { content }) => (isLonger(words, content.from, 3) ? clauseBefore(words, content.from - 1) : null),
  },
  // Former mayor Anna Holm: “The pier is not safe.” → Former mayor Anna Holm | : | “The pier is not safe.”
  {
    shape: "before",
    pattern: "^ source:(NP SET-OFF?) cue:(:) content:(QUOTATION)",
    read: (words, { source, content }) => {
      const name = phraseEnd(words, 0);
      if (isNoSpeaker(words[0]?.lower ?? "")) return null;
      if (!isLonger(words, content.from, 3) || !some(words, 0, name, "@name") || some(words, 0, source.to, "@finite"))
        return null;
      return { source: named(0, name, source.to) };
    },
  },
  // “The pier is not safe,” thundered Anna Holm. → Anna Holm | thundered | “The pier is not safe,”
  {
    shape: "after",
    pattern: "BEHIND-QUOTE cue:(#past&@finite) source:(NP)",
    read: (words, { cue, source }) => {
      const content = saidBefore(words, cue.from);
      if (content === null || !isName(words[source.to - 1])) return null;
      return { source: named(source.from, source.to, appositionEnd(words, source.to)), content: [content] };
    },
  },
  // “The pier is not safe,” Anna Holm thundered. → Anna Holm | thundered | “The pier is not safe,”
  {
    shape: "after",
    pattern:
      "BEHIND-QUOTE source:(!@finite !@finite*) cue:(#past&@finite|#present&@finite) ( @boundary|“|#adverb/preposition/subordinator | $ )",
    read: (words, { cue, source }) => {
      const content = saidBefore(words, source.from);
      const subject = subjectOf(words, cue.from);
      if (content === null || subject?.kind !== "phrase" || subject.core.from !== source.from) return null;
      return { source: subject, content: [content] };
    },
  },
];

/** A quote within the narrator's sentence, and the noun that tells whose it is. */
const BY_NOUN: readonly Frame[] = [
  // Anna Holm's motto “total ban now” was heard. → Anna Holm | motto | “total ban now”
  { shape: "before", pattern: "cue:(#noun&@speech) content:(QUOTE)", read: ownedQuote },
  // Anna Holm's call for an even “wider ban” was heard. → Anna Holm | call | an even “wider ban”
  { shape: "before", pattern: "cue:(#noun&@speech) of|for|against|about|as content:(WORDS? QUOTE)", read: ownedQuote },
  // Anna Holm's pledge to “never go” was heard. → Anna Holm | pledge | to “never go”
  { shape: "before", pattern: "cue:(#noun&@speech) content:(to|that WORDS? QUOTE)", read: ownedQuote },
];

/** Frames for units in which nothing else was found. */
const ALONE: readonly Frame[] = [
  // “The pier has had its day.” — Anna Holm, former mayor → Anna Holm, former mayor | — | “The pier has had its day.”
  { shape: "after", pattern: "^ content:(QUOTE QUOTE*) cue:(@dash|-) source:(CREDIT) !@finite* $", read: credit },
];

const HEADINGS: readonly Frame[] = [
  // Pier is not safe: police → police | : | Pier is not safe
  { shape: "after", pattern: "cue:(:) source:(#noun/adjective|@upper #noun/adjective|@upper*) $", read: beforeName },
  // Pier is not safe - sources → sources | - | Pier is not safe
  { shape: "after", pattern: "cue:(@dash|@hyphen) source:(#noun&!@upper #noun&!@upper*) $", read: beforeName },
  // Mayor: No money for the pier → Mayor | : | No money for the pier
  // Anna Holm: Pier is not safe → Anna Holm | : | Pier is not safe
  { shape: "colon", pattern: "^ source:(HEADING) cue:(:) content:(REST)", read: afterName },
];

const always = candidatesBy(ALWAYS, { DESCRIBED: (words, at) => moved(describedEnd(words, at), at) });
const byQuote = candidatesBy(BY_QUOTE, { "SET-OFF": (words, at) => moved(appositionEnd(words, at), at) });
const byNoun = candidatesBy(BY_NOUN, { WORDS: wordsEnd });
const alone = candidatesBy(ALONE, { CREDIT: creditEnd });
const headings = candidatesBy(HEADINGS, { HEADING: headingEnd });

/** The paper's own words about itself, and who made a story or a picture: nobody says anything there. */
const PAPERS_OWN = `(
  ( editor|publisher 's | correction ) note :
  | additional? reporting|writing|editing|photography by|from @name
  | with inputs from
  | photo|photos|photograph|photographs|picture|pictures|image|images|video|illustration|graphic|graphics|credit|credits
    caption|credit|source? :|by
  | caption|by @name @name* :
)`;

const overlap = (one: WordRange, other: WordRange): boolean => one.from < other.to && other.from < one.to;

/** Every candidate of a unit, each with its own extent. */
export function candidatesIn(words: readonly Word[]): Candidate[] {
  if (matches(words, is(words[0], "(") ? 1 : 0, PAPERS_OWN)) return [];
  const found = [...verbCues(words), ...always(words)];
  const quotes = quotesIn(words);
  if (quotes.length > 0) addQuoted(words, quotes, found);
  if (found.length === 0) found.push(...alone(words));
  if (found.length === 0) found.push(...headings(words));
  return found;
}

/** Adds what the quotes of a unit give away that nothing found so far claims. */
function addQuoted(words: readonly Word[], quotes: readonly WordRange[], found: Candidate[]): void {
  const isFree = (quote: WordRange): boolean =>
    !found.some(({ content }) => content.some((part) => overlap(part, quote)));
  found.push(...byQuote(words).filter((one) => isFree(quoteOf(words, one))));
  const owned = byNoun(words).filter((one) => soundsSpoken(words, quoteOf(words, one)));
  found.push(...owned.filter((one) => isFree(quoteOf(words, one))));
  for (const quote of quotes) {
    const one = quote.from > 0 && isFree(quote) && soundsSpoken(words, quote) ? byGovernor(words, quote) : null;
    if (one !== null) found.push(one);
  }
}
