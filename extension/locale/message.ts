import browser from "webextension-polyfill";
import type messages from "../_locales/en/messages.json";

/** A key of `_locales/en/messages.json`: a text that does not exist does not compile. */
export type MessageKey = keyof typeof messages;

/** Texts that were asked for before: after an update of the extension, its old scripts on a page can ask no more. */
const known = new Map<MessageKey, string>();

/** The beginning of the scripts that are written from right to left, to their end. */
const RIGHT_TO_LEFT = /[\u0590-\u08ff\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A name or title in another direction than the text's is set apart, so that it does not drag what follows along. */
function isolated(substitution: string | number): string {
  const text = String(substitution);
  return RIGHT_TO_LEFT.test(text) ? `\u2068${text}\u2069` : text;
}

/** A text in the user's language. `substitutions` fill its placeholders, in order. */
export function message(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  try {
    const text = browser.i18n.getMessage(key, substitutions.map(isolated));
    known.set(key, text);
    return text;
  } catch {
    return known.get(key) ?? "";
  }
}

/** Keys that come as a pair, one for one and one for any other number: `notesOne`, `notesOther`. */
type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Stem}Other` ? Stem : never) : never;

/** A text that counts, such as "1 note" or "3 notes", by the rules of the language that it is in. */
export function plural(stem: PluralKey, count: number): string {
  const language = message("textLanguage");
  const form = new Intl.PluralRules(language).select(count) === "one" ? "One" : "Other";
  return message(`${stem}${form}` as MessageKey, count.toLocaleString(language));
}

/** A date or instant, as the user's language writes it: "14 March 1998". A plain date stays the day that it names. */
export function dateText(iso: string): string {
  const isPlainDate = !iso.includes("T");
  return new Date(iso).toLocaleDateString(browser.i18n.getUILanguage(), {
    dateStyle: "long",
    ...(isPlainDate ? { timeZone: "UTC" } : {}),
  });
}

/** Says in which language and direction the texts of one of the extension's own pages are, whatever the browser's own. */
export function declareLanguage(): void {
  document.documentElement.lang = message("textLanguage");
  document.documentElement.dir = message("textDirection");
}
