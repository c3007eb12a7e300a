import { type Backup, type FileProblem, type ItemList, type Preferences, type RefusedItem } from "../backup.ts";
import { checkItem } from "../checks.ts";
import { labelOf } from "../refusal.ts";
import type { Origin } from "./clipping.ts";
import { openCsv } from "./csv.ts";
import { openJson } from "./json.ts";
import { openLinks } from "./links.ts";
import { openOmnivore } from "./omnivore.ts";
import type { TextReader } from "./reader.ts";

/** An item that may be stored. */
export type CheckedItem = {
  readonly [List in ItemList]: { readonly list: List; readonly item: Backup[List][number] };
}[ItemList];

/** What takes up the items of a file, in its order. */
export interface ImportSink {
  readonly item: (item: CheckedItem) => void;
  readonly refused: (item: RefusedItem) => void;
  /** Some of what the user has chosen once and for all. */
  readonly preferences: (found: Partial<Preferences>) => void;
}

/** Reads the files of one import: one file of text, or those of an archive, one after the other. */
export interface ImportReader {
  /** Opens a text; `null` where a file of its name and beginning holds nothing to import. @param head its beginning, 1,000 code units or all. */
  readonly open: (name: string, head: string) => TextReader | null;
  /** Called once, after the last file. Gives how many items were found, taken or refused. */
  readonly end: () => number;
}

/**
 * Opens an import from whichever program. Each item is checked by itself: one bad note loses no other.
 *
 * @param now nothing is taken for newer than that: a file may say the year 9999.
 */
export function openImport(sink: ImportSink, origin: Origin, now: string): ImportReader {
  const counts = new Map<ItemList, number>();
  const take = ({ list, item }: { readonly list: ItemList; readonly item: unknown }): void => {
    const index = counts.get(list) ?? 0;
    counts.set(list, index + 1);
    const checked = checkItem(list, item, origin.ownerLabels);
    if (!checked.ok) sink.refused({ list, index, label: labelOf(item), reason: checked.reason });
    // Where articles are read, nothing was chosen.
    else if (!(list === "sites" && "mode" in checked.item && checked.item.mode === "auto")) {
      sink.item({ list, item: notAfter(checked.item, now) } as CheckedItem);
    }
  };
  const finder = { found: take, foundPreferences: sink.preferences };
  const omnivore = openOmnivore(finder, origin);

  return {
    open: (name, head) => {
      const slug = /(?:^|\/)highlights\/([^/]+)\.md$/i.exec(name)?.[1];
      if (slug !== undefined) return whole((text) => omnivore.highlights(slug, text));
      if (/(?:^|\/)content\//i.test(name)) return null;
      const isMetadata = /(?:^|\/)metadata_\d+_to_\d+\.json$/i.test(name);
      const first = /\S/.exec(head.replace(/^\uFEFF/, ""))?.[0];
      if (isMetadata) return openJson({ ...finder, found: take, value: omnivore.page }, origin);
      if (first === "{" || first === "[") return openJson(finder, origin);
      if (first === "<") return openLinks(finder, origin);
      return openCsv(finder, origin);
    },
    end: () => {
      omnivore.end();
      return [...counts.values()].reduce((sum, count) => sum + count, 0);
    },
  };
}

/** The longest text that is read as a whole, in UTF-16 code units. */
const LONGEST_WHOLE = 5_000_000;

function whole(done: (text: string) => void): TextReader {
  let all = "";
  return {
    write: (text) => {
      all += text;
      return all.length > LONGEST_WHOLE ? "damaged" : null;
    },
    end: (): FileProblem | null => {
      done(all);
      return null;
    },
  };
}

/** A record whose instants are no later than now. */
function notAfter<T extends object>(item: T, now: string): T {
  if (!("created" in item) || !("modified" in item)) return item;
  const early = (instant: unknown): unknown => (typeof instant === "string" && instant > now ? now : instant);
  return { ...item, created: early(item.created), modified: early(item.modified) };
}
