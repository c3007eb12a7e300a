import { message } from "../locale/message.ts";

interface SiteSwitchProps {
  readonly site: string;
  readonly isOn: boolean;
  readonly onChange: (isOn: boolean) => void;
}

/** Turns the automatic highlights of one site on or off. */
export function SiteSwitch({ site, isOn, onChange }: SiteSwitchProps) {
  return (
    <label class="switch">
      <span>{message("siteSwitch", site)}</span>
      <input type="checkbox" role="switch" checked={isOn} onChange={(event) => onChange(event.currentTarget.checked)} />
    </label>
  );
}
