import type { Annotation } from "../annotation/records/annotation.ts";
import type { ColourNames } from "../annotation/records/colours.ts";
import type { KeptArticle } from "../annotation/records/kept-article.ts";
import type { NameNote } from "../annotation/records/name-note.ts";
import type { Correction } from "../corrections/corrections.ts";
import type { SiteSettings } from "../annotation/records/site-settings.ts";

/** What a user keeps. What was deleted is not in it: a backup may be given to others. */
export interface Backup {
  readonly annotations: readonly Annotation[];
  readonly corrections: readonly Correction[];
  readonly sites: readonly SiteSettings[];
  readonly subjectNotes: readonly NameNote[];
  readonly articles: readonly KeptArticle[];
  readonly colourNames: ColourNames;
}

/** How a file says that it is a backup of ours, and in which form. Form 1 had no notes on names, no articles, and other settings of sites. */
export const BACKUP_FORMAT = "sourceline-backup";
export const BACKUP_VERSION = 2;

/** The largest file that is read, in bytes, and the most items in it: one message must carry it. */
export const BACKUP_LIMITS = { size: 40_000_000, items: 200_000 } as const;

/** The text of a backup file. `exported` is when it is made. */
export function writeBackup(backup: Backup, exported: Date): string {
  const header = { format: BACKUP_FORMAT, version: BACKUP_VERSION, exported: exported.toISOString() };
  return `${JSON.stringify({ ...header, ...backup }, null, 1)}\n`;
}

/** Why a file is not taken at all. */
export type BackupProblem =
  /** It is no JSON: damaged, cut short, or something else. */
  | "damaged"
  /** It is JSON, but no backup of ours. */
  | "no-backup"
  /** A later version of Sourceline made it. */
  | "newer-version"
  | "too-large";

/** What is wrong with an item, so that its user can be told what to do. */
export type Refusal =
  /** A later version of Sourceline made it. */
  | "newer"
  /** The page's address is none of the web. */
  | "address"
  /** A text in it is longer than what is kept. */
  | "too-long"
  /** Its instants or its revision are missing or unreadable. */
  | "history"
  /** It is marked as deleted. */
  | "deleted"
  /** Something else is missing or not of the documented form. */
  | "damaged";

/** An item of a backup that is not of the documented form. */
export interface RefusedItem {
  readonly list: Exclude<keyof Backup, "colourNames">;
  /** Its place in the list, from 0. */
  readonly index: number;
  /** The beginning of what it says, for its user to know it by; "" where there is nothing readable. */
  readonly label: string;
  readonly reason: Refusal;
}

/** What an import did. */
export type ImportOutcome =
  | { readonly kind: "rejected"; readonly problem: BackupProblem }
  | {
      readonly kind: "imported";
      readonly added: number;
      readonly updated: number;
      readonly unchanged: number;
      readonly refused: readonly RefusedItem[];
    };
