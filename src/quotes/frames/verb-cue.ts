import type { Verb } from "../../english/verbs.ts";
import type { Unit } from "../../syntax/unit.ts";
import type { VerbGroup } from "../../syntax/verb-group.ts";
import type { Word, WordRange } from "../../syntax/word.ts";
import type { Candidate } from "../candidate.ts";
import { clauseLimit } from "../extent/clause-limit.ts";
import { type Content, contentEnd } from "../extent/content-end.ts";

export interface Cue {
  readonly unit: Unit;
  readonly words: readonly Word[];
  readonly at: number;
  readonly verb: Verb;
  readonly group: VerbGroup;
}

export type Found = Omit<Candidate, "unit" | "nested" | "bare"> & Partial<Pick<Candidate, "bare">>;

/** Where the statement after its verb stands: it ends with the clause that its verb stands in. */
export function contentRange(words: readonly Word[], complement: Content, verb: number): WordRange {
  const range = { from: complement.from, to: contentEnd(words, complement) };
  const limit = clauseLimit(words, range, verb);
  return limit === null ? range : { from: range.from, to: limit };
}
