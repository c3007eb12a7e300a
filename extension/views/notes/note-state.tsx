import { useState } from "preact/hooks";
import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import type { AnchorState } from "../../../src/annotation/anchoring/anchor.ts";
import { instantText, message, type MessageKey } from "../../locale/message.ts";
import { callTab } from "../../calls/call.ts";
import type { AttachTo } from "../../calls/schemas.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import type { Standing } from "./standing.ts";

const TEXTS: Record<AnchorState, MessageKey | null> = {
  same: null,
  moved: "markMoved",
  edited: "markChanged",
  lost: "lostHere",
};

interface NoteStateProps {
  readonly annotation: Annotation;
  readonly standing: Standing;
}

/** What became of a note's words on the page, where it matters, and what can be done about it. */
export function NoteState({ annotation: { id, target }, standing }: NoteStateProps) {
  const { tabId, frameOf, anchors, lastSeen, likely, onChange } = standing;
  const frame = frameOf(id);
  const [outcome, setOutcome] = useState("");
  const [refused, refuse] = useState<string>();
  const state = anchors[id] ?? "same";
  const text = TEXTS[state];
  if (text === null) return null;
  if (state !== "lost") return <p class={state === "edited" ? "changed" : "moved soft"}>{message(text)}</p>;

  const findAgain = async (): Promise<void> => {
    const found = await callTab(tabId, "findAgain", { id }, frame);
    if (!found.ok) return setOutcome(failureText(found.error));
    setOutcome(message(found.value.state === "lost" ? "stillLost" : "foundAgain"));
    onChange();
  };
  const attach = async (to: AttachTo): Promise<void> => {
    const attached = await callTab(tabId, "attach", { id, to }, frame);
    if (attached.ok) return onChange();
    setOutcome(attached.error.code === "not-found" ? message("attachHint") : failureText(attached.error));
  };
  const { prefix = "", exact, suffix = "" } = target.selectors.quote;
  const seen = lastSeen[id];
  const perhaps = refused === likely[id] ? undefined : likely[id];
  return (
    <div class="lost-note">
      <p class="lost">{message(perhaps === undefined ? text : "likelyHere")}</p>
      {perhaps !== undefined && (
        <>
          <button
            type="button"
            class="likely"
            dir="auto"
            onClick={() => void callTab(tabId, "reveal", { kind: "annotation", id }, frame)}
          >
            “{perhaps}”
          </button>
          <div class="row">
            <button type="button" onClick={() => void attach("likely")}>
              {message("likelyYes")}
            </button>
            <button type="button" onClick={() => refuse(perhaps)}>
              {message("likelyNo")}
            </button>
          </div>
        </>
      )}
      {seen !== undefined && <p class="soft">{message("lastSeen", instantText(seen))}</p>}
      {prefix + suffix !== "" && (
        <details>
          <summary>{message("stoodIn")}</summary>
          <p dir="auto">
            … {prefix}
            <mark>{exact}</mark>
            {suffix} …
          </p>
        </details>
      )}
      <div class="row">
        <button type="button" onClick={findAgain}>
          {message("tryAgain")}
        </button>
        <button type="button" title={message("attachHint")} onClick={() => void attach("selection")}>
          {message("attach")}
        </button>
      </div>
      <p class="soft" role="status">
        {outcome}
      </p>
    </div>
  );
}
