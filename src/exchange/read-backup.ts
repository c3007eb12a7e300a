import * as v from "valibot";
import { ANNOTATION_SCHEMA } from "../annotation/annotation.ts";
import { CORRECTION_SCHEMA, isJudgement } from "../entities/corrections.ts";
import { failure, type Result, success } from "../messaging/result.ts";
import { correctionDraftSchema, draftSchema, siteSettingsSchema } from "../messaging/schemas.ts";
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
  v.object({
    ...correctionDraftSchema.entries,
    // Form 1 had none.
    from: v.optional(correctionDraftSchema.entries.from, null),
    schema: v.picklist([1, CORRECTION_SCHEMA]),
    ...stamps,
  }),
  v.check((correction) => isJudgement(correction), "a name that is something is not denied"),
  v.transform((correction) => ({ ...correction, schema: CORRECTION_SCHEMA }) as const),
);

const headerSchema = v.object({
  format: v.literal(BACKUP_FORMAT),
  version: v.pipe(v.number(), v.integer(), v.minValue(1)),
});
const listsSchema = v.object({
  annotations: v.array(v.unknown()),
  corrections: v.array(v.unknown()),
  sites: v.array(v.unknown()),
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
  const { annotations, corrections, sites } = lists.output;
  if (annotations.length + corrections.length + sites.length > BACKUP_LIMITS.items) {
    return { ok: false, error: "too-large" };
  }
  const refused: RefusedItem[] = [];
  const check = <T>(list: keyof Backup, schema: v.GenericSchema<unknown, T>, items: readonly unknown[]): T[] =>
    items.flatMap((item, index) => {
      const checked = v.safeParse(schema, item);
      if (checked.success) return [checked.output];
      refused.push({ list, index, reason: reasonOf(checked.issues[0]) });
      return [];
    });
  const backup = {
    annotations: check("annotations", annotationSchema, annotations),
    corrections: check("corrections", correctionSchema, corrections),
    sites: check("sites", siteSettingsSchema, sites),
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

/** Where an item is wrong and how, cut short: it may quote what the file says. */
function reasonOf(issue: v.BaseIssue<unknown>): string {
  const path = v.getDotPath(issue);
  return `${path === null ? "" : `${path}: `}${issue.message}`.slice(0, 200);
}
