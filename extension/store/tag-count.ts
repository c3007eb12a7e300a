import type { DBCore, DBCoreTransaction } from "dexie";
import { type CountedTag, type Job, TAGGED } from "./rows.ts";

/** What is counted of a record. */
export interface TaggedRow {
  readonly id: string;
  readonly body: { readonly tags: readonly string[] };
  readonly deleted: string | null;
}

/** The tags of a record that count: those of a deleted one don't. */
export function tagsOf(row: TaggedRow | undefined): readonly string[] {
  if (row === undefined || row.deleted !== null) return [];
  // It may be damaged, and is given here as it is stored.
  const { tags } = (row.body as Partial<TaggedRow["body"]> | undefined) ?? {};
  return Array.isArray(tags) ? tags.filter((tag) => typeof tag === "string") : [];
}

/** Counts what a write changes, in its transaction. Records that the count has not come to yet are counted when it does. */
export async function countTags(
  core: DBCore,
  trans: DBCoreTransaction,
  table: (typeof TAGGED)[number],
  changes: readonly {
    readonly id: string;
    readonly before: TaggedRow | undefined;
    readonly after: TaggedRow | undefined;
  }[],
): Promise<void> {
  const differences = new Map<string, { spelled: string; by: number }>();
  const add = (tag: string, by: number): void => {
    const key = tag.toLowerCase();
    const known = differences.get(key);
    differences.set(key, { spelled: known?.spelled ?? tag, by: (known?.by ?? 0) + by });
  };
  const isSame = ({ before, after }: (typeof changes)[number]): boolean =>
    tagsOf(before).join("\n") === tagsOf(after).join("\n");
  const changed = changes.filter((change) => !isSame(change));
  if (changed.length === 0) return;
  const job = (await core.table("jobs").get({ trans, key: "tags" })) as Job | undefined;
  const isCounted = (id: string): boolean => {
    const at = TAGGED.indexOf(table);
    return job === undefined || at < job.table || (at === job.table && id <= job.after);
  };
  for (const { id, before, after } of changed) {
    if (!isCounted(id)) continue;
    for (const tag of tagsOf(before)) add(tag, -1);
    for (const tag of tagsOf(after)) add(tag, 1);
  }
  const keys = [...differences.keys()];
  if (keys.length === 0) return;
  const known = (await core.table("tags").getMany({ trans, keys })) as (CountedTag | undefined)[];
  const rows = [...differences].map(([tag, { spelled, by }], index): CountedTag => {
    const stored = known[index];
    return { tag, spelled: stored?.spelled ?? spelled, count: (stored?.count ?? 0) + by };
  });
  const gone = rows.filter(({ count }) => count <= 0).map(({ tag }) => tag);
  const left = rows.filter(({ count }) => count > 0);
  if (left.length > 0) await core.table("tags").mutate({ type: "put", trans, values: left });
  if (gone.length > 0) await core.table("tags").mutate({ type: "delete", trans, keys: gone });
}
