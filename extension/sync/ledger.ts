import { canonical } from "../../src/sync/canonical.ts";
import { storedOf, travelling } from "../../src/sync/check.ts";
import { fateOf } from "../../src/sync/deletion.ts";
import { edited, mended, type Stored } from "../../src/sync/edited.ts";
import { type Envelope, join, type Place, TRAVELLING, type TravellingList } from "../../src/sync/envelope.ts";
import { conflictOf } from "../../src/sync/shown.ts";
import type { Database } from "../store/database.ts";
import { ownerLabels } from "../store/owners.ts";
import { type Exchanged, placeKey } from "../store/rows.ts";
import { foundIn, type Found, idsOf, putAll, tableOf } from "./rows-of.ts";

/**
 * The store's side of the sync. Each function is one transaction over records, what is known of them and the outbox: ended
 * in its midst, nothing of it has happened, and the next run does it.
 */

/** What every step needs to know. */
export interface Here {
  readonly database: Database;
  /** The name under which this run of the browser writes. */
  readonly by: string;
  nameOf(place: Place): Promise<string>;
  now(): Date;
}

/** A record that came from the server, opened and checked. */
export interface Arrived {
  readonly doc: string;
  readonly rev: string;
  /** More than one where servers took different ones. */
  readonly envelopes: readonly [Envelope, ...Envelope[]];
}

/** How many records one transaction takes: few enough for others to have their turn. */
export const SLICE = 200;

/** Notes every record down as one to be looked at, as where a sync is set up. */
export async function noteAll(database: Database): Promise<void> {
  for (const list of TRAVELLING) {
    const ids = await idsOf(database, list);
    await database.outgoing.bulkPut(ids.map((id) => ({ place: placeKey(list, id), list, id })));
  }
}

/** Looks at what was written here since the last time, some hundred records of one kind. Gives whether there was anything. */
export async function gather(here: Here): Promise<boolean> {
  const { database } = here;
  const first = await database.outgoing.limit(SLICE).toArray();
  const list = first[0]?.list;
  if (list === undefined) return false;
  const noted = first.filter((row) => row.list === list);
  if (noted.some(({ id }) => id === null)) {
    await noteTable(database, list);
    return true;
  }
  const ids = noted.flatMap(({ id }) => (id === null ? [] : [id]));
  const docs = await Promise.all(ids.map((id) => here.nameOf({ list, id })));
  await database.transaction("rw", tablesOf(database, list), async () => {
    const found = await foundIn(database, list, ids);
    const known = await database.exchanged.bulkGet(noted.map(({ place }) => place));
    const rows = ids.flatMap((id, index) => {
      const place: Place = { list, id };
      const row = known[index] ?? null;
      const written = writtenHere(here, place, row, found.get(id));
      if (written === null || (row !== null && row.envelope === written)) return [];
      // Of a damaged row it is not known what the server's revision holds: the server's is joined first.
      return [rowOf(written, docs[index] ?? "", row?.envelope == null ? null : row.rev, true, row?.arrived)];
    });
    await database.exchanged.bulkPut(rows);
    await database.outgoing.bulkDelete(noted.map(({ place }) => place));
  });
  return true;
}

/** A table was emptied: each record that is known of it is looked at. */
async function noteTable(database: Database, list: TravellingList): Promise<void> {
  await database.transaction("rw", database.outgoing, database.exchanged, async () => {
    const known = await database.exchanged.where("place").startsWith(`${list}/`).primaryKeys();
    const ids = known.map((place) => place.slice(list.length + 1));
    await database.outgoing.delete(placeKey(list, ""));
    await database.outgoing.bulkPut(ids.map((id) => ({ place: placeKey(list, id), list, id })));
  });
}

/**
 * Takes up records of one kind from the server: each is joined with what is here, what was written here meanwhile included.
 * Gives how many changed here.
 */
