import * as v from "valibot";
import { colourNamesSchema } from "../../annotation/records/schemas.ts";
import { markingSchema } from "../../annotation/records/simple-schemas.ts";
import { BACKUP_FORMAT, BACKUP_VERSION, type FileProblem, ITEM_LISTS, type ItemList } from "../backup.ts";
import type { Origin } from "./clipping.ts";
import type { Finder, TextReader } from "./reader.ts";
import { itemsOf } from "./shapes.ts";
import { splitJson } from "./split-json.ts";

/** Where items stand in an object: our backup's lists, W3C pages and collections, Hypothesis's files and API. */
const OPENED: ReadonlySet<string> = new Set(["", ...ITEM_LISTS, "items", "first", "first.items", "rows"]);

/** How many fields of an object that holds no list of items are kept, and how long each may be: it may be an item itself. */
const FIELDS = 40;
const LONGEST_FIELD = 1_000_000;

/** Reads JSON: our own backup of any version, and whatever else `itemsOf` knows, item by item. */
export function openJson(finder: Finder, origin: Origin): TextReader {
  let problem: FileProblem | null = null;
  let isOurs = false;
  let isEmpty = true;
  let isBegun = false;
  const fields = new Map<string, unknown>();

  const takeOther = (value: unknown): void => {
    for (const item of itemsOf(value, origin)) {
      isEmpty = false;
      finder.found(item);
    }
  };
  const takeField = (field: string, value: unknown): void => {
    if (field === "format") isOurs = value === BACKUP_FORMAT;
    else if (field === "version" && isOurs && typeof value === "number" && value > BACKUP_VERSION)
      problem = "newer-version";
    else if (field === "colourNames") {
      const names = v.safeParse(colourNamesSchema, value);
      if (names.success) finder.foundPreferences({ colourNames: names.output });
    } else if (field === "marking") {
      const marking = v.safeParse(markingSchema, value);
      if (marking.success) finder.foundPreferences({ marking: marking.output });
    }
    if (fields.size < FIELDS && field !== "" && !OPENED.has(field)) fields.set(field, value);
  };
  const splitter = splitJson({
    opens: (path) => OPENED.has(path),
    limit: (path) => (OPENED.has(path) ? null : LONGEST_FIELD),
    found: (path, value, isOne) => {
      // What comes after what is wrong is not taken, though the piece is read to its end.
      if (problem !== null) return;
      if (!isOne) takeField(path, value);
      else if (isOurs && isList(path)) {
        isEmpty = false;
        finder.found({ list: path, item: value });
      } else {
        finder.value?.(value);
        takeOther(value);
      }
    },
  });

  return {
    write: (text) => {
      if (problem !== null) return problem;
      const json = isBegun ? text : text.replace(/^\uFEFF/, "");
      isBegun ||= text !== "";
      if (!splitter.write(json)) problem ??= "damaged";
      return problem;
    },
    end: () => {
      if (problem !== null || !splitter.end()) return problem ?? "damaged";
      if (isEmpty && !isOurs) takeOther(Object.fromEntries(fields));
      return isEmpty && !isOurs ? "unknown" : null;
    },
  };
}

const isList = (list: string): list is ItemList => ITEM_LISTS.some((known) => known === list);
