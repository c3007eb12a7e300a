import type { Verb } from "../../english/verbs.ts";
import type { Unit } from "../../syntax/unit.ts";
import type { VerbGroup } from "../../syntax/verb-group.ts";
import type { Word } from "../../syntax/word.ts";
import type { Candidate } from "../candidate.ts";

export interface Cue {
  readonly unit: Unit;
  readonly words: readonly Word[];
  readonly at: number;
  readonly verb: Verb;
  readonly group: VerbGroup;
}

export type Found = Omit<Candidate, "unit" | "nested" | "bare"> & Partial<Pick<Candidate, "bare">>;
