import type { Subject } from "../syntax/subject.ts";
import { is, type Word, type WordRange } from "../syntax/word.ts";

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

/** One attribution within one unit, not chosen yet; ranges are word indices. */
export interface Candidate {
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

/** A candidate whose source is its own and whose content is a statement, unless `rest` says otherwise. */
export const candidate = (
  shape: Shape,
  cue: WordRange,
  source: SourceRange | null,
  content: readonly WordRange[],
  rest: Partial<Pick<Candidate, "bare" | "shared">> = {},
): Candidate => ({ shape, cue, source, content, bare: false, shared: false, nested: false, ...rest });

/** A source that nothing is set off from. */
export const named = (from: number, to: number, end = to): SourceRange => ({
  core: { from, to },
  whole: { from, to: end },
});

/** The words that a subject names, with the antecedent of "who"; `null` for a shared subject. */
export function sourceOf(words: readonly Word[], subject: Subject): SourceRange | null {
  if (subject.kind === "phrase") return subject;
  if (subject.kind === "shared") return null;
  const antecedent = antecedentOf(words, subject.at);
  if (antecedent === null) return null;
  return { core: antecedent, whole: { from: antecedent.from, to: subject.at + 1 } };
}

/** The noun phrase right before "who", "which" or "that". */
export function antecedentOf(words: readonly Word[], relative: number): WordRange | null {
  const to = is(words[relative - 1], ",|@dash") ? relative - 1 : relative;
  let from = to;
  while (from > 0) {
    const word = words[from - 1];
    const inPhrase =
      is(word, "#noun/adjective/number/possessive/determiner|@capital") ||
      is(word, "@hyphen|&|’|'|.") ||
      (from === to && is(word, "#pronoun"));
    if (!inPhrase && !(is(word, "of") && from < to && from > 1)) break;
    from -= 1;
    if (word?.tag === "determiner" && words[from - 1]?.lower !== "of") break;
  }
  while (from < to && words[from]?.lower === "of") from += 1;
  return from < to ? { from: placedHead(words, from) ?? from, to } : null;
}

/** "the Dialogue Group in Norway, which": who is in a place is meant, not the place. The phrase before it begins there. */
function placedHead(words: readonly Word[], name: number): number | null {
  if (words[name]?.capital !== true || !/^(?:in|at)$/.test(words[name - 1]?.lower ?? "")) return null;
  let from = name - 1;
  while (from > 0 && is(words[from - 1], "@capital|#noun/adjective/determiner/possessive")) {
    from -= 1;
    if (words[from]?.tag === "determiner") break;
  }
  return from < name - 1 ? from : null;
}
