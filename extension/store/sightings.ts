import type { AnchorState } from "../../src/annotation/anchoring/anchor.ts";
import { firstState } from "../../src/annotation/last-state.ts";
import { isOnName, type Noted } from "../../src/annotation/records/name-note.ts";
import type { Database, Sighting } from "./database.ts";

/** A sighting that is younger than this is not written anew, in milliseconds. */
const FRESHNESS = 3_600_000;

/** What is known of where notes stood, by their ids. */
export interface Known {
  /** Those that have not been looked for on their page yet. */
  readonly unseen: ReadonlySet<string>;
  /** The words of which the user has said that they are not it. */
  readonly refused: ReadonlyMap<string, string>;
}

/** @param isOnPage whether their page is in front; elsewhere nothing that was refused counts, and few are unseen. */
export async function knownOf({ sightings }: Database, notes: readonly Noted[], isOnPage: boolean): Promise<Known> {
  const highlights = notes.flatMap((note) =>
    isOnName(note) || !(isOnPage || firstState(note) === "unseen") ? [] : [note],
  );
  const found = highlights.length === 0 ? [] : await sightings.bulkGet(highlights.map(({ id }) => id));
  const unseen = highlights.filter((note, index) => found[index] === undefined && firstState(note) === "unseen");
  return {
    unseen: new Set(unseen.map(({ id }) => id)),
    refused: new Map(found.flatMap((one) => (one?.refused === undefined ? [] : [[one.id, one.refused]]))),
  };
}

/** Keeps that a lost highlight is not on these words, so that they are not offered again. */
export function refuseWords(database: Database, id: string, words: string): Promise<void> {
  const { sightings } = database;
  return database.transaction("rw", sightings, async () => {
    await sightings.put({ ...((await sightings.get(id)) ?? { id, seen: null, state: "lost" }), refused: words });
  });
}

/** How annotations stood on their page just now: their ids by state. */
export type Seen = Readonly<Partial<Record<AnchorState, readonly string[]>>>;

/**
 * Writes down how annotations stood on their page at an instant, and gives when those that are lost were last found, by
 * their ids.
 */
export function noteSightings(database: Database, seen: Seen, now: Date): Promise<Readonly<Record<string, string>>> {
  const { sightings } = database;
  return database.transaction("rw", sightings, async () => {
    const states = Object.entries(seen).flatMap(([state, ids]) => ids.map((id) => [id, state as AnchorState] as const));
    const known = await sightings.bulkGet(states.map(([id]) => id));
    const stale = states.flatMap(([id, state], index): Sighting[] => {
      const before = known[index];
      const isFresh = now.getTime() - Date.parse(before?.seen ?? "1970-01-01") <= FRESHNESS;
      if (before?.state === state && (state === "lost" || isFresh)) return [];
      // What was refused is so until it is found.
      if (state === "lost") return [{ seen: null, ...before, id, state }];
      return [{ id, state, seen: now.toISOString() }];
    });
    await sightings.bulkPut(stale);
    const last = await sightings.bulkGet([...(seen.lost ?? [])]);
    return Object.fromEntries(
      last.flatMap((one) => (one === undefined || one.seen === null ? [] : [[one.id, one.seen]])),
    );
  });
}
