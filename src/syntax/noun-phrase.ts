import { SUBJECT_PRONOUNS, WEEKDAYS } from "../english/closed-classes.ts";
import { isNoun } from "../english/nouns.ts";
import { isSpeechVerb } from "../english/verbs.ts";
import { isBoundary, isName, isTimeWord, type Word } from "./word.ts";

const mayStandInPhrase = (word: Word): boolean =>
  /^(?:noun|adjective|number|determiner|possessive)$/.test(word.tag) || word.capital || /^[-&/$%£€'’]$/.test(word.text);

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
    const before = words[at - 1];
    if (word === undefined || isBoundary(word)) break;
    if (word.finite && !(word.capital && at > from)) break;
    if (at > from && before !== undefined) {
      if (word.tag === "determiner" && !/^(?:determiner)$/.test(before.tag) && before.lower !== "and") break;
      if (word.tag === "pronoun" && !(word.lower === "others" && before.lower === "and")) break;
      if (isName(word) && startsNewName(words, from, at)) break;
      if (isTimeWord(word) && before.tag === "noun" && word.capital) break;
      if (WEEKDAYS.has(word.lower) && before.tag !== "determiner" && before.tag !== "possessive") break;
    }
    if (mayStandInPhrase(word) || word.lower === "others") continue;
    if (
      (word.tag === "past" || word.tag === "gerund") &&
      (at === from || before?.tag !== "noun") &&
      opensNoun(words, at + 1)
    ) {
      continue;
    }
    if (word.tag === "adverb" && at > from && words[at + 1]?.tag === "adjective") continue;
    if (word.lower === "and" && at > from && joinsNames(words, at)) continue;
    break;
  }
  while (at > from && (words[at - 1]?.lower === "and" || words[at - 1]?.tag === "determiner") && at - from > 1) at -= 1;
  return at;
}

function opensNoun(words: readonly Word[], at: number): boolean {
  const word = words[at];
  return word !== undefined && !isBoundary(word) && (word.tag === "noun" || word.tag === "adjective");
}

function joinsNames(words: readonly Word[], at: number): boolean {
  const before = words[at - 1];
  const after = words[at + 1];
  return (
    before !== undefined &&
    after !== undefined &&
    !isBoundary(after) &&
    ((before.capital && (after.capital || after.lower === "others")) ||
      (before.tag === "noun" && after.tag === "noun" && !after.capital && !before.capital) ||
      (before.tag === "adjective" && after.tag === "adjective"))
  );
}

function startsNewName(words: readonly Word[], from: number, at: number): boolean {
  const before = words[at - 1];
  if (before === undefined || before.capital || before.tag !== "noun") return false;
  return !(isNoun(before.lower, "role") || at === from);
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
    if (!hangers.has(word.lower) && word.lower !== "of") return end;
    if (isTimeWord(words[end + 1])) return end;
    const next = simplePhraseEnd(words, end + 1);
    if (next === end + 1) return end;
    end = next;
  }
}

/** Where what is set off by commas ends, if something follows the noun phrase: ", a 40-year-old farmer", ", who …". */
export function appositionEnd(words: readonly Word[], at: number, most = 3): number {
  let end = at;
  for (let rounds = 0; rounds < most; rounds += 1) {
    const comma = words[end];
    const first = words[end + 1];
    if (comma?.text !== "," || comma.quoted !== null || first === undefined || first.quoted !== null) return end;
    const relative = /^(?:who|whose|which)$/.test(first.lower);
    const opens =
      relative ||
      /^(?:a|an|the|his|her|their|its|one|former|himself|herself|now|then|another)$/.test(first.lower) ||
      /^(?:[RDI]-|\d\d$)/.test(first.text) ||
      (isNoun(first.lower, "role") && !first.capital) ||
      /^[RDI]$/.test(first.text);
    if (!opens) return end;
    let close = end + 2;
    while (close < words.length && !isBoundary(words[close])) close += 1;
    // "according to Smith, the town “is dead”": what a quote goes on with is a clause of its own.
    const beyond = words[close];
    if (beyond !== undefined && beyond.quoted !== null && close > end + 2) return end;
    const inner = words.slice(end + 1, close);
    if (!relative && holdsVerb(inner)) return end;
    // "…, who said he would not vote": a statement of its own.
    if (relative && inner.some((word) => word.finite && isSpeechVerb(word.lower))) return end;
    end = close;
  }
  return end;
}

/** Whether a stretch holds a finite verb that no relative clause in it accounts for. */
function holdsVerb(words: readonly Word[]): boolean {
  let relatives = 0;
  return words.some((word) => {
    if (word.tag === "wh" || word.tag === "that") relatives += 1;
    if (!word.finite) return false;
    relatives -= 1;
    return relatives < 0;
  });
}
