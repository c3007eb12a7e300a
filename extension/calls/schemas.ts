import * as v from "valibot";
import { LIMITS } from "../../src/annotation/records/annotation.ts";
import type { Direction } from "../../src/annotation/history.ts";
import { address, markingSchema, offset, spanSchema, uuid } from "../../src/annotation/records/simple-schemas.ts";

/** The larger pieces of what calls take, and their types. What does not fit is refused whole. */

/** Data of a schema as callers hand it over: nothing of it is changed on the way. */
export type Input<Schema extends v.GenericSchema> = DeepReadonly<v.InferInput<Schema>>;
/** Data of a schema as those who answer get it. */
export type Checked<Schema extends v.GenericSchema> = DeepReadonly<v.InferOutput<Schema>>;
type DeepReadonly<T> = T extends object ? { readonly [Key in keyof T]: DeepReadonly<T[Key]> } : T;

/** The schema of calls without input. */
export const nothing = v.nullish(v.null(), null);

export const byId = v.object({ id: uuid });
/** What a highlight is put on that was lost: the selection, or the words where it may be. */
export const attachTo = v.picklist(["selection", "likely"]);
export type AttachTo = v.InferOutput<typeof attachTo>;
export const direction = v.picklist(["undo", "redo"] as const satisfies readonly Direction[]);
/** One highlight on or back. */
export const oneStep = v.picklist([1, -1] as const);

/**
 * The reader's scripts beside the first: what is shown on top of the page, what applies the user's corrections, what finds
 * highlights again.
 */
export const readerPart = v.picklist(["overlay", "corrector", "seeker"]);
export type ReaderPart = v.InferOutput<typeof readerPart>;

/** Where a frame is in its tab: its number among its parent's frames, from the top page downwards. */
export const framePath = v.pipe(v.array(offset), v.minLength(1), v.maxLength(20));
export type FramePath = Input<typeof framePath>;

const passage = {
  /** The page that the article is, as in `PageReport`: a document may hold several. */
  page: address,
  span: spanSchema,
  /** The article's text in the span. */
  words: v.pipe(v.string(), v.maxLength(LIMITS.quote)),
};
export const passageSchema = v.object(passage);
/** Words of an article as a report had it. The page may have changed since, so they are named beside their place. */
export type Passage = Input<typeof passageSchema>;

/** Whether the user is told on the page where it is not there. */
const isTold = v.optional(v.boolean());
export const revealSchema = v.variant("kind", [
  v.object({ kind: v.literal("words"), ...passage, isTold }),
  v.object({ kind: v.literal("annotation"), id: uuid, isTold }),
]);
/** What is to be shown on the page: words of an article, or an annotation. */
export type RevealTarget = Input<typeof revealSchema>;

export const changeSchema = v.variant("kind", [
  v.object({ kind: v.literal("annotations"), page: address }),
  /** `page` is `null` where the correction holds everywhere. */
  v.object({ kind: v.literal("corrections"), page: v.nullable(address) }),
  /** Notes on names, or the articles that name them. */
  v.object({ kind: v.literal("names") }),
  v.object({ kind: v.literal("site"), site: v.string() }),
  v.object({ kind: v.literal("colours") }),
  v.object({ kind: v.literal("marking"), marking: markingSchema }),
  v.object({ kind: v.literal("everything") }),
]);
/** What was changed. Each reader knows which page and site it stands on. */
export type Change = Input<typeof changeSchema>;
