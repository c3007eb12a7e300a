import type { SiteSettings } from "../../src/annotation/records/site-settings.ts";
import { message } from "../locale/message.ts";
import { callBackground } from "../calls/call.ts";
import type { Database } from "../store/database.ts";
import { chosenSites } from "../store/queries.ts";
import { useLiveQuery } from "../ui/use-live-query.ts";
import { List } from "./list.tsx";
import { useChange } from "./use-change.ts";

/** The sites where nothing or everything is read, each with a way back to reading articles. */
export function Sites({ database }: { readonly database: Database }) {
  const sites = useLiveQuery(() => chosenSites(database), [database]);
  const change = useChange();
  const reset = ({ site, mode }: SiteSettings): Promise<void> =>
    change.make(
      message("siteWasReset", site),
      () => callBackground("saveSiteSettings", { site, mode: "auto" }),
      () => callBackground("saveSiteSettings", { site, mode }),
    );
  return (
    <List
      name="sites"
      title={message("optionsSites")}
      hint={message("optionsSitesHint")}
      empty={message("optionsNoSites")}
      items={sites}
      keyOf={({ site }) => site}
      change={change}
      wayBack={message("undo")}
      row={(settings) => (
        <>
          <p class="what">
            <b>{settings.site}</b>: {message(settings.mode === "always" ? "siteIsAlways" : "siteIsNever")}
          </p>
          <button
            type="button"
            aria-label={message("siteResetLabel", settings.site)}
            onClick={() => void reset(settings)}
          >
            {message("siteReset")}
          </button>
        </>
      )}
    />
  );
}
