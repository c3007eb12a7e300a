import type { Database } from "./database.ts";

/** A sighting that is younger than this is not written anew, in milliseconds. */
const FRESHNESS = 3_600_000;

/** Writes down that annotations were found on their page at an instant, and gives when others were, by their ids. */
export function noteSightings(
  database: Database,
  seen: readonly string[],
  lost: readonly string[],
  now: Date,
): Promise<Readonly<Record<string, string>>> {
  const { sightings } = database;
  return database.transaction("rw", sightings, async () => {
    const known = await sightings.bulkGet([...seen]);
    const stale = seen.filter((_, index) => now.getTime() - Date.parse(known[index]?.seen ?? "1970-01-01") > FRESHNESS);
    await sightings.bulkPut(stale.map((id) => ({ id, seen: now.toISOString() })));
    const last = await sightings.bulkGet([...lost]);
    return Object.fromEntries(
      last.flatMap((sighting) => (sighting === undefined ? [] : [[sighting.id, sighting.seen]])),
    );
  });
}
