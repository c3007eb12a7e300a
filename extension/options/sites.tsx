import { message } from "../locale/message.ts";
import { callBackground } from "../messaging/call.ts";
import type { Database } from "../store/database.ts";
import { sitesSwitchedOff } from "../store/queries.ts";
import { useLiveQuery } from "../ui/use-live-query.ts";
import { List } from "./list.tsx";
import { useChange } from "./use-change.ts";

/** The sites where nothing is highlighted by itself, each with a way to switch it on. */
export function Sites({ database }: { readonly database: Database }) {
  const sites = useLiveQuery(() => sitesSwitchedOff(database), [database]);
  const change = useChange();
  const switchOn = (site: string): Promise<void> =>
    change.make(
      message("switchedOn", site),
      () => callBackground("saveSiteSettings", { site, highlighting: true }),
      () => callBackground("saveSiteSettings", { site, highlighting: false }),
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
      row={({ site }) => (
        <>
          <p class="what">
            <b>{site}</b>
          </p>
          <button type="button" aria-label={message("switchOnLabel", site)} onClick={() => void switchOn(site)}>
            {message("switchOn")}
          </button>
        </>
      )}
    />
  );
}
