import { SITE_MODES, type SiteMode } from "../../../src/annotation/records/site-settings.ts";
import { message, type MessageKey } from "../../locale/message.ts";

interface SiteModeChoiceProps {
  readonly site: string;
  readonly mode: SiteMode;
  readonly onChange: (mode: SiteMode) => void;
}

const NAMES: Record<SiteMode, MessageKey> = {
  auto: "siteModeAuto",
  always: "siteModeAlways",
  never: "siteModeNever",
};

/** What is read on one site: its articles, every page, or nothing. */
export function SiteModeChoice({ site, mode, onChange }: SiteModeChoiceProps) {
  return (
    <div class="site-mode" role="radiogroup" aria-label={message("siteModeOn", site)}>
      <span title={message("siteModeOn", site)}>{message("siteMode")}</span>
      <span class="choices">
        {SITE_MODES.map((choice) => (
          <label key={choice}>
            <input
              type="radio"
              name="site-mode"
              value={choice}
              checked={choice === mode}
              onChange={() => onChange(choice)}
            />
            <span>{message(NAMES[choice])}</span>
          </label>
        ))}
      </span>
    </div>
  );
}
