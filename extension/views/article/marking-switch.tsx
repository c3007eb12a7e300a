import { MARKING_LEVELS } from "../../../src/annotation/records/marking.ts";
import { callBackground } from "../../calls/call.ts";
import { message } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { markingOf } from "../../store/marking.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { markingText, shortMarkingText } from "../../ui/texts/marking-text.ts";
import { useLiveQuery } from "../../ui/use-live-query.ts";
import type { Say } from "../toast.tsx";
import { Segments } from "./segments.tsx";

/** How much of what is recognised is marked on pages, for a quick change. The settings have the kinds beside it. */
export function MarkingSwitch({ database, say }: { readonly database: Database; readonly say: Say }) {
  const stored = useLiveQuery(() => markingOf(database), [database]);
  if (stored.state !== "ready") return null;
  return (
    <Segments
      name="marking"
      label={message("optionsMarking")}
      title={message("optionsMarking")}
      values={MARKING_LEVELS}
      chosen={stored.value.level}
      textOf={shortMarkingText}
      hintOf={markingText}
      onChoose={async (level) => {
        const saved = await callBackground("changeMarking", { level });
        if (!saved.ok) say({ text: failureText(saved.error), tone: "error", undo: null });
      }}
    />
  );
}
