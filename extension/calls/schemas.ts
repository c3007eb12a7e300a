import * as v from "valibot";
import { LIMITS } from "../../src/annotation/records/annotation.ts";
import type { Direction } from "../../src/annotation/history.ts";
import {
  address,
  changesSchema,
  namedSubject,
  subjectNoteEntries,
  targetSchema,
  uuid,
} from "../../src/annotation/records/schemas.ts";
import { BACKUP_LIMITS } from "../../src/exchange/backup.ts";
import { PART_KINDS } from "../../src/text/article.ts";

/** The schemas of what crosses into the background and into tabs. What does not fit is refused whole. */

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const spanSchema = v.pipe(
  v.object({ start: offset, end: offset }),
  v.check(({ start, end }) => start <= end, "a span's start is after its end"),
);

export const articleSchema = v.pipe(
  v.object({
    text: v.pipe(v.string(), v.maxLength(5_000_000)),
    parts: v.array(v.object({ start: offset, end: offset, kind: v.picklist(PART_KINDS) })),
    language: v.nullable(v.pipe(v.string(), v.maxLength(100))),
  }),
  v.check(
    ({ text, parts }) => parts.every((part) => part.start <= part.end && part.end <= text.length),
    "a part lies outside the text",
  ),
);

export const subjectNoteSchema = v.object({ ...subjectNoteEntries, changes: changesSchema });
export const aboutSchema = v.object({ subject: namedSubject, page: address });
export const idSchema = v.object({ id: uuid });
export const retargetSchema = v.object({ id: uuid, target: targetSchema });
const ids = v.pipe(v.array(uuid), v.maxLength(100_000));
export const sightingsSchema = v.object({ seen: ids, lost: ids });
export const stepSchema = v.object({ by: v.picklist([1, -1] as const), isLast: v.boolean() });
export const pageSchema = v.object({ page: address });
export const updateSchema = v.object({ id: uuid, changes: changesSchema, edit: v.nullable(uuid) });
const direction = v.picklist(["undo", "redo"] as const satisfies readonly Direction[]);
export const moveSchema = v.object({ number: offset, direction });
export const directionSchema = v.object({ direction });
export const frameSchema = v.object({ path: v.pipe(v.array(offset), v.minLength(1), v.maxLength(20)) });
export const tabSchema = v.object({ tabId: offset });
export const countSchema = v.object({ count: v.nullable(offset) });
export const siteSchema = v.object({ site: v.pipe(v.string(), v.maxLength(300)) });
export const noteSchema = v.object({ note: v.boolean() });
export const backupTextSchema = v.object({ text: v.pipe(v.string(), v.maxLength(BACKUP_LIMITS.size)) });
export const refreshSchema = v.variant("kind", [
  v.object({ kind: v.literal("annotations"), page: address }),
  v.object({ kind: v.literal("corrections"), page: v.nullable(address) }),
  v.object({ kind: v.literal("subjects") }),
  v.object({ kind: v.literal("site"), site: v.string() }),
  v.object({ kind: v.literal("colours") }),
  v.object({ kind: v.literal("everything") }),
]);
const words = { page: address, span: spanSchema, words: v.pipe(v.string(), v.maxLength(LIMITS.quote)) };
export const wordsSchema = v.object(words);
export const revealSchema = v.variant("kind", [
  v.object({ kind: v.literal("words"), ...words }),
  v.object({ kind: v.literal("annotation"), id: uuid }),
]);
