import { message } from "../../locale/message.ts";
import type { ToastContent } from "./contract.ts";

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
