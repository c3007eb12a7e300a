import browser from "webextension-polyfill";
import { message } from "../locale/message.ts";
import { usePermission } from "../ui/use-permission.ts";

/** Every page of the web, as the manifest names them. */
const EVERYWHERE = { origins: ["http://*/*", "https://*/*"] };

/** Chromium lets nobody but the user change this, and nowhere but in its own list of extensions. */
const isChromium = location.protocol === "chrome-extension:";

/** Whether Sourceline may look at every page, or at those only on which the user asks for it. */
export function Access() {
  const isEverywhere = usePermission(EVERYWHERE);
  const change = async (): Promise<void> => {
    if (isChromium) await browser.tabs.create({ url: `chrome://extensions/?id=${browser.runtime.id}` });
    else if (isEverywhere) await browser.permissions.remove(EVERYWHERE);
    else await browser.permissions.request(EVERYWHERE);
  };
  if (isEverywhere === null) return null;
  const there = message(isEverywhere ? "accessOnClick" : "accessEverywhere");
  return (
    <section id="access" aria-labelledby="access-title">
      <h2 id="access-title">{message("optionsAccess")}</h2>
      <p class="soft">{message("optionsAccessHint")}</p>
      <p class="now" role="status">
        {message(isEverywhere ? "accessIsEverywhere" : "accessIsOnClick")}
      </p>
      {isChromium && <p class="soft">{message("accessInBrowser")}</p>}
      <p class="actions">
        <button type="button" onClick={() => void change()}>
          {isChromium ? message("accessChange") : there}
        </button>
      </p>
    </section>
  );
}
