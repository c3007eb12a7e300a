import type { AnchorState } from "../../src/annotation/anchoring/anchor.ts";
import { firstState } from "../../src/annotation/last-state.ts";
import { isOnName, type Noted } from "../../src/annotation/records/name-note.ts";
import type { Database, Sighting } from "./database.ts";

/** A sighting that is younger than this is not written anew, in milliseconds. */
const FRESHNESS = 3_600_000;

/** Which of these notes have not been looked for on their page yet, by their ids. */
export async function unseenAmong({ sightings }: Database, notes: readonly Noted[]): Promise<ReadonlySet<string>> {
  const unplaced = notes.flatMap((note) => (!isOnName(note) && firstState(note) === "unseen" ? [note.id] : []));
  const seen = unplaced.length === 0 ? [] : await sightings.bulkGet(unplaced);
  return new Set(unplaced.filter((_, index) => seen[index] === undefined));
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
      return [{ id, state, seen: state === "lost" ? (before?.seen ?? null) : now.toISOString() }];
    });
    await sightings.bulkPut(stale);
    const last = await sightings.bulkGet([...(seen.lost ?? [])]);
    return Object.fromEntries(
      last.flatMap((one) => (one === undefined || one.seen === null ? [] : [[one.id, one.seen]])),
    );
  });
}
