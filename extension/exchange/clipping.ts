import { HTML } from "../../src/exchange/export/html.ts";
import { MARKDOWN } from "../../src/exchange/export/markdown.ts";
import type { Database } from "../store/database.ts";
import { articlesOf, type Scope } from "./articles.ts";
import { exportContext } from "./export.ts";

/** What goes to the clipboard: rich text for word processors and mail, Markdown for everything else. */
export interface Clip {
  readonly html: string;
  readonly markdown: string;
}

/** The highlights and notes of a scope that a clipboard can hold. */
export async function clipOf(database: Database, scope: Scope): Promise<Clip> {
  const context = await exportContext(database, 0);
  const [html, markdown] = [HTML.open(context), MARKDOWN.open(context)];
  const clip = { html: "", markdown: "" };
  for await (const articles of articlesOf(database, scope)) {
    clip.html += articles.map(html.article).join("");
    clip.markdown += articles.map(markdown.article).join("");
  }
  return { html: clip.html, markdown: clip.markdown.trimEnd() };
}
