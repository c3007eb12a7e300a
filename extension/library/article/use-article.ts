import type { AnchorState } from "../../../src/annotation/anchoring/anchor.ts";
import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import type { KeptArticle } from "../../../src/annotation/records/kept-article.ts";
import { type NameNote, saysSomething } from "../../../src/annotation/records/name-note.ts";
import type { Database } from "../../store/database.ts";
import { annotationsOfPage } from "../../store/queries.ts";
import { type Elsewhere, sameStoryElsewhere, startOf } from "../../store/same-story.ts";
import { type LiveAnswer, useLiveQuery } from "../../ui/use-live-query.ts";

/** What the user has of one article. */
export interface ArticleSheetView {
  /** What is known of the article itself; `null` where it never was read. */
  readonly article: KeptArticle | null;
  /** The user's highlights, in the order of the text. */
  readonly highlights: readonly Annotation[];
  /** How they stood when the page was last open, by their ids; those that are missing were not looked for since they were made. */
  readonly states: ReadonlyMap<string, AnchorState>;
  /** The notes on those whom it names. */
  readonly nameNotes: readonly NameNote[];
  /** The same story as other outlets have it. */
  readonly elsewhere: readonly Elsewhere[];
}

export function useArticle(database: Database, page: string): LiveAnswer<ArticleSheetView> {
  return useLiveQuery(async () => {
    const [article, highlights] = await Promise.all([database.articles.get(page), annotationsOfPage(database, page)]);
    const seen = await database.sightings.bulkGet(highlights.map(({ id }) => id));
    const notes = await database.subjectNotes
      .where("key")
      .anyOf(article?.keys ?? [])
      .sortBy("created");
    return {
      article: article ?? null,
      highlights: highlights.toSorted((a, b) => startOf(a) - startOf(b)),
      states: new Map(seen.flatMap((one) => (one?.state === undefined ? [] : [[one.id, one.state] as const]))),
      nameNotes: notes.filter(saysSomething),
      elsewhere: await sameStoryElsewhere(database, page, article?.fingerprint ?? []),
    };
  }, [database, page]);
}
