import * as v from "valibot";
import type { ColourNames } from "../../src/annotation/records/colours.ts";
import { COLOURS, LIMITS, type Annotation } from "../../src/annotation/records/annotation.ts";
import { bodySchema, name, namedSchema, targetSchema, webAddress } from "../../src/annotation/records/schemas.ts";
import { NAME_KINDS } from "../../src/annotation/records/name.ts";
import { address, offset, title, uuid } from "../../src/annotation/records/simple-schemas.ts";
import type { TagUse } from "../../src/annotation/records/tags.ts";
import type { AboutName } from "../../src/reading/about-name.ts";
import { direction, oneStep, type Input } from "./schemas.ts";

/**
 * What passes between a page and the private frame that stands on it: a document of its own without an address, which
 * the page can neither read nor hear, and in which all is shown that the user keeps for themselves. The page's reader
 * says what is to be shown; what the user has written on it the frame asks the background for.
 */

/** A frame's key: whoever made the frame, the background and the frame itself know which is meant. */
export const frameKey = uuid;

const words = v.pipe(v.string(), v.maxLength(LIMITS.quote));
const passage = v.object({ id: uuid, words, colour: v.picklist(COLOURS) });
const passages = v.pipe(v.array(passage), v.maxLength(1_000));

/** What a frame is to show, as far as the page itself knows it. */
export const frameViewSchema = v.variant("kind", [
  /** A highlight, with its note for writing. */
  v.object({
    kind: v.literal("editor"),
    page: address,
    id: uuid,
    /** What it was made with, where it is not stored yet. */
    made: v.nullable(v.object({ target: targetSchema, body: bodySchema })),
    field: v.picklist(["note", "tags"]),
    /** What was typed before the frame was there to hear it. */
    early: v.pipe(v.string(), v.maxLength(LIMITS.note)),
    /** Whether the user was done by then. */
    isDone: v.boolean(),
    words,
    state: v.picklist(["same", "moved", "edited", "lost"]),
    /** The highlighted words then and now, where they were changed. */
    rewording: v.nullable(v.object({ before: words, after: words })),
    /** Its place among the highlights on the page, from 1. */
    number: offset,
    count: offset,
    /** The other highlights on the same words, the smallest first. */
    others: passages,
    /** Whose names stand in its words. */
    names: v.pipe(v.array(v.object({ name, kind: v.picklist(NAME_KINDS) })), v.maxLength(1_000)),
  }),
  /** Several highlights on the same words, to choose from. */
  v.object({ kind: v.literal("highlights"), page: address, highlights: passages }),
  /** What the user keeps on a name: a part of its card. */
  v.object({
    kind: v.literal("name"),
    page: address,
    source: webAddress,
    title,
    named: namedSchema,
    /** The highlights on the name. */
    highlights: passages,
  }),
]);
export type FrameView = Input<typeof frameViewSchema>;
export type EditorView = Extract<FrameView, { kind: "editor" }>;
export type NameView = Extract<FrameView, { kind: "name" }>;
/** A highlight in a list. */
export type ListedHighlight = EditorView["others"][number];

/** What a page's overlay asks of its private frame. */
export const frameAskSchema = v.variant("kind", [
  /** To show this, or nothing at all. What was typed is kept while `opening` is the same. */
  v.object({ kind: v.literal("show"), view: v.nullable(frameViewSchema), opening: offset }),
  /** To move the focus to its first or last stop. */
  v.object({ kind: v.literal("focus"), end: v.picklist(["first", "last"]) }),
  /** What was deleted in it comes back: with what had not been saved of it. */
  v.object({ kind: v.literal("restored"), id: uuid }),
]);
export type FrameAsk = Input<typeof frameAskSchema>;

/** What the user has written on what a view shows. */
export interface FrameContent {
  /** The highlight that is edited, as it is stored; `null` where it is not, or none is edited. */
  readonly annotation: Annotation | null;
  /** Which of the view's other highlights have a note. */
  readonly noted: readonly string[];
  /** What is kept on the view's name; `null` where it has none. */
  readonly about: AboutName | null;
  readonly colourNames: ColourNames;
  /** The user's own tags, for completion. */
  readonly tags: readonly TagUse[];
}

const failureCode = v.picklist([
  "invalid-input",
  "forbidden",
  "not-found",
  "superseded",
  "storage-full",
  "storage-failed",
  "private",
  "model-damaged",
  "unreachable",
  "internal",
]);

/** What a frame tells the page around it: what the user does, and nothing of what they write. */
export const frameNewsSchema = v.variant("kind", [
  /** How high its content is, in CSS pixels. */
  v.object({ kind: v.literal("size"), height: offset }),
  /** Below a card: the keyboard goes on behind the last stop, or before the first. */
  v.object({ kind: v.literal("pass"), by: oneStep }),
  /** The user is done. `isSaved`: what they wrote stands in the store already. */
  v.object({ kind: v.literal("close"), isSaved: v.boolean() }),
  /** The user wants to go back to the page, and leave all open. */
  v.object({ kind: v.literal("leave") }),
  /** The focus has gone from an editor in it. `isByKey`: the user left with a key. */
  v.object({ kind: v.literal("blurred"), isByKey: v.boolean() }),
  v.object({ kind: v.literal("open-note"), id: uuid }),
  v.object({ kind: v.literal("open-name"), id: uuid, name }),
  v.object({ kind: v.literal("step"), by: oneStep }),
  v.object({ kind: v.literal("delete"), id: uuid }),
  v.object({ kind: v.literal("accept-wording"), id: uuid }),
  v.object({ kind: v.literal("move-through-history"), direction }),
  /** A note on a name was deleted. */
  v.object({ kind: v.literal("name-note-deleted"), id: uuid }),
  /** Something could not be done. */
  v.object({ kind: v.literal("failed"), code: failureCode }),
  /** Whether something that was written in it can't be saved now. */
  v.object({ kind: v.literal("unsafe"), isUnsafe: v.boolean() }),
  /** Something was sent to be saved. */
  v.object({
    kind: v.literal("sent"),
    /** The highlight, or `null` for a note on a name. */
    highlight: v.nullable(
      v.object({
        id: uuid,
        revision: offset,
        colour: v.picklist(COLOURS),
        hasNote: v.boolean(),
        deleted: v.nullable(v.pipe(v.string(), v.isoTimestamp())),
      }),
    ),
    /** The page that it belongs to; `null` where it was not saved. */
    page: v.nullable(address),
    /** Whether it was stored for the first time. */
    isFirst: v.boolean(),
    isColour: v.boolean(),
    /** Whether more than a colour was changed. */
    isText: v.boolean(),
    /** Why it was not saved; `null` where it was. */
    failure: v.nullable(failureCode),
    /** Whether nobody attends to it who would see what came of it. */
    isUnseen: v.boolean(),
  }),
]);
export type FrameNews = Input<typeof frameNewsSchema>;
