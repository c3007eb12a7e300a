import { HTML } from "../../src/exchange/export/html.ts";
import { CLIPPING } from "../../src/exchange/export/markdown.ts";
import type { Clip } from "../../src/exchange/export/quoted-words.ts";
import type { Database } from "../store/database.ts";
import { articlesOf, type Scope } from "./articles.ts";
import { exportContext } from "./export.ts";

/** The highlights and notes of a scope that a clipboard can hold: its plain text is Markdown. */
export async function clipOf(database: Database, scope: Scope): Promise<Clip> {
  const context = await exportContext(database, 0);
  const [html, markdown] = [HTML.open(context), CLIPPING.open(context)];
  const clip = { html: "", text: "" };
  for await (const articles of articlesOf(database, scope)) {
    clip.html += articles.map(html.article).join("");
    clip.text += articles.map(markdown.article).join("");
  }
  return { html: clip.html, text: clip.text.trimEnd() };
}
