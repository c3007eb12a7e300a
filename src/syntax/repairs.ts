import { mayQuote } from "../english/quoting-verbs.ts";
import { speechVerb } from "../english/verbs.ts";
import { closingMark, is, isBoundary, isName, type NewWord, type Word } from "./word.ts";

/** How many words a speaker's description may hold between a quote and its verb. */
const REACH = 9;

/**
 * Verbs behind a quote that the tagger took for something else: "…," a voice in the film states. / "…," remembered
 * Anna Holm. A quote that ends in a comma, a question or an exclamation is followed by its attribution.
 */
export function mendBehindQuotes(words: readonly NewWord[]): void {
  const verbs: number[] = [];
  for (let at = 1; at < words.length; at += 1) {
    const isBehind = words[at]?.quoted === null && words[at - 1]?.quoted !== null;
    const verb = isBehind && /^[,?!]$/.test(closingMark(words, at - 1)) ? verbBehind(words, at) : null;
    if (verb !== null) verbs.push(verb);
  }
  for (const at of verbs) {
    const word = words[at];
    if (word === undefined) continue;
    word.tag = word.lower.endsWith("s") ? "present" : isPlural(words[at - 1]) ? "base" : "past";
    word.finite = true;
  }
}

const isPlural = (word: Word | undefined): boolean => /[^s]s$/.test(word?.lower ?? "") && is(word, "#noun");

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
    // "…," the Saudis state
    const isPlain = at > from && isPlural(words[at - 1]) && is(word, "#noun/adjective");
    const looksLikeVerb = is(word, "@speech-verb") && (isPlain || /(?:ed|s)$|^(?:read|wrote|said)$/.test(word.lower));
    if (chosen !== null || word.capital || !(inverted || looksLikeVerb)) continue;
    const opens = isBoundary(next) || is(next, "#determiner/preposition/adverb/pronoun/that/to|@capital");
    const placed = at === from ? is(next, "@capital|#determiner") : !is(words[at - 1], "#determiner/preposition");
    if (opens && placed) chosen = at;
  }
  return chosen;
}

const VERBAL: ReadonlySet<string> = new Set(["past", "present", "modal", "be", "have", "do"]);

/**
 * Forms in -s that the tagger took for nouns: "the campaign projects that …", "Smith describes her as “…”". A verb of
 * speech stands after its subject and before what only a verb can have behind it.
 */
export function mendReports(words: readonly NewWord[]): void {
  let verbs = 0;
  const reports = words.filter((word, at) => {
    if (word.quoted !== null) return false;
    if (word.tag === "mark" && isBoundary(word)) verbs = 0;
    if (VERBAL.has(word.tag)) verbs += 1;
    if (verbs > 0 || word.tag !== "noun" || !word.lower.endsWith("s") || !is(word, "!@capital&!states")) return false;
    return (
      (is(word, "@speech-verb") && isInserted(words, at)) ||
      (is(word, "@speech-verb") && isPlural(words[at - 1]) && is(words[at + 1], "that")) ||
      (mayQuoteOrSay(word) && followsSubject(words, at) && opensObject(words, at + 1))
    );
  });
  for (const word of reports) word.tag = "present";
}

const mayQuoteOrSay = (word: Word): boolean => is(word, "@speech-verb") || mayQuote(word.lower);

/** "The pier, Frank notes, is unsafe", "…, as Frank notes.": a name and its verb between commas. */
function isInserted(words: readonly Word[], at: number): boolean {
  if (!/^[,.]$/.test(words[at + 1]?.text ?? "")) return false;
  let from = at;
  while (isName(words[from - 1]) || (from < at && words[from - 1]?.text === "-")) from -= 1;
  return from < at && is(words[from - 1], ",|as");
}

function followsSubject(words: readonly Word[], at: number): boolean {
  const before = words[at - 1]?.tag === "adverb" ? words[at - 2] : words[at - 1];
  if (is(before, ",")) return closesAside(words, at - 1);
  if (before === undefined || isBoundary(before)) return false;
  if (before.tag === "pronoun") return true;
  if (before.tag !== "noun" || (/[^s]s$/.test(before.lower) && !before.capital)) return false;
  for (let i = at - 1; i >= 0 && !isBoundary(words[i]); i -= 1)
    if (is(words[i], "#preposition/subordinator/to")) return false;
  return true;
}

/** "Holm, a sailor from Port Amsel, calls it": a description of the subject ends at the comma. */
function closesAside(words: readonly Word[], comma: number): boolean {
  const open = words.findLastIndex((word, at) => at < comma && is(word, ","));
  return open > 0 && isName(words[open - 1]) && is(words[open + 1], "#determiner/wh|#noun&!@capital");
}

function opensObject(words: readonly Word[], at: number): boolean {
  const word = words[at];
  if (word === undefined) return false;
  if (word.quoted !== null) return true;
  const next = words[at + 1];
  // "the economist replies, “…”"
  if (/^[,:]$/.test(word.text)) return is(next, "“");
  if (speechVerb(words[at - 1]?.lower ?? "")?.particle?.test(word.lower) === true) return true;
  if (word.tag === "to") return is(next, "“|#base/be");
  return is(word, "#that/pronoun/determiner|@capital&#noun");
}
