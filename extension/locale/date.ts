import browser from "webextension-polyfill";

/** A date or instant, as the user's language writes it: "14 March 1998". A plain date stays the day that it names. */
export function dateText(iso: string): string {
  const isPlainDate = !iso.includes("T");
  return new Date(iso).toLocaleDateString(browser.i18n.getUILanguage(), {
    dateStyle: "long",
    ...(isPlainDate ? { timeZone: "UTC" } : {}),
  });
}
