import { isAdverbForm, NEGATIONS, wordSet } from "../english/closed-classes.ts";
import { CERTAIN, HARDLY_PARTICIPLES, type Tag } from "../english/tagger/tags.ts";
import { isSpeechVerb } from "../english/verbs.ts";
import type { Word } from "./word.ts";

const NON_FINITE_FORMS: ReadonlySet<string> = new Set(["be", "been", "being", "having"]);

/** Verbs with a participle behind them that is no verb of its own. */
const COPULAS = wordSet("seem appear look feel become get remain");

/** Skips adverbs and negations to the left; the index of the first other word, or -1. */
export function beforeAdverbs(words: readonly Word[], at: number): number {
  let i = at;
  while (i >= 0) {
    const word = words[i];
    if (word === undefined || word.quoted !== null) break;
    if (!(
      word.tag === "adverb" ||
      word.lower === "long" ||
      (word.lower === "since" && isAuxiliary(words[i - 1]?.tag)) ||
      (word.lower === "first" && i === at && words[i - 1]?.tag !== "determiner") ||
      (word.lower === "yet" && words[i - 1]?.tag === "have") ||
      NEGATIONS.has(word.lower) ||
      (isAdverbForm(word.lower) && !word.capital)
    ))
      break;
    i -= 1;
  }
  return i;
}

const isAuxiliary = (tag: Tag | undefined): boolean => tag === "be" || tag === "have";

/**
 * Decides which verbs carry a clause. A past form is a participle after "be" or "have", before its noun ("the planned
 * visit"), and as a shortened relative clause ("a deal announced Monday would turn").
 */
export function markFinite(words: readonly Word[]): Word[] {
  const marked: Word[] = words.map((word, at) => ({ ...word, finite: isFinite(words, at) }));
  for (let at = marked.length - 1; at >= 0; at -= 1) {
    const word = marked[at];
    if (word !== undefined && word.finite && word.tag === "past" && isShortenedRelative(marked, at)) {
      marked[at] = { ...word, finite: false };
    }
  }
  return marked;
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
    case "past": {
      // "didn't seem impressed"
      if (isAuxiliary(governor?.tag) || COPULAS.has(governor?.lower ?? "")) return false;
      // "half of those polled said": no two verbs in a row.
      if (words[at - 1]?.tag === "noun" && /^(?:said|says|say|told)$/.test(words[at + 1]?.lower ?? "")) return false;
      const before = words[at - 1];
      const after = words[at + 1];
      if (isSetOff(words, at)) return false;
      const attributive =
        before?.tag === "determiner" ||
        before?.tag === "preposition" ||
        before?.tag === "possessive" ||
        (before?.tag === "adjective" && words[at - 2]?.tag !== "be") ||
        before?.tag === "number" ||
        before?.lower === "and";
      return !(
        attributive &&
        (((after?.tag === "noun" || after?.tag === "adjective") && before.lower !== "and") ||
          before.tag === "preposition" ||
          (before.lower === "and" && words[at - 2]?.tag === "adjective" && after?.tag === "noun"))
      );
    }
    case "base": {
      if (governor === undefined || at === 0) return false;
      if (governor.tag === "pronoun" || governor.tag === "wh" || governor.tag === "that") return true;
      if (CERTAIN.has(word.lower)) return !/^(?:to|modal|do)$/.test(governor.tag) && governor.lower !== "let";
      // One form for both tenses: "as Smith put it", "the sign read".
      if (/^(?:put|read|cut|beat|cast)$/.test(word.lower))
        return governor.tag === "noun" || governor.text === "," || governor.quoted !== null;
      // "some economists – a minority – warn that"
      if (/^[,–—]$/.test(governor.text) && words[at + 1]?.tag === "that" && isSpeechVerb(word.lower)) return true;
      return isPlural(governor) || /^(?:many|some|most|others|few|both|several)$/.test(governor.lower);
    }
    default:
      return false;
  }
}

/** "a report, prepared for the town, says": a participle between commas. */
function isSetOff(words: readonly Word[], at: number): boolean {
  if (words[at - 1]?.text !== "," || words[at + 1]?.tag !== "preposition") return false;
  const comma = words.findIndex((word, index) => index > at && word.text === "," && word.quoted === null);
  const verb = words[comma + 1];
  return comma > 0 && verb !== undefined && verb.quoted === null && /^(?:past|present|modal|have)$/.test(verb.tag);
}

const isPlural = (word: Word): boolean =>
  (word.tag === "noun" && word.lower.endsWith("s") && !word.lower.endsWith("ss")) ||
  /^(?:people|police|men|women|children|media|data|public|majority|percent|half)$/.test(word.lower);

/** A past form right after a noun, with another finite verb behind it and no new subject between them. */
function isShortenedRelative(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  const after = words[at + 1];
  if (before === undefined || after === undefined || before.quoted !== null) return false;
  if (before.tag !== "noun" && !/^(?:those|all|anyone|people|others|one|many|some)$/.test(before.lower)) return false;
  // "experts said money is needed": "said" and its like are no participles, but "those told", "a plan announced" are.
  if (HARDLY_PARTICIPLES.has(words[at]?.lower ?? "")) return false;
  // "Holm claimed Sunday's storm was the worst": a subject of its own.
  if (after.capital && words[at + 2]?.tag === "possessive") return false;
  let previousWasPhraseHead = false;
  for (let i = at + 1; i < words.length; i += 1) {
    const word = words[i];
    if (word === undefined || word.quoted !== null || !word.spoken) return false;
    if (word.finite) return i > at + 1 || before.lower === "those";
    if (/^(?:conjunction|that|wh|subordinator|to|base|gerund)$/.test(word.tag)) return false;
    if (word.tag === "pronoun" && words[i - 1]?.tag !== "preposition") return false;
    const governed = words[i - 1]?.tag === "preposition";
    if (word.tag === "determiner" && !governed) {
      if (previousWasPhraseHead || i === at + 1) return false;
    }
    previousWasPhraseHead = word.tag === "noun";
  }
  return false;
}
