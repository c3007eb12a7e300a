import { EMPTY_BODY } from "../../src/annotation/records/annotation.ts";
import { type ArticleNames, filedUnder, type KeptArticle } from "../../src/annotation/records/kept-article.ts";
import { NAME_NOTE_SCHEMA, type NameNote } from "../../src/annotation/records/name-note.ts";
import { nameKey } from "../../src/annotation/records/name.ts";
import type { UnsavedNameNote } from "../../src/annotation/unsaved.ts";
import { type Result, success } from "../../src/result.ts";
import type { Database } from "./database.ts";
import { type Asked, buried, createRevise, guarded, instantOf, isPassed, nextStamps, revived } from "./records.ts";
import { whole } from "./sound.ts";
import { isKept } from "./name-note-queries.ts";
import { keepUnseen } from "./unseen.ts";

/** Writes what the user keeps about names. Every write is one transaction and may be repeated without harm. */
export interface NameNoteWriter {
  /**
   * Adds a note, or changes the one with this id. One that was deleted meanwhile comes back: what is typed is not lost.
   *
   * @param isLate whether it was left behind when its page went: what was changed since is not overwritten.
   */
  save(asked: Asked<UnsavedNameNote>, isLate?: boolean): Promise<Result<NameNote>>;
  removeNote(id: string): Promise<Result<NameNote>>;
  restoreNote(id: string): Promise<Result<NameNote>>;
  /** Stores whom an article names, where the user keeps something on it. Gives whether anything was stored. */
  keepArticle(names: ArticleNames): Promise<Result<boolean>>;
}

/** @param now gives the current instant; tests pass their own. */
export function createNameNoteWriter(database: Database, now: () => Date = () => new Date()): NameNoteWriter {
  const { annotations, articles, subjectNotes } = database;

  const revise = createRevise(database, now);

  return {
    save: ({ kind: _kind, changes, at, base, own, ...draft }, isLate = false) =>
      guarded(() =>
        database.transaction("rw", subjectNotes, database.exchanged, async () => {
          const stored = whole(await subjectNotes.get(draft.id));
          const current = now();
          const body = { ...(stored?.body ?? EMPTY_BODY), ...changes };
          if (stored !== undefined && stored.deleted === null && sameText(stored.body, body)) return success(stored);
          const isBeside =
            stored !== undefined &&
            body.note !== stored.body.note &&
            (await keepUnseen(database, "subjectNotes", draft.id, base));
          if (stored !== undefined && isLate && !isBeside && isPassed({ at, base, own }, stored, current)) {
            return success(stored);
          }
          const note: NameNote = {
            ...(stored ?? { ...draft, key: nameKey(draft.subject.kind, draft.subject.name) }),
            body,
            schema: NAME_NOTE_SCHEMA,
            ...nextStamps(stored, instantOf(at, stored, current)),
          };
          await subjectNotes.put(note);
          return success(note);
        }),
      ),
    removeNote: (id) => revise(subjectNotes, id, buried),
    restoreNote: (id) => revise(subjectNotes, id, revived),
    keepArticle: (names) =>
      guarded(() =>
        database.transaction("rw", annotations, articles, subjectNotes, async () => {
          if (!(await isKept(database, names.page))) return success(false);
          const stored = whole(await articles.get(names.page));
          if (stored !== undefined && sameNames(stored, names)) return success(false);
          const article: KeptArticle = {
            ...names,
            ...filedUnder(names),
            kept: stored?.kept ?? null,
            ...nextStamps(stored, now().toISOString()),
          };
          await articles.put(article);
          return success(true);
        }),
      ),
  };
}

const sameText = (a: NameNote["body"], b: NameNote["body"]): boolean =>
  a.colour === b.colour && a.note === b.note && a.tags.join("\n") === b.tags.join("\n");

function sameNames(stored: KeptArticle, { source: _source, ...names }: ArticleNames): boolean {
  return Object.entries(names).every(
    ([field, value]) => JSON.stringify(value) === JSON.stringify(stored[field as keyof KeptArticle]),
  );
}
