import { likeness, type StoryPrint } from "../../../src/article/stories/same-story.ts";

/** So many addresses are remembered: an endless page has no end, and its user does not go back that far. */
export const MOST_SHOWN = 100;

/** What stood at each address: another story there is not that address's, but too early or too late for its own. */
export interface ShownStories {
  note(address: string, print: StoryPrint): void;
  /** Whether a story that stands at an address is another than the one that stood there before. */
  isAnother(address: string, print: StoryPrint): boolean;
}

/** @param keyOf gives one key for all spellings of an address. */
export function createShownStories(keyOf: (address: string) => string): ShownStories {
  const prints = new Map<string, StoryPrint>();
  return {
    note(address, print) {
      const key = keyOf(address);
      prints.delete(key);
      prints.set(key, print);
      const [oldest] = prints.keys();
      if (prints.size > MOST_SHOWN && oldest !== undefined) prints.delete(oldest);
    },
    isAnother(address, print) {
      const known = prints.get(keyOf(address));
      return known !== undefined && likeness(known, print) === 0;
    },
  };
}
