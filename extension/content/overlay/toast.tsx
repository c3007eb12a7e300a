import { useEffect, useRef, useState } from "preact/hooks";
import { message } from "../../locale/message.ts";
import type { ToastContent } from "./contract.ts";
import { useFocus } from "./focus.ts";

interface ToastProps {
  readonly content: ToastContent;
  readonly onClose: () => void;
}

/** How long a word to the reader stays, in milliseconds. */
const DURATION = 8_000;

/** A word to the reader. It stays while the mouse or the focus is on it. Screen readers hear it from the announcer. */
export function Toast({ content: { text, tone, undo }, onClose }: ToastProps) {
  const element = useRef<HTMLDivElement>(null);
  const [isHeld, setHeld] = useState(false);
  useFocus(element, false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(onClose, DURATION);
    return () => clearTimeout(timer);
  }, [isHeld]);

  const hold = (): void => setHeld(true);
  const release = (): void => setHeld(element.current?.matches(":hover, :focus-within") ?? false);
  return (
    <div
      ref={element}
      class="panel toast"
      role="group"
      aria-label={text}
      data-tone={tone}
      onPointerEnter={hold}
      onPointerLeave={release}
      onFocusIn={hold}
      // The focus has not arrived yet where it goes to.
      onFocusOut={() => setTimeout(release)}
      onKeyDown={(event) => {
        if (event.key !== "Escape") return;
        event.preventDefault();
        onClose();
      }}
    >
      <span>{text}</span>
      {undo !== null && (
        <button type="button" onClick={undo}>
          {message("undo")}
        </button>
      )}
      <button type="button" class="plain" aria-label={message("close")} onClick={onClose}>
        ✕
      </button>
    </div>
  );
}
