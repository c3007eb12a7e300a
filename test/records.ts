import {
  type Annotation,
  ANNOTATION_SCHEMA,
  type AnnotationDraft,
  type Body,
} from "../src/annotation/records/annotation.ts";
import type { NameNoteDraft } from "../src/annotation/records/name-note.ts";
import type { Claim, CorrectionDraft, PageScope } from "../src/corrections/corrections.ts";
import { changedIn, madeAs } from "../src/annotation/unsaved.ts";

/** Records as tests of many parts need them: all of one page, unless a test says otherwise. */

export const PAGE = "post.example/pier";
export const ID = "0b8f6c0e-6c39-4f5e-9d8e-0d7e4f1a2b3c";
const INSTANT = "1998-04-02T08:00:00.000Z";

/** Where something was written: a page as a record names it. */
export const originOn = (page = PAGE) => ({ source: `https://${page}`, page, title: "Mayor denies everything" });

/** A highlight with an id of its own, as a page makes it. */
export const draftOf = (exact: string, body: Partial<Body> = {}, page = PAGE): AnnotationDraft => ({
  id: crypto.randomUUID(),
  target: { ...originOn(page), selectors: { quote: { type: "TextQuoteSelector", exact }, position: null } },
  body: { colour: "yellow", note: "", tags: [], ...body },
});

/** A highlight as it is stored, in its first revision. */
export const annotationOf = (body: Partial<Body> = {}, changes: Partial<Annotation> = {}): Annotation => ({
  ...draftOf("the piles", body),
  id: ID,
  schema: ANNOTATION_SCHEMA,
  revision: 1,
  created: INSTANT,
  modified: INSTANT,
  deleted: null,
  ...changes,
});

/** An instant after all others: what is asked for then is stored under the writer's own. */
const LATE = "9999-12-31T00:00:00.000Z";

/** What an outbox sends, as the writers take it: of an annotation that was made, or changed, and of a note on a name. */
export const made = (draft: AnnotationDraft, at = LATE) => ({ ...madeAs(draft), at, base: null, own: 0 });
export const changed = (id: string, changes: Partial<Body>, edit: string | null = null, at = LATE) => ({
  ...changedIn(id, changes, edit),
  at,
  base: null,
  own: 0,
});
export const notedOnName = (draft: NameNoteDraft, at = LATE) => ({
  kind: "name-note" as const,
  ...draft,
  at,
  base: null,
  own: 0,
});

/** Where a correction holds that is a page's own. */
export const onPage = (page = PAGE): PageScope => ({ kind: "page", page, title: "Mayor denies everything" });

const MOEN = { kind: "person", name: "Edvard Moen" } as const;
/** One correction of each sort. */
export const CLAIMS: readonly Claim[] = [
  { about: "name", name: "Lindholm", verdict: "place", from: null },
  { about: "speaker", statement: { exact: "“It sank,”", prefix: "", suffix: " she said." }, speaker: MOEN },
  { about: "same", who: MOEN, other: { kind: "source", name: "the mayor" } },
  { about: "apart", who: MOEN, form: "Moen" },
];
/** A correction as it is sent, with an id of its own, of one page. */
export const draftFrom = (claim: Claim): CorrectionDraft =>
  ({ ...claim, id: crypto.randomUUID(), scope: onPage() }) as CorrectionDraft;