export async function take(here: Here, list: TravellingList, arrived: readonly Arrived[]): Promise<number> {
  const { database } = here;
  const places = arrived.map(({ envelopes }) => placeKey(list, envelopes[0].id));
  const ids = arrived.map(({ envelopes }) => envelopes[0].id);
  return database.transaction("rw", tablesOf(database, list), async () => {
    const found = await foundIn(database, list, ids);
    const rowsKnown = await database.exchanged.bulkGet(places);
    const rows: Exchanged[] = [];
    const puts: Stored[] = [];
    const gone: string[] = [];
    for (const [index, { doc, rev, envelopes }] of arrived.entries()) {
      const [first] = envelopes;
      const local = found.get(first.id);
      // What can't travel is not written over either.
      if (local?.state === "whole" && travelling(first, local.stored, ownerLabels) === null) continue;
      const row = rowsKnown[index] ?? null;
      const known = row?.envelope ?? null;
      const theirs = envelopes.reduce(join);
      const written = writtenHere(here, first, row, local);
      // What both have had all along, with the very same words, has no history of its own here.
      const mine = known === null && written !== null && saysTheSame(written, theirs) ? null : written;
      let joined = mine === null ? theirs : mended(join(mine, theirs), [mine, ...envelopes], here.by);
      if (fateOf(joined).isGone && local?.state === "whole" && (await isNeeded(database, list, first.id))) {
        // An article that was given up elsewhere, and on which something is kept here.
        joined = edited(joined, first, local.stored, here.by, here.now().toISOString());
      }
      const isAsThere = envelopes.length === 1 && canonical(joined) === canonical(theirs);
      const stored = storedOf(joined, ownerLabels);
      const shown = local?.state === "whole" ? noteOf(local.stored) : undefined;
      const isNewText = stored !== null && noteOf(stored) !== shown;
      rows.push(rowOf(joined, doc, rev, !isAsThere, isNewText ? Number(stored["revision"]) : row?.arrived));
      const isSame = local?.state === "whole" && stored !== null && canonical(local.stored) === canonical(stored);
      if (stored !== null && !isSame) puts.push(stored);
      if (fateOf(joined).isGone && local?.state !== "none") gone.push(first.id);
    }
    await putAll(database, list, puts);
    await removeAll(database, list, gone);
    await database.exchanged.bulkPut(rows);
    await database.outgoing.bulkDelete(places);
    return puts.length + gone.length;
  });
}

/** What the server has taken: nothing of it waits any more, unless it was written again meanwhile. */
export async function sent(
  { database }: Here,
  taken: readonly { readonly row: Exchanged; readonly rev: string }[],
): Promise<void> {
  await database.transaction("rw", database.exchanged, async () => {
    const now = await database.exchanged.bulkGet(taken.map(({ row }) => row.place));
    const rows = taken.flatMap(({ row, rev }, index) => {
      const current = now[index];
      if (current === undefined) return [];
      const isSame = canonical(current.envelope) === canonical(row.envelope);
      return [{ ...current, rev, waiting: isSame ? (0 as const) : current.waiting }];
    });
    await database.exchanged.bulkPut(rows);
  });
}

/** The server has lost documents, or somebody deleted them there: they are sent again. Nobody but us may delete a note. */
export async function lost({ database }: Here, docs: readonly string[]): Promise<void> {
  await database.exchanged
    .where("doc")
    .anyOf(docs)
    .modify((row: { rev: string | null; waiting: 0 | 1 }) => {
      row.rev = null;
      row.waiting = 1;
    });
}

/**
 * An envelope with what the store says beyond it; `null` where neither knows the record. What is damaged, and what no other
 * machine would take, says nothing.
 */
function writtenHere(here: Here, place: Place, row: Exchanged | null, found: Found | undefined): Envelope | null {
  const known = row?.envelope ?? null;
  if (found === undefined || found.state === "damaged") return known;
  const stored = found.state === "whole" ? travelling(place, found.stored, ownerLabels) : null;
  if (found.state === "whole" && stored === null) return known;
  if (known === null && (stored === null || Object.keys(stored).length === 0)) return null;
  return edited(known, place, stored, here.by, here.now().toISOString(), row?.isUnseen === 1);
}

/** The text of a note; `undefined` where a record has none. */
const noteOf = (stored: Stored): string | undefined => (stored["body"] as { readonly note?: string } | undefined)?.note;

function saysTheSame(mine: Envelope, theirs: Envelope): boolean {
  const [one, other] = [storedOf(mine, ownerLabels), storedOf(theirs, ownerLabels)];
  return one !== null && other !== null && canonical({ ...one, revision: 0 }) === canonical({ ...other, revision: 0 });
}

/** @param arrived as in `Exchanged`. */
function rowOf(
  envelope: Envelope,
  doc: string,
  rev: string | null,
  isWaiting: boolean,
  arrived: number | undefined,
): Exchanged {
  return {
    ...(arrived !== undefined && { arrived }),
    place: placeKey(envelope.list, envelope.id),
    doc,
    rev,
    waiting: isWaiting ? 1 : 0,
    unsettled: conflictOf(envelope) === null ? 0 : 1,
    refused: 0,
    envelope,
  };
}

/** Whether something is kept on an article. */
async function isNeeded(database: Database, list: TravellingList, id: string): Promise<boolean> {
  if (list !== "articles") return false;
  const marks = await database.annotations.where("target.page").equals(id).toArray();
  if (marks.some(({ deleted }) => deleted === null)) return true;
  const notes = await database.subjectNotes.where("origin.page").equals(id).toArray();
  return notes.some(({ deleted }) => deleted === null);
}

async function removeAll(database: Database, list: TravellingList, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tableOf(database, list).bulkDelete([...ids]);
  if (list === "annotations") await database.sightings.bulkDelete([...ids]);
}

function tablesOf(database: Database, list: TravellingList) {
  const { annotations, exchanged, outgoing, sightings, subjectNotes } = database;
  return [...new Set([tableOf(database, list), annotations, exchanged, outgoing, sightings, subjectNotes])];
}
