import { ENTITY_KINDS } from "../entities/entity.ts";
import type { NameKind } from "../annotation/records/name.ts";

/** What the user says a name is; `none`: not what it was taken for. */
export const VERDICTS = ["none", ...ENTITY_KINDS] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Where a correction holds: on every page, or on one, whose title is kept for lists. */
export type CorrectionScope =
  { readonly kind: "always" } | { readonly kind: "page"; readonly page: string; readonly title: string };

/** What a user says of a name. */
export interface Judgement {
  readonly verdict: Verdict;
  /**
   * What the name is not, where the verdict is `none`: `source` for who is quoted, whatever else it is. A namesake of another kind stays. `null` with every other
   * verdict; with `none` it means any kind but a source, which is what records of form 1 say.
   */
  readonly from: NameKind | null;
}

/** What a user says when correcting; the store adds the rest. */
export interface CorrectionDraft extends Judgement {
  /** A UUID made by whoever makes the correction, so that saving twice is the same as saving once. */
  readonly id: string;
  /** The name as it stands in the article. */
  readonly name: string;
  readonly scope: CorrectionScope;
}

/** The version of the stored record's form. Form 1 had no `from`. */
export const CORRECTION_SCHEMA = 2;

/** A saved correction: the stored record, made to last in the same way as an annotation. */
export interface Correction extends CorrectionDraft {
  readonly schema: typeof CORRECTION_SCHEMA;
  /** 1 for the first version, one more for each later one. */
  readonly revision: number;
  /** ISO instants. */
  readonly created: string;
  readonly modified: string;
  /** When the user took it back, or `null`. */
  readonly deleted: string | null;
}

/** A name as corrections compare it: white space folded, upper and lower case told apart. */
export function foldName(name: string): string {
  return name.replace(/\s+/g, " ").trim();
}

/** Whether a judgement takes the place of an earlier one about the same name; two denials can both hold. */
export function replaces(later: Judgement, earlier: Judgement): boolean {
  return later.verdict === "none" || earlier.verdict === "none"
    ? later.verdict === earlier.verdict && later.from === earlier.from
    : true;
}

/** Whether a verdict and what it denies go together. */
export function isJudgement({ verdict, from }: Judgement): boolean {
  return verdict === "none" || from === null;
}
