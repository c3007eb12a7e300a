import type { Word } from "../../syntax/word.ts";
import { describe } from "./description.ts";
import { isCourtesy, listedKind, nounKind, OFFICES, singular, spelledOut } from "../../english/holders.ts";
import type { Calling } from "./referent.ts";

/** How many words before or behind a name may say what its bearer is. */
const REACH = 12;

const COPULA = /^(?:is|was|remains|became)$/;
const ELECTED = /^(?:elected|re-elected|appointed|named|chosen)$/;
const ARTICLE = /^(?:the|a|an|its|their|his|her)$/;

/** What the words around a name call its bearer: "Health Minister X", "X, the mayor of Y,", "the airline X". */
export function callingsAround(words: readonly Word[], from: number, to: number): Calling[] {
  const found = [callingBefore(words, from), apart(words, from), behind(words, to)];
  return found.filter((calling) => calling !== null);
}

/** Of a set of words, the nouns that call somebody and the rest. */
function callingOf(words: readonly Word[], last: string | null): Calling | null {
  const nouns = new Set<string>();
  const rest = new Set<string>();
  const names = new Set<string>();
  for (const word of words) {
    const bare = word.lower.replace(/['’]s$/, "").replace(/\.$/, "");
    if (!word.spoken || /^['’]s?$/.test(bare)) continue;
    for (const part of spelledOut(bare)) {
      const noun = singular(part);
      // "Iranian" has the form of a noun for somebody, and is a name.
      if (listedKind(noun) !== null || (!word.capital && nounKind(noun) !== null)) nouns.add(noun);
      rest.add(part);
      if (/^\p{Lu}/u.test(word.text) && listedKind(noun) === null) names.add(part);
    }
  }
  const head = last === null ? null : singular(last);
  if (head !== null) nouns.add(head);
  return nouns.size === 0 ? null : { nouns, head, words: rest, names };
}

/**
 * Whether what stands before "of", "for" or "to" is the office of whoever is named behind: in "Governor of Lagos X", and
 * "head of the navy X", but not in "the widow of X" or "a spokesman for Mayor X", where nothing but titles stands between.
 *
 * @param to where the name begins.
 */
export function holdsOffice(words: readonly Word[], preposition: number, to: number): boolean {
  const office = singular(words[preposition - 1]?.lower.split("-").at(-1) ?? "");
  if (!OFFICES.has(office) || !/^(?:of|for|to)$/.test(words[preposition]?.lower ?? "")) return false;
  const between = words.slice(preposition + 1, to).filter(({ tag, spoken }) => tag !== "determiner" && spoken);
  const last = between.at(-1)?.lower;
  if (last === undefined) return false;
  const isOfName = nounKind(singular(last)) === "person" || isCourtesy(last);
  return !isOfName || (last === "justice" && office === "minister");
}

const inPhrase = (word: Word): boolean =>
  word.quoted === null &&
  !word.finite &&
  (/^(?:noun|adjective|number|possessive)$/.test(word.tag) ||
    word.capital ||
    word.text === "-" ||
    /^['’]s?$/.test(word.text));

/** What the noun phrase right before a name calls its bearer; `null` where none stands there. */
export function callingBefore(words: readonly Word[], from: number): Calling | null {
  const end = from;
  let start = end;
  while (start > 0 && end - start < REACH) {
    const word = words[start - 1];
    if (word === undefined) break;
    if (/^(?:of|for|to)$/.test(word.lower) && start < end) {
      if (!holdsOffice(words, start - 1, end)) break;
    } else if (word.tag === "determiner") {
      // "the spokesman for the mayor": on through the phrase that the head is of.
      if (!/^(?:of|for|to)$/.test(words[start - 2]?.lower ?? "")) break;
    } else if (!inPhrase(word)) break;
    start -= 1;
  }
  if (start === end) return null;
  const last = words[end - 1];
  // "goalkeeper X": a common noun right before a name is what its bearer is.
  const isKnown = last !== undefined && nounKind(singular(last.lower)) !== null;
  const isNoun = isKnown || (last?.tag === "noun" && !isCourtesy(last.lower) && (!last.capital || start === 0));
  return callingOf(words.slice(start, end), isNoun ? (last?.lower ?? null) : null);
}

/** Whether an apposition ends before a verb does: "X, police say" holds none. */
function isClosed(words: readonly Word[], from: number): boolean {
  for (let at = from; at < Math.min(words.length, from + REACH); at += 1) {
    const word = words[at];
    if (word === undefined || /^(?:[,.;:)–—]|who|whose|which)$/.test(word.text)) return true;
    if (word.finite) return false;
  }
  return true;
}

const isTitle = (word: Word | undefined): boolean =>
  word?.capital === true && (isCourtesy(word.lower) || nounKind(singular(word.lower)) === "person");

/** How many titles may stand between a comma and the name. */
const TITLES = 3;

/**
 * "The mayor of Port Amsel, X", "Army spokesman, Major X": a phrase set apart by a comma before a name and its titles. It
 * has an article or a possessor, or opens the sentence.
 */
function apart(words: readonly Word[], from: number): Calling | null {
  let comma = from - 1;
  while (from - comma <= TITLES && isTitle(words[comma])) comma -= 1;
  if (words[comma]?.text !== ",") return null;
  for (let at = comma - 1; at >= 0 && comma - at <= REACH; at -= 1) {
    const word = words[at];
    if (word === undefined || word.quoted !== null || word.finite || word.text === ",") return null;
    const isPossessor = word.capital && /^['’]s?$/.test(words[at + 1]?.text ?? "");
    const isOpening = at === 0 && /^(?:noun|adjective)$/.test(word.tag);
    if (word.tag !== "determiner" && !ARTICLE.test(word.lower) && !isPossessor && !isOpening) continue;
    // "the spokesman for the mayor, X": the first article is that of the phrase.
    if (/^(?:of|for|to|in|at)$/.test(words[at - 1]?.lower ?? "")) continue;
    const description = describe(words, at, comma);
    if (description === null || nounKind(singular(description.head)) === null) return null;
    return callingOf(
      words.slice(isOpening ? at : at + 1, comma).filter(({ tag }) => tag !== "determiner"),
      description.head,
    );
  }
  return null;
}

/** ", the mayor of Port Amsel,", "is the mayor", "(the mayor)". */
function behind(words: readonly Word[], to: number): Calling | null {
  let start = to;
  const opener = words[start];
  if (opener === undefined || opener.quoted !== null) return null;
  if (/^[,(–—]$/.test(opener.text)) start += 1;
  else if (COPULA.test(opener.lower)) start += ELECTED.test(words[start + 1]?.lower ?? "") ? 2 : 1;
  else return null;
  const isElected = start - to === 2;
  if (words[start]?.lower === "who" && COPULA.test(words[start + 1]?.lower ?? "")) start += 2;
  const first = words[start];
  if (first === undefined) return null;
  const hasArticle = first.tag === "determiner" || ARTICLE.test(first.lower);
  // ", mayor of Y,": without an article only a bare noun phrase.
  if (!hasArticle && !isElected && (opener.text !== "," || !/^(?:noun|adjective|number)$/.test(first.tag))) return null;
  const description = describe(words, start, Math.min(words.length, start + REACH));
  if (description === null) return null;
  if (!hasArticle && words.slice(start, description.at).some(({ tag }) => tag === "determiner")) return null;
  const noun = singular(description.head);
  if (/^\d+$/.test(noun)) {
    const age = `${noun}-year-old`;
    return { nouns: new Set([age]), head: age, words: new Set(), names: new Set() };
  }
  if (nounKind(noun) === null || (opener.text === "," && !isClosed(words, description.complement))) return null;
  return callingOf(
    words.slice(start, description.at + 1).filter(({ tag }) => tag !== "determiner"),
    description.head,
  );
}
