import type { ColourNames } from "../annotation/records/colours.ts";
import type { Backup, ItemList } from "./backup.ts";
import { checkItem } from "./checks.ts";

/** Items of whichever lists as a backup, those that are not of the documented form left out. */
export function collect(
  items: readonly { readonly list: ItemList; readonly item: unknown }[],
  colourNames: ColourNames,
): Backup {
  const of = <List extends ItemList>(list: List): Backup[List][number][] =>
    items.flatMap((one) => {
      const checked = one.list === list ? checkItem(list, one.item) : null;
      return checked?.ok === true ? [checked.item] : [];
    });
  return {
    annotations: of("annotations"),
    corrections: of("corrections"),
    sites: of("sites"),
    subjectNotes: of("subjectNotes"),
    articles: of("articles"),
    merges: of("merges"),
    searches: of("searches"),
    colourNames,
  };
}
