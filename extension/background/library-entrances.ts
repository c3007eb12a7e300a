import browser from "webextension-polyfill";
import { message } from "../locale/message.ts";
import { libraryAddress } from "../library/place.ts";

/** Opens the library from the address bar, where what is typed after the keyword is searched for. */
export function listenToAddressBar(): void {
  browser.omnibox.setDefaultSuggestion({ description: message("omniboxSuggestion") });
  browser.omnibox.onInputEntered.addListener((typed, disposition) => {
    const url = browser.runtime.getURL(libraryAddress({ view: "all", query: typed }));
    if (disposition === "currentTab") void browser.tabs.update({ url });
    else void browser.tabs.create({ url, active: disposition === "newForegroundTab" });
  });
}

/** Goes to the tab that shows the library, or opens it in one. */
export async function openLibrary(): Promise<void> {
  const url = browser.runtime.getURL(libraryAddress({}));
  const [page] = url.split("#");
  const tabs = await browser.tabs.query({});
  const open = tabs.find((tab) => tab.url?.split("#")[0] === page);
  if (open?.id === undefined) {
    await browser.tabs.create({ url });
    return;
  }
  await browser.tabs.update(open.id, { active: true });
  if (open.windowId !== undefined) await browser.windows.update(open.windowId, { focused: true });
}
