import { classBit } from "../../tagging/gazetteer.ts";
import { NameIndex, withNames } from "../name-index.ts";
import type { NameMention } from "../name-mention.ts";
import { type TaggedText, textAt } from "../tagged-text.ts";

const GIVEN = classBit("given");
const COUNTRY = classBit("country");
const OPENS = /^["“‘'(]$/;
const CLOSES = /^["”’')]$/;
const LONGEST_NICKNAME = 3;
const CAPITALISED = /^\p{Lu}[\p{L}’'.-]+$/u;

/**
 * Makes one name of a person's name with a nickname in quotation marks within it (Ernesto "El Gato" Zamora): the marks
 * end names for the tagger, and so do brackets (William (Buddy) Crane). The word before must be a given name or somebody's name already, or the word behind.
 */
export function joinNicknames(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  let index: NameIndex | null = null;
  const nameAt = (sentence: number, at: number): NameMention | undefined =>
    (index ??= new NameIndex(text, names)).at(sentence, at);
  const people: NameMention[] = [];
  text.sentences.forEach(({ tokens }, sentence) => {
    for (let open = 1; open < tokens.length - 2; open += 1) {
      const mark = tokens[open]?.text ?? "";
      if (mark.length > 1 || !OPENS.test(mark) || !CAPITALISED.test(tokens[open - 1]?.text ?? "")) continue;
      const close = closing(text, sentence, open);
      if (close < 0 || (mark === "(" && !isBracketed(text, sentence, open, close))) continue;
      const [before, behind] = [nameAt(sentence, open - 1), nameAt(sentence, close + 1)];
      const isGiven = ((text.taggable[sentence]?.lexemes[open - 1]?.classes ?? 0) & GIVEN) !== 0;
      if (before?.kind !== "person" && behind?.kind !== "person" && !isGiven) continue;
      const first = before?.kind === "person" ? before.first : open - 1;
      // "Ibarra Valdez" may look like a place, without what stands before.
      people.push({ sentence, first, last: behind?.last ?? close + 1, kind: "person" });
      open = close;
    }
  });
  return withNames(text, names, people);
}

/** "William (Buddy) Crane": in brackets one given name that is no country's too, behind another. */
function isBracketed(text: TaggedText, sentence: number, open: number, close: number): boolean {
  const classes = (at: number): number => text.taggable[sentence]?.lexemes[at]?.classes ?? 0;
  return (
    close === open + 2 &&
    textAt(text, sentence, close) === ")" &&
    (classes(open + 1) & (GIVEN | COUNTRY)) === GIVEN &&
    (classes(open - 1) & GIVEN) !== 0
  );
}

/** The mark that closes a nickname and touches it, right before the rest of a name; -1 where there is none. */
function closing(text: TaggedText, sentence: number, open: number): number {
  const tokens = text.sentences[sentence]?.tokens ?? [];
  if (tokens[open]?.end !== tokens[open + 1]?.start || !/\p{L}/u.test(textAt(text, sentence, open + 1))) return -1;
  for (let at = open + 2; at <= open + 1 + LONGEST_NICKNAME; at += 1) {
    if (!CLOSES.test(textAt(text, sentence, at))) {
      if (/\p{L}/u.test(textAt(text, sentence, at))) continue;
      return -1;
    }
    const touches = tokens[at - 1]?.end === tokens[at]?.start;
    return touches && CAPITALISED.test(textAt(text, sentence, at + 1)) ? at : -1;
  }
  return -1;
}
