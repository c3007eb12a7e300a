import type { Sentence } from "../../text/document.ts";
import type { Gazetteer } from "../tagging/gazetteer.ts";
import { type NameMention, tokensOf } from "./name-mention.ts";
import { nameWords } from "../merging/name.ts";
import { capitalisedRuns, phraseClasses, type Run, type TaggableSentence } from "../tagging/taggable.ts";

/** A document's sentences in both forms, side by side, and what is known of names beforehand. */
export interface TaggedText {
  readonly sentences: readonly Sentence[];
  readonly taggable: readonly TaggableSentence[];
  readonly gazetteer: Gazetteer;
  /** Indices of the sentences that open a paragraph. */
  readonly opening: ReadonlySet<number>;
  /** The runs of capitalised words of each sentence. */
  readonly runs: readonly (readonly Run[])[];
  /** Of each sentence the number of tokens before it; and of all. */
  readonly offsets: readonly number[];
  readonly tokenCount: number;
}

/** Makes a document ready for the rules. */
export function taggedText(parts: Omit<TaggedText, "runs" | "offsets" | "tokenCount">): TaggedText {
  const offsets: number[] = [];
  let tokenCount = 0;
  for (const { tokens } of parts.sentences) {
    offsets.push(tokenCount);
    tokenCount += tokens.length;
  }
  return { ...parts, runs: parts.taggable.map(capitalisedRuns), offsets, tokenCount };
}

/** What is found in each run of capitalised words, `null` where nothing is; in the order of the text. */
export function findInRuns(
  { runs }: TaggedText,
  find: (sentence: number, first: number, last: number) => NameMention | null,
): NameMention[] {
  const found: NameMention[] = [];
  for (let sentence = 0; sentence < runs.length; sentence += 1) {
    for (const { first, last } of runs[sentence] as readonly Run[]) {
      const name = find(sentence, first, last);
      if (name !== null) found.push(name);
    }
  }
  return found;
}

/** A token as it is written; "" before and behind a sentence. */
export function textAt({ sentences }: TaggedText, sentence: number, at: number): string {
  return (at < 0 ? undefined : sentences[sentence]?.tokens[at]?.text) ?? "";
}

/** A name's tokens as they are written. */
export function textsOf({ sentences }: TaggedText, name: NameMention): string[] {
  return tokensOf(sentences[name.sentence], name).map((token) => token.text);
}

/** A name's words in the form in which names are compared. */
export function wordsOf({ sentences }: TaggedText, name: NameMention): string[] {
  return nameWords(tokensOf(sentences[name.sentence], name));
}

/** The same words as one string: equal where two mentions are written alike. */
export function formOf(text: TaggedText, name: NameMention): string {
  return wordsOf(text, name).join(" ");
}

/** The gazetteer's classes of a name as a whole. */
export function classesOf({ taggable, gazetteer }: TaggedText, { sentence, first, last }: NameMention): number {
  const found = taggable[sentence];
  return found === undefined ? 0 : phraseClasses(found, first, last, gazetteer);
}
