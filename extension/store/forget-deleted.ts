import { type NameNote, saysSomething } from "../../src/annotation/records/name-note.ts";
import type { Database } from "./database.ts";
import { ofWhole } from "./sound.ts";
import { isOnCorrection } from "./step-log.ts";

/** How long what was deleted can be brought back, in milliseconds: thirty days. */
export const KEPT_FOR = 30 * 24 * 3_600_000;

/**
 * Removes for good what the user deleted or emptied long ago, with what undo and the sightings still knew of it, and
 * then the records of articles on which nothing is left: who only ever read a page leaves no trace of it, and who has
 * deleted everything on it neither.
 *
 * @param now the current instant.
 * @returns whether anything is gone that a search could have found.
 */
export async function forgetDeleted(database: Database, now: Date): Promise<boolean> {
  const { annotations, articles, corrections, merges, searches, sightings, steps, subjectNotes } = database;
  const limit = new Date(now.getTime() - KEPT_FOR).toISOString();
  const isOver = ({ deleted }: { readonly deleted: string | null }): boolean => deleted !== null && deleted < limit;
  const all = [annotations, articles, corrections, merges, searches, sightings, steps, subjectNotes];
  return database.transaction("rw", all, async () => {
    const gone = await annotations.where("deleted").below(limit).filter(ofWhole("annotations", isOver)).primaryKeys();
    await annotations.bulkDelete(gone);
    await sightings.bulkDelete(gone);
    const forgotten = new Set(gone);
    const takenBack = await corrections
      .where("deleted")
      .below(limit)
      .filter(ofWhole("corrections", isOver))
      .primaryKeys();
    await corrections.bulkDelete(takenBack);
    for (const id of takenBack) forgotten.add(id);
    await steps.filter((step) => forgotten.has(isOnCorrection(step) ? step.correction : step.annotation)).delete();
    await merges.where("deleted").below(limit).filter(ofWhole("merges", isOver)).delete();
    await searches.where("deleted").below(limit).filter(ofWhole("searches", isOver)).delete();
    const isEmptied = (note: NameNote): boolean => !saysSomething(note) && (note.deleted ?? note.modified) < limit;
    const notes = await subjectNotes.where("modified").below(limit).filter(ofWhole("subjectNotes", isEmptied)).delete();

    const pages = await articles.toCollection().primaryKeys();
    const kept = new Set([
      ...(await annotations.where("target.page").anyOf(pages).uniqueKeys()),
      ...(await subjectNotes.where("origin.page").anyOf(pages).uniqueKeys()),
    ]);
    const left = await articles
      .where("id")
      .anyOf(pages.filter((page) => !kept.has(page)))
      .filter(ofWhole("articles", (article) => (article.kept ?? null) === null))
      .delete();
    return gone.length + notes + left > 0;
  });
}
