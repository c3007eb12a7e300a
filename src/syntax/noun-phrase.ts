import { WEEKDAYS } from "../english/closed-classes.ts";
import { SUBJECT_PRONOUNS } from "../english/pronouns.ts";
import { is, isBoundary, isName, isTimeWord, some, type Word, type WordRange } from "./word.ts";

const mayStandInPhrase = (word: Word): boolean =>
  is(word, "#noun/adjective/number/determiner/possessive|@capital") || /^[-&/$%£€'’]$/.test(word.text);

/**
 * Where the noun phrase that begins at `from` ends, without what hangs on to it ("of …", ", the …"); `from` where none
 * begins. Two phrases that meet are parted where a new one opens: before a determiner or pronoun, and before a name
 * after a common noun that is no role ("told reporters Smith", but "told host Anna Smith").
 */
export function simplePhraseEnd(words: readonly Word[], from: number): number {
  const first = words[from];
  if (first === undefined || isBoundary(first)) return from;
  if (first.tag === "pronoun") return from + 1;
  let at = from;
  for (; at < words.length; at += 1) {
    const word = words[at];
    if (word === undefined || isBoundary(word) || (word.finite && !(word.capital && at > from))) break;
    const before = words[at - 1];
    if (at > from && before !== undefined && opensPhrase(word, before)) break;
    const goesOn =
      mayStandInPhrase(word) ||
      word.lower === "others" ||
      (is(word, "#past/gerund") && (at === from || before?.tag !== "noun") && is(words[at + 1], "#noun/adjective")) ||
      (at > from && word.tag === "adverb" && words[at + 1]?.tag === "adjective") ||
      (at > from && word.lower === "and" && joinsNames(words, at));
    if (!goesOn) break;
  }
  while (at - from > 1 && is(words[at - 1], "and|#determiner")) at -= 1;
  return at;
}

/** Whether a second phrase begins at a word that follows the first. */
function opensPhrase(word: Word, before: Word): boolean {
  if (word.tag === "determiner") return before.tag !== "determiner" && before.lower !== "and";
  if (word.tag === "pronoun") return !(word.lower === "others" && before.lower === "and");
  if (isName(word)) return is(before, "#noun&!@capital&!@role");
  if (WEEKDAYS.has(word.lower)) return !is(before, "#determiner/possessive");
  return isTimeWord(word) && word.capital && before.tag === "noun";
}

function joinsNames(words: readonly Word[], and: number): boolean {
  const before = words[and - 1];
  const after = words[and + 1];
  if (before === undefined || after === undefined || isBoundary(after)) return false;
  return (
    (before.capital && (after.capital || after.lower === "others")) ||
    (is(before, "#noun&!@capital") && is(after, "#noun&!@capital")) ||
    (before.tag === "adjective" && after.tag === "adjective")
  );
}

const HANGERS = new Set(["of", "for", "from", "at", "in", "with", "on"]);

/** Where a noun phrase ends together with the prepositional phrases that belong to it. */
export function phraseEnd(words: readonly Word[], from: number, hangers: ReadonlySet<string> = HANGERS): number {
  let end = simplePhraseEnd(words, from);
  if (end === from || SUBJECT_PRONOUNS.has(words[from]?.lower ?? "")) return end;
  for (;;) {
    const word = words[end];
    if (word === undefined || word.quoted !== null) return end;
    if (word.text === "(") {
      const close = words.findIndex((other, at) => at > end && other.text === ")");
      if (close < 0) return end;
      end = close + 1;
      continue;
    }
    if ((!hangers.has(word.lower) && word.lower !== "of") || isTimeWord(words[end + 1])) return end;
    const next = simplePhraseEnd(words, end + 1);
    if (next === end + 1) return end;
    end = next;
  }
}

/** Where what is set off by commas ends, if something follows the noun phrase: ", a 40-year-old farmer", ", who …". */
export function appositionEnd(words: readonly Word[], at: number, most = 3): number {
  let end = at;
  for (let rounds = 0; rounds < most; rounds += 1) {
    const first = words[end + 1];
    if (!is(words[end], ",") || first === undefined || first.quoted !== null) return end;
    const relative = is(first, "who|whose|which");
    const opens =
      relative ||
      is(first, "a|an|the|his|her|their|its|one|former|himself|herself|now|then|another|@role&!@capital") ||
      /^[RDI](?:-|$)/.test(first.text) ||
      (/^\d\d$/.test(first.text) && isBoundary(words[end + 2]));
    if (!opens) return end;
    let close = end + 2;
    while (close < words.length && !isBoundary(words[close])) close += 1;
    // "according to Smith, the town “is dead”": what a quote goes on with is a clause of its own.
    if (words[close]?.quoted && close > end + 2) return end;
    if (!relative && holdsVerb(words.slice(end + 1, close))) return end;
    // "…, who said he would not vote": a statement of its own.
    if (relative && some(words, end + 1, close, "@finite&@speech-verb")) return end;
    end = close;
  }
  return end;
}

/** Whether a stretch holds a finite verb that no relative clause in it accounts for. */
function holdsVerb(words: readonly Word[]): boolean {
  let relatives = 0;
  return words.some((word) => {
    if (is(word, "#wh/that")) relatives += 1;
    if (!word.finite) return false;
    relatives -= 1;
    return relatives < 0;
  });
}

/** "his", or the name before "'s": whose a noun is, or `null`. */
export function possessor(words: readonly Word[], noun: number): WordRange | null {
  let at = noun - 1;
  while (at > 0 && is(words[at], "#adjective/adverb")) at -= 1;
  if (is(words[at], "his|her|their")) return { from: at, to: at + 1 };
  if (words[at]?.tag !== "possessive") return null;
  let from = at;
  while (from > 0 && is(words[from - 1], "@name|#noun")) from -= 1;
  return from < at ? { from, to: at } : null;
}
