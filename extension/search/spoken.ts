import type { Database } from "../store/database.ts";
import type { FollowedIndex } from "./follow.ts";
import { articlesNaming, dayOf, labelOf, saidBy, subjectsWith } from "./naming.ts";

/** When somebody said something in the user's articles. */
export interface Spoken {
  readonly key: string;
  readonly name: string;
  /** For each statement its article's day. */
  readonly days: readonly string[];
}

/** For each of some names, with all that is merged with it, when it spoke. */
export function spokenBy(database: Database, followed: FollowedIndex, asked: readonly string[]): Promise<Spoken[]> {
  return Promise.all(
    asked.map(async (one): Promise<Spoken> => {
      const { key, keys, articles } = await articlesNaming(database, followed, one);
      const days = articles.flatMap((article) =>
        saidBy(article, subjectsWith(article, keys)).map(() => dayOf(article)),
      );
      return { key, name: labelOf(followed, key) || key.slice(key.indexOf(":") + 1), days };
    }),
  );
}
