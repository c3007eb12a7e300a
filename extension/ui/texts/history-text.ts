import type { Direction, StepName } from "../../../src/annotation/history.ts";
import { message, type MessageKey } from "../../locale/message.ts";

/** What comes of going over a step, on this page; each has a text that says on which other page too. */
export type Outcome =
  | "highlightRemoved"
  | "highlightRestored"
  | "noteChangedBack"
  | "noteChangedAgain"
  | "colourChangedBack"
  | "colourChangedAgain"
  | "correctionUndone"
  | "correctionRestored";

const OUTCOMES: Record<Direction, Record<StepName["kind"], Outcome>> = {
  undo: {
    create: "highlightRemoved",
    edit: "noteChangedBack",
    recolour: "colourChangedBack",
    delete: "highlightRestored",
    restore: "highlightRemoved",
    correct: "correctionUndone",
    "take-back": "correctionRestored",
  },
  redo: {
    create: "highlightRestored",
    edit: "noteChangedAgain",
    recolour: "colourChangedAgain",
    delete: "highlightRemoved",
    restore: "highlightRestored",
    correct: "correctionRestored",
    "take-back": "correctionUndone",
  },
};
const NOTHING: Record<Direction, MessageKey> = { undo: "nothingToUndo", redo: "nothingToRedo" };
const LEFT: Record<Direction, MessageKey> = { undo: "notUndone", redo: "notRedone" };

export const outcomeOf = (direction: Direction, kind: StepName["kind"]): Outcome => OUTCOMES[direction][kind];
export const nothingText = (direction: Direction): string => message(NOTHING[direction]);
/** That something newer is in the place of what a step did, so it was left as it is. */
export const leftText = (direction: Direction): string => message(LEFT[direction]);

/** Notes on names are in no history: there, the keys would change a highlight somewhere else. */
const NOTES_ON_NAMES = ".subject-notes, .on-name";

/** Whether a key belongs to a text field. */
export function isTyping(event: KeyboardEvent): boolean {
  const target = event.composedPath()[0];
  return target instanceof HTMLElement && target.matches("textarea, input:not([type=radio], [type=checkbox])");
}

/** Which way a key goes through the history, or `null`. */
export function historyKey(event: KeyboardEvent): Direction | null {
  const target = event.composedPath()[0];
  const isElsewhere = target instanceof Element && target.closest(NOTES_ON_NAMES) !== null;
  if (isTyping(event) || isElsewhere || !(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && !event.shiftKey ? "redo" : null;
}
