import type { KeptStatement } from "../../annotation/records/kept-article.ts";
import { passageLink } from "../../page/passage-link.ts";
import type { ArticleName } from "../../reading/names.ts";
import type { Statement } from "../../reading/statements.ts";
import { withSingleSpaces } from "../../text/fold.ts";
import { escapeHtml } from "./escape.ts";

/** Words of an article as the clipboard takes them: for plain fields, and for word processors and mail. */
export interface Clip {
  readonly text: string;
  readonly html: string;
}

/** Where words stand. */
export interface QuotedArticle {
  readonly title: string | null;
  /** Who wrote it: names of people, without "By". */
  readonly bylines: readonly string[];
  readonly outlet: string | null;
  /** The day of publication, for people; `null` where it is unknown. */
  readonly date: string | null;
  readonly url: string;
}

/** The words of a quotation that are not the article's: they come from whoever knows the user's language. */
export interface QuotationWords {
  /** Said of an indirect statement: "paraphrased". */
  readonly reported: string;
  /** Who passes the statement on: "according to Reuters"; "" where nobody does. */
  readonly passedOn: string;
}

/**
 * A statement ready to be pasted: what was said, who said it, and the article, with a link that leads to the words there.
 * Only what the source said in its own words is put in quotation marks; no comma, cue or "that" of the sentence around it is
 * left.
 */
export function quoteStatement(
  articleText: string,
  statement: Statement,
  { name, role }: Pick<ArticleName, "name" | "role">,
  article: QuotedArticle,
  { reported, passedOn }: QuotationWords,
): Clip {
  const { content, type } = statement;
  const pieces = content.map(({ start, end }) => articleText.slice(start, end));
  const speaker = [name, role ?? "", passedOn].filter((piece) => piece !== "").join(", ");
  const passage = articleText.slice(content[0]?.start ?? 0, content.at(-1)?.end ?? 0);
  return quotePieces(pieces, type, speaker, passage, article, reported);
}

/**
 * The same of a statement of which no more is kept than its words.
 *
 * @param speaker who said it, with what the article calls them; "" where that is open.
 */
export function quoteKeptStatement(
  { text, type }: Pick<KeptStatement, "text" | "type">,
  speaker: string,
  article: QuotedArticle,
  { reported }: Pick<QuotationWords, "reported">,
): Clip {
  const pieces = text.split(" … ");
  // What stands between the pieces is not known, so the link leads to the first.
  return quotePieces(pieces, type, speaker, pieces[0] ?? "", article, reported);
}

function quotePieces(
  pieces: readonly string[],
  type: Statement["type"],
  speaker: string,
  passage: string,
  article: QuotedArticle,
  reported: string,
): Clip {
  const said = pieces.map((piece) => (type === "direct" ? unquoted(piece) : unbound(piece))).join(" … ");
  const manner = type === "indirect" && speaker !== "" ? ` (${reported})` : "";
  return clipOf(type === "direct" ? `“${said}”` : said, `${speaker}${manner}`, passage, article);
}

/** Highlighted words ready to be pasted, with the article and a link that leads to them there. */
export function quoteHighlight(words: string, article: QuotedArticle): Clip {
  return clipOf(`“${unquoted(words)}”`, "", words, article);
}

function clipOf(
  said: string,
  speaker: string,
  passage: string,
  { title, bylines, outlet, date, url }: QuotedArticle,
): Clip {
  const words = withSingleSpaces(said);
  const link = passageLink(url, passage);
  const authors = bylines.join(", ");
  const origin = (titled: string): string => [authors, titled, outlet ?? "", date ?? ""].filter(Boolean).join(", ");
  const titleHtml = `<a href="${escapeHtml(link)}">${escapeHtml(title ?? link)}</a>`;
  const about = [authors, outlet ?? "", date ?? ""].map(escapeHtml);
  return {
    text: [
      speaker === "" ? words : `${words} — ${speaker}`,
      origin(title === null ? "" : `“${withSingleSpaces(title)}”`),
      link,
    ]
      .filter((line) => line !== "")
      .join("\n"),
    html: [
      `<blockquote>${escapeHtml(words)}</blockquote>`,
      `<p>${[
        speaker === "" ? "" : `— ${escapeHtml(speaker)}<br>`,
        [about[0] ?? "", titleHtml, about[1] === "" ? "" : `<i>${about[1] ?? ""}</i>`, about[2] ?? ""]
          .filter((piece) => piece !== "")
          .join(", "),
      ].join("")}</p>`,
    ].join(""),
  };
}

/** What was said without the marks around it and the comma that led on to who said it. */
function unquoted(piece: string): string {
  return unbound(piece.replace(/^\s*["“‘«„']/, "").replace(/["”’»']\s*$/, ""));
}

/** What was said without what bound it to its sentence: a "that" before it, a comma after it, also before a last mark. */
function unbound(piece: string): string {
  return piece
    .trim()
    .replace(/^(?:that\s+|[,;:–—]\s*)/i, "")
    .replace(/\s*[,;:–—]+(["”’]?)$/, "$1");
}
