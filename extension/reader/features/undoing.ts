import type { Direction, StepName } from "../../../src/annotation/history.ts";
import { type Result, success } from "../../../src/result.ts";
import { callBackground } from "../../calls/call.ts";
import { message } from "../../locale/message.ts";
import { leftText, nothingText, outcomeOf } from "../../ui/texts/history-text.ts";
import type { ToastContent } from "../overlay/contract.ts";

/** What was gone over, or `null`, and the word on it. */
interface Moved {
  readonly step: StepName | null;
  readonly toast: ToastContent;
}

/**
 * Undoes or redoes the user's last step, where it was done on one of these pages. Elsewhere nobody would see what happens:
 * then the way there is offered instead.
 *
 * @param pages the identities of the pages that stand here.
 */
export async function moveThroughHistory(direction: Direction, pages: readonly string[]): Promise<Result<Moved>> {
  const history = await callBackground("readHistory", { pages });
  if (!history.ok) return history;
  const step = history.value[direction];
  const plain = (text: string): ToastContent => ({ text, tone: "plain", undo: null });
  if (step === null) return success({ step, toast: plain(nothingText(direction)) });
  const { number, kind, isHere } = step;
  if (!isHere) {
    const go = (): void => void callBackground("goToStep", { number });
    return success({ step: null, toast: { ...plain(message("lastChangeElsewhere")), go } });
  }
  const moved = await callBackground("moveOverStep", { number, direction });
  if (!moved.ok) return moved;
  const text = moved.value === "moved" ? message(outcomeOf(direction, kind)) : leftText(direction);
  return success({ step, toast: plain(text) });
}
