import type { Span } from "../../text/span.ts";
import type { Unit } from "../../syntax/unit.ts";
import { is, type Word } from "../../syntax/word.ts";

/** How many words a subject may take before its verb. */
const LONGEST = 14;

/** Word classes that open a clause inside a subject: "the deal that …". */
const ENDS = /^(?:that|wh|subordinator|pronoun|past|present|base)$/;

/** The subject of a sentence's first verb, where it is a noun phrase that opens the sentence or follows its adverbials. */
export function openingPhrase({ words }: Unit): Span | null {
  const from = openingOf(words);
  const verb = words.findIndex((word, at) => at > from && word.finite && word.quoted === null);
  if (verb < 0 || verb - from > LONGEST) return null;
  let to = from;
  while (to < verb && words[to]?.quoted === null && !ENDS.test(words[to]?.tag ?? "") && words[to]?.text !== ",")
    to += 1;
  const first = words[from];
  const last = words[to - 1];
  if (first === undefined || last === undefined || to === from) return null;
  if (!/^(?:determiner|noun|adjective|number)$/.test(first.tag)) return null;
  while (to > from && words[to - 1]?.tag === "adverb") to -= 1;
  const end = words[to - 1]?.end;
  return end === undefined || to === from ? null : { start: first.start, end };
}

/** The first word of a sentence's subject, where nothing but a dateline and adverbials stands before it. */
export const openingOf = (words: readonly Word[]): number => afterAdverbial(words, afterDateline(words));

/** Whether nothing but a title or a description stands between a sentence's opening and a name: "Mr. X", "Mayor X". */
export const opensSubject = (words: readonly Word[], opening: number, from: number): boolean =>
  from >= opening &&
  from - opening < LONGEST &&
  words
    .slice(opening, from)
    .every(
      ({ tag, capital, finite }) => !finite && (capital || /^(?:noun|adjective|determiner|possessive)$/.test(tag)),
    );

/** Where the sentence itself begins: "MARLOW, March 3 (Reuters) - The …", behind the dash or the bracket. */
export function afterDateline(words: readonly Word[]): number {
  for (let at = 0; at < Math.min(words.length, LONGEST); at += 1) {
    const word = words[at];
    if (word === undefined || word.finite) return 0;
    if (word.text === ")" || (/^(?:[–—-]|-{2})$/.test(word.text) && words[at - 1]?.text !== ")")) {
      return /^(?:[–—-]|-{2})$/.test(words[at + 1]?.text ?? "") ? at + 2 : at + 1;
    }
  }
  return 0;
}

/** "On Tuesday, the …", "Last month, the …", "Earlier, …". */
function afterAdverbial(words: readonly Word[], from: number): number {
  let at = from;
  while (words[at]?.tag === "adverb" || words[at]?.tag === "conjunction" || words[at]?.text === ",") at += 1;
  let time = at;
  while (is(words[time], "@time|last|next|this|earlier|late|early|#number")) time += 1;
  if (time > at && words[time]?.text === ",") return time + 1;
  if (words[at]?.tag !== "preposition") return at;
  const comma = words.findIndex(
    (word, index) => index > at && index - at < LONGEST && (word.text === "," || word.finite),
  );
  return words[comma]?.text === "," ? comma + 1 : at;
}
