import { useState } from "preact/hooks";
import browser from "webextension-polyfill";
import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import type { AnchorState } from "../../../src/annotation/anchoring/anchor.ts";
import { message, type MessageKey } from "../../locale/message.ts";
import { callTab, type Frame } from "../../calls/call.ts";
import { failureText } from "../../ui/texts/failure-text.ts";

/** How the notes of the page in front stand on it. */
export interface Standing {
  readonly tabId: number;
  readonly frame: Frame;
  readonly anchors: Readonly<Record<string, AnchorState>>;
  readonly lastSeen: Readonly<Record<string, string>>;
  /** A note stands elsewhere now. */
  readonly onChange: () => void;
}

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
  const { tabId, frame, anchors, lastSeen, onChange } = standing;
  const [outcome, setOutcome] = useState("");
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
  const attach = async (): Promise<void> => {
    const attached = await callTab(tabId, "attachToSelection", { id }, frame);
    if (attached.ok) return onChange();
    setOutcome(attached.error.code === "not-found" ? message("attachHint") : failureText(attached.error));
  };
  const { prefix = "", exact, suffix = "" } = target.selectors.quote;
  const seen = lastSeen[id];
  return (
    <div class="lost-note">
      <p class="lost">{message(text)}</p>
      {seen !== undefined && (
        <p class="soft">{message("lastSeen", new Date(seen).toLocaleString(browser.i18n.getUILanguage(), FORMAT))}</p>
      )}
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
        <button type="button" title={message("attachHint")} onClick={attach}>
          {message("attach")}
        </button>
      </div>
      <p class="soft" role="status">
        {outcome}
      </p>
    </div>
  );
}

const FORMAT = { dateStyle: "medium", timeStyle: "short" } as const;
