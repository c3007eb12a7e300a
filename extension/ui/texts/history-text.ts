import type { Direction, StepName } from "../../../src/annotation/history.ts";
import { type Result, success } from "../../../src/result.ts";
import { message, type MessageKey } from "../../locale/message.ts";
import { callBackground } from "../../calls/call.ts";

const STEPS: Record<StepName["kind"], MessageKey> = {
  create: "stepCreate",
  edit: "stepEdit",
  recolour: "stepRecolour",
  delete: "stepDelete",
  restore: "stepRestore",
  correct: "stepCorrect",
  "take-back": "stepTakeBack",
};
const OFFERS: Record<Direction, MessageKey> = { undo: "undoStep", redo: "redoStep" };
const OUTCOMES: Record<Direction, MessageKey> = { undo: "undone", redo: "redone" };
const NOTHING: Record<Direction, MessageKey> = { undo: "nothingToUndo", redo: "nothingToRedo" };

/** What a button would do, such as "Undo: delete highlight". */
export function stepText(direction: Direction, { kind }: StepName): string {
  return message(OFFERS[direction], message(STEPS[kind]));
}

/** What was moved over, or `null`, and the words that tell of it. */
export interface Moved {
  readonly step: StepName | null;
  readonly text: string;
}

/** Undoes or redoes the user's last step. */
export async function moveThroughHistory(direction: Direction): Promise<Result<Moved>> {
  const history = await callBackground("readHistory", null);
  if (!history.ok) return history;
  const step = history.value[direction];
  if (step === null) return success({ step, text: message(NOTHING[direction]) });
  const moved = await callBackground("moveOverStep", { number: step.number, direction });
  if (!moved.ok) return moved;
  const isMoved = moved.value === "moved";
  const text = message(isMoved ? OUTCOMES[direction] : "changedSince", message(STEPS[step.kind]));
  return success({ step, text });
}

/** Notes on names are in no history: there, the keys would change a highlight somewhere else. */
const NOTES_ON_NAMES = ".subject-notes, .on-name";

/** Which way a key goes through the history, or `null`. In a text field the keys belong to the field. */
export function historyKey(event: KeyboardEvent): Direction | null {
  const target = event.composedPath()[0];
  const isTyping =
    target instanceof HTMLElement && target.matches("textarea, input:not([type=radio], [type=checkbox])");
  const isElsewhere = target instanceof Element && target.closest(NOTES_ON_NAMES) !== null;
  if (isTyping || isElsewhere || !(event.ctrlKey || event.metaKey) || event.altKey) return null;
  const key = event.key.toLowerCase();
  if (key === "z") return event.shiftKey ? "redo" : "undo";
  return key === "y" && !event.shiftKey ? "redo" : null;
}
