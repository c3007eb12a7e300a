import { listen } from "../dom/trusted.ts";

/** What was typed before there was anything to type into. */
export interface Early {
  readonly text: string;
  /** Whether the user is done already. */
  readonly isDone: boolean;
}

export const NOTHING_TYPED: Early = { text: "", isDone: false };

/** What was typed first, and what after it. */
export const joinEarly = (first: Early, then: Early): Early => ({
  text: first.text + then.text,
  isDone: first.isDone || then.isDone,
});

/**
 * Hears what is typed while an editor is on its way, before anybody else who has not begun to listen earlier. Gives what
 * was typed since it was last asked.
 *
 * @param isWaiting whether an editor is on its way.
 * @param heard is called after each key, in the same task.
 */
export function hearEarlyKeys(isWaiting: () => boolean, signal: AbortSignal, heard = (): void => {}): () => Early {
  let early = NOTHING_TYPED;
  const hear = (event: KeyboardEvent): void => {
    if (!isWaiting() || event.altKey) return;
    const { text } = early;
    const isControlled = event.ctrlKey || event.metaKey;
    if (event.key === "Escape" || (event.key === "Enter" && isControlled)) early = { text, isDone: true };
    else if (isControlled) return;
    else if (event.key.length === 1) early = { text: text + event.key, isDone: false };
    else if (event.key === "Enter") early = { text: `${text}\n`, isDone: false };
    else if (event.key === "Backspace") early = { text: text.slice(0, -1), isDone: false };
    else return;
    event.preventDefault();
    event.stopImmediatePropagation();
    heard();
  };
  listen(window, "keydown", hear, { capture: true, signal });
  return () => {
    const taken = early;
    early = NOTHING_TYPED;
    return taken;
  };
}
