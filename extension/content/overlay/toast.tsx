import { message } from "../../locale/message.ts";

/** A short word on what just happened, with a way back where there is one. */
export interface ToastContent {
  readonly text: string;
  readonly tone: "plain" | "error";
  readonly undo: (() => void) | null;
}

interface ToastProps {
  readonly content: ToastContent;
  readonly onClose: () => void;
}

export function Toast({ content, onClose }: ToastProps) {
  return (
    <div class="panel toast" role={content.tone === "error" ? "alert" : "status"} data-tone={content.tone}>
      <span>{content.text}</span>
      {content.undo !== null && (
        <button type="button" onClick={content.undo}>
          {message("undo")}
        </button>
      )}
      <button type="button" class="plain" aria-label={message("close")} onClick={onClose}>
        ✕
      </button>
    </div>
  );
}
