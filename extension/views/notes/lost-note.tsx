import { useState } from "preact/hooks";
import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import { instantText, message } from "../../locale/message.ts";
import { callBackground, callTab } from "../../calls/call.ts";
import type { AttachTo } from "../../calls/schemas.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import type { Standing } from "./standing.ts";

interface LostNoteProps {
  readonly annotation: Annotation;
  readonly standing: Standing;
  /** The words of which the user has said that they are not it. */
  readonly refused: string | undefined;
}

/** A note whose words are not on the page any more: where they may be, where they stood, and what can be done about it. */
export function LostNote({ annotation: { id, target }, standing, refused }: LostNoteProps) {
  const { tabId, frameOf, lastSeen, likely, onChange } = standing;
  const frame = frameOf(id);
  const [outcome, setOutcome] = useState("");
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
  const refuse = async (words: string): Promise<void> => {
    const kept = await callBackground("refuseLikely", { id, words });
    if (!kept.ok) setOutcome(failureText(kept.error));
  };
  const { prefix = "", exact, suffix = "" } = target.selectors.quote;
  const seen = lastSeen[id];
  const perhaps = refused === likely[id] ? undefined : likely[id];
  return (
    <div class="lost-note">
      <p class="lost">{message(perhaps === undefined ? "lostHere" : "likelyHere")}</p>
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
            <button type="button" onClick={() => void refuse(perhaps)}>
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
