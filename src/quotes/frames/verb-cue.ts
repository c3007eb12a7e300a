import type { Candidate } from "../candidate.ts";
import type { Complement } from "./complement.ts";
import { contentEnd } from "../extent/content-end.ts";
import { clauseLimit } from "../extent/clause-limit.ts";
import type { CueVerb } from "../../english/verbs.ts";
import type { Range } from "../../syntax/noun-phrase.ts";
import type { VerbGroup } from "../../syntax/subject.ts";
import type { Unit, Word } from "../../syntax/unit.ts";

export interface Cue {
  readonly unit: Unit;
  readonly words: readonly Word[];
  readonly at: number;
  readonly verb: CueVerb;
  readonly group: VerbGroup;
}

export type Found = Omit<Candidate, "unit" | "nested" | "bare"> & Partial<Pick<Candidate, "bare">>;

/** Where the statement after its verb stands: it ends with the clause that its verb stands in. */
export function contentRange(words: readonly Word[], complement: Complement, verb: number): Range {
  const range = { from: complement.from, to: contentEnd(words, complement) };
  const limit = clauseLimit(words, range, verb);
  return limit === null ? range : { from: range.from, to: limit };
}
