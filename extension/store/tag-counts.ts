import { inOrderOfUse, type TagUse } from "../../src/annotation/records/tags.ts";
import type { Database } from "./database.ts";
import { type CountedTag, TAGGED } from "./rows.ts";
import { type TaggedRow, tagsOf } from "./tag-count.ts";

/**
 * How many notes have each tag, kept up to date by every write: a list of tags is asked for with the first key of each
 * note, and must not walk through all of them. Notes of before there were counts are counted once, in slices.
 */

/** Every tag that the user uses, the most used first. */
export async function tagsInUse(database: Database): Promise<TagUse[]> {
  const rows = await database.tags.toArray();
  const inUse = rows.filter(({ count }) => count > 0);
  return inOrderOfUse(inUse.map(({ spelled, count }) => ({ tag: spelled, count })));
}

/** How many records one transaction counts: few enough for others to have their turn. */
const SLICE = 500;

/** Counts what was stored before there were counts. May be ended at any moment, and goes on where it was. */
export async function countOldTags(database: Database): Promise<void> {
  const { annotations, jobs, subjectNotes, tags } = database;
  const slice = (): Promise<boolean> =>
    database.transaction("rw", [annotations, subjectNotes, jobs, tags], async () => {
      const job = await jobs.get("tags");
      const name = job === undefined ? undefined : TAGGED[job.table];
      if (job === undefined || name === undefined) {
        await jobs.clear();
        return true;
      }
      const rows: TaggedRow[] = await database
        .table<TaggedRow, string>(name)
        .where(":id")
        .above(job.after)
        .limit(SLICE)
        .toArray();
      const counts = new Map<string, CountedTag>();
      for (const tag of rows.flatMap(tagsOf)) {
        const key = tag.toLowerCase();
        const known = counts.get(key) ?? (await tags.get(key));
        counts.set(key, { tag: key, spelled: known?.spelled ?? tag, count: (known?.count ?? 0) + 1 });
      }
      await tags.bulkPut([...counts.values()]);
      const last = rows.at(-1);
      const next = last === undefined ? { table: job.table + 1, after: "" } : { table: job.table, after: last.id };
      await jobs.put({ name: "tags", ...next });
      return false;
    });
  while (!(await slice()));
}
