import { useState } from "preact/hooks";
import { ELSEWHERE, EVERYWHERE, type SiteMode } from "../../src/annotation/records/site-settings.ts";
import { callBackground } from "../calls/call.ts";
import { message, type MessageKey } from "../locale/message.ts";
import type { Database } from "../store/database.ts";
import { readingOf } from "../store/queries.ts";
import { failureText } from "../ui/texts/failure-text.ts";
import { useLiveQuery } from "../ui/use-live-query.ts";

/** What may hold where nothing is chosen. */
const USUAL = [
  ["auto", "readAllBut"],
  ["never", "readOnlyThese"],
] as const satisfies readonly (readonly [SiteMode, MessageKey])[];

/** Whether anything is read at all, and whether on all sites or on chosen ones. */
export function Reading({ database }: { readonly database: Database }) {
  const reading = useLiveQuery(() => readingOf(database), [database]);
  const [problem, setProblem] = useState<string | null>(null);
  const save = async (site: string, mode: SiteMode): Promise<void> => {
    const saved = await callBackground("saveSiteSettings", { site, mode });
    setProblem(saved.ok ? null : failureText(saved.error));
  };
  const now = reading.state === "ready" ? reading.value : null;
  return (
    <section id="reading" aria-labelledby="reading-title">
      <h2 id="reading-title">{message("optionsReading")}</h2>
      <label class="choice">
        <input
          type="checkbox"
          checked={now?.isPaused ?? false}
          onChange={({ currentTarget }) => void save(EVERYWHERE, currentTarget.checked ? "never" : "auto")}
        />
        {message("pauseAll")}
      </label>
      <p class="soft">{message("pauseAllHint")}</p>
      <fieldset>
        <legend>{message("readWhere")}</legend>
        {USUAL.map(([mode, text]) => (
          <label key={mode} class="choice">
            <input
              type="radio"
              name="usual"
              checked={now?.usual === mode}
              onChange={() => void save(ELSEWHERE, mode)}
            />
            {message(text)}
          </label>
        ))}
      </fieldset>
      {(problem !== null || reading.state === "failed") && (
        <p class="notice error" role="alert">
          {problem ?? failureText({ code: "storage-failed" })}
        </p>
      )}
    </section>
  );
}
