import "fake-indexeddb/auto";
import { connect, type Server } from "../../../../extension/sync/server.ts";
import { noteAll } from "../../../../extension/sync/ledger.ts";
import { HEADER, newHeader, unlock } from "../../../../extension/sync/header.ts";
import { type Outcome, type Round, runRound } from "../../../../extension/sync/round.ts";
import { nameOf } from "../../../../extension/sync/seal.ts";
import { Database } from "../../../../extension/store/database.ts";
import { createNameNoteWriter } from "../../../../extension/store/name-note-writer.ts";
import { createLibraryWriter } from "../../../../extension/store/library-writer.ts";
import { SETUP, type SyncKeys } from "../../../../extension/store/sync-rows.ts";
import { createWriter } from "../../../../extension/store/writer.ts";
import type { Couch } from "../../../../tools/couch.ts";
import { PASSWORD, USER } from "../../../../tools/couch.ts";

/** Machines of one user, each a store of its own with the extension's own writers, that meet on one server. */

export const DATABASE = "notes";
export const PASSPHRASE = "a pier of seventeen piles";

export interface Machine {
  readonly database: Database;
  readonly round: Round;
  readonly writer: ReturnType<typeof createWriter>;
  readonly names: ReturnType<typeof createNameNoteWriter>;
  readonly library: ReturnType<typeof createLibraryWriter>;
  sync(): Promise<Outcome>;
}

export const serverAt = ({ address }: Pick<Couch, "address">, password = PASSWORD, patience = 5_000): Server =>
  connect({ address, database: DATABASE, user: USER, password }, { patience });

/** A passphrase is slow on purpose: it is asked for once. */
const header = newHeader(PASSPHRASE);
const unlocked = header.then(async (made) => unlock(made, PASSPHRASE));

/** Makes the database on a server, as another making of it where `epoch` is another. */
export async function makeDatabase(couch: Couch, epoch?: string): Promise<{ keys: SyncKeys; epoch: string }> {
  const server = serverAt(couch);
  await server.create();
  const made = { ...(await header), ...(epoch !== undefined && { epoch }) };
  await server.write([{ id: HEADER, rev: null, content: made }]);
  return { keys: (await unlocked)!, epoch: made.epoch };
}

/** A machine that has joined, with what it has. */
export async function join(
  server: Server,
  { keys, epoch }: { keys: SyncKeys; epoch: string },
  now: () => Date = () => new Date(),
  before: (machine: Machine) => Promise<void> = async () => {},
): Promise<Machine> {
  const database = new Database(`test-${crypto.randomUUID()}`);
  const by = crypto.randomUUID().replaceAll("-", "").slice(0, 16);
  const round: Round = { database, by, now, keys, epoch, server, nameOf: (place) => nameOf(keys, place) };
  const machine: Machine = {
    database,
    round,
    writer: createWriter(database, now),
    names: createNameNoteWriter(database, now),
    library: createLibraryWriter(database, now),
    sync: () => runRound(round),
  };
  await before(machine);
  await database.sync.put({
    name: SETUP,
    server: { address: "", database: DATABASE, user: USER, password: "" },
    epoch,
    keys,
    isPaused: false,
  });
  database.hasOutbox = true;
  await noteAll(database);
  return machine;
}
