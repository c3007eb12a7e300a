import type { Selectors } from "./selectors.ts";

/** The colours a highlight can have; what each means is the user's business. */
export const COLOURS = ["yellow", "green", "blue", "pink"] as const;
export type Colour = (typeof COLOURS)[number];

/** What is highlighted: where, on which page, and how to find it again. The W3C model's target. */
export interface Target {
  /** The page's address as the browser showed it. */
  readonly source: string;
  /** The identity of the story, the same under all its addresses (see page-key.ts). */
  readonly page: string;
  /** The page's headline or title, for lists. */
  readonly title: string;
  readonly selectors: Selectors;
}

/** What the user adds to the highlighted words. */
export interface Body {
  readonly colour: Colour;
  /** Markdown as typed; empty where the user only highlighted. */
  readonly note: string;
  /** Without "#", in the order in which they were added, none twice. */
  readonly tags: readonly string[];
}

/** What a body is before anything is written. */
export const EMPTY_BODY: Body = { colour: "yellow", note: "", tags: [] };

/** What a user says when making or changing an annotation; the store adds the rest. */
export interface AnnotationDraft {
  /** A UUID made by whoever makes the annotation, so that saving twice is the same as saving once. */
  readonly id: string;
  readonly target: Target;
  readonly body: Body;
}

/** The version of the stored record's form. */
export const ANNOTATION_SCHEMA = 1;

/**
 * A saved highlight with its note: the stored record. Machines of one user may replicate such records later, so there
 * is no counter and no order between machines in it: a UUID, instants for people, and a revision for each record.
 */
export interface Annotation extends AnnotationDraft {
  readonly schema: typeof ANNOTATION_SCHEMA;
  /** 1 for the first version, one more for each later one. */
  readonly revision: number;
  /** ISO instants. */
  readonly created: string;
  readonly modified: string;
  /** When the user deleted it, or `null`. A deleted record stays for undo, and later as a tombstone. */
  readonly deleted: string | null;
}

/** An annotation as a script on a page is given it: of its note only whether there is one. */
export interface BareAnnotation extends Annotation {
  readonly hasNote: boolean;
}

/** Whether an annotation has a note, as far as its holder is told. */
export const hasNote = (annotation: Annotation | BareAnnotation): boolean =>
  "hasNote" in annotation ? annotation.hasNote : annotation.body.note !== "";

/** The longest note, tag and quote, in UTF-16 code units, and the most tags on one annotation. */
export const LIMITS = { note: 20_000, tag: 60, tags: 20, quote: 20_000 } as const;

/** A tag as it is stored: no "#" before it, no white space around it or doubled in it. */
export function cleanTag(typed: string): string {
  return typed
    .replace(/^[\s#]+/, "")
    .replace(/\s+/g, " ")
    .trim()
    .slice(0, LIMITS.tag);
}

/** What separates tags that are typed in one go: a comma, in any of its scripts. */
export const TAG_SEPARATOR = /[,،，、]/;

/** Tags and those that a text adds, separated by commas; none twice, whatever the case. */
export function addTags(tags: readonly string[], typed: string): string[] {
  const all = new Map(tags.map((tag) => [tag.toLowerCase(), tag]));
  for (const piece of typed.split(TAG_SEPARATOR)) {
    const tag = cleanTag(piece);
    if (tag !== "" && !all.has(tag.toLowerCase())) all.set(tag.toLowerCase(), tag);
  }
  return [...all.values()].slice(0, LIMITS.tags);
}
