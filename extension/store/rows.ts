/** The rows that the store keeps beside the user's records. */

/** The tables whose records are found by the search. */
export const WATCHED = ["annotations", "subjectNotes", "articles", "sightings", "merges"] as const;
export type WatchedTable = (typeof WATCHED)[number];

/**
 * One record that was written: what the search's index must look at again. The number grows with every write of this
 * one database, so whoever knows up to which number has been looked at knows what is left.
 */
export interface LoggedChange {
  readonly number: number;
  readonly table: WatchedTable;
  /** The record's id, or `null` where a table was emptied. */
  readonly id: string | null;
}

/** A tag and how many notes have it. */
export interface CountedTag {
  /** In lower case. */
  readonly tag: string;
  /** As it was first written. */
  readonly spelled: string;
  readonly count: number;
}

/** The tables whose records have tags, in the order in which they are counted. */
export const TAGGED = ["annotations", "subjectNotes"] as const;

/** How far a work through the database has come that takes many transactions. It is gone when that has ended. */
export interface Job {
  readonly name: "tags";
  /** The table that it is in: an index into `TAGGED`. */
  readonly table: number;
  /** The last id in it that was done; "" for none. */
  readonly after: string;
}

/** The count of tags before anything is counted. */
export const UNCOUNTED: Job = { name: "tags", table: 0, after: "" };
