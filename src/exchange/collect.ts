import type { Backup, ItemList, Preferences } from "./backup.ts";
import type { CheckedItem } from "./import/open-import.ts";

/** Items of whichever lists as a backup, each list in the items' order. */
export function collect(items: readonly CheckedItem[], preferences: Preferences): Backup {
  const of = <List extends ItemList>(list: List): Backup[List][number][] =>
    items.flatMap((one) => (one.list === list ? [one.item as Backup[List][number]] : []));
  return {
    annotations: of("annotations"),
    corrections: of("corrections"),
    sites: of("sites"),
    subjectNotes: of("subjectNotes"),
    articles: of("articles"),
    merges: of("merges"),
    searches: of("searches"),
    ...preferences,
  };
}
