import { JSONParser } from "@streamparser/json";
import * as v from "valibot";
import { colourNamesSchema } from "../../annotation/records/schemas.ts";
import { BACKUP_FORMAT, BACKUP_VERSION, type FileProblem, ITEM_LISTS, type ItemList } from "../backup.ts";
import type { Origin } from "./clipping.ts";
import { jsonGuard } from "./guard.ts";
import type { Finder, TextReader } from "./reader.ts";
import { itemsOf } from "./shapes.ts";

/** Where items stand in an object: our backup's lists, W3C pages and collections, Hypothesis's files and API. */
const IN_OBJECT = [
  ...ITEM_LISTS.map((list) => `$.${list}.*`),
  "$.items.*",
  "$.first.items.*",
  "$.rows.*",
  "$.format",
  "$.version",
  "$.colourNames",
];
const IN_ARRAY = ["$.*"];

/** Reads JSON: our own backup of any version, and whatever else `itemsOf` knows, item by item. */
export function openJson(finder: Finder, origin: Origin): TextReader {
  const guard = jsonGuard();
  let parser: JSONParser | null = null;
  let problem: FileProblem | null = null;
  let isOurs = false;
  let isEmpty = true;

  const take = (key: string | number | undefined, list: string | number | undefined, value: unknown): void => {
    // What comes after what is wrong is not taken, though the parser goes on to the end of the piece.
    if (problem !== null) return;
    if (list === undefined && key === "format") isOurs = value === BACKUP_FORMAT;
    else if (list === undefined && key === "version") {
      if (isOurs && typeof value === "number" && value > BACKUP_VERSION) problem = "newer-version";
    } else if (list === undefined && key === "colourNames") {
      const names = v.safeParse(colourNamesSchema, value);
      if (names.success) finder.foundColourNames(names.output);
    } else if (isOurs && isList(list)) {
      isEmpty = false;
      finder.found({ list, item: value });
    } else {
      finder.value?.(value);
      for (const item of itemsOf(value, origin)) {
        isEmpty = false;
        finder.found(item);
      }
    }
  };

  const open = (first: string): JSONParser => {
    const opened = new JSONParser({ paths: first === "[" ? IN_ARRAY : IN_OBJECT, keepStack: false });
    opened.onValue = ({ value, key, stack }) => {
      // A path of one step has the root above it alone.
      const list = stack.length < 2 ? undefined : stack.at(-1)?.key;
      take(key, first === "[" ? "" : list, value);
    };
    // Without a handler, errors are thrown where they are found.
    return opened;
  };

  const write = (text: string): FileProblem | null => {
    if (problem !== null) return problem;
    if (!guard(text)) return (problem = "damaged");
    let json = text;
    if (parser === null) {
      json = text.replace(/^\uFEFF/, "");
      const first = /\S/.exec(json)?.[0];
      if (first === undefined) return null;
      parser = open(first);
    }
    try {
      parser.write(json);
    } catch {
      problem ??= "damaged";
    }
    return problem;
  };

  return {
    write,
    end: () => {
      if (problem === null && (parser === null || !parser.isEnded)) problem = "damaged";
      return problem ?? (isEmpty && !isOurs ? "unknown" : null);
    },
  };
}

const isList = (list: string | number | undefined): list is ItemList => ITEM_LISTS.some((known) => known === list);
