import { type Correction, replaces } from "../../src/corrections/corrections.ts";
import { formerIdentityOf } from "../../src/page/former-key.ts";
import { identityOf, type PageAddresses } from "../../src/page/page-key.ts";
import type { OwnerLabels } from "../../src/page/site.ts";
import type { Database } from "./database.ts";

/** A page that was met, and its key. */
export interface MetPage {
  readonly page: string;
  readonly met: PageAddresses;
}

/**
 * Puts what was stored under a page's former key under its present one, where it was made on this very page: under the
 * former key there may be several pages' records. Corrections do not say where they were made; of a key that was several
 * pages', each page gets a copy of its own. Nothing is deleted but what has moved. Does nothing where both keys are one.
 */
export async function takeUpFormer(
  database: Database,
  { page, met }: MetPage,
  ownerLabels: OwnerLabels,
): Promise<void> {
  const former = formerIdentityOf(met);
  if (former === page) return;
  const isHere = (source: string): boolean =>
    identityOf({ url: source, canonical: met.canonical }, ownerLabels) === page;
  const { annotations, subjectNotes, articles, corrections, steps } = database;
  await database.transaction("rw", [annotations, subjectNotes, articles, corrections, steps], async () => {
    let areOthers = false;
    const take = (source: string): boolean => {
      const isTaken = isHere(source);
      if (!isTaken) areOthers = true;
      return isTaken;
    };
    const marks = await annotations.where("target.page").equals(former).toArray();
    const marksHere = marks.filter(({ target }) => take(target.source));
    await annotations.bulkPut(marksHere.map((mark) => ({ ...mark, target: { ...mark.target, page } })));
    const moved = new Set(marksHere.map(({ id }) => id));
    if (moved.size > 0)
      await steps.filter((step) => "annotation" in step && moved.has(step.annotation)).modify({ page });

    const notes = await subjectNotes.where("origin.page").equals(former).toArray();
    const notesHere = notes.filter(({ origin }) => take(origin.source));
    await subjectNotes.bulkPut(notesHere.map((note) => ({ ...note, origin: { ...note.origin, page } })));

    const article = await articles.get(former);
    if (article !== undefined && take(article.source)) {
      if ((await articles.get(page)) === undefined) await articles.put({ ...article, id: page, page });
      await articles.delete(former);
    }

    const known = await corrections.where("scope.page").equals(page).toArray();
    const judged = await corrections.where("scope.page").equals(former).toArray();
    const isKnown = (one: Correction): boolean => known.some((other) => replaces(one, other));
    for (const one of judged) {
      if (one.scope.kind !== "page" || (areOthers && isKnown(one))) continue;
      const id = areOthers ? crypto.randomUUID() : one.id;
      await corrections.put({ ...one, id, scope: { ...one.scope, page } });
    }
  });
}
