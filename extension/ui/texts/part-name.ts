import type { Article, PartKind } from "../../../src/text/article.ts";
import { contains, type Span } from "../../../src/text/span.ts";
import { message, type MessageKey } from "../../locale/message.ts";

const NAMES: Partial<Record<PartKind, MessageKey>> = {
  headline: "partHeadline",
  standfirst: "partStandfirst",
  lead: "partLead",
  subheading: "partSubheading",
  caption: "partCaption",
};

/** Where in the article a span stands, for people: "in the headline". */
export function partName(article: Article, span: Span): string {
  const part = article.parts.find((candidate) => contains(candidate, span));
  return message(NAMES[part?.kind ?? "body"] ?? "partBody");
}
