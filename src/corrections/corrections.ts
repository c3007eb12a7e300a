import { ENTITY_KINDS } from "../entities/entity.ts";
import type { Named, NameKind } from "../annotation/records/name.ts";
import type { CORRECTION_SCHEMA } from "./upgrade.ts";
import { isSameStatement, type StatementWords } from "./statement-words.ts";
import { withSingleSpaces } from "../text/fold.ts";

/** What the user says a name is; `none`: not what it was taken for. */
export const VERDICTS = ["none", ...ENTITY_KINDS] as const;
export type Verdict = (typeof VERDICTS)[number];

/** Where a correction holds: on one page, whose title is kept for lists … */
export interface PageScope {
  readonly kind: "page";
  readonly page: string;
  readonly title: string;
}
/** … or on every page. */
export type CorrectionScope = { readonly kind: "always" } | PageScope;

/** What a user says of a name. */
export interface Judgement {
  readonly verdict: Verdict;
  /**
   * What the name is not, where the verdict is `none`: `source` for who is quoted, whatever else it is. A namesake of another kind stays. `null` with every other
   * verdict; with `none` it means any kind but a source, which is what records of form 1 say.
   */
  readonly from: NameKind | null;
}

/** Somebody of an article, as the user points at them. */
export type Pointed = Pick<Named, "kind" | "name">;

/** What a name is, or is not. */
export interface NameClaim extends Judgement {
  readonly about: "name";
  /** The name as it stands in the article. */
  readonly name: string;
}
/** Who said a statement; `null`: nobody whom the article names. */
export interface SpeakerClaim {
  readonly about: "speaker";
  readonly statement: StatementWords;
  /** Somebody of the article, or a name that the user typed. */
  readonly speaker: Pointed | null;
}
/** Two that the article names are one. */
export interface SameClaim {
  readonly about: "same";
  readonly who: Pointed;
  readonly other: Pointed;
}
/** One form of a name, or one description, means somebody else. */
export interface ApartClaim {
  readonly about: "apart";
  readonly who: Pointed;
  /** As it stands in the article: "Berg" of "Karl Berg". */
  readonly form: string;
}

/** Whatever a user says when correcting. */
export type Claim = NameClaim | SpeakerClaim | SameClaim | ApartClaim;

interface Made<Scope extends CorrectionScope> {
  /** A UUID made by whoever makes the correction, so that saving twice is the same as saving once. */
  readonly id: string;
  readonly scope: Scope;
}
/** A claim and where it holds; the store adds the rest. A statement is one page's. */
export type CorrectionDraft =
  | (NameClaim & Made<CorrectionScope>)
  | (SpeakerClaim & Made<PageScope>)
  | (SameClaim & Made<CorrectionScope>)
  | (ApartClaim & Made<CorrectionScope>);

interface Stamps {
  readonly schema: typeof CORRECTION_SCHEMA;
  /** 1 for the first version, one more for each later one. */
  readonly revision: number;
  /** ISO instants. */
  readonly created: string;
  readonly modified: string;
  /** When the user took it back, or `null`. */
  readonly deleted: string | null;
}

/** A saved correction: the stored record, made to last in the same way as an annotation. */
export type Correction = CorrectionDraft & Stamps;

/** A name as corrections compare it: white space folded, upper and lower case told apart. */
export function foldName(name: string): string {
  return withSingleSpaces(name);
}

/** Whether two names are the same words, however their letters are written. */
export function isSameName(a: string, b: string): boolean {
  return foldName(a).toLowerCase() === foldName(b).toLowerCase();
}

/** Whether a claim takes the place of an earlier one, since both are about the same; two denials can both hold. */
export function replaces(later: Claim, earlier: Claim): boolean {
  if (later.about === "name") {
    if (earlier.about !== "name" || foldName(later.name) !== foldName(earlier.name)) return false;
    return later.verdict === "none" || earlier.verdict === "none"
      ? later.verdict === earlier.verdict && later.from === earlier.from
      : true;
  }
  if (later.about === "speaker") {
    return earlier.about === "speaker" && isSameStatement(later.statement, earlier.statement);
  }
  if (earlier.about === "name" || earlier.about === "speaker") return false;
  const [a, b] = pairOf(later);
  const [c, d] = pairOf(earlier);
  return (isSameName(a, c) && isSameName(b, d)) || (isSameName(a, d) && isSameName(b, c));
}

const pairOf = (claim: SameClaim | ApartClaim): [string, string] => [
  claim.who.name,
  claim.about === "same" ? claim.other.name : claim.form,
];

/** Whether a verdict and what it denies go together. */
export function isJudgement({ verdict, from }: Judgement): boolean {
  return verdict === "none" || from === null;
}

/**
 * Whether a claim can be meant for every page. Who is called "Berg" or "the governor" differs from page to page; a
 * statement stands on one.
 */
export function mayHoldEverywhere(claim: Claim): boolean {
  switch (claim.about) {
    case "name":
      return true;
    case "speaker":
      return false;
    case "same":
      return isTelling(claim.who) && isTelling(claim.other);
    case "apart":
      return isTelling(claim.who) && isTelling({ kind: claim.who.kind, name: claim.form });
  }
}

/** Whether a name alone tells who is meant: no surname, and no description. */
function isTelling({ kind, name }: Pointed): boolean {
  const folded = foldName(name);
  return /^\p{Lu}/u.test(folded.replace(/^(?:the|an?)\s+/i, "")) && (kind !== "person" || folded.includes(" "));
}

/** The claim of a draft or record, without who made it when. */
export function claimOf(draft: CorrectionDraft): Claim {
  switch (draft.about) {
    case "name":
      return { about: draft.about, name: draft.name, verdict: draft.verdict, from: draft.from };
    case "speaker":
      return { about: draft.about, statement: draft.statement, speaker: draft.speaker };
    case "same":
      return { about: draft.about, who: draft.who, other: draft.other };
    case "apart":
      return { about: draft.about, who: draft.who, form: draft.form };
  }
}

/** What a correction is about, in a few words for lists: a name, or the beginning of a statement. */
export function subjectOf(claim: Claim): string {
  switch (claim.about) {
    case "name":
      return claim.name;
    case "speaker":
      return claim.statement.exact;
    case "same":
      return claim.who.name;
    case "apart":
      return claim.form;
  }
}
