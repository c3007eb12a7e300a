import { classBit } from "../tagging/gazetteer.ts";
import { Casing } from "../tagging/taggable.ts";
import { shortNames } from "./people/bearers.ts";
import type { NameMention } from "./name-mention.ts";
import { formOf, type TaggedText } from "./tagged-text.ts";

const NAME = classBit("given") | classBit("family");
const COMMON = classBit("word");

/**
 * In a headline all in capitals, a "person" with a common word within it is a clause ("HOLT DEFEATS RIVERA"): what is left
 * of it are the words by which people are called who are named in full elsewhere.
 */
export function cutHeadlines(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const isInCapitals = ({ sentence }: NameMention): boolean => text.taggable[sentence]?.casing === Casing.AllCaps;
  if (!names.some((name) => name.kind === "person" && isInCapitals(name))) return [...names];
  const people = shortNames(
    text,
    names.filter((name) => !isInCapitals(name)),
  );
  return names.flatMap((name) => {
    if (name.kind !== "person" || name.first === name.last || !isInCapitals(name)) return [name];
    const words: NameMention[] = [];
    for (let at = name.first; at <= name.last; at += 1) words.push({ ...name, first: at, last: at });
    if (!words.some((word) => isCommon(text, word))) return [name];
    return words.filter((word) => people.has(formOf(text, word)));
  });
}

function isCommon({ taggable }: TaggedText, { sentence, first }: NameMention): boolean {
  const lexeme = taggable[sentence]?.lexemes[first];
  if (lexeme === undefined || (lexeme.classes & NAME) !== 0) return false;
  return (lexeme.classes & COMMON) !== 0 || lexeme.sense !== 0;
}
