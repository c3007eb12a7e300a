import type { Analysis } from "../analyse.ts";
import { ARTICLE_LIMITS, type ArticleNames, type KeptStatement } from "../annotation/records/kept-article.ts";
import { LIMITS } from "../annotation/records/annotation.ts";
import { type Named, NAME_LIMIT } from "../annotation/records/name.ts";
import type { Article, ArticleFacts } from "../text/article.ts";
import type { Span } from "../text/span.ts";
import { namedIn } from "./named.ts";
import { distinctStatements, listedStatements, statementText } from "./statements.ts";
import { withSingleSpaces } from "../text/fold.ts";

/** What of an article is kept where the user keeps something on it: whom it names, and who says what in it. */
export function keptOf(
  analysis: Analysis,
  { text }: Pick<Article, "text">,
  facts: ArticleFacts,
): Pick<ArticleNames, "outlet" | "published" | "subjects" | "sheet"> {
  const subjects = namedIn(analysis);
  return {
    outlet: facts.outlet?.slice(0, 2_000) ?? null,
    published: facts.publishedLocal?.slice(0, 10) ?? null,
    subjects,
    sheet: {
      bylines: facts.bylines
        .filter((name) => /\S/.test(name) && name.length <= NAME_LIMIT)
        .slice(0, ARTICLE_LIMITS.bylines),
      updated: facts.modified?.slice(0, 10) ?? null,
      roles: subjects.map((subject) => roleOf(analysis, subject)),
      statements: keptStatements(analysis, text, subjects),
    },
  };
}

function roleOf({ entities }: Analysis, { kind, name }: Named): string | null {
  return entities.find((entity) => entity.kind === kind && entity.name === name)?.role?.slice(0, NAME_LIMIT) ?? null;
}

function keptStatements(analysis: Analysis, text: string, subjects: readonly Named[]): KeptStatement[] {
  const all = listedStatements(analysis);
  // One and the same is said by two where one passes on what the other says.
  const distinct = new Set(
    [...new Set(all.map(({ speaker }) => speaker))].flatMap((one) =>
      distinctStatements(
        text,
        all.filter(({ speaker }) => speaker === one),
      ),
    ),
  );
  const kept = all
    .filter((statement) => distinct.has(statement))
    .map((statement): KeptStatement => {
      const source = statement.source === null ? "" : text.slice(statement.source.start, statement.source.end);
      return {
        speaker: speakerOf(analysis, statement.speaker, subjects),
        source: withSingleSpaces(source).slice(0, NAME_LIMIT),
        type: statement.type,
        text: statementText(text, statement).slice(0, LIMITS.quote),
        content: statement.content.slice(0, ARTICLE_LIMITS.pieces).map((piece) => withoutSpaceAround(text, piece)),
      };
    });
  return kept.slice(0, ARTICLE_LIMITS.statements);
}

/** The subject that a source of the analysis is, by its place among those that are kept. */
function speakerOf({ entities, sources }: Analysis, speaker: number, subjects: readonly Named[]): number | null {
  const source = sources[speaker];
  if (source === undefined) return null;
  const entity = source.entity === null ? undefined : entities[source.entity];
  const { kind, name } = entity ?? { kind: "source", name: source.name };
  const found = subjects.findIndex((subject) => subject.kind === kind && subject.name === name);
  return found < 0 ? null : found;
}

/** A stretch of a text from its first letter to its last: just what is shown of it. */
function withoutSpaceAround(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const first = words.search(/\S/);
  return { start: start + Math.max(0, first), end: start + words.trimEnd().length };
}
