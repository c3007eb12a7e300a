import type { ArticleName } from "../../../../src/reading/names.ts";
import { message } from "../../../locale/message.ts";
import { nameText } from "../../../ui/texts/voice-text.ts";
import { Panel } from "./panel.tsx";
import { stepOfKey } from "./step-keys.ts";

interface NameOfferProps {
  readonly anchor: Range;
  readonly named: ArticleName;
  /** Its place among the names on the page where the user has gone to it by keyboard; `null` in a link. */
  readonly position: { readonly number: number; readonly count: number } | null;
  readonly onStep: (by: 1 | -1) => void;
  readonly onHighlight: (by: 1 | -1) => void;
  readonly onOpen: () => void;
  readonly onClose: () => void;
}

/** Offers the card of a name: Enter opens it, the arrow keys go on, N goes to the highlights. Beside a link it leaves focus and click to the link. */
export function NameOffer({ anchor, named, position, onStep, onHighlight, onOpen, onClose }: NameOfferProps) {
  const pressed = (event: KeyboardEvent): void => {
    const step = position === null ? null : stepOfKey(event);
    if (step === null) return;
    event.preventDefault();
    if (step.to === "same") onStep(step.by);
    else onHighlight(step.by);
  };
  const label = position === null ? nameText(named) : message("namePosition", position.number, position.count);
  return (
    <Panel
      anchor={anchor}
      label={label}
      className={`toolbar offer ${position === null ? "hovering" : "stepping"}`}
      placement="bottom"
      takesFocus={position !== null}
      onClose={onClose}
    >
      <div class="buttons" onKeyDown={pressed}>
        <span class="place">
          <span class="offered" dir="auto">
            {nameText(named)}
          </span>
          {position !== null && <span class="soft">{label}</span>}
        </span>
        {position !== null && (
          <>
            <button type="button" class="plain" aria-label={message("previousName")} onClick={() => onStep(-1)}>
              {message("previous")}
            </button>
            <button type="button" class="plain" aria-label={message("nextName")} onClick={() => onStep(1)}>
              {message("next")}
            </button>
          </>
        )}
        <button type="button" class="plain" data-focus onClick={onOpen}>
          {message("openCard")}
        </button>
        {position !== null && (
          <button type="button" class="plain" aria-label={message("close")} onClick={onClose}>
            ✕
          </button>
        )}
      </div>
    </Panel>
  );
}
