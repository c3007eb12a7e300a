import { EMPTY_BODY } from "../../src/annotation/annotation.ts";
import { ARTICLE_SCHEMA, articleKeys, type ArticleNames, type KeptArticle } from "../../src/annotation/kept-article.ts";
import { SUBJECT_NOTE_SCHEMA, type SubjectNote, type SubjectNoteDraft } from "../../src/annotation/subject-note.ts";
import { subjectKey } from "../../src/entities/subject.ts";
import { failure, type Result, success } from "../../src/messaging/result.ts";
import type { Database } from "./database.ts";
import { isKept } from "./subject-queries.ts";
import { guarded } from "./writer.ts";

/** Writes what the reader keeps about names. Every write is one transaction and may be repeated without harm. */
export interface SubjectWriter {
  /** Adds a note, or changes the one with this id. One that was deleted meanwhile comes back: what is typed is not lost. */
  saveNote(draft: SubjectNoteDraft): Promise<Result<SubjectNote>>;
  removeNote(id: string): Promise<Result<SubjectNote>>;
  restoreNote(id: string): Promise<Result<SubjectNote>>;
  /** Stores whom an article names, where the reader keeps something on it. Gives whether anything was stored. */
  keepArticle(names: ArticleNames): Promise<Result<boolean>>;
}

/** @param now gives the current instant; tests pass their own. */
export function createSubjectWriter(database: Database, now: () => Date = () => new Date()): SubjectWriter {
  const { annotations, articles, subjectNotes } = database;

  const setDeleted = (id: string, isDeleted: boolean): Promise<Result<SubjectNote>> =>
    guarded(() =>
      database.transaction("rw", subjectNotes, async () => {
        const stored = await subjectNotes.get(id);
        if (stored === undefined) return failure("not-found", `there is no note ${id} on a name`);
        if ((stored.deleted !== null) === isDeleted) return success(stored);
        const modified = now().toISOString();
        const next = { ...stored, revision: stored.revision + 1, modified, deleted: isDeleted ? modified : null };
        await subjectNotes.put(next);
        return success(next);
      }),
    );

  return {
    saveNote: ({ changes, ...draft }) =>
      guarded(() =>
        database.transaction("rw", subjectNotes, async () => {
          const stored = await subjectNotes.get(draft.id);
          const body = { ...(stored?.body ?? EMPTY_BODY), ...changes };
          if (stored !== undefined && stored.deleted === null && sameText(stored.body, body)) return success(stored);
          const instant = now().toISOString();
          const note: SubjectNote = {
            ...(stored ?? { ...draft, key: subjectKey(draft.subject.kind, draft.subject.name), created: instant }),
            body,
            schema: SUBJECT_NOTE_SCHEMA,
            revision: (stored?.revision ?? 0) + 1,
            modified: instant,
            deleted: null,
          };
          await subjectNotes.put(note);
          return success(note);
        }),
      ),
    removeNote: (id) => setDeleted(id, true),
    restoreNote: (id) => setDeleted(id, false),
    keepArticle: (names) =>
      guarded(() =>
        database.transaction("rw", annotations, articles, subjectNotes, async () => {
          if (!(await isKept(database, names.page))) return success(false);
          const stored = await articles.get(names.page);
          if (stored !== undefined && sameNames(stored, names)) return success(false);
          const instant = now().toISOString();
          const article: KeptArticle = {
            ...names,
            id: names.page,
            keys: articleKeys(names.subjects),
            schema: ARTICLE_SCHEMA,
            revision: (stored?.revision ?? 0) + 1,
            created: stored?.created ?? instant,
            modified: instant,
            deleted: null,
          };
          await articles.put(article);
          return success(true);
        }),
      ),
  };
}

const sameText = (a: SubjectNote["body"], b: SubjectNote["body"]): boolean =>
  a.colour === b.colour && a.note === b.note && a.tags.join("\n") === b.tags.join("\n");

function sameNames(stored: KeptArticle, { source: _source, ...names }: ArticleNames): boolean {
  return Object.entries(names).every(
    ([field, value]) => JSON.stringify(value) === JSON.stringify(stored[field as keyof KeptArticle]),
  );
}
