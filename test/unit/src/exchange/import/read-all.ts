import {
  type FileProblem,
  NO_PREFERENCES,
  type Preferences,
  type RefusedItem,
} from "../../../../../src/exchange/backup.ts";
import { type CheckedItem, openImport } from "../../../../../src/exchange/import/open-import.ts";

/** When the files of these tests were made, and when they are read. */
export const FALLBACK = "1998-05-01T00:00:00.000Z";
export const NOW = "2031-01-01T00:00:00.000Z";

/** What an import made of files. */
export interface ReadAll {
  readonly problem: FileProblem | null;
  readonly items: readonly CheckedItem[];
  readonly refused: readonly RefusedItem[];
  readonly preferences: Preferences;
}

/** Reads whole texts by their names, in pieces of so many code units. */
export function readAll(files: Readonly<Record<string, string>>, size = 1_000): ReadAll {
  const items: CheckedItem[] = [];
  const refused: RefusedItem[] = [];
  let preferences = NO_PREFERENCES;
  let problem: FileProblem | null = null;
  const opened = openImport(
    {
      item: (item) => items.push(item),
      refused: (item) => refused.push(item),
      preferences: (found) => {
        preferences = { ...preferences, ...found };
      },
    },
    { fallback: FALLBACK, ownerLabels: () => 2 },
    NOW,
  );
  for (const [name, text] of Object.entries(files)) {
    const reader = opened.open(name, text.slice(0, 1_000));
    if (reader === null) continue;
    for (let start = 0; start < text.length && problem === null; start += size)
      problem = reader.write(text.slice(start, start + size));
    problem ??= reader.end();
  }
  opened.end();
  return { problem, items, refused, preferences };
}
