import { message } from "../../locale/message.ts";
import { callTab } from "../../calls/call.ts";
import type { Standing } from "./note-state.tsx";

/** Goes from highlight to highlight on the page, while the popup stays open. */
export function HighlightStepper({ standing: { tabId, frame } }: { readonly standing: Standing }) {
  const step = (by: 1 | -1) => () => void callTab(tabId, "stepHighlight", { by, isLast: true }, frame);
  return (
    <div class="steps">
      <button type="button" class="plain" onClick={step(-1)}>
        {message("previousMark")}
      </button>
      <button type="button" class="plain" onClick={step(1)}>
        {message("nextMark")}
      </button>
    </div>
  );
}
