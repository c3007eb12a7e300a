import { speechVerb } from "../../english/verbs.ts";
import { clauseSubject } from "../../syntax/clause.ts";
import { appositionEnd, phraseEnd } from "../../syntax/noun-phrase.ts";
import { subjectBefore } from "../../syntax/subject.ts";
import type { Unit } from "../../syntax/unit.ts";
import { verbGroup } from "../../syntax/verb-group.ts";
import { closingMark, isBoundary, isName, type Word, type WordRange } from "../../syntax/word.ts";
import { type Candidate, sourceOf, type SourceRange } from "../candidate.ts";
import { contentFrom } from "../extent/content-end.ts";
import { contentStart, isIntroduction } from "../extent/content-start.ts";

/**
 * Attributions that the quotation marks give away, whatever the verb: "…," thundered Smith; "…," Smith thundered;
 * Smith went further: "…". Only quotes that no known verb has claimed.
 */
export function quoteFrames(unit: Unit, claimed: readonly Candidate[]): Candidate[] {
  const { words } = unit;
  const free = (at: number): boolean =>
    !claimed.some(({ content }) => content.some(({ from, to }) => from <= at && at < to));
  const found: Candidate[] = [];
  for (let at = 1; at < words.length; at += 1) {
    const before = words[at - 1];
    const here = words[at];
    if (before === undefined || here === undefined) continue;
    if (here.quoted !== null && before.text === ":" && before.quoted === null && free(at)) {
      const candidate = afterColon(unit, at);
      if (candidate !== null) found.push(candidate);
    } else if (
      before.quoted !== null &&
      here.quoted === null &&
      free(at - 1) &&
      /^[,?!]$/.test(closingMark(words, at - 1)) &&
      quotedWords(words, at - 1) > 2
    ) {
      const candidate = behindQuote(unit, at);
      if (candidate !== null) found.push(candidate);
    }
  }
  return found;
}

const quotedWords = (words: readonly Word[], at: number): number => {
  const quote = words[at]?.quoted ?? null;
  return words.filter((word) => word.quoted === quote && word.spoken).length;
};

/** "Smith went even further: “…”": the subject of the clause speaks. */
function afterColon(unit: Unit, at: number): Candidate | null {
  const { words } = unit;
  if (quotedWords(words, at) < 4) return null;
  let verb = at - 2;
  while (verb >= 0 && !(words[verb]?.finite === true && words[verb]?.quoted === null)) verb -= 1;
  const cued = words.findLastIndex(
    (word, index) =>
      index < at && word.quoted === null && speechVerb(word.lower) !== null && (word.finite || word.tag === "gerund"),
  );
  if (cued < 0 && verb < 0) return byName(unit, at);
  // "Asked about the pier, he went on: “…”": the verb of speech has no subject.
  const spoken = speakerOf(words, cued);
  const source = spoken ?? speakerOf(words, verb);
  if (source === null) return null;
  const chosen = spoken === null ? verb : cued;
  const content = contentFrom(words, at, "quote");
  return {
    unit,
    shape: "before",
    cue: { from: chosen, to: chosen + 1 },
    source,
    content: [content],
    shared: false,
    nested: false,
    bare: false,
  };
}

/** The subject of a verb, or else that of the clause that it is part of; `null` where there is no verb (-1). */
function speakerOf(words: readonly Word[], verb: number): SourceRange | null {
  if (verb < 0) return null;
  const direct = subjectBefore(words, verbGroup(words, verb).from - 1);
  const subject = direct?.kind === "phrase" || direct?.kind === "relative" ? direct : clauseSubject(words, verb);
  return subject === null ? null : sourceOf(words, subject);
}

/** "Former mayor Anna Holm: “…”": nothing but a name before the colon. */
function byName(unit: Unit, at: number): Candidate | null {
  const { words } = unit;
  const colon = at - 1;
  const end = phraseEnd(words, 0);
  if (end === 0 || (end !== colon && appositionEnd(words, end) !== colon) || !words.slice(0, end).some(isName))
    return null;
  return {
    unit,
    shape: "before",
    cue: { from: colon, to: at },
    source: { core: { from: 0, to: end }, whole: { from: 0, to: colon } },
    content: [contentFrom(words, at, "quote")],
    shared: false,
    nested: false,
    bare: false,
  };
}

/** “…,” thundered Smith / “…,” Smith thundered. */
function behindQuote(unit: Unit, at: number): Candidate | null {
  const { words } = unit;
  const content: WordRange = { from: contentStart(words, at), to: at };
  const base = { unit, shape: "after", content: [content], shared: false, nested: false, bare: false } as const;
  const first = words[at];
  // "Speaking on “Morning Talk,” Holm lashed out": a title
  if (first === undefined || (words[content.from]?.quoted === null && isIntroduction(words, content.from, at)))
    return null;
  if (first.finite && first.tag === "past") {
    const end = phraseEnd(words, at + 1);
    if (end === at + 1 || !isName(words[end - 1])) return null;
    const whole = appositionEnd(words, end);
    return {
      ...base,
      cue: { from: at, to: at + 1 },
      source: { core: { from: at + 1, to: end }, whole: { from: at + 1, to: whole } },
    };
  }
  for (let verb = at + 1; verb < Math.min(words.length, at + 12); verb += 1) {
    const word = words[verb];
    if (word === undefined || word.quoted !== null) return null;
    if (!word.finite || (word.tag !== "past" && word.tag !== "present")) continue;
    const subject = subjectBefore(words, verbGroup(words, verb).from - 1);
    if (subject?.kind !== "phrase" || subject.core.from !== at) return null;
    const after = words[verb + 1];
    if (!isBoundary(after) && !/^(?:adverb|preposition|subordinator)$/.test(after?.tag ?? "")) return null;
    return { ...base, cue: { from: verb, to: verb + 1 }, source: { core: subject.core, whole: subject.whole } };
  }
  return null;
}
