import type { FileProblem, ItemList, Preferences } from "../backup.ts";

/** One thing that a file holds, of the form that its list has, unchecked. */
export interface FoundItem {
  readonly list: ItemList;
  readonly item: unknown;
}

/** What takes up what a file holds, as it is found. */
export interface Finder {
  readonly found: (item: FoundItem) => void;
  readonly foundPreferences: (found: Partial<Preferences>) => void;
  /** Hears of every value of a JSON file that is no backup of ours, whatever it is. */
  readonly value?: (value: unknown) => void;
}

/** Reads a file of text that is handed over piece by piece. Memory is bounded by the largest item. */
export interface TextReader {
  /** Takes the next piece. Gives what is wrong with the file, once that is known. */
  readonly write: (text: string) => FileProblem | null;
  /** Called once, after the last piece. */
  readonly end: () => FileProblem | null;
}
