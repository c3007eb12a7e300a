import { autoUpdate } from "@floating-ui/dom";
import { useEffect, useLayoutEffect, useRef, useState } from "preact/hooks";
import { edgeApartFrom } from "../../../src/reading/placement.ts";
import { message } from "../../locale/message.ts";
import type { OverlayPanel, ToastContent } from "./contract.ts";
import { useFocus } from "./focus.ts";

interface ToastProps {
  readonly content: ToastContent;
  /** What is open beside it, and not to be covered. */
  readonly panel: OverlayPanel | null;
  /** Opens the panel beside the page; `null` where that is not offered. */
  readonly onPanel: (() => void) | null;
  readonly onClose: () => void;
}

/** How long a word to the user stays, in milliseconds. */
const DURATION = 8_000;

/** A word to the reader. It stays while the mouse or the focus is on it. Screen readers hear it from the announcer. */
export function Toast({ content: { text, tone, undo, accept, go }, panel, onPanel, onClose }: ToastProps) {
  const element = useRef<HTMLDivElement>(null);
  const [isHeld, setHeld] = useState(false);
  useFocus(element, false);
  useEffect(() => {
    if (isHeld) return undefined;
    const timer = setTimeout(onClose, DURATION);
    return () => clearTimeout(timer);
  }, [isHeld]);

  useLayoutEffect(() => {
    const toast = element.current;
    const beside = toast?.parentElement?.querySelector(".panel:not(.toast)") ?? null;
    if (toast === null) return undefined;
    const place = (): void => {
      const box = beside?.getBoundingClientRect() ?? null;
      toast.dataset["edge"] = edgeApartFrom(box, toast.getBoundingClientRect(), { height: innerHeight });
    };
    if (beside !== null) return autoUpdate(beside, toast, place);
    place();
    return undefined;
  }, [panel]);

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
      {accept !== undefined && (
        <button type="button" onClick={accept}>
          {message("likelyYes")}
        </button>
      )}
      {onPanel !== null && (
        <button type="button" onClick={onPanel}>
          {message("openPanel")}
        </button>
      )}
      {go !== undefined && (
        <button
          type="button"
          onClick={() => {
            onClose();
            go();
          }}
        >
          {message("goThere")}
        </button>
      )}
      <button type="button" class="plain" aria-label={message("close")} onClick={onClose}>
        ✕
      </button>
    </div>
  );
}
