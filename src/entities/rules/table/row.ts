import { ENTITY_KINDS, type EntityKind } from "../../entity.ts";
import type { NameMention } from "../name-mention.ts";
import { classesOf, type TaggedText, textAt } from "../tagged-text.ts";

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
  /** The word before, or before "the". */
  readonly behind?: WordTest;
  readonly after?: WordTest;
  readonly secondAfter?: WordTest;
  /** Classes of the gazetteer: of these the name as a whole has one at least … */
  readonly known?: number;
  /** … none … */
  readonly unknown?: number;
  /** … one at least, and no others. */
  readonly knownOnly?: number;
  /** Of each of these its first word alone has one, and of these none; the same for its last. */
  readonly firstKnown?: readonly number[];
  readonly firstUnknown?: number;
  readonly lastKnown?: number;
  readonly lastUnknown?: number;
  /** Of these what stands behind its first word has one. */
  readonly restKnown?: number;
  readonly is: Verdict;
}

/** What a table of rows makes of a name: the name itself where no row fits, `null` where it is none. */
export type NameTable = (text: TaggedText, name: NameMention) => NameMention | null;

/** A row made ready: lists of words are sets, and what is not given is `null`. */
interface CompiledRow {
  readonly words: readonly (readonly [where: Where, fits: WordSet | RegExp])[];
  readonly classes: readonly (readonly [where: Part, fits: (classes: number) => boolean])[];
  readonly is: Verdict;
}

type WordSet = ReadonlySet<string>;

/** A word in or beside a name. */
const enum Where {
  Only,
  First,
  Last,
  Before,
  SecondBefore,
  Behind,
  After,
  SecondAfter,
}

/** Words of a name that the gazetteer is asked for. */
const enum Part {
  All,
  First,
  Last,
  Rest,
}

/** Makes a table of rows: of those that fit a name the first one decides, and again for what it leaves of the name. */
export function tableOf(rows: readonly NameRow[]): NameTable {
  // Most rows are for names of one kind or length: they are sorted out beforehand.
  const byKind = new Map(ENTITY_KINDS.map((kind) => [kind, [1, 2, 3].map((length) => compile(rows, kind, length))]));
  const decide: NameTable = (text, name) => {
    const { first, last } = name;
    const row = firstFitting(byKind.get(name.kind)?.[Math.min(last - first, 2)] ?? [], text, name);
    switch (row?.is) {
      case undefined:
        return name;
      case "nothing":
        return null;
      case "without its first word":
        return decide(text, { ...name, first: first + 1 });
      case "without its last word":
        return decide(text, { ...name, last: last - 1 });
      default:
        return { ...name, kind: row?.is ?? name.kind };
    }
  };
  return decide;
}

/** The rule that takes every name through a table. */
export function byTable(table: NameTable): (text: TaggedText, names: readonly NameMention[]) => NameMention[] {
  return (text, names) => {
    const left: NameMention[] = [];
    for (const name of names) {
      const decided = table(text, name);
      if (decided !== null) left.push(decided);
    }
    return left;
  };
}

const LENGTHS = { any: [1, 2, 3], one: [1], two: [2], several: [2, 3] };

/** The rows for names of one kind and of so many words (3 stands for more). */
function compile(rows: readonly NameRow[], kind: EntityKind, length: number): CompiledRow[] {
  return rows.flatMap((row): CompiledRow[] => {
    const lengths = LENGTHS[row.only === undefined ? (row.words ?? "any") : "one"];
    if (!row.of.includes(kind) || !lengths.includes(length)) return [];
    const tests: readonly (readonly [where: Where, test: WordTest | undefined])[] = [
      [Where.Only, row.only],
      [Where.First, row.first],
      [Where.Last, row.last],
      [Where.Before, row.before],
      [Where.SecondBefore, row.secondBefore],
      [Where.Behind, row.behind],
      [Where.After, row.after],
      [Where.SecondAfter, row.secondAfter],
    ];
    const words = tests.flatMap(([where, test]) =>
      test === undefined ? [] : [[where, typeof test === "string" ? new Set(test.split(" ")) : test] as const],
    );
    return [{ words, classes: classTests(row), is: row.is }];
  });
}

function classTests(row: NameRow): CompiledRow["classes"] {
  const tests: (readonly [Part, (classes: number) => boolean])[] = [];
  const { known, unknown, knownOnly, firstKnown, firstUnknown, lastKnown, lastUnknown, restKnown } = row;
  if (known !== undefined) tests.push([Part.All, (classes) => (classes & known) !== 0]);
  if (unknown !== undefined) tests.push([Part.All, (classes) => (classes & unknown) === 0]);
  if (knownOnly !== undefined) tests.push([Part.All, (classes) => classes !== 0 && (classes & ~knownOnly) === 0]);
  for (const wanted of firstKnown ?? []) tests.push([Part.First, (classes) => (classes & wanted) !== 0]);
  if (firstUnknown !== undefined) tests.push([Part.First, (classes) => (classes & firstUnknown) === 0]);
  if (lastKnown !== undefined) tests.push([Part.Last, (classes) => (classes & lastKnown) !== 0]);
  if (lastUnknown !== undefined) tests.push([Part.Last, (classes) => (classes & lastUnknown) === 0]);
  if (restKnown !== undefined) tests.push([Part.Rest, (classes) => (classes & restKnown) !== 0]);
  return tests;
}

function firstFitting(rows: readonly CompiledRow[], text: TaggedText, name: NameMention): CompiledRow | null {
  for (const row of rows) if (fitsWords(row, text, name) && fitsClasses(row, text, name)) return row;
  return null;
}

function fitsWords({ words }: CompiledRow, text: TaggedText, name: NameMention): boolean {
  for (const [where, fits] of words) {
    const word = wordAt(text, name, where);
    if (!(fits instanceof RegExp ? fits.test(word) : fits.has(word))) return false;
  }
  return true;
}

function wordAt(text: TaggedText, { sentence, first, last }: NameMention, where: Where): string {
  switch (where) {
    case Where.Only:
      return textAt(text, sentence, first).toLowerCase();
    case Where.First:
      return textAt(text, sentence, first);
    case Where.Last:
      return textAt(text, sentence, last);
    case Where.Before:
      return textAt(text, sentence, first - 1);
    case Where.SecondBefore:
      return textAt(text, sentence, first - 2);
    case Where.Behind: {
      const before = textAt(text, sentence, first - 1);
      return before === "the" ? textAt(text, sentence, first - 2) : before;
    }
    case Where.After:
      return textAt(text, sentence, last + 1);
    case Where.SecondAfter:
      return textAt(text, sentence, last + 2);
  }
}

function fitsClasses({ classes }: CompiledRow, text: TaggedText, name: NameMention): boolean {
  for (const [part, fits] of classes) if (!fits(classesOf(text, partOf(name, part)))) return false;
  return true;
}

function partOf(name: NameMention, part: Part): NameMention {
  switch (part) {
    case Part.All:
      return name;
    case Part.First:
      return { ...name, last: name.first };
    case Part.Last:
      return { ...name, first: name.last };
    case Part.Rest:
      return { ...name, first: name.first + 1 };
  }
}
