import { useState } from "preact/hooks";
import { message } from "../../locale/message.ts";
import { failureText } from "../texts/failure-text.ts";
import type { Autosave } from "./use-autosave.ts";

/** Whether what was typed is saved; where it is not, why, and what can be done so that nothing of it is lost. */
export function NoteStatus({ autosave: { body, state, failure, flush } }: { readonly autosave: Autosave }) {
  const [isCopied, setCopied] = useState(false);
  if (failure === null) {
    return (
      <span class="soft end" role="status">
        {message(state === "saved" ? "saved" : "saving")}
      </span>
    );
  }
  const text = [body.note, body.tags.map((tag) => `#${tag}`).join(" ")].filter((part) => part !== "").join("\n\n");
  return (
    <div class="unsaved">
      <p role="alert">{message("stillHere", failureText(failure))}</p>
      <button type="button" onClick={() => void flush()}>
        {message("tryAgain")}
      </button>
      {/* A page without encryption has no clipboard. */}
      {isSecureContext && (
        <button
          type="button"
          onClick={async () => {
            await navigator.clipboard.writeText(text);
            setCopied(true);
          }}
        >
          {message(isCopied ? "copied" : "copyText")}
        </button>
      )}
    </div>
  );
}
