import browser from "webextension-polyfill";
import type messages from "../_locales/en/messages.json";
import { dateIn, numberText, pluralForm } from "./formats.ts";

/** A key of `_locales/en/messages.json`: a text that does not exist does not compile. */
export type MessageKey = keyof typeof messages;

/** Texts that were asked for before: after an update of the extension, its old scripts on a page can ask no more. */
const known = new Map<MessageKey, string>();

/** The beginning of the scripts that are written from right to left, to their end, and what turns letters around. */
const TURNED = /[\u0590-\u08ff\u202a-\u202e\ufb1d-\ufdff\ufe70-\ufefc]/;

/** A name or title in another direction than the text's is set apart, so that it does not drag what follows along. */
function isolated(substitution: string | number): string {
  // What ends such a stretch within the text would end ours.
  const text = String(substitution).replace(/[\u2066-\u2069]/g, "");
  return TURNED.test(text) ? `\u2068${text}\u2069` : text;
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
  const form = pluralForm(count, language) === "one" ? "One" : "Other";
  return message(`${stem}${form}` as MessageKey, numberText(count, language));
}

/** A date or instant, as the user's language writes it: "14 March 1998". A plain date stays the day that it names. */
export const dateText = (iso: string): string => dateIn(iso, browser.i18n.getUILanguage(), "long");

/** A day in few letters: "Mar 14, 1998". A plain day stays the day that it names. */
export const shortDateText = (iso: string): string => dateIn(iso, browser.i18n.getUILanguage(), "medium");

/** An instant with its time of day, as the user's language writes it: "Mar 14, 1998, 9:30 AM". */
export const instantText = (iso: string): string => dateIn(iso, browser.i18n.getUILanguage(), "instant");

/** A number, as the language of the texts writes it. */
export const countText = (count: number): string => numberText(count, message("textLanguage"));

/** Says in which language and direction the texts of one of the extension's own pages are, whatever the browser's own. */
export function declareLanguage(): void {
  document.documentElement.lang = message("textLanguage");
  document.documentElement.dir = message("textDirection");
}
