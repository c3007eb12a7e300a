import type { Annotation, Body } from "./records/annotation.ts";

/** What a step did to an annotation. */
export type StepKind = "create" | "edit" | "recolour" | "delete" | "restore";

/** What undo looks at in a record: what the user wrote, and whether it is there for the user. */
export interface Version {
  readonly body: Body;
  readonly isThere: boolean;
}

/** One thing that the user did, with what undoing and redoing it need. */
export interface Step {
  readonly kind: StepKind;
  /** The annotation's id, its page, and the beginning of its quote for the words "Undo: …". */
  readonly annotation: string;
  readonly page: string;
  readonly quote: string;
  readonly before: Version;
  readonly after: Version;
  /** One stay in an editor, as a UUID: what is typed in it is one step. `null` where no editor was open. */
  readonly edit: string | null;
}

/** Which way through the steps. */
export type Direction = "undo" | "redo";

/** What a step did to a correction of the user's. */
export type CorrectionStepKind = "correct" | "take-back";

/** A step as it is told of, by its number in the log. */
export interface StepView extends Pick<Step, "page" | "quote"> {
  readonly number: number;
  readonly kind: StepKind | CorrectionStepKind;
  /** `null` where the step is about a correction. Its page is "" where that holds everywhere. */
  readonly annotation: string | null;
  /** The title of its page, "" where that is not known; and where it can be opened, or `null`. */
  readonly title: string;
  readonly source: string | null;
}

/** What undo and redo would do next. */
export type HistoryView = Readonly<Record<Direction, StepView | null>>;

/** A step as scripts on pages are told of it: it may have been done anywhere, so nothing tells where, nor to what words. */
export interface StepName extends Pick<StepView, "number" | "kind"> {
  /** Whether it is about one of the pages that were asked about, or holds everywhere. */
  readonly isHere: boolean;
}

/** What came of undo or redo. */
export interface MoveOutcome {
  /** "changed-since": something newer is in the place of what the step did, so it was left; the step is forgotten. */
  readonly kind: "moved" | "changed-since";
  readonly step: StepView;
}

/** How much of a quote a step keeps, in UTF-16 code units. */
const QUOTE_LENGTH = 120;

/** What came of a change as a step, or `null` where nothing that undo knows of has changed. */
export function stepBetween(before: Annotation | null, after: Annotation, edit: string | null = null): Step | null {
  const to = versionOf(after);
  const from = before === null ? { ...to, isThere: false } : versionOf(before);
  const kind = kindOf(before === null, from, to);
  if (kind === null) return null;
  const quote = after.target.selectors.quote.exact.slice(0, QUOTE_LENGTH);
  return { kind, annotation: after.id, page: after.target.page, quote, before: from, after: to, edit };
}

function versionOf({ body, deleted }: Annotation): Version {
  return { body, isThere: deleted === null };
}

function kindOf(isNew: boolean, from: Version, to: Version): StepKind | null {
  if (isNew) return "create";
  if (from.isThere !== to.isThere) return to.isThere ? "restore" : "delete";
  const changed = changedFields(from.body, to.body);
  if (changed.length === 0) return null;
  return changed.every((field) => field === "colour") ? "recolour" : "edit";
}

/**
 * Two steps as one, where the second goes on with what the first was about: typing in one editor. `null` where they
 * stay two. A step of no change is left where the user typed back what was there before.
 */
export function joinSteps(first: Step, second: Step): Step | null {
  const goesOn =
    first.edit !== null &&
    first.edit === second.edit &&
    first.annotation === second.annotation &&
    first.kind === "edit" &&
    second.kind === "edit";
  return goesOn ? { ...first, after: second.after } : null;
}

/** Whether a step does no more than take back the one before it, as "Undo" beside a word on what was deleted does. */
export function takesBack(second: Step, first: Step): boolean {
  return second.kind === "restore" && first.kind === "delete" && first.annotation === second.annotation;
}

/** Whether a step changes nothing. */
export function isEmptyStep({ before, after }: Step): boolean {
  return before.isThere === after.isThere && changedFields(before.body, after.body).length === 0;
}

/** What undoing or redoing a step does to the record as it is stored now. */
export type Move =
  | { readonly kind: "write"; readonly version: Version }
  /** The record is already as it should be. */
  | { readonly kind: "nothing" }
  /** What the step changed was changed again since, by something that is no step: it is newer, and stays. */
  | { readonly kind: "changed-since" };

/** Takes a step back, or takes it again. Only what the step itself changed is touched. */
export function moveOver(step: Step, direction: Direction, stored: Version): Move {
  const [from, to] = direction === "undo" ? [step.after, step.before] : [step.before, step.after];
  if (from.isThere !== to.isThere) {
    if (stored.isThere === to.isThere) return { kind: "nothing" };
    // What would go must be what the step knows; what comes back comes as it was put away.
    const isKnown = to.isThere || changedFields(stored.body, from.body).length === 0;
    return isKnown ? { kind: "write", version: { ...stored, isThere: to.isThere } } : { kind: "changed-since" };
  }
  const touched = changedFields(from.body, to.body);
  if (!stored.isThere) return { kind: "changed-since" };
  if (touched.every((field) => isSame(stored.body[field], to.body[field]))) return { kind: "nothing" };
  if (!touched.every((field) => isSame(stored.body[field], from.body[field]))) return { kind: "changed-since" };
  const changes = Object.fromEntries(touched.map((field) => [field, to.body[field]])) as Partial<Body>;
  return { kind: "write", version: { ...stored, body: { ...stored.body, ...changes } } };
}

/** The fields in which two bodies differ. */
export function changedFields(a: Body, b: Body): (keyof Body)[] {
  return (["colour", "note", "tags"] as const).filter((field) => !isSame(a[field], b[field]));
}

function isSame(a: Body[keyof Body], b: Body[keyof Body]): boolean {
  if (typeof a === "string" || typeof b === "string") return a === b;
  return a.length === b.length && a.every((tag, index) => tag === b[index]);
}
