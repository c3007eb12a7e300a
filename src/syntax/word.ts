import type { Span } from "../text/span.ts";
import { isAdverbForm, MONTHS, TIME_NOUNS, WEEKDAYS } from "../english/closed-classes.ts";
import { isNoun, NOUN_KINDS } from "../english/nouns.ts";
import { type Tag, TAGS } from "../english/tagger/tags.ts";
import { isSpeechVerb } from "../english/verbs.ts";
import type { QuotedSpan } from "./marks.ts";

/** A token with what the rules look at. */
export interface Word extends Span {
  readonly text: string;
  /** Lower case, with plain apostrophes. */
  readonly lower: string;
  readonly tag: Tag;
  /** Begins with a capital that says something (not in a headline that capitalises every word). */
  readonly capital: boolean;
  /** Holds a letter or digit. */
  readonly spoken: boolean;
  /** A verb that carries a clause: no infinitive, no participle. */
  readonly finite: boolean;
  /** The stretch in quotation marks that the word stands in, or `null`. */
  readonly quoted: QuotedSpan | null;
}

/** A word whose class and clause are not settled yet. */
export type NewWord = { -readonly [K in keyof Word]: Word[K] };

/** Word indices, `to` not included. */
export interface WordRange {
  readonly from: number;
  readonly to: number;
}

const BOUNDARY = /^(?:[,;:.!?…()[\]|]|[—–]|-{2,}|\.{2,})$/;

/** Whether a phrase ends before the word at hand: a mark, a quote, or nothing at all. */
export function isBoundary(word: Word | undefined): boolean {
  return word === undefined || word.quoted !== null || BOUNDARY.test(word.text);
}

export function isTimeWord(word: Word | undefined): boolean {
  return word !== undefined && (WEEKDAYS.has(word.lower) || MONTHS.has(word.lower) || TIME_NOUNS.has(word.lower));
}

const CLOSED_TAG = new Set(
  "preposition subordinator determiner conjunction pronoun wh that to modal be have do".split(" "),
);

export function isName(word: Word | undefined): boolean {
  return (
    word !== undefined &&
    word.capital &&
    !CLOSED_TAG.has(word.tag) &&
    word.quoted === null &&
    !isTimeWord(word) &&
    !isAdverbForm(word.lower)
  );
}

/** The mark that a quote ends with whose last word is at `last` (“…,”): nothing where it ends in a word or goes on. */
export function closingMark(words: readonly Word[], last: number): string {
  const quote = words[last]?.quoted ?? null;
  if (quote === null || words[last + 1]?.quoted === quote) return "";
  let at = last;
  while (at > last - 2 && /^["”’'»]+$/.test(words[at]?.text ?? "")) at -= 1;
  const mark = words[at];
  return mark === undefined || mark.spoken ? "" : mark.text;
}

type Test = (word: Word) => boolean;

/** What a test can ask of a word by a name. */
const NAMED: Readonly<Record<string, Test>> = {
  finite: (word) => word.finite,
  capital: (word) => word.capital,
  /** Begins with a capital, whether it says something or not. */
  upper: ({ text }) => /^\p{Lu}/u.test(text),
  spoken: (word) => word.spoken,
  name: isName,
  time: isTimeWord,
  boundary: isBoundary,
  dash: ({ text }) => /^(?:[—–]|-{2,})$/.test(text),
  hyphen: ({ text }) => text === "-",
  adverb: ({ lower }) => isAdverbForm(lower),
  "speech-verb": ({ lower }) => isSpeechVerb(lower),
  ...Object.fromEntries(NOUN_KINDS.map((kind): [string, Test] => [kind, ({ lower }) => isNoun(lower, kind)])),
};

const CLASSES: ReadonlySet<string> = new Set(TAGS);

const compiled = new Map<string, Test>();

/**
 * Whether a word is what a test asks for. A test has alternatives, `that|#noun|@time`; each is a form in lower case, `#`
 * and a word class or several (`#noun/adjective`), `@` and a name, or several of these at once (`#past&@finite`); `!`
 * turns one around. Only `“` is true of a word that is quoted.
 */
export function is(word: Word | undefined, test: string): boolean {
  return word !== undefined && wordTest(test)(word);
}

/** The test that a text of the form above stands for. */
export function wordTest(text: string): Test {
  const known = compiled.get(text);
  if (known !== undefined) return known;
  const forms = new Set<string>();
  const tags = new Set<string>();
  const others: Test[] = [];
  let quoted = false;
  for (const alternative of text.split("|")) {
    if (alternative === "") throw new Error(`an empty test of a word: ${text}`);
    if (alternative === "“") quoted = true;
    else if (/^#[a-z/]+$/.test(alternative)) {
      for (const tag of alternative.slice(1).split("/"))
        if (CLASSES.has(tag)) tags.add(tag);
        else throw new Error(`unknown word class: ${text}`);
    } else if (/^[^@#!&]+$|^[&!]$/.test(alternative)) forms.add(alternative);
    else others.push(conjunction(alternative));
  }
  const test: Test = (word) => {
    if (word.quoted !== null) return quoted;
    if (tags.has(word.tag) || forms.has(word.lower)) return true;
    for (const other of others) if (other(word)) return true;
    return false;
  };
  compiled.set(text, test);
  return test;
}

function conjunction(text: string): Test {
  const tests = text.split("&").map((atom): Test => {
    const plain = atom.replace(/^!/, "");
    const one = plain.startsWith("@") ? NAMED[plain.slice(1)] : wordTest(plain);
    if (one === undefined) throw new Error(`unknown test of a word: ${text}`);
    return plain === atom ? one : (word) => !one(word);
  });
  return (word) => tests.every((one) => one(word));
}

/** Whether a word of a stretch is what a test asks for. */
export function some(words: readonly Word[], from: number, to: number, test: string): boolean {
  const one = wordTest(test);
  for (let at = Math.max(0, from); at < Math.min(to, words.length); at += 1) if (one(words[at] as Word)) return true;
  return false;
}
