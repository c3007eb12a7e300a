import { type Origin, itemOf } from "./clipping.ts";
import { htmlText } from "./html-text.ts";
import type { Finder, TextReader } from "./reader.ts";

/** The longest link with its attributes and title, in UTF-16 code units. */
const LONGEST = 100_000;

/**
 * Reads the links of an HTML file: a browser's bookmarks (Netscape's format, which all browsers export) and Pocket's
 * former export. Each is a page that is kept, or, with tags, its headline.
 */
export function openLinks(finder: Finder, origin: Origin): TextReader {
  let pending = "";
  let isEmpty = true;

  const take = (): void => {
    let end = 0;
    for (;;) {
      const start = indexOfLink(pending, end);
      if (start < 0) break;
      const close = closing(pending, start);
      if (close < 0) {
        // The rest of it comes with the next piece, unless there is no end to it.
        pending = pending.slice(Math.max(start, pending.length - LONGEST));
        return;
      }
      const link = close - start > LONGEST ? null : linkOf(pending.slice(start, close));
      if (link !== null) {
        isEmpty = false;
        finder.found(itemOf(link, origin));
      }
      end = close;
    }
    pending = pending.slice(Math.max(end, pending.length - 2));
  };

  return {
    write: (text) => {
      pending += text;
      take();
      return null;
    },
    end: () => (isEmpty ? "unknown" : null),
  };
}

function indexOfLink(text: string, from: number): number {
  for (let at = text.indexOf("<", from); at >= 0; at = text.indexOf("<", at + 1)) {
    if (/^<a\s/i.test(text.slice(at, at + 3))) return at;
  }
  return -1;
}

/** Where the closing tag of a link begins. */
function closing(text: string, start: number): number {
  for (let at = text.indexOf("</", start); at >= 0; at = text.indexOf("</", at + 1)) {
    if (/^<\/a[\s>]/i.test(text.slice(at, at + 5))) return at;
  }
  return -1;
}

function linkOf(html: string): Parameters<typeof itemOf>[0] | null {
  const head = /^<a\s((?:[^>"']|"[^"]*"|'[^']*')*)>/i.exec(html);
  if (head === null) return null;
  const attributes = new Map<string, string>();
  // A name begins where no other does: else each letter of a long one would be tried.
  for (const [, name = "", quoted, single, bare] of (head[1] ?? "").matchAll(
    /(?<![\w-])([\w-]+)\s*=\s*(?:"([^"]*)"|'([^']*)'|([^\s"'>]+))/g,
  )) {
    attributes.set(name.toLowerCase(), htmlText(quoted ?? single ?? bare ?? ""));
  }
  const url = attributes.get("href") ?? "";
  // Folders, scripts and the browser's own pages are no articles, and no fault of the file.
  if (!/^https?:\/\//i.test(url)) return null;
  const created = attributes.get("add_date") ?? attributes.get("time_added");
  const tags = (attributes.get("tags") ?? "").split(",");
  return { url, title: htmlText(html.slice(head[0].length)), tags, created };
}
