import { TRAVELLING } from "../../src/sync/envelope.ts";
import { settled, type Settlement } from "../../src/sync/edited.ts";
import { storedOf } from "../../src/sync/check.ts";
import { conflictOf } from "../../src/sync/shown.ts";
import type { SetupProblem, SyncAnswer, SyncLook } from "../calls/sync-answers.ts";
import type { Database } from "../store/database.ts";
import { ownerLabels } from "../store/owners.ts";
import { NO_PROGRESS, SETUP, type SyncServer, type SyncSetup } from "../store/sync-rows.ts";
import { HEADER, type Header, headerFrom, newHeader, unlock, withPassphrase } from "./header.ts";
import { type Here, noteAll } from "./ledger.ts";
import { putAll, tableOf } from "./rows-of.ts";
import type { Answer, Document, Server } from "./server.ts";

const failed = (problem: SetupProblem): SyncAnswer<never> => ({ ok: false, problem });

/** The header of a database, with its document; `null` where it has none. */
async function headerOf(server: Server): Promise<SyncAnswer<{ header: Header; document: Document } | null>> {
  const answer = await server.document(HEADER);
  if (!answer.ok) return answer;
  if (answer.value === null) return { ok: true, value: null };
  const header = headerFrom(answer.value.content);
  return header === null ? failed("newer") : { ok: true, value: { header, document: answer.value } };
}

/** How many records there are on this machine that would travel. */
async function countHere(database: Database): Promise<number> {
  const counts = await Promise.all(
    TRAVELLING.map((list) => (list === "colours" ? 0 : tableOf(database, list).count())),
  );
  return counts.reduce((sum, count) => sum + count, 0);
}

/** Looks at a database with a passphrase, and writes nothing. */
export async function look(database: Database, server: Server, passphrase: string): Promise<SyncAnswer<SyncLook>> {
  const state = await server.state();
  if (!state.ok) return state;
  const here = await countHere(database);
  const empty: SyncAnswer<SyncLook> = { ok: true, value: { isNew: true, here, there: 0 } };
  if (state.value === null) return empty;
  const found = await headerOf(server);
  if (!found.ok) return found;
  // Whoever uses the database for something else keeps it for that.
  if (found.value === null) return state.value.count === 0 ? empty : failed("not-ours");
  if ((await unlock(found.value.header, passphrase)) === null) return failed("wrong-passphrase");
  return { ok: true, value: { isNew: false, here, there: Math.max(0, state.value.count - 1) } };
}

/** Joins a database, which is made where there is none. What was known of another one is forgotten; no record is. */
export async function join(
  database: Database,
  server: Server,
  address: SyncServer,
  passphrase: string,
): Promise<SyncAnswer<null>> {
  const looked = await look(database, server, passphrase);
  if (!looked.ok) return looked;
  if (looked.value.isNew) {
    const made = await makeDatabase(server, passphrase);
    if (!made.ok) return made;
  }
  // Another machine may have made it at the same moment: the header that is there is the one that holds.
  const found = await headerOf(server);
  if (!found.ok) return found;
  if (found.value === null) return failed("nonsense");
  const keys = await unlock(found.value.header, passphrase);
  if (keys === null) return failed("wrong-passphrase");
  const setup: SyncSetup = {
    name: SETUP,
    server: address,
    epoch: found.value.header.epoch,
    keys,
    isPaused: false,
  };
  await forget(database);
  // Noted first: ended in the midst of this, no sync is set up, and none that would leave records out.
  database.hasOutbox = true;
  await noteAll(database);
  await database.sync.bulkPut([setup, NO_PROGRESS]);
  return { ok: true, value: null };
}

async function makeDatabase(server: Server, passphrase: string): Promise<Answer<null>> {
  const made = await server.create();
  if (!made.ok) return made;
  const written = await server.write([{ id: HEADER, rev: null, content: await newHeader(passphrase) }]);
  return written.ok ? { ok: true, value: null } : written;
}

/** Ends the sync on this machine. All records stay. */
export async function forget(database: Database): Promise<void> {
  const { exchanged, outgoing, sync, untaken } = database;
  database.hasOutbox = false;
  await database.transaction("rw", exchanged, outgoing, sync, untaken, async () => {
    await Promise.all([sync.clear(), outgoing.clear(), exchanged.clear(), untaken.clear()]);
  });
}

/** How many documents are deleted at once. */
const DELETED_AT_ONCE = 500;

/**
 * Removes everything from the server: the database, or where that is not allowed, all documents in it, the header first, so
 * that other machines stop at once.
 */
export async function removeAll(server: Server): Promise<Answer<null>> {
  const removed = await server.remove();
  if (removed.ok || (removed.problem !== "forbidden" && removed.problem !== "wrong-password")) return removed;
  const header = await server.document(HEADER);
  if (!header.ok) return header;
  if (header.value !== null) {
    const gone = await server.write([{ id: HEADER, rev: header.value.rev, content: null }]);
    if (!gone.ok) return gone;
  }
  for (let since: string | number | null = null; ;) {
    const listed = await server.changes(since, DELETED_AT_ONCE);
    if (!listed.ok) return listed;
    const { changes, last }: typeof listed.value = listed.value;
    if (changes.length === 0) return { ok: true, value: null };
    const left = changes.filter(({ id, isDeleted }) => !isDeleted && !id.startsWith("_"));
    const gone = await server.write(left.flatMap(({ id, revs }) => revs.map((rev) => ({ id, rev, content: null }))));
    if (!gone.ok) return gone;
    since = last;
  }
}

/** Gives the database another passphrase. Nothing else is written, and machines that have joined go on as before. */
export async function changePassphrase(server: Server, present: string, next: string): Promise<SyncAnswer<null>> {
  const found = await headerOf(server);
  if (!found.ok) return found;
  if (found.value === null) return failed("rebuilt");
  const header = await withPassphrase(found.value.header, present, next);
  if (header === null) return failed("wrong-passphrase");
  const written = await server.write([{ id: HEADER, rev: found.value.document.rev, content: header }]);
  if (!written.ok) return written;
  return written.value[0]?.outcome === "taken" ? { ok: true, value: null } : failed("busy");
}

/** Settles what two machines said of one record, as the user chose. Twice is the same as once. */
export async function settle(here: Here, place: string, settlement: Settlement): Promise<void> {
  const { database } = here;
  const row = await database.exchanged.get(place);
  const list = row?.envelope?.list;
  if (list === undefined) return;
  await database.transaction("rw", tableOf(database, list), database.exchanged, database.outgoing, async () => {
    const known = await database.exchanged.get(place);
    if (known?.envelope == null || conflictOf(known.envelope) === null) return;
    const envelope = settled(known.envelope, settlement, here.by, here.now().toISOString());
    const stored = storedOf(envelope, ownerLabels);
    if (stored === null) return;
    await putAll(database, list, [stored]);
    await database.exchanged.put({
      ...known,
      envelope,
      waiting: 1,
      refused: 0,
      unsettled: conflictOf(envelope) === null ? 0 : 1,
    });
  });
}
