import { useEffect } from "preact/hooks";
import type { Direction } from "../../../src/annotation/history.ts";
import { message } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { historyView } from "../../store/undo.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { historyKey, moveThroughHistory, stepText } from "../../ui/texts/history-text.ts";
import { useLiveQuery } from "../../ui/use-live-query.ts";
import type { Say } from "../toast.tsx";

const DIRECTIONS: readonly Direction[] = ["undo", "redo"];

/** What undo and redo would do, on whichever page, as buttons; Ctrl+Z and Ctrl+Shift+Z do the same. */
export function HistoryBar({ database, say }: { readonly database: Database; readonly say: Say }) {
  const history = useLiveQuery(() => historyView(database), [database]);
  const move = async (direction: Direction): Promise<void> => {
    const moved = await moveThroughHistory(direction);
    if (moved.ok) say({ text: moved.value.text, tone: "plain", undo: null });
    else say({ text: failureText(moved.error), tone: "error", undo: null });
  };
  useEffect(() => {
    const pressed = (event: KeyboardEvent): void => {
      const direction = historyKey(event);
      if (direction === null) return;
      event.preventDefault();
      void move(direction);
    };
    document.addEventListener("keydown", pressed);
    return () => document.removeEventListener("keydown", pressed);
  }, []);

  const view = history.state === "ready" ? history.value : { undo: null, redo: null };
  if (view.undo === null && view.redo === null) return null;
  return (
    <div class="history" role="group" aria-label={message("historyLabel")}>
      {DIRECTIONS.map((direction) => {
        const step = view[direction];
        return (
          step !== null && (
            <button
              key={direction}
              type="button"
              class="plain"
              data-direction={direction}
              title={step.quote}
              onClick={() => void move(direction)}
            >
              {stepText(direction, step)}
            </button>
          )
        );
      })}
    </div>
  );
}
