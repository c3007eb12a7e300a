import type { Word } from "../../syntax/word.ts";
import { listedKind, nounKind, singular, spelledOut } from "../../english/holders.ts";

/** What a noun phrase says of whoever it means: "the country's former health minister". */
export interface Description {
  /** "the", "a", "his", "two" …, in lower case; `null` for a bare noun. */
  readonly determiner: string | null;
  /** The noun that the phrase is about, in lower case as it stands. */
  readonly head: string;
  /** Index of the head among the words. */
  readonly at: number;
  /** The words before the head in lower case, offices that are written short spelled out: "former", "health". */
  readonly modifiers: readonly string[];
  /** Those of them that are names: "iranian", "khost". */
  readonly names: readonly string[];
  /** What the head is of, or at: "velland", "police". */
  readonly of: readonly string[];
  /** Where what the head is of begins ("of Velland", "for Mr Berg"), or the end of the words. */
  readonly complement: number;
}

/** How many words of what a head is of are looked at. */
const COMPLEMENT = 4;

const DEFINITE = /^(?:the|this|that|these|those|his|her|its|their|my|our|your|both)$/;

/** Whether whoever is meant may be known already: "the minister", "its owner", "Iran's president". */
export const isDefinite = ({ determiner }: Description): boolean =>
  determiner !== null && (DEFINITE.test(determiner) || determiner === "'s");

/** "a lawyer", "two guards", "some residents": somebody new. */
export const isIndefinite = ({ determiner }: Description): boolean =>
  determiner !== null && !DEFINITE.test(determiner) && determiner !== "'s";

const isMark = (word: Word): boolean => !word.spoken && word.text !== "-" && !/^['’]s?$/.test(word.text);

/** Whether a word ends the part of a noun phrase that its head closes. */
function closes(word: Word, next: Word | undefined, from: boolean): boolean {
  if (/^(?:preposition|subordinator|to|that|wh|modal|be|have|do|pronoun)$/.test(word.tag) && !word.capital) return true;
  if (word.lower === "of" || word.lower === "who" || (isMark(word) && !/^[“”"]$/.test(word.text))) return true;
  if (word.finite || word.tag === "past" || word.tag === "present") return !from && nounKind(word.lower) === null;
  // "A lawyer representing X", but "a big mining company".
  return word.tag === "gerund" && !from && (next?.tag !== "noun" || next.capital);
}

/**
 * Takes a noun phrase apart.
 *
 * @param from its first word, `to` the word behind its last.
 * @returns `null` where the words hold no noun.
 */
export function describe(words: readonly Word[], from: number, to: number): Description | null {
  let first = from;
  while (first < to && (words[first]?.tag === "adverb" || words[first]?.tag === "conjunction" || isQuote(words[first])))
    first += 1;
  let determiner: string | null = null;
  while (first < to && isDeterminer(words[first], words[first + 1])) {
    determiner ??= words[first]?.lower ?? null;
    first += 1;
  }
  let end = first;
  while (end < to) {
    const word = words[end];
    const aside = word?.text === "(" && end > first ? closingBracket(words, end, to) : -1;
    if (aside > end && aside < to - 1) {
      end = aside + 1;
      continue;
    }
    if (word === undefined || closes(word, words[end + 1], end === first)) break;
    end += 1;
  }
  while (end > first && words[end - 1]?.tag === "conjunction") end -= 1;
  const at = end - 1;
  const head = words[at];
  if (head === undefined || at < first || !head.spoken) return null;
  const modifiers: string[] = [];
  const names: string[] = [];
  for (let index = first; index < at; index += 1) {
    const word = words[index];
    if (word === undefined) continue;
    if (/^['’]s?$/.test(word.text)) {
      determiner ??= "'s";
      continue;
    }
    if (!word.spoken) continue;
    const bare = word.lower.replace(/['’]s$/, "");
    if (bare !== word.lower) determiner ??= "'s";
    if (word.capital && listedKind(bare) === null) names.push(bare);
    modifiers.push(...spelledOut(bare));
  }
  const of = /^(?:of|in|at|from|for)$/.test(words[end]?.lower ?? "")
    ? words
        .slice(end + 1, Math.min(to, end + 1 + COMPLEMENT))
        .filter(({ tag, spoken }) => spoken && /^(?:noun|adjective)$/.test(tag))
    : [];
  const spelled = spelledOut(head.lower.replace(/\.$/, ""));
  const isShort = spelled.length > 1 && head.text === head.text.toUpperCase();
  return {
    determiner,
    head: isShort ? (spelled.at(-1) ?? head.lower) : head.lower,
    at,
    modifiers: isShort ? [...modifiers, ...spelled.slice(0, -1)] : modifiers,
    names: [...names, ...of.filter(({ capital }) => capital).map(({ lower }) => lower)],
    of: of.map(({ lower }) => lower),
    complement: end,
  };
}

/** How many words a bracket inside a phrase may hold. */
const ASIDE = 6;

/** The index of the bracket that closes the one at `open`, or -1 where it is not near. */
function closingBracket(words: readonly Word[], open: number, to: number): number {
  for (let at = open + 1; at < Math.min(to, open + ASIDE); at += 1) if (words[at]?.text === ")") return at;
  return -1;
}

const isQuote = (word: Word | undefined): boolean => word !== undefined && /^[“”"‘]$/.test(word.text);

function isDeterminer(word: Word | undefined, next: Word | undefined): boolean {
  if (word === undefined) return false;
  if (
    word.tag === "determiner" ||
    /^(?:his|her|its|their|my|our|your|whose|both|two|three|four|five|six|several|one)$/.test(word.lower)
  ) {
    // "The Force", "one of the guards"
    return next !== undefined && next.lower !== "of";
  }
  return false;
}

/** The singular of a description's head. */
export const headNoun = ({ head }: Description): string => singular(head);
