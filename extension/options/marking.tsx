import { useState } from "preact/hooks";
import {
  MARKED_KINDS,
  type MarkedKind,
  type MarkingChange,
  MARKING_LEVELS,
  USUAL_MARKING,
} from "../../src/annotation/records/marking.ts";
import { callBackground } from "../calls/call.ts";
import { message, type MessageKey } from "../locale/message.ts";
import type { Database } from "../store/database.ts";
import { markingOf } from "../store/marking.ts";
import { failureText } from "../ui/texts/failure-text.ts";
import { markingText } from "../ui/texts/marking-text.ts";
import { useLiveQuery } from "../ui/use-live-query.ts";

const KINDS: Record<MarkedKind, MessageKey> = {
  person: "tabPeople",
  place: "tabPlaces",
  source: "tabSources",
  statement: "markStatements",
};

/** How much of what is recognised is marked on pages, and which kinds of it. */
export function Marking({ database }: { readonly database: Database }) {
  const stored = useLiveQuery(() => markingOf(database), [database]);
  const [problem, setProblem] = useState<string | null>(null);
  const marking = stored.state === "ready" ? stored.value : USUAL_MARKING;
  const change = async (wanted: MarkingChange): Promise<void> => {
    const saved = await callBackground("changeMarking", wanted);
    setProblem(saved.ok ? null : failureText(saved.error));
  };
  return (
    <section id="marking" aria-labelledby="marking-title">
      <h2 id="marking-title">{message("optionsMarking")}</h2>
      <p class="soft">{message("optionsMarkingHint")}</p>
      <fieldset class="levels">
        <legend class="unseen">{message("optionsMarking")}</legend>
        {MARKING_LEVELS.map((level) => (
          <label key={level} class="choice">
            <input
              type="radio"
              name="marking-level"
              checked={marking.level === level}
              onChange={() => void change({ level })}
            />
            {markingText(level)}
          </label>
        ))}
      </fieldset>
      <fieldset class="kinds">
        <legend>{message("markKinds")}</legend>
        {MARKED_KINDS.map((kind) => (
          <label key={kind} class="choice">
            <input
              type="checkbox"
              checked={!marking.without.includes(kind)}
              disabled={marking.level === "sources" && (kind === "person" || kind === "place")}
              onChange={({ currentTarget }) => void change({ kind, isMarked: currentTarget.checked })}
            />
            {message(KINDS[kind])}
          </label>
        ))}
      </fieldset>
      {problem !== null && (
        <p class="notice error" role="alert">
          {problem}
        </p>
      )}
    </section>
  );
}
