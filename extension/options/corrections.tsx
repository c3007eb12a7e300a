import browser from "webextension-polyfill";
import type { Correction } from "../../src/corrections/corrections.ts";
import { message } from "../locale/message.ts";
import { callBackground } from "../calls/call.ts";
import type { Database } from "../store/database.ts";
import { allCorrections } from "../store/queries.ts";
import { useLiveQuery } from "../ui/use-live-query.ts";
import { claimSubject, claimText } from "../ui/texts/claim-text.ts";
import { List } from "./list.tsx";
import { useChange } from "./use-change.ts";

/** What the user corrected, the newest first, each with a way to take it back. */
export function Corrections({ database }: { readonly database: Database }) {
  const corrections = useLiveQuery(() => allCorrections(database), [database]);
  const change = useChange();
  const takeBack = (correction: Correction): Promise<void> =>
    change.make(
      message("takenBack", claimSubject(correction)),
      () => callBackground("deleteCorrection", { id: correction.id }),
      () => callBackground("restoreCorrection", { id: correction.id }),
    );
  return (
    <List
      name="corrections"
      title={message("optionsCorrections")}
      hint={message("optionsCorrectionsHint")}
      empty={message("optionsNoCorrections")}
      items={corrections}
      keyOf={({ id }) => id}
      change={change}
      wayBack={message("putBack")}
      row={(correction) => (
        <>
          <div class="what">
            <p>
              <b dir="auto">
                {correction.about === "speaker" ? `“${claimSubject(correction)}”` : claimSubject(correction)}
              </b>{" "}
              {claimText(correction)}
            </p>
            <p class="soft" dir="auto">
              {scopeText(correction)}
              {" · "}
              <time dateTime={correction.modified}>
                {new Date(correction.modified).toLocaleDateString(browser.i18n.getUILanguage(), {
                  dateStyle: "medium",
                })}
              </time>
            </p>
          </div>
          <button
            type="button"
            aria-label={message("takeBackLabel", claimSubject(correction))}
            onClick={() => void takeBack(correction)}
          >
            {message("undo")}
          </button>
        </>
      )}
    />
  );
}

function scopeText({ scope }: Correction): string {
  return scope.kind === "always" ? message("holdsAlways") : message("holdsOnPage", scope.title || scope.page);
}
