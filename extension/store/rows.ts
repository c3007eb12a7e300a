import type { Envelope, TravellingList } from "../../src/sync/envelope.ts";

/** The rows that the store keeps beside the user's records. */

/** The tables whose records are found by the search. */
export const WATCHED = ["annotations", "subjectNotes", "articles", "sightings", "merges"] as const;
export type WatchedTable = (typeof WATCHED)[number];

/**
 * Records that were written at once: what the search's index must look at again. The number grows with every write of
 * this one database, so whoever knows up to which number has been looked at knows what is left.
 */
export interface LoggedChange {
  readonly number: number;
  readonly table: WatchedTable;
  /** The records' ids, or `null` where a table was emptied. */
  readonly ids: readonly string[] | null;
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

/** A record that was written and that the sync has not looked at yet; its id is `null` where a whole table was emptied. */
export interface Outgoing {
  /** `placeKey`. */
  readonly place: string;
  readonly list: TravellingList;
  readonly id: string | null;
}

/** A record as the sync knows it: what it last exchanged, and what of that is still to be sent. */
export interface Exchanged {
  /** `placeKey`. */
  readonly place: string;
  /** Its name on the server. */
  readonly doc: string;
  /** The server's revision of it; `null` where the server has none. */
  readonly rev: string | null;
  /** 1 where the server has not got all of it. */
  readonly waiting: 0 | 1;
  /** 1 where the user has something to settle. */
  readonly unsettled: 0 | 1;
  /** 1 where the server does not take it, which only a change of it may mend. */
  readonly refused: 0 | 1;
  /** `null` where the row was damaged. */
  readonly envelope: Envelope | null;
  /** The record's revision in which another machine's text took the place of what stood here; missing where none did. */
  readonly arrived?: number;
  /** 1 where the note was written since by somebody who was not shown that text: it stays beside what they wrote. */
  readonly isUnseen?: 1;
}

/** A document on the server that is not taken: a later version wrote it, or it is not whole. */
export interface Untaken {
  readonly doc: string;
  readonly problem: "newer" | "damaged";
}

export const placeKey = (list: TravellingList, id: string): string => `${list}/${id}`;
