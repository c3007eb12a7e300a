import * as v from "valibot";
import { ANNOTATION_SCHEMA } from "../annotation/records/annotation.ts";
import { ARTICLE_SCHEMA, articleKeys } from "../annotation/records/kept-article.ts";
import { NAME_NOTE_SCHEMA } from "../annotation/records/name-note.ts";

import { nameKey } from "../annotation/records/name.ts";
import type { SiteSettings } from "../annotation/records/site-settings.ts";
import { failure, type Result, success } from "../result.ts";
import {
  articleNamesSchema,
  bodySchema,
  colourNamesSchema,
  draftSchema,
  siteSettingsSchema,
  nameNoteSchema,
  uuid,
} from "../annotation/records/schemas.ts";
import { correctionSchemaWith } from "../corrections/schema.ts";
import { CORRECTION_SCHEMA, upgradeCorrection } from "../corrections/upgrade.ts";
import { labelOf, refusalOf } from "./refusal.ts";
import {
  type Backup,
  BACKUP_FORMAT,
  BACKUP_LIMITS,
  BACKUP_VERSION,
  type BackupProblem,
  type RefusedItem,
} from "./backup.ts";

/** A backup's items that are of the documented form, and those that are not. */
interface CheckedBackup {
  readonly backup: Backup;
  readonly refused: readonly RefusedItem[];
}

const instant = v.pipe(
  v.string(),
  v.regex(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(?:\.\d{1,3})?Z$/, "not an instant"),
  v.check((text) => Number.isFinite(Date.parse(text)), "not an instant"),
);
const stamps = {
  revision: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(1_000_000_000)),
  created: instant,
  modified: instant,
  deleted: v.null(),
};

const annotationSchema = v.object({ ...draftSchema.entries, schema: v.literal(ANNOTATION_SCHEMA), ...stamps });
const correctionSchema = v.pipe(
  v.unknown(),
  v.transform(upgradeCorrection),
  correctionSchemaWith({ id: uuid, schema: v.literal(CORRECTION_SCHEMA), ...stamps }),
);
/** What finds a record is made from its names here: a file may say anything. */
const noteOnSubjectSchema = v.pipe(
  v.object({ ...nameNoteSchema.entries, body: bodySchema, schema: v.literal(NAME_NOTE_SCHEMA), ...stamps }),
  v.transform((note) => ({ ...note, key: nameKey(note.subject.kind, note.subject.name) })),
);
const keptArticleSchema = v.pipe(
  v.object({ ...articleNamesSchema.entries, schema: v.literal(ARTICLE_SCHEMA), ...stamps }),
  v.transform((article) => ({ ...article, id: article.page, keys: articleKeys(article.subjects) })),
);

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

const headerSchema = v.object({
  format: v.literal(BACKUP_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
const listsSchema = v.object({
  annotations: v.array(v.unknown()),
  corrections: v.array(v.unknown()),
  sites: v.array(v.unknown()),
  subjectNotes: v.optional(v.array(v.unknown()), []),
  articles: v.optional(v.array(v.unknown()), []),
  // Names that are not of the documented form are no loss: the colours keep the ones that they have.
  colourNames: v.fallback(colourNamesSchema, {}),
});

/** Reads a backup file, which may come from anywhere. Each item is checked by itself: one bad note loses no other. */
export function readBackup(text: string): Result<CheckedBackup, BackupProblem> {
  if (text.length > BACKUP_LIMITS.size) return { ok: false, error: "too-large" };
  const json = parse(text);
  if (!json.ok) return { ok: false, error: "damaged" };
  const header = v.safeParse(headerSchema, json.value);
  if (!header.success) return { ok: false, error: "no-backup" };
  if (header.output.version > BACKUP_VERSION) return { ok: false, error: "newer-version" };
  const lists = v.safeParse(listsSchema, json.value);
  if (!lists.success) return { ok: false, error: "no-backup" };
  const { colourNames, ...found } = lists.output;
  if (Object.values(found).reduce((sum, { length }) => sum + length, 0) > BACKUP_LIMITS.items) {
    return { ok: false, error: "too-large" };
  }
  const refused: RefusedItem[] = [];
  const check = <T>(list: RefusedItem["list"], schema: v.GenericSchema<unknown, T>, items: readonly unknown[]): T[] =>
    items.flatMap((item, index) => {
      const checked = v.safeParse(schema, item);
      if (checked.success) return [checked.output];
      refused.push({ list, index, label: labelOf(item), reason: refusalOf(checked.issues[0], item) });
      return [];
    });
  const backup = {
    annotations: check("annotations", annotationSchema, found.annotations),
    corrections: check("corrections", correctionSchema, found.corrections),
    // Where articles are read, nothing was chosen.
    sites: check("sites", siteSchema, found.sites).filter(({ mode }) => mode !== "auto"),
    subjectNotes: check("subjectNotes", noteOnSubjectSchema, found.subjectNotes),
    articles: check("articles", keptArticleSchema, found.articles),
    colourNames,
  };
  return { ok: true, value: { backup, refused } };
}

function parse(text: string): Result<unknown> {
  try {
    return success(JSON.parse(text));
  } catch (error) {
    return failure("invalid-input", String(error));
  }
}
