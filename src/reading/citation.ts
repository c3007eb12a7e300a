import type { ArticleFacts } from "../text/article.ts";
import { type Statement, statementText } from "./statements.ts";
import type { ArticleName } from "./names.ts";

/** The words of a citation that are not the article's: they come from whoever knows the user's language. */
export interface CitationWords {
  /** Said of an indirect statement: "paraphrased". */
  readonly reported: string;
  /** Who passes the statement on: "according to Reuters"; "" where nobody does. */
  readonly passedOn: string;
  /** The publication date for people, or `null` where it is unknown. */
  readonly date: string | null;
}

/**
 * A statement ready to be pasted: what was said, who said it, and where it stands. Only what the source said in its own
 * words is put in quotation marks.
 */
export function citeStatement(
  articleText: string,
  statement: Statement,
  { name, role }: Pick<ArticleName, "name" | "role">,
  facts: ArticleFacts,
  words: CitationWords,
): string {
  const said = statementText(articleText, statement);
  const quoted = statement.type === "direct" ? `“${said.replace(/^["“‘']+|["”’']+$/g, "")}”` : said;
  const speaker = [name, role, words.passedOn].filter((piece) => piece !== null && piece !== "").join(", ");
  const manner = statement.type === "indirect" ? ` (${words.reported})` : "";
  const origin = [facts.headline, [facts.outlet, words.date].filter((piece) => piece !== null).join(", ")];
  return [
    `${quoted} — ${speaker}${manner}`,
    origin.filter((piece) => piece !== null && piece !== "").join(". "),
    facts.url,
  ]
    .filter((line) => line !== "")
    .join("\n");
}
