import type { Analysis } from "../analyse.ts";
import { ARTICLE_LIMITS, type ArticleNames, type KeptStatement } from "../annotation/records/kept-article.ts";
import { LIMITS } from "../annotation/records/annotation.ts";
import { type Named, NAME_LIMIT } from "../annotation/records/name.ts";
import type { Article, ArticleFacts } from "../text/article.ts";
import type { Span } from "../text/span.ts";
import { namedIn } from "./named.ts";
import { distinctStatements, listedStatements, type Statement, statementText } from "./statements.ts";
import { fingerprintOf } from "../text/fingerprint.ts";
import { withSingleSpaces } from "../text/fold.ts";

/** What of an article is kept where the user keeps something on it: whom it names, who says what in it, and its fingerprint. */
export function keptOf(
  analysis: Analysis,
  article: Article,
  facts: ArticleFacts,
): Pick<ArticleNames, "outlet" | "published" | "subjects" | "sheet" | "fingerprint"> {
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
      roles: rolesOf(analysis, subjects),
      statements: keptStatements(analysis, article.text, subjects),
    },
    fingerprint: fingerprintOf(article),
  };
}

function rolesOf({ entities }: Analysis, subjects: readonly Named[]): (string | null)[] {
  const roles = new Map(entities.toReversed().map((entity) => [nameOf(entity), entity.role]));
  return subjects.map((subject) => roles.get(nameOf(subject))?.slice(0, NAME_LIMIT) ?? null);
}

function keptStatements(analysis: Analysis, text: string, subjects: readonly Named[]): KeptStatement[] {
  const all = listedStatements(analysis);
  // One and the same is said by two where one passes on what the other says.
  const bySpeaker = new Map<number, Statement[]>();
  for (const statement of all) {
    const known = bySpeaker.get(statement.speaker);
    if (known === undefined) bySpeaker.set(statement.speaker, [statement]);
    else known.push(statement);
  }
  const distinct = new Set([...bySpeaker.values()].flatMap((one) => distinctStatements(text, one)));
  const places = new Map(subjects.toReversed().map((subject, index) => [nameOf(subject), subjects.length - 1 - index]));
  return all
    .filter((statement) => distinct.has(statement))
    .slice(0, ARTICLE_LIMITS.statements)
    .map((statement): KeptStatement => {
      const source = statement.source === null ? "" : text.slice(statement.source.start, statement.source.end);
      return {
        speaker: speakerOf(analysis, statement.speaker, places),
        source: withSingleSpaces(source).slice(0, NAME_LIMIT),
        type: statement.type,
        text: statementText(text, statement).slice(0, LIMITS.quote),
        content: statement.content.slice(0, ARTICLE_LIMITS.pieces).map((piece) => withoutSpaceAround(text, piece)),
      };
    });
}

const nameOf = ({ kind, name }: Pick<Named, "kind" | "name">): string => `${kind} ${name}`;

/** The subject that a source of the analysis is, by its place among those that are kept. */
function speakerOf(
  { entities, sources }: Analysis,
  speaker: number,
  places: ReadonlyMap<string, number>,
): number | null {
  const source = sources[speaker];
  if (source === undefined) return null;
  const entity = source.entity === null ? undefined : entities[source.entity];
  return places.get(nameOf(entity ?? { kind: "source", name: source.name })) ?? null;
}

/** A stretch of a text from its first letter to its last: just what is shown of it. */
function withoutSpaceAround(text: string, { start, end }: Span): Span {
  const words = text.slice(start, end);
  const first = words.search(/\S/);
  return { start: start + Math.max(0, first), end: start + words.trimEnd().length };
}
