import type { Annotation } from "../annotation/records/annotation.ts";
import type { ColourNames } from "../annotation/records/colours.ts";
import type { KeptArticle } from "../annotation/records/kept-article.ts";
import type { Marking } from "../annotation/records/marking.ts";
import type { NameMerge } from "../annotation/records/merge.ts";
import type { NameNote } from "../annotation/records/name-note.ts";
import type { SavedSearch } from "../annotation/records/saved-search.ts";
import type { Correction } from "../corrections/corrections.ts";
import type { SiteSettings } from "../annotation/records/site-settings.ts";

/** What a user has chosen once and for all. It has no history: what is chosen here is never overwritten by a file. */
export interface Preferences {
  readonly colourNames: ColourNames;
  /** What is marked on pages; `null` where nothing was chosen. */
  readonly marking: Marking | null;
}

export const NO_PREFERENCES: Preferences = { colourNames: {}, marking: null };

/** What a user keeps. What was deleted is not in it: a backup may be given to others. */
export interface Backup extends Preferences {
  readonly annotations: readonly Annotation[];
  readonly corrections: readonly Correction[];
  readonly sites: readonly SiteSettings[];
  readonly subjectNotes: readonly NameNote[];
  readonly articles: readonly KeptArticle[];
  readonly merges: readonly NameMerge[];
  readonly searches: readonly SavedSearch[];
}

/** How a file says that it is a backup of ours, and in which form. Form 1 had no notes on names, no articles, and other settings of sites. */
export const BACKUP_FORMAT = "sourceline-backup";
export const BACKUP_VERSION = 2;

/** A list of a backup. */
export type ItemList = Exclude<keyof Backup, keyof Preferences>;
export const ITEM_LISTS = [
  "annotations",
  "corrections",
  "sites",
  "subjectNotes",
  "articles",
  "merges",
  "searches",
] as const;

/** How a backup file is written piece by piece: these join to its JSON. */
export const BACKUP_TEXT = {
  begin: (exported: Date): string => {
    const header = { format: BACKUP_FORMAT, version: BACKUP_VERSION, exported: exported.toISOString() };
    return JSON.stringify(header).slice(0, -1);
  },
  /** @param items gives the items of one list as text, as `jsonItems` does. */
  listBegin: (list: ItemList): string => `,\n"${list}":[`,
  listEnd: "]",
  end: ({ colourNames, marking }: Preferences): string =>
    `,\n"colourNames":${JSON.stringify(colourNames)},\n"marking":${JSON.stringify(marking)}}\n`,
} as const;

/** Why a file is not taken at all. */
export type FileProblem =
  /** It can't be read as what it looks like: damaged, cut short, or something else. */
  | "damaged"
  /** It is none of the files that are known. */
  | "unknown"
  /** A later version of Sourceline made it. */
  | "newer-version";

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
  /** It names no words of its page, nor a title that could stand for them. */
  | "no-words"
  /** Something else is missing or not of the documented form. */
  | "damaged";

/** How many items of an import were new, newer, or nothing to store. */
export type Tally = Readonly<Record<"added" | "updated" | "unchanged", number>>;

/** What became of the items of an import. */
export interface Taken extends Tally {
  /** How many articles were new or newer. Most come along with what is noted on them, so they are counted apart. */
  readonly articles: number;
}

/** An item that is not taken. */
export interface RefusedItem {
  readonly list: ItemList;
  /** Its place among all items of its list, from 0. */
  readonly index: number;
  /** The beginning of what it says, for its user to know it by; "" where there is nothing readable. */
  readonly label: string;
  readonly reason: Refusal;
}
