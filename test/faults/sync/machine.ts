import { Dexie } from "dexie";
import { IDBKeyRange, indexedDB } from "fake-indexeddb";
import { NO_PROGRESS, SETUP, type SyncKeys } from "../../../extension/store/sync-rows.ts";
import { Database } from "../../../extension/store/database.ts";
import { createLibraryWriter } from "../../../extension/store/library-writer.ts";
import { createWriter } from "../../../extension/store/writer.ts";
import { gather, type Here, noteAll } from "../../../extension/sync/ledger.ts";
import { runRound } from "../../../extension/sync/round.ts";
import { nameOf } from "../../../extension/sync/seal.ts";
import type { Server } from "../../../extension/sync/server.ts";
import { settle } from "../../../extension/sync/setup.ts";
import { COLOURS } from "../../../src/annotation/records/annotation.ts";
import { placeKey } from "../../../extension/store/rows.ts";
import { conflictOf } from "../../../src/sync/shown.ts";
import { changed, draftOf, made } from "../../records.ts";
import type { Random } from "../random.ts";
import type { Texts } from "./texts.ts";

Dexie.dependencies.indexedDB = indexedDB;
Dexie.dependencies.IDBKeyRange = IDBKeyRange;

/** Thrown where the background is ended. */
class Ended extends Error {}

/** One of the user's machines: the extension's own store, writers and sync, a clock that lies, and a background that may be ended. */
export interface Machine {
  readonly database: Database;
  /** Does something that a user does. */
  act(): Promise<void>;
  /** Syncs; may be ended in its midst where `risk` is above 0. */
  sync(risk: number): Promise<void>;
}

export interface MachineParts {
  readonly random: Random;
  readonly keys: SyncKeys;
  readonly epoch: string;
  readonly texts: Texts;
  /** The ids of all notes so far, of whichever machine. */
  readonly ids: string[];
  /** What is done while a request is under way is done by the user. */
  way(meanwhile: () => Promise<void>): Server;
}

const YEARS = 30 * 365 * 24 * 3_600_000;

export async function createMachine({ random, keys, epoch, texts, ids, way }: MachineParts): Promise<Machine> {
  const database = new Database(`history-${crypto.randomUUID()}`);
  let skew = random.between(-YEARS, YEARS);
  let risk = 0;
  let by = random
    .between(0, 2 ** 31)
    .toString(16)
    .padStart(16, "0");
  let isBusy = false;
  const now = (): Date => new Date(Date.now() + skew);
  const writer = createWriter(database, now);
  const library = createLibraryWriter(database, now);
  const here = (): Here => ({
    database,
    by,
    // The instant is asked for in the midst of a transaction: ended there, all of it is undone.
    now: () => {
      if (random.chance(risk)) throw new Ended();
      return now();
    },
    nameOf: (place) => nameOf(keys, place),
  });
  const server = way(async () => {
    if (random.chance(risk)) throw new Ended();
    if (risk > 0 && random.chance(0.2)) await act();
  });

  await database.sync.bulkPut([
    {
      name: SETUP,
      server: { address: "", database: "", user: "", password: "" },
      epoch,
      keys,
      isPaused: false,
    },
    NO_PROGRESS,
  ]);
  database.hasOutbox = true;
  await noteAll(database);

  /** The text that the user of this machine sees of a note, and those that lie beside it, which go with it when it is removed. */
  const shownOf = async (id: string): Promise<{ note: string; others: readonly string[] }> => {
    const note = (await database.annotations.get(id))?.body.note ?? "";
    const envelope = (await database.exchanged.get(placeKey("annotations", id)))?.envelope;
    return { note, others: (envelope?.fields["note"] ?? []).map(({ value }) => String(value)) };
  };

  /** An editor that is open on a note, with what it shows, whatever comes from other machines meanwhile. */
  let editor: { readonly id: string; readonly note: string; readonly base: number } | null = null;

  const openEditor = async (id: string): Promise<void> => {
    const stored = await database.annotations.get(id);
    if (stored !== undefined) editor = { id, note: stored.body.note, base: stored.revision };
  };

  const rewrite = async (id: string, note: string): Promise<void> => {
    const inEditor = editor !== null && editor.id === id ? editor : null;
    const before = inEditor ?? (await shownOf(id));
    const saved = await writer.save({ ...changed(id, { note }), base: inEditor?.base ?? null });
    editor = null;
    if (saved.ok) texts.replaced(id, [before.note], note);
  };

  async function act(): Promise<void> {
    if (isBusy) return;
    isBusy = true;
    if (random.chance(0.1)) skew = random.between(-YEARS, YEARS);
    const stored = await database.annotations.toCollection().primaryKeys();
    if (stored.length === 0 || random.chance(0.25)) {
      const draft = draftOf(random.word(5), { note: random.chance(0.7) ? texts.fresh() : "" });
      ids.push(draft.id);
      const saved = await writer.save(made(draft));
      if (saved.ok) texts.replaced(draft.id, [], draft.body.note);
    } else if (editor !== null && random.chance(0.3)) {
      await rewrite(editor.id, texts.fresh());
    } else {
      await change(random.pick(stored));
    }
    isBusy = false;
  }

  async function change(id: string): Promise<void> {
    const kind = random.between(0, 10);
    if (kind <= 3) await rewrite(id, random.chance(0.9) ? texts.fresh() : "");
    else if (kind === 10) await openEditor(id);
    else if (kind === 4) await writer.save(changed(id, { colour: random.pick(COLOURS) }));
    else if (kind === 5) {
      const tags = ["one", "two", "Three"].filter(() => random.chance(0.5));
      await writer.save(changed(id, { tags }));
    } else if (kind === 6) await writer.remove(id);
    else if (kind === 7) await writer.restore(id);
    else if (kind === 8) {
      const { note, others } = await shownOf(id);
      await writer.remove(id);
      const gone = await library.removeForGood([id]);
      if (gone.ok) texts.replaced(id, [note, ...others], "");
    } else {
      await writer.saveSite({ site: random.pick(["a.example", "b.example"]), mode: random.pick(["never", "always"]) });
      await writer.nameColours(random.chance(0.5) ? { green: random.word(3) } : {});
      await settleSome();
    }
  }

  /** The user settles one of what is to be settled. */
  async function settleSome(): Promise<void> {
    while (await gather({ ...here(), now }));
    const [row] = await database.exchanged.where("unsettled").equals(1).toArray();
    const conflict = row?.envelope == null ? null : conflictOf(row.envelope);
    if (row?.envelope == null || conflict === null) return;
    const text = conflict.texts.length === 0 ? null : texts.fresh();
    await settle({ ...here(), now }, row.place, { text, isDeleted: false });
    if (text !== null) texts.replaced(row.envelope.id, conflict.texts, text);
    // What is changed here is shown by an editor at once.
    if (editor?.id === row.envelope.id) editor = null;
  }

  return {
    database,
    act,
    async sync(howRisky) {
      risk = howRisky;
      // The browser was started anew, or the profile copied: it writes under another name.
      if (random.chance(0.3))
        by = random
          .between(0, 2 ** 31)
          .toString(16)
          .padStart(16, "0");
      await runRound({ ...here(), server, keys, epoch });
      risk = 0;
    },
  };
}
