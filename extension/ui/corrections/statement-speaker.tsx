import { useEffect, useRef, useState } from "preact/hooks";
import type { ComponentType } from "preact";
import { message } from "../../locale/message.ts";
import type { ChooserProps } from "./choice-list.tsx";

interface StatementSpeakerProps extends Pick<ChooserProps, "choices" | "onChoose"> {
  /** How somebody is chosen: from a list, or with a field for a name as well. */
  readonly Chooser: ComponentType<ChooserProps>;
  /** The element that has the statement's words. */
  readonly describedBy: string;
}

/** "Said by someone else …" at a statement: unfolds a choice of whom it is given to. Escape folds it up again. */
export function StatementSpeaker({ Chooser, choices, describedBy, onChoose }: StatementSpeakerProps) {
  const [isOpen, setOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const choice = useRef<HTMLDivElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    choice.current?.scrollIntoView({ block: "nearest" });
    choice.current?.querySelector<HTMLElement>("select, input")?.focus();
  }, [isOpen]);
  return (
    <>
      <button
        ref={button}
        type="button"
        class="plain reattribute"
        aria-expanded={isOpen}
        aria-describedby={describedBy}
        onClick={() => setOpen(!isOpen)}
      >
        {message("saidByOther")}
      </button>
      {isOpen && (
        <div
          ref={choice}
          class="reattribution"
          onKeyDown={(event) => {
            if (event.key !== "Escape") return;
            event.stopPropagation();
            setOpen(false);
            button.current?.focus();
          }}
        >
          <Chooser
            label={message("saidByLabel")}
            choices={choices}
            isFree
            action={message("changeSpeaker")}
            onChoose={onChoose}
          />
        </div>
      )}
    </>
  );
}
