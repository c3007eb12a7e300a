/** Words of a page or of the user's made safe for the language of a file: they read there as they stand here. */

/** For HTML's text and quoted attributes. */
export function escapeHtml(text: string): string {
  return text.replace(/[&<>"']/g, (sign) => `&#${sign.charCodeAt(0)};`).replace(/\p{Cs}/gu, "\uFFFD");
}

/** Signs that are markup in CommonMark or in Obsidian wherever they stand. */
const ALWAYS = /[\\`*_[\]<>~|$^]/g;
/** Signs that are markup only beside others: a tag, a highlight, a comment, an entity, an image. */
const BESIDE = /#(?=[^\s#])|={2,}|%{2,}|&(?=#?\w+;)|!(?=\[)/g;
/** What makes a heading, a list, a rule or a table of a line. */
const LINE_START = /^(\s*)(#{1,6}(?=\s|$)|[-+=](?=\s|[-+=\s]*$)|(?:\d{1,9})(?=[.)](?:\s|$)))/gm;

/** For Markdown (CommonMark 0.31, and what Obsidian adds to it): the text without any markup, line breaks aside. */
export function escapeMarkdown(text: string): string {
  return text
    .replace(ALWAYS, "\\$&")
    .replace(BESIDE, (signs) => signs.replace(/./g, "\\$&"))
    .replace(LINE_START, (_, space: string, mark: string) =>
      /\d/.test(mark) ? `${space}${mark}\\` : `${space}\\${mark}`,
    );
}
