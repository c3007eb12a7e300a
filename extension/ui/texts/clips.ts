import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import type { KeptArticle, KeptStatement } from "../../../src/annotation/records/kept-article.ts";
import {
  type Clip,
  type QuotedArticle,
  quoteHighlight,
  quoteKeptStatement,
  quoteStatement,
} from "../../../src/exchange/export/quoted-words.ts";
import type { ArticleName } from "../../../src/reading/names.ts";
import type { Statement } from "../../../src/reading/statements.ts";
import type { Article, ArticleFacts } from "../../../src/text/article.ts";
import { dateText, message } from "../../locale/message.ts";
import { passedOnBy } from "./statement-type.ts";
import { nameText } from "./voice-text.ts";

/** A statement of an article as the clipboard takes it, in the user's language. */
export function statementClip(article: Article, statement: Statement, source: ArticleName, facts: ArticleFacts): Clip {
  const { headline, bylines, outlet, publishedLocal, url } = facts;
  const speaker = { name: nameText(source), role: source.role };
  const from = { title: headline, bylines, outlet, date: dayText(publishedLocal), url };
  return quoteStatement(article.text, statement, speaker, from, {
    reported: message("statementIndirect").toLowerCase(),
    passedOn: passedOnBy(statement),
  });
}

/** A statement of an article that is kept, as the clipboard takes it. */
export function keptStatementClip(article: KeptArticle, statement: KeptStatement): Clip {
  const { speaker, source } = statement;
  const role = speaker === null ? null : (article.sheet?.roles[speaker] ?? null);
  const name = speaker === null ? source : (article.subjects[speaker]?.name ?? source);
  return quoteKeptStatement(statement, [name, role].filter(Boolean).join(", "), fromKept(article), {
    reported: message("statementIndirect").toLowerCase(),
  });
}

const fromKept = ({ title, sheet, outlet, published, source }: KeptArticle): QuotedArticle => ({
  title,
  bylines: sheet?.bylines ?? [],
  outlet,
  date: dayText(published),
  url: source,
});

/** @param article what is kept of the article that it stands in, if anything is. */
export function highlightClip({ target }: Annotation, article: KeptArticle | undefined): Clip {
  return quoteHighlight(target.selectors.quote.exact, {
    title: target.title,
    bylines: article?.sheet?.bylines ?? [],
    outlet: article?.outlet ?? null,
    date: dayText(article?.published ?? null),
    url: target.source,
  });
}

const dayText = (date: string | null): string | null => (date === null ? null : dateText(date.slice(0, 10)));
