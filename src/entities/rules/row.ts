import type { EntityKind } from "../entity.ts";
import type { NameMention } from "./name-mention.ts";
import { classesOf, type TaggedText, textAt } from "./tagged-text.ts";

/** What a word must be: one of those in a list with spaces between, or what an expression takes. "" stands at the ends. */
type WordTest = string | RegExp;

/** What a rule makes of a name: a kind, no name at all, or the same name without one of its words. */
export type Verdict = EntityKind | "nothing" | "without its first word" | "without its last word";

/** One rule for names: how a name and the words around it must look, and what it then is. All that is given must hold. */
export interface NameRow {
  /** What it has been taken for. */
  readonly of: readonly EntityKind[];
  readonly words?: "one" | "two" | "several";
  /** Its only word, in lower case. */
  readonly only?: WordTest;
  readonly first?: WordTest;
  readonly last?: WordTest;
  readonly before?: WordTest;
  readonly secondBefore?: WordTest;
  readonly after?: WordTest;
  /** Classes of the gazetteer: of these the name as a whole has one at least … */
  readonly known?: number;
  /** … none … */
  readonly unknown?: number;
  /** … one at least, and no others. */
  readonly knownOnly?: number;
  /** Of these its first word alone has none. */
  readonly firstUnknown?: number;
  /** Of these what stands behind its first word has one. */
  readonly restKnown?: number;
  readonly is: Verdict;
}

type Condition = (text: TaggedText, name: NameMention) => boolean;

/** What a table of rows makes of a name: an empty list where it is none, the name itself where no row fits. */
export type NameTable = (text: TaggedText, name: NameMention) => readonly NameMention[];

/** Makes a table of rows: of those that fit a name the first one decides, and again for what it leaves of the name. */
export function tableOf(rows: readonly NameRow[]): NameTable {
  const compiled = rows.map(({ of, is, ...row }) => ({ of, is, conditions: conditionsOf(row) }));
  const decide: NameTable = (text, name) => {
    const row = compiled.find(
      ({ of, conditions }) => of.includes(name.kind) && conditions.every((fits) => fits(text, name)),
    );
    if (row === undefined) return [name];
    switch (row.is) {
      case "nothing":
        return [];
      case "without its first word":
        return decide(text, { ...name, first: name.first + 1 });
      case "without its last word":
        return decide(text, { ...name, last: name.last - 1 });
      default:
        return [{ ...name, kind: row.is }];
    }
  };
  return decide;
}

/** The rule that takes every name through a table. */
export function byTable(table: NameTable): (text: TaggedText, names: readonly NameMention[]) => NameMention[] {
  return (text, names) => names.flatMap((name) => table(text, name));
}

/** Those of a row's conditions that it gives, the cheap ones first. */
function conditionsOf(row: Omit<NameRow, "of" | "is">): Condition[] {
  const conditions: Condition[] = [];
  const word = (test: WordTest | undefined, at: (name: NameMention) => number): void => {
    if (test === undefined) return;
    const fits = wordTest(test);
    conditions.push((text, name) => fits(textAt(text, name.sentence, at(name))));
  };
  const classes = (wanted: number | undefined, holds: (found: number, wanted: number) => boolean): void => {
    if (wanted !== undefined) conditions.push((text, name) => holds(classesOf(text, name), wanted));
  };
  const { words, only, firstUnknown, restKnown } = row;
  if (words === "several") conditions.push((_, { first, last }) => first < last);
  if (words === "two") conditions.push((_, { first, last }) => first + 1 === last);
  if (words === "one" || only !== undefined) conditions.push((_, { first, last }) => first === last);
  if (only !== undefined) {
    const fits = wordTest(only);
    conditions.push((text, { sentence, first }) => fits(textAt(text, sentence, first).toLowerCase()));
  }
  word(row.first, ({ first }) => first);
  word(row.last, ({ last }) => last);
  word(row.before, ({ first }) => first - 1);
  word(row.secondBefore, ({ first }) => first - 2);
  word(row.after, ({ last }) => last + 1);
  classes(row.known, (found, wanted) => (found & wanted) !== 0);
  classes(row.unknown, (found, wanted) => (found & wanted) === 0);
  classes(row.knownOnly, (found, wanted) => found !== 0 && (found & ~wanted) === 0);
  if (firstUnknown !== undefined)
    conditions.push((text, name) => (classesOf(text, { ...name, last: name.first }) & firstUnknown) === 0);
  if (restKnown !== undefined)
    conditions.push((text, name) => (classesOf(text, { ...name, first: name.first + 1 }) & restKnown) !== 0);
  return conditions;
}

function wordTest(test: WordTest): (word: string) => boolean {
  if (typeof test !== "string") return (word) => test.test(word);
  const words: ReadonlySet<string> = new Set(test.split(" "));
  return (word) => words.has(word);
}
