import { message } from "./message.ts";

/** Says in which language and direction the texts of one of the extension's own pages are, whatever the browser's own. */
export function declareLanguage(): void {
  document.documentElement.lang = message("textLanguage");
  document.documentElement.dir = message("textDirection");
}
