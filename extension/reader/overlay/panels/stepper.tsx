import { message } from "../../../locale/message.ts";
import { Panel } from "./panel.tsx";

interface StepperProps {
  readonly anchor: Range;
  readonly number: number;
  readonly count: number;
  readonly onStep: (by: 1 | -1) => void;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** Beside the highlight that the user has stepped to. It leaves the focus where it is, so that the keys go on stepping. */
export function Stepper({ anchor, number, count, onStep, onOpen, onClose }: StepperProps) {
  return (
    <Panel
      anchor={anchor}
      label={message("markPosition", number, count)}
      className="toolbar"
      placement="bottom"
      takesFocus={false}
      onClose={onClose}
    >
      <div class="buttons">
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
