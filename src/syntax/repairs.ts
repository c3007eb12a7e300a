import { mayQuote } from "../english/quoting-verbs.ts";
import { isSpeechVerb, speechVerb } from "../english/verbs.ts";
import { isBoundary, isName, type Word } from "./word.ts";

/** How many words a speaker's description may hold between a quote and its verb. */
const REACH = 9;

/**
 * Verbs behind a quote that the tagger took for something else: "…," a voice in the film states. / "…," remembered
 * Anna Holm. A quote that ends in a comma, a question or an exclamation is followed by its attribution.
 */
export function mendBehindQuotes(words: readonly Word[]): Word[] {
  const mended = [...words];
  for (let at = 1; at < words.length; at += 1) {
    const before = words[at - 1];
    const here = words[at];
    if (before === undefined || before.quoted === null || here === undefined || here.quoted !== null) continue;
    if (!endsOpen(words, at)) continue;
    const verb = verbBehind(words, at);
    if (verb === null) continue;
    const word = mended[verb];
    if (word !== undefined)
      mended[verb] = { ...word, tag: word.lower.endsWith("s") ? "present" : "past", finite: true };
  }
  return mended;
}

function endsOpen(words: readonly Word[], after: number): boolean {
  const last = words.slice(Math.max(0, after - 3), after).findLast((word) => !/^["”’']+$/.test(word.text));
  return last !== undefined && /^[,?!]$/.test(last.text);
}

/** The only word there that could be the verb; `null` where the tagger found one itself. */
function verbBehind(words: readonly Word[], from: number): number | null {
  let chosen: number | null = null;
  for (let at = from; at < Math.min(words.length, from + REACH); at += 1) {
    const word = words[at];
    if (word === undefined || isBoundary(word)) break;
    if (word.finite) return null;
    const next = words[at + 1];
    // "…," thundered Anna Holm: whatever it means
    const inverted = at === from && word.lower.endsWith("ed") && isName(next);
    if (
      chosen !== null ||
      word.capital ||
      !(inverted || (isSpeechVerb(word.lower) && /(?:ed|s)$|^(?:read|wrote|said)$/.test(word.lower)))
    )
      continue;
    const opens =
      next === undefined ||
      isBoundary(next) ||
      /^(?:determiner|preposition|adverb|pronoun|that|to)$/.test(next.tag) ||
      next.capital;
    const first = at === from;
    if (
      opens &&
      (first
        ? next?.capital === true || next?.tag === "determiner"
        : words[at - 1]?.tag !== "determiner" && words[at - 1]?.tag !== "preposition")
    )
      chosen = at;
  }
  return chosen;
}

/**
 * Forms in -s that the tagger took for nouns: "the campaign projects that …", "Smith describes her as “…”". A verb of
 * speech stands after its subject and before what only a verb can have behind it.
 */
export function mendReports(words: readonly Word[]): Word[] {
  let verbs = 0;
  return words.map((word, at): Word => {
    if (word.quoted !== null) return word;
    if (isBoundary(word)) verbs = 0;
    if (/^(?:past|present|modal|be|have|do)$/.test(word.tag)) verbs += 1;
    if (
      word.tag !== "noun" ||
      word.capital ||
      verbs > 0 ||
      !word.lower.endsWith("s") ||
      word.lower === "states" ||
      !(isSpeechVerb(word.lower) || mayQuote(word.lower))
    )
      return word;
    return (followsSubject(words, at) && opensObject(words, at + 1)) || isInserted(words, at)
      ? { ...word, tag: "present" }
      : word;
  });
}

/** "The pier, Frank notes, is unsafe", "…, as Frank notes.": a name and its verb between commas. */
function isInserted(words: readonly Word[], at: number): boolean {
  const after = words[at + 1];
  if (!isSpeechVerb(words[at]?.lower ?? "") || after === undefined || !/^[,.]$/.test(after.text)) return false;
  let from = at;
  while (isName(words[from - 1]) || (from < at && words[from - 1]?.text === "-")) from -= 1;
  const before = words[from - 1];
  return from < at && before !== undefined && (before.text === "," || before.lower === "as");
}

function followsSubject(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.tag === "adverb" ? words[at - 2] : words[at - 1];
  if (before === undefined || before.quoted !== null) return false;
  if (before.text === ",") return closesAside(words, at - 1);
  if (isBoundary(before)) return false;
  if (before.tag === "pronoun") return true;
  if (before.tag !== "noun" || (/[^s]s$/.test(before.lower) && !before.capital)) return false;
  for (let i = at - 1; i >= 0; i -= 1) {
    const word = words[i];
    if (word === undefined || word.quoted !== null || isBoundary(word)) return true;
    if (/^(?:preposition|subordinator|to)$/.test(word.tag)) return false;
  }
  return true;
}

/** "Holm, a sailor from Port Amsel, calls it": a description of the subject ends at the comma. */
function closesAside(words: readonly Word[], comma: number): boolean {
  const open = words.findLastIndex((word, at) => at < comma && word.text === "," && word.quoted === null);
  const first = words[open + 1];
  return (
    open > 0 &&
    isName(words[open - 1]) &&
    first !== undefined &&
    (/^(?:determiner|wh)$/.test(first.tag) || (first.tag === "noun" && !first.capital))
  );
}

function opensObject(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (word.quoted !== null) return true;
  // "the economist replies, “…”"
  if (/^[,:]$/.test(word.text)) return words[at + 1] !== undefined && words[at + 1]?.quoted !== null;
  if (speechVerb(words[at - 1]?.lower ?? "")?.particle?.test(word.lower) === true) return true;
  if (word.tag === "to") {
    const deed = words[at + 1];
    return deed !== undefined && (deed.quoted !== null || deed.tag === "base" || deed.tag === "be");
  }
  return (
    word.tag === "that" || word.tag === "pronoun" || word.tag === "determiner" || (word.capital && word.tag === "noun")
  );
}
