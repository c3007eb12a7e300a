import { message } from "../../../locale/message.ts";
import { Panel } from "./panel.tsx";
import { stepOfKey } from "./step-keys.ts";

interface StepperProps {
  readonly anchor: Range;
  readonly number: number;
  readonly count: number;
  /** Whether the user is in what is shown on the page, and not on the page itself. */
  readonly takesFocus: boolean;
  readonly onStep: (by: 1 | -1) => void;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/**
 * Beside the highlight that the user has stepped to. Who steps by a shortcut keeps the focus where it is; who came here by F6
 * goes on with the arrow keys or N, and opens it with Enter.
 */
export function Stepper({ anchor, number, count, takesFocus, onStep, onOpen, onClose }: StepperProps) {
  const pressed = (event: KeyboardEvent): void => {
    const step = takesFocus ? stepOfKey(event) : null;
    if (step === null) return;
    event.preventDefault();
    onStep(step.by);
  };
  return (
    <Panel
      anchor={anchor}
      label={message("markPosition", number, count)}
      className={takesFocus ? "toolbar stepping" : "toolbar"}
      placement="bottom"
      takesFocus={takesFocus}
      onClose={onClose}
    >
      <div class="buttons" onKeyDown={pressed}>
        <span class="soft place">{message("markPosition", number, count)}</span>
        <button type="button" class="plain" aria-label={message("previousMark")} onClick={() => onStep(-1)}>
          {message("previous")}
        </button>
        <button type="button" class="plain" aria-label={message("nextMark")} onClick={() => onStep(1)}>
          {message("next")}
        </button>
        <button type="button" class="plain" data-focus onClick={onOpen}>
          {message("openMark")}
        </button>
        <button type="button" class="plain" aria-label={message("close")} onClick={onClose}>
          ✕
        </button>
      </div>
    </Panel>
  );
}
