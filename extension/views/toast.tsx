import { useEffect, useRef, useState } from "preact/hooks";
import { message } from "../locale/message.ts";

/** A word on what was just done, with a way back where there is one. */
export interface Toast {
  readonly text: string;
  readonly tone: "plain" | "error";
  readonly undo: (() => void) | null;
  /** Goes to the page that it is about, where that is another than the one in front. */
  readonly go?: () => void;
}

/** Tells the user something. The next word takes the place of the last. */
export type Say = (toast: Toast) => void;

/** How long it stays, in milliseconds; never while the mouse or the focus is on it. */
const DURATION = 10_000;

interface ToastBarProps {
  readonly toast: Toast | null;
  readonly onEnd: () => void;
}

/** Screen readers hear only of changes in what they know, so the two regions are there before there is a word. */
export function ToastBar({ toast, onEnd }: ToastBarProps) {
  const bar = useRef<HTMLDivElement>(null);
  const [isHeld, setHeld] = useState(false);
  useEffect(() => {
    if (toast === null || isHeld) return undefined;
    const timer = setTimeout(onEnd, DURATION);
    return () => clearTimeout(timer);
  }, [toast, isHeld]);
  const release = (): void => setHeld(bar.current?.matches(":hover, :focus-within") ?? false);
  const close = (): void => {
    // What had the focus is going; the list that it is about takes it.
    if (bar.current?.contains(document.activeElement)) document.querySelector<HTMLElement>("#panel")?.focus();
    setHeld(false);
    onEnd();
  };
  const textIf = (tone: Toast["tone"]): string => (toast?.tone === tone ? toast.text : "");
  return (
    <div
      ref={bar}
      class="bar"
      data-tone={toast?.tone}
      data-empty={toast === null ? "" : undefined}
      onPointerEnter={() => setHeld(true)}
      onPointerLeave={release}
      onFocusIn={() => setHeld(true)}
      // The focus has not arrived yet where it goes to.
      onFocusOut={() => setTimeout(release)}
    >
      <span role="status">{textIf("plain")}</span>
      <span role="alert">{textIf("error")}</span>
      {toast !== null && toast.undo !== null && (
        <button
          type="button"
          onClick={() => {
            const { undo } = toast;
            close();
            undo?.();
          }}
        >
          {message("undo")}
        </button>
      )}
      {toast?.go !== undefined && (
        <button type="button" onClick={toast.go}>
          {message("goThere")}
        </button>
      )}
      {toast !== null && (
        <button type="button" class="plain" aria-label={message("close")} onClick={close}>
          ✕
        </button>
      )}
    </div>
  );
}
