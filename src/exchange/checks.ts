import * as v from "valibot";
import { ANNOTATION_SCHEMA } from "../annotation/records/annotation.ts";
import { ARTICLE_SCHEMA, filedUnder } from "../annotation/records/kept-article.ts";
import { MERGE_SCHEMA } from "../annotation/records/merge.ts";
import { NAME_NOTE_SCHEMA } from "../annotation/records/name-note.ts";
import { nameKey } from "../annotation/records/name.ts";
import { SEARCH_SCHEMA } from "../annotation/records/saved-search.ts";
import type { SiteSettings } from "../annotation/records/site-settings.ts";
import {
  articleNamesSchema,
  bodySchema,
  draftSchema,
  nameMergeSchema,
  nameNoteSchema,
  savedSearchSchema,
  siteSettingsSchema,
} from "../annotation/records/schemas.ts";
import { uuid } from "../annotation/records/simple-schemas.ts";
import { mayHaveKey } from "../page/page-key.ts";
import type { OwnerLabels } from "../page/site.ts";
import { correctionSchemaWith } from "../corrections/schema.ts";
import { CORRECTION_SCHEMA, upgradeCorrection } from "../corrections/upgrade.ts";
import type { Backup, ItemList, Refusal } from "./backup.ts";
import { refusalOf } from "./refusal.ts";

/** The forms of what files bring, which may come from anywhere. */

const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/, "not an instant"),
  v.check((text) => Number.isFinite(Date.parse(text)), "not an instant"),
);
/** No record was ever changed so often. One that says so would be ahead of all others for ever. */
const LAST_REVISION = 1_000_000;

const stamps = {
  revision: v.pipe(
    v.number(),
    v.safeInteger(),
    v.minValue(1),
    v.transform((revision) => Math.min(revision, LAST_REVISION)),
  ),
  created: instant,
  modified: instant,
  deleted: v.null(),
};

/** One record, however its id is written. */
const fileId = v.pipe(uuid, v.toLowerCase());

const annotationSchema = v.object({
  ...draftSchema.entries,
  id: fileId,
  schema: v.literal(ANNOTATION_SCHEMA),
  ...stamps,
});
const correctionSchema = v.pipe(
  v.unknown(),
  v.transform(upgradeCorrection),
  correctionSchemaWith({ id: fileId, schema: v.literal(CORRECTION_SCHEMA), ...stamps }),
);
/** What finds a record is made from its names here: a file may say anything. */
const noteOnSubjectSchema = v.pipe(
  v.object({ ...nameNoteSchema.entries, id: fileId, body: bodySchema, schema: v.literal(NAME_NOTE_SCHEMA), ...stamps }),
  v.transform((note) => ({ ...note, key: nameKey(note.subject.kind, note.subject.name) })),
);
const keptArticleSchema = v.pipe(
  v.object({
    ...articleNamesSchema.entries,
    // Form 1 had none.
    kept: v.optional(v.nullable(instant), null),
    schema: v.picklist([1, 2, ARTICLE_SCHEMA]),
    ...stamps,
  }),
  v.transform((article) => ({ ...article, ...filedUnder(article) })),
);
const mergeSchema = v.object({ ...nameMergeSchema.entries, id: fileId, schema: v.literal(MERGE_SCHEMA), ...stamps });
const searchSchema = v.object({
  ...savedSearchSchema.entries,
  id: fileId,
  schema: v.literal(SEARCH_SCHEMA),
  ...stamps,
});

/** Form 1 said of a site whether anything is highlighted there. */
const siteSchema = v.pipe(
  v.object({
    site: siteSettingsSchema.entries.site,
    mode: v.optional(siteSettingsSchema.entries.mode),
    highlighting: v.optional(v.boolean()),
  }),
  v.check(({ mode, highlighting }) => mode !== undefined || highlighting !== undefined, "nothing is chosen"),
  v.transform(({ site, mode, highlighting }): SiteSettings => ({
    site,
    mode: mode ?? (highlighting ? "auto" : "never"),
  })),
);

const SCHEMAS = {
  annotations: annotationSchema,
  corrections: correctionSchema,
  sites: siteSchema,
  subjectNotes: noteOnSubjectSchema,
  articles: keptArticleSchema,
  merges: mergeSchema,
  searches: searchSchema,
} as const satisfies { readonly [List in ItemList]: v.GenericSchema<unknown, Backup[List][number]> };

/** What an item of a list is, once it has been checked; or why it is refused. */
export type Checked<List extends ItemList> =
  { readonly ok: true; readonly item: Backup[List][number] } | { readonly ok: false; readonly reason: Refusal };

/**
 * Checks one item by itself, so that one that is bad loses no other. Older forms become today's.
 *
 * @param ownerLabels tells whose a host is: an item is of no page but one of the site that its address leads to.
 */
export function checkItem<List extends ItemList>(list: List, item: unknown, ownerLabels: OwnerLabels): Checked<List> {
  const checked = v.safeParse(SCHEMAS[list] as v.GenericSchema<unknown, Backup[List][number]>, item);
  if (!checked.success) return { ok: false, reason: refusalOf(checked.issues[0], item) };
  const place = placeOf(checked.output);
  if (place !== null && !mayHaveKey(place.source, place.page, ownerLabels)) return { ok: false, reason: "address" };
  return { ok: true, item: checked.output };
}

interface Place {
  readonly source: string;
  readonly page: string;
}

/** The page that an item is of and the address that leads there, or `null` where it is of none. */
function placeOf(item: object): Place | null {
  if ("target" in item) return item.target as Place;
  if ("origin" in item) return item.origin as Place;
  return "source" in item && "page" in item ? (item as Place) : null;
}
