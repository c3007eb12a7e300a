import { NEGATIONS } from "../english/closed-classes.ts";
import { CERTAIN, HARDLY_PARTICIPLES } from "../english/tagger/tags.ts";
import { is, isTimeWord, type NewWord, type Word } from "./word.ts";

const NON_FINITE_FORMS: ReadonlySet<string> = new Set(["be", "been", "being", "having"]);

/** Skips adverbs and negations to the left; the index of the first other word, or -1. */
export function beforeAdverbs(words: readonly Word[], at: number): number {
  let i = at;
  while (i >= 0) {
    const word = words[i];
    const before = words[i - 1];
    const skipped =
      is(word, "#adverb|long|@adverb&!@capital") ||
      NEGATIONS.has(word?.lower ?? "") ||
      (is(word, "since") && (before?.tag === "be" || before?.tag === "have")) ||
      (is(word, "first") && i === at && before?.tag !== "determiner") ||
      (is(word, "yet") && before?.tag === "have") ||
      (is(word, "no") && is(words[i + 1], "longer"));
    if (!skipped || word?.quoted !== null) break;
    i -= 1;
  }
  return i;
}

/**
 * Decides which verbs carry a clause, and marks them. A past form is a participle after "be" or "have", before its noun
 * ("the planned visit"), and as a shortened relative clause ("a deal announced Monday would turn").
 */
export function markFinite(words: readonly NewWord[]): void {
  for (const [at, word] of words.entries()) word.finite = isFinite(words, at);
  for (let at = words.length - 1; at >= 0; at -= 1) {
    const word = words[at];
    if (word !== undefined && word.finite && word.tag === "past" && isShortenedRelative(words, at)) word.finite = false;
  }
}

function isFinite(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  const governor = words[beforeAdverbs(words, at - 1)];
  switch (word.tag) {
    case "modal":
      return true;
    case "be":
    case "have":
    case "do":
      return !NON_FINITE_FORMS.has(word.lower) && governor?.tag !== "modal" && governor?.tag !== "to";
    case "present":
      return governor?.tag !== "determiner" && governor?.tag !== "possessive" && governor?.tag !== "preposition";
    case "past":
      return isFinitePast(words, at, governor);
    case "base":
      return at > 0 && governor !== undefined && isFiniteBase(words, at, governor);
    default:
      return false;
  }
}

/** Forms of verbs with a participle behind them that is no verb of its own: "didn't seem impressed". */
const COPULA = /^(?:seem|appear|look|feel|become|get|remain)$/;

function isFinitePast(words: readonly Word[], at: number, governor: Word | undefined): boolean {
  if (governor !== undefined && (/^(?:be|have)$/.test(governor.tag) || COPULA.test(governor.lower))) return false;
  const before = words[at - 1];
  const after = words[at + 1];
  // "half of those polled said": no two verbs in a row.
  if (before?.tag === "noun" && /^(?:said|says|say|told)$/.test(after?.lower ?? "")) return false;
  if (before === undefined) return true;
  // "Holm, when asked about it, said"
  if (is(before, "when|if|once|unless|though|although|while|until") && is(words[at], "asked|pressed|questioned|told"))
    return false;
  if (isSetOff(words, at)) return false;
  if (before.tag === "preposition") return false;
  // "the fast and planned visit"
  if (before.lower === "and") return !(words[at - 2]?.tag === "adjective" && after?.tag === "noun");
  // "four in ten said money is needed", "many said Monday": hardly a participle
  if (HARDLY_PARTICIPLES.has(words[at]?.lower ?? "") && is(before, "#number|many|some|most|all|others|few"))
    return true;
  const attributive =
    /^(?:determiner|possessive|number)$/.test(before.tag) ||
    (before.tag === "adjective" && words[at - 2]?.tag !== "be" && !CERTAIN.has(words[at]?.lower ?? ""));
  return !(attributive && (after?.tag === "noun" || after?.tag === "adjective"));
}

function isFiniteBase(words: readonly Word[], at: number, governor: Word): boolean {
  const lower = words[at]?.lower ?? "";
  if (/^(?:pronoun|wh|that)$/.test(governor.tag)) return true;
  if (CERTAIN.has(lower)) return !/^(?:to|modal|do)$/.test(governor.tag) && governor.lower !== "let";
  // One form for both tenses: "as Smith put it", "the sign read".
  if (/^(?:put|read|cut|beat|cast)$/.test(lower))
    return governor.tag === "noun" || governor.text === "," || governor.quoted !== null;
  // "some economists – a minority – warn that"
  if (/^[,–—]$/.test(governor.text) && words[at + 1]?.tag === "that" && is(words[at], "@speech-verb|“")) return true;
  return isPlural(governor) || /^(?:many|some|most|others|few|both|several)$/.test(governor.lower);
}

/** "a report, prepared for the town, says": a participle between commas. */
function isSetOff(words: readonly Word[], at: number): boolean {
  const asked = is(words[at], "asked") && is(words[at + 1], "if|whether|why|how|what|when|where");
  if (words[beforeAdverbs(words, at - 1)]?.text !== "," || !(asked || words[at + 1]?.tag === "preposition"))
    return false;
  const comma = words.findIndex((word, index) => index > at && is(word, ","));
  return comma > 0 && is(words[comma + 1], "#past/present/modal/have");
}

const isPlural = (word: Word): boolean =>
  (word.tag === "noun" && word.lower.endsWith("s") && !word.lower.endsWith("ss")) ||
  /^(?:people|police|men|women|children|media|data|public|majority|percent|half)$/.test(word.lower);

/** A past form right after a noun, with another finite verb behind it and no new subject between them. */
function isShortenedRelative(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  const after = words[at + 1];
  if (
    after === undefined ||
    after.quoted !== null ||
    isTimeWord(before) ||
    !is(before, "#noun|those|all|anyone|people|others|one|many|some")
  )
    return false;
  // "experts said money is needed": "said" and its like are no participles, but "those told", "a plan announced" are.
  if (HARDLY_PARTICIPLES.has(words[at]?.lower ?? "")) return false;
  // "Holm claimed Sunday's storm was the worst": a subject of its own.
  if (after.capital && words[at + 2]?.tag === "possessive") return false;
  for (let i = at + 1; i < words.length; i += 1) {
    const word = words[i];
    if (!is(word, "@spoken|#possessive") || word === undefined) return false;
    if (word.finite) return i > at + 1 || before?.lower === "those";
    if (is(word, "#conjunction/that/wh/subordinator/to/base/gerund")) return false;
    const governed = words[i - 1]?.tag === "preposition";
    if (word.tag === "pronoun" && !governed) return false;
    if (word.tag === "determiner" && !governed && (i === at + 1 || words[i - 1]?.tag === "noun")) return false;
  }
  return false;
}
