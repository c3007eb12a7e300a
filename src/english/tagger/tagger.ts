import type { Token } from "../../text/document.ts";
import { ADVERBS, AGENCY } from "../closed-classes.ts";
import { isNoun } from "../nouns.ts";
import { isSpeechVerb } from "../verbs.ts";
import { bestClass } from "./features.ts";
import { CLASSES, type TaggerModel } from "./model.ts";
import { CERTAIN, isAcronym, laterTag, type Tag } from "./tags.ts";
import { tellingCapitals, walkSentence } from "./walk.ts";

const isVerbTag = (own: Tag | undefined): boolean => own === "past" || own === "present" || own === "base";

/** What stands behind a noun phrase and never within one. */
const ENDS_PHRASE: ReadonlySet<Tag> = new Set<Tag>([
  "past",
  "present",
  "modal",
  "be",
  "have",
  "do",
  "mark",
  "wh",
  "that",
]);

/** The word that opens the source "according to press reports": before "to", and past the nouns before `at`. */
function openingOf(tokens: readonly Token[], at: number): string {
  const before = tokens.slice(Math.max(0, at - 5), at).map(({ text }) => text.toLowerCase());
  const opening = before.findLastIndex((word) => /^(?:according|per|[,.;:])$/.test(word));
  return before[opening] ?? "";
}

/** The classes that are mended; the others are closed. */
const MENDED: ReadonlySet<Tag> = new Set<Tag>(["noun", "adjective", "adverb", "modal", "past", "present", "base"]);

/** Mends what the context to the right or a capital says plainly. */
function mend(tokens: readonly Token[], tags: readonly Tag[], capital: readonly boolean[]): Tag[] {
  return tags.map((own, at): Tag => {
    if (!MENDED.has(own)) return own;
    const before = tags[at - 1];
    const after = tags[at + 1];
    const text = tokens[at]?.text ?? "";
    const lower = text.toLowerCase();
    if (capital[at] === true) {
      // "Lively said", "the Means and Ways Committee"
      if (at === 0 && own === "adverb" && isVerbTag(after) && !ADVERBS.has(lower)) return "noun";
      // ", Lively said", "Blake Lively, the actress,"
      const isNamed = isVerbTag(after) || (before === "noun" && capital[at - 1] === true);
      if (at > 0 && own === "adverb" && isNamed && text.endsWith("ly")) return "noun";
      if (at > 0 && before !== "mark" && isVerbTag(own) && !CERTAIN.has(lower)) return "noun";
    }
    const previous = tokens[at - 1]?.text ?? "";
    const left = isAcronym(previous) ? previous : previous.toLowerCase();
    // "he already received half": an adjective cannot stand between a subject and its object.
    const subject = before === "adverb" ? (tokens[at - 2]?.text ?? "").toLowerCase() : left;
    if (own === "adjective" && /^(?:he|she|it|they|we|i|who)$/.test(subject) && text.endsWith("ed")) return "past";
    if (own === "noun" && before !== undefined && capital[at] !== true) {
      if (/^(?:he|she|it|who)$/.test(left) && /[^s]s$/.test(text)) return "present";
      if (
        before === "adverb" &&
        /^(?:he|she|it|who)$/i.test(tokens[at - 2]?.text ?? "") &&
        /[^s]s$/.test(text) &&
        isSpeechVerb(text)
      )
        return "present";
      if (/^(?:they|we|i|you)$/.test(left) && after !== "possessive") return "base";
    }
    if (own === "modal" && capital[at] === true && capital[at + 1] === true) return "noun";
    // "the accused told the court": a participle that nothing but its verb follows is a noun.
    if (own === "past" && left === "the" && after !== undefined && ENDS_PHRASE.has(after)) return "noun";
    if (own === "adjective" && left === "the" && isVerbTag(CERTAIN.get(tokens[at + 1]?.text ?? ""))) return "noun";
    // "denied media reports that": the plural has no verb in -s.
    if (own === "present" && lower === "reports" && /^(?:media|press)$/.test(previous)) return "noun";
    // "according to media reports, …"
    if (own === "present" && before === "noun" && ["according", "per"].includes(openingOf(tokens, at))) return "noun";
    const accordingTo = left === "to" && tokens[at - 2]?.text.toLowerCase() === "according";
    if (isVerbTag(own) && (accordingTo || (own === "base" && isVerbTag(CERTAIN.get(left)) && left !== "say")))
      return "noun";
    if (
      own === "noun" &&
      /^(?:many|some|most|others|few|critics|experts)$/.test(left) &&
      /^(?:claim|mention|report|warn|note|hope|fear|suspect)$/.test(text)
    )
      return "base";
    // "rights organisations report, it said"
    if (
      own === "noun" &&
      before === "noun" &&
      after === "mark" &&
      /[^s]s$/.test(left) &&
      /^(?:report|claim|note|warn|estimate)$/.test(text)
    )
      return "base";
    // "surveys suggest that"
    if (own === "present" && after === "base" && text.endsWith("s") && !CERTAIN.has(lower)) return "noun";
    // "the rights", "the parents whose son died": a relative stands behind no verb.
    const next = tokens[at + 1]?.text;
    if (own === "present" && (text === "rights" || (next === "whose" && text.endsWith("s")))) return "noun";
    // "text messages discovered on one of the phones suggest"
    if (own === "present" && after === "past" && before === "noun" && text.endsWith("s") && !isSpeechVerb(text))
      return "noun";
    // "the first two states"
    if (own === "present" && before === "number" && tags[at - 2] !== "noun" && !CERTAIN.has(lower)) return "noun";
    // "house races can", ", sources close to her"
    if (own === "present" && !isSpeechVerb(text) && (after === "modal" || after === "be" || after === "have"))
      return "noun";
    if (
      own === "present" &&
      before === "mark" &&
      capital[at] !== true &&
      (after === "adverb" || after === "preposition") &&
      text.endsWith("s") &&
      !CERTAIN.has(lower) &&
      left === ","
    )
      return "noun";
    // "said places such as", "leaders say states will": no two verbs in a row
    if (own === "present" && isVerbTag(before) && text.endsWith("s") && !CERTAIN.has(lower)) return "noun";
    if (own === "present" && text === "shows" && /^(?:tv|television|talk|game|reality|radio|cable)$/.test(left))
      return "noun";
    // "told reporters plans were on hold": the plural has no verb in -s.
    const isHeard =
      isNoun(left, "audience") || (AGENCY.test(tokens[at - 1]?.text ?? "") && tokens[at - 2]?.text === "told");
    if (own === "present" && isHeard && text.endsWith("s")) return "noun";
    // ", associate professor"
    if (own === "base" && before === "mark" && after === "noun" && capital[at + 1] !== true && !CERTAIN.has(lower))
      return "adjective";
    return own;
  });
}

/** Tags the words of one sentence, from left to right. */
export function tagWords(tokens: readonly Token[], model: TaggerModel): Tag[] {
  const walk = walkSentence(tokens, model.rows, laterTag);
  let step = walk.next();
  while (step.done !== true) {
    step = walk.next(CLASSES[bestClass(model.weights, step.value.rows)] ?? "noun");
  }
  return mend(tokens, step.value, tellingCapitals(tokens));
}
