import type { Subject } from "../syntax/subject.ts";
import type { Unit } from "../syntax/unit.ts";
import type { Word, WordRange } from "../syntax/word.ts";

/** How a source, its cue and what it said stand to each other. */
export type Shape =
  /** "She said that …" */
  | "before"
  /** "…, she said" */
  | "after"
  /** "…, she said, …" */
  | "around"
  /** "…, adding that …" */
  | "participle"
  /** "according to her, …" */
  | "according"
  /** "Smith: …" */
  | "colon";

/** The words that name a source: `core` without what is set off by commas. */
export interface SourceRange {
  readonly core: WordRange;
  readonly whole: WordRange;
}

/** One attribution within one unit; ranges are word indices. */
export interface Candidate {
  readonly unit: Unit;
  readonly shape: Shape;
  readonly cue: WordRange;
  readonly source: SourceRange | null;
  readonly content: readonly WordRange[];
  /** True where the content is a noun phrase, not a statement of its own: "denied the charge". */
  readonly bare: boolean;
  /** True where the source is that of the attribution before ("and said"). */
  readonly shared: boolean;
  /** True where another attribution of the unit lies inside. */
  readonly nested: boolean;
}

/** The words that a subject names, with the antecedent of "who"; `null` for a shared subject. */
export function sourceOf(words: readonly Word[], subject: Subject): SourceRange | null {
  if (subject.kind === "phrase") return { core: subject.core, whole: subject.whole };
  if (subject.kind === "shared") return null;
  const antecedent = antecedentOf(words, subject.at);
  if (antecedent === null) return null;
  return { core: antecedent, whole: { from: antecedent.from, to: subject.at + 1 } };
}

/** The noun phrase right before "who", "which" or "that". */
export function antecedentOf(words: readonly Word[], relative: number): WordRange | null {
  let to = relative;
  const mark = words[to - 1];
  if (mark !== undefined && /^(?:,|[—–]|-{2,})$/.test(mark.text)) to -= 1;
  let from = to;
  while (from > 0) {
    const word = words[from - 1];
    if (word === undefined || word.quoted !== null) break;
    const inPhrase =
      /^(?:noun|adjective|number|possessive|determiner)$/.test(word.tag) ||
      word.capital ||
      /^[-&’'.]$/.test(word.text) ||
      (from === to && word.tag === "pronoun");
    if (!inPhrase && !(word.lower === "of" && from < to && from > 1)) break;
    from -= 1;
    if (word.tag === "determiner" && words[from - 1]?.lower !== "of") break;
  }
  while (from < to && words[from]?.lower === "of") from += 1;
  return from < to ? { from: placedHead(words, from) ?? from, to } : null;
}

/** "the Dialogue Group in Norway, which": who is in a place is meant, not the place. The phrase before it begins there. */
function placedHead(words: readonly Word[], name: number): number | null {
  if (words[name]?.capital !== true || !/^(?:in|at)$/.test(words[name - 1]?.lower ?? "")) return null;
  let from = name - 1;
  while (from > 0 && isPhraseWord(words[from - 1])) {
    from -= 1;
    if (words[from]?.tag === "determiner") break;
  }
  return from < name - 1 ? from : null;
}

const isPhraseWord = (word: Word | undefined): boolean =>
  word !== undefined &&
  word.quoted === null &&
  (word.capital || /^(?:noun|adjective|determiner|possessive)$/.test(word.tag));
