import { useEffect, useRef } from "preact/hooks";
import type { Direction, StepView } from "../../../src/annotation/history.ts";
import { callBackground } from "../../calls/call.ts";
import { message, type MessageKey } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { historyView } from "../../store/undo.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { historyKey, leftText, nothingText, outcomeOf } from "../../ui/texts/history-text.ts";
import { useLiveQuery } from "../../ui/use-live-query.ts";
import { openPage } from "../open-page.ts";
import type { Say, Toast } from "../toast.tsx";

const DIRECTIONS: readonly Direction[] = ["undo", "redo"];
const OFFERS: Record<Direction, MessageKey> = { undo: "undoStep", redo: "redoStep" };
const STEPS: Record<StepView["kind"], MessageKey> = {
  create: "stepCreate",
  edit: "stepEdit",
  recolour: "stepRecolour",
  delete: "stepDelete",
  restore: "stepRestore",
  correct: "stepCorrect",
  "take-back": "stepTakeBack",
};

/** How much of a quote or a title a button says, in UTF-16 code units. */
const SAID = 48;
const short = (text: string): string => (text.length > SAID ? `${text.slice(0, SAID).trimEnd()} …` : text);

interface HistoryBarProps {
  readonly database: Database;
  /** The page in front, whose title need not be said; `null` where the list is not of one page. */
  readonly page: string | null;
  readonly say: Say;
  /** The page of a step was opened. */
  readonly onOpened: () => void;
}

/** What undo and redo would do, on whichever page, as buttons; Ctrl+Z and Ctrl+Shift+Z do the same. */
export function HistoryBar({ database, page, say, onOpened }: HistoryBarProps) {
  const history = useLiveQuery(() => historyView(database), [database]);
  // Which page is in front may be learnt while a step is moved over.
  const front = useRef(page);
  front.current = page;
  const move = async (direction: Direction): Promise<void> => {
    const step = (await historyView(database))[direction];
    if (step === null) return say({ text: nothingText(direction), tone: "plain", undo: null });
    const moved = await callBackground("moveOverStep", { number: step.number, direction });
    if (!moved.ok) return say({ text: failureText(moved.error), tone: "error", undo: null });
    say(toastOn(step, direction, moved.value === "moved"));
  };
  const toastOn = (step: StepView, direction: Direction, isMoved: boolean): Toast => {
    const isHere = step.page === front.current || step.title === "";
    const outcome = outcomeOf(direction, step.kind);
    const done = isHere ? message(outcome) : message(`${outcome}There`, step.title);
    const toast: Toast = { text: isMoved ? done : leftText(direction), tone: "plain", undo: null };
    const { source, annotation } = step;
    if (isHere || source === null) return toast;
    const target = annotation === null ? null : ({ kind: "annotation", id: annotation } as const);
    return { ...toast, go: () => void openPage(source, step.page, target).then(onOpened) };
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
        if (step === null) return null;
        const about = [`“${short(step.quote)}”`, step.page === page ? "" : short(step.title)].filter(Boolean);
        return (
          <button
            key={direction}
            type="button"
            class="plain"
            data-direction={direction}
            title={step.quote}
            onClick={() => void move(direction)}
          >
            <span>{message(OFFERS[direction], message(STEPS[step.kind]))}</span>
            <span class="soft" dir="auto">
              {about.join(" · ")}
            </span>
          </button>
        );
      })}
    </div>
  );
}
