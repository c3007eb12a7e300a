import { useState } from "preact/hooks";
import { SITE_MODES, type SiteMode, type SiteSettings } from "../../src/annotation/records/site-settings.ts";
import { message } from "../locale/message.ts";
import { callBackground } from "../calls/call.ts";
import type { Database } from "../store/database.ts";
import { readingOf } from "../store/queries.ts";
import { siteModeName } from "../ui/texts/site-mode-name.ts";
import { useLiveQuery } from "../ui/use-live-query.ts";
import { List } from "./list.tsx";
import { useChange } from "./use-change.ts";

/** The sites for which something of their own is chosen, each with a way back to what holds elsewhere. */
export function Sites({ database }: { readonly database: Database }) {
  const reading = useLiveQuery(() => readingOf(database), [database]);
  const change = useChange();
  const usual = reading.state === "ready" ? reading.value.usual : "auto";
  const save = (settings: SiteSettings, before: SiteMode, text: string): Promise<void> =>
    change.make(
      text,
      () => callBackground("saveSiteSettings", settings),
      () => callBackground("saveSiteSettings", { site: settings.site, mode: before }),
    );
  return (
    <List
      name="sites"
      title={message("optionsSites")}
      hint={message("optionsSitesHint")}
      empty={message(usual === "never" ? "optionsNoSitesOnly" : "optionsNoSites")}
      items={reading.state === "ready" ? { state: "ready", value: reading.value.chosen } : reading}
      keyOf={({ site }) => site}
      change={change}
      wayBack={message("undo")}
      row={({ site, mode }) => (
        <>
          <b class="what">{site}</b>
          <select
            aria-label={message("siteModeOn", site)}
            value={mode}
            onChange={({ currentTarget }) => {
              const wanted = currentTarget.value as SiteMode;
              void save({ site, mode: wanted }, mode, message("siteChanged", site, siteModeName(wanted)));
            }}
          >
            {SITE_MODES.map((each) => (
              <option key={each} value={each}>
                {siteModeName(each)}
              </option>
            ))}
          </select>
          <button
            type="button"
            aria-label={message("siteResetLabel", site)}
            onClick={() => void save({ site, mode: usual }, mode, message("siteWasReset", site))}
          >
            {message("siteReset")}
          </button>
        </>
      )}
    >
      <AddSite
        onAdd={(site) => {
          const mode = usual === "never" ? "auto" : "never";
          return save({ site, mode }, usual, message("siteChanged", site, siteModeName(mode)));
        }}
      />
    </List>
  );
}

/** Names a site that is read, or not, unlike the others. */
function AddSite({ onAdd }: { readonly onAdd: (site: string) => Promise<void> }) {
  const [typed, setTyped] = useState("");
  const [isWrong, setWrong] = useState(false);
  const add = async (): Promise<void> => {
    const host = hostIn(typed);
    setWrong(host === null);
    if (host === null) return;
    await onAdd(host);
    setTyped("");
  };
  return (
    <form
      class="add"
      onSubmit={(event) => {
        event.preventDefault();
        void add();
      }}
    >
      <label>
        {message("addSiteLabel")}
        <input
          dir="ltr"
          placeholder="example.com"
          value={typed}
          aria-invalid={isWrong}
          aria-describedby={isWrong ? "add-site-problem" : undefined}
          onInput={({ currentTarget }) => setTyped(currentTarget.value)}
        />
      </label>
      <button type="submit">{message("addSite")}</button>
      {isWrong && (
        <p id="add-site-problem" class="error" role="alert">
          {message("noSite")}
        </p>
      )}
    </form>
  );
}

/** The host of an address, or of one without "https://"; `null` where it is none. */
function hostIn(typed: string): string | null {
  const text = typed.trim();
  const address = /^https?:\/\//i.test(text) ? text : `https://${text}`;
  if (!URL.canParse(address)) return null;
  const { host, hostname } = new URL(address);
  return /^[^.\s]+(?:\.[^.\s]+)+$/.test(hostname) || hostname === "localhost" ? host : null;
}
