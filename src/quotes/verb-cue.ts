import type { Candidate } from "./candidate.ts";
import type { Complement } from "./complement.ts";
import { contentEnd } from "./content-end.ts";
import type { CueVerb } from "./lexicon.ts";
import type { Range } from "./noun-phrase.ts";
import type { VerbGroup } from "./subject.ts";
import type { Unit, Word } from "./unit.ts";

export interface Cue {
  readonly unit: Unit;
  readonly words: readonly Word[];
  readonly at: number;
  readonly verb: CueVerb;
  readonly group: VerbGroup;
}

export type Found = Omit<Candidate, "unit" | "nested" | "bare"> & Partial<Pick<Candidate, "bare">>;

export const contentRange = (words: readonly Word[], complement: Complement): Range => ({
  from: complement.from,
  to: contentEnd(words, complement),
});
