import browser from "webextension-polyfill";
import type messages from "../_locales/en/messages.json";

/** A key of `_locales/en/messages.json`: a text that does not exist does not compile. */
export type MessageKey = keyof typeof messages;

/** Texts that were asked for before: after an update of the extension, its old scripts on a page can ask no more. */
const known = new Map<MessageKey, string>();

/** A text in the reader's language. `substitutions` fill its placeholders, in order. */
export function message(key: MessageKey, ...substitutions: readonly (string | number)[]): string {
  try {
    const text = browser.i18n.getMessage(key, substitutions.map(String));
    known.set(key, text);
    return text;
  } catch {
    return known.get(key) ?? "";
  }
}

/** Keys that come as a pair, one for one and one for any other number: `notesOne`, `notesOther`. */
type PluralKey = MessageKey extends infer Key ? (Key extends `${infer Stem}Other` ? Stem : never) : never;

/** A text that counts, such as "1 note" or "3 notes". */
export function plural(stem: PluralKey, count: number): string {
  const language = uiLanguage();
  const form = new Intl.PluralRules(language).select(count) === "one" ? "One" : "Other";
  return message(`${stem}${form}` as MessageKey, count.toLocaleString(language));
}

function uiLanguage(): string {
  try {
    return browser.i18n.getUILanguage();
  } catch {
    return message("textLanguage");
  }
}
