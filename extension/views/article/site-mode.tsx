import { EVERYWHERE, SITE_MODES, type SiteMode } from "../../../src/annotation/records/site-settings.ts";
import { callBackground } from "../../calls/call.ts";
import { message } from "../../locale/message.ts";
import { siteModeName } from "../../ui/texts/site-mode-name.ts";
import { Segments } from "./segments.tsx";

interface SiteChoiceProps {
  /** `null` where no page of the web is in front. */
  readonly site: string | null;
  readonly mode: SiteMode | null;
  readonly isPaused: boolean;
  /** Told once something else was chosen. */
  readonly onChange: () => void;
}

/** What is read on the site in front or, while everything is paused, the way on. */
export function SiteChoice({ site, mode, isPaused, onChange }: SiteChoiceProps) {
  const save = async (on: string, wanted: SiteMode): Promise<void> => {
    await callBackground("saveSiteSettings", { site: on, mode: wanted });
    onChange();
  };
  if (isPaused) {
    return (
      <div class="segments site-mode" role="status">
        <span>{message("pausedAll")}</span>
        <button type="button" onClick={() => void save(EVERYWHERE, "auto")}>
          {message("resume")}
        </button>
      </div>
    );
  }
  if (site === null || mode === null) return null;
  return (
    <Segments
      name="site-mode"
      label={message("siteMode")}
      title={message("siteModeOn", site)}
      values={SITE_MODES}
      chosen={mode}
      textOf={siteModeName}
      onChoose={(wanted) => void save(site, wanted)}
    />
  );
}
