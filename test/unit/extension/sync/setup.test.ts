import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test, vi } from "vitest";
import { type Couch, PASSWORD, startCouch, USER } from "../../../../tools/couch.ts";
import { changed, draftOf, made } from "../../../records.ts";
import { Database } from "../../../../extension/store/database.ts";
import { syncState, unsettledNotes } from "../../../../extension/store/sync-queries.ts";
import { NO_PROGRESS } from "../../../../extension/store/sync-rows.ts";
import { placeKey } from "../../../../extension/store/rows.ts";
import { createWriter } from "../../../../extension/store/writer.ts";
import { changePassphrase, forget, join, look, removeAll, settle } from "../../../../extension/sync/setup.ts";
import { connect } from "../../../../extension/sync/server.ts";
import { DATABASE, join as joined, makeDatabase, PASSPHRASE, serverAt } from "./machines.ts";

let couch: Couch;
let database: Database;
beforeEach(async () => {
  couch = await startCouch();
  database = new Database(`test-${crypto.randomUUID()}`);
  return () => couch.close();
});

const address = () => ({ address: couch.address, database: DATABASE, user: USER, password: PASSWORD });
const changesAsked = (): string[] => couch.asked.filter((one) => !one.startsWith("GET"));

describe("setting up", () => {
  test("a look tells what would be joined, and writes nothing", async () => {
    await createWriter(database).save(made(draftOf("the piles")));
    const server = serverAt(couch);
    expect(await look(database, server, PASSPHRASE)).toEqual({ ok: true, value: { isNew: true, here: 1, there: 0 } });
    await makeDatabase(couch);
    const before = changesAsked().length;
    expect(await look(database, server, PASSPHRASE)).toEqual({ ok: true, value: { isNew: false, here: 1, there: 0 } });
    expect(await look(database, server, "another passphrase")).toEqual({ ok: false, problem: "wrong-passphrase" });
    expect(await join(database, server, address(), "another passphrase")).toEqual({
      ok: false,
      problem: "wrong-passphrase",
    });
    expect(changesAsked()).toHaveLength(before);
    expect(await syncState(database)).toBeNull();
  });

  test("a database that holds something else is left to that", async () => {
    await couch.ask("PUT", `/${DATABASE}`);
    await couch.ask("PUT", `/${DATABASE}/recipe`, { cake: true });
    expect(await look(database, serverAt(couch), PASSPHRASE)).toEqual({ ok: false, problem: "not-ours" });
  });

  test("a server that the browser doesn't let us speak to is told from one that is down", async () => {
    const server = connect({ ...address(), address: "http://127.0.0.1:9" }, { mayAsk: async () => false });
    expect(await look(database, server, PASSPHRASE)).toEqual({ ok: false, problem: "no-access" });
  });

  test("what is written from then on is noted, and no more once it is ended; no record goes with it", async () => {
    const writer = createWriter(database);
    const draft = draftOf("the piles");
    await writer.save(made(draft));
    expect(await database.outgoing.count()).toBe(0);
    expect(await join(database, serverAt(couch), address(), PASSPHRASE)).toEqual({ ok: true, value: null });
    // The one note, and what the colours are called.
    expect(await database.outgoing.count()).toBe(2);
    await writer.save(made(draftOf("the crane")));
    expect(await syncState(database)).toMatchObject({ waiting: 3, progress: { last: null } });
    // So is what is written before another start of the background has read anything.
    const again = new Database(database.name);
    const written = draftOf("the piles in the sand");
    await createWriter(again).save(made(written));
    expect(await again.outgoing.get(placeKey("annotations", written.id))).toBeDefined();
    await forget(database);
    await writer.save(made(draftOf("the quay")));
    expect(
      await Promise.all([database.outgoing, database.exchanged, database.sync].map((table) => table.count())),
    ).toEqual([0, 0, 0]);
    expect(await database.annotations.count()).toBe(4);
  });

  test("ended before all is noted, no sync is set up that would leave records out", async () => {
    await createWriter(database).save(made(draftOf("the piles")));
    const noting = vi.spyOn(database.outgoing, "bulkPut").mockRejectedValueOnce(new Error("ended"));
    await expect(join(database, serverAt(couch), address(), PASSPHRASE)).rejects.toThrow("ended");
    noting.mockRestore();
    expect(await syncState(new Database(database.name))).toBeNull();
    await join(database, serverAt(couch), address(), PASSPHRASE);
    expect(await database.outgoing.count()).toBe(2);
  });

  test("while a round goes through many records, its progress says how many, and they are not counted", async () => {
    await createWriter(database).save(made(draftOf("the piles")));
    await join(database, serverAt(couch), address(), PASSPHRASE);
    const working = { done: 0, total: 2 };
    await database.sync.put({ ...NO_PROGRESS, working });
    expect(await syncState(database)).toMatchObject({ waiting: null, refused: null, progress: { working } });
    await database.sync.put(NO_PROGRESS);
    expect(await syncState(database)).toMatchObject({ waiting: 2, refused: 0 });
  });

  test("everything goes from the server, with the database or where that is forbidden without it", async () => {
    const keys = await makeDatabase(couch);
    const desk = await joined(serverAt(couch), keys);
    await desk.writer.save(made(draftOf("the piles")));
    await desk.sync();
    couch.trouble(({ method }) => (method === "DELETE" ? { status: 403, body: "{}" } : null));
    expect(await removeAll(serverAt(couch))).toEqual({ ok: true, value: null });
    expect(await couch.ask("GET", `/${DATABASE}`)).toMatchObject({ doc_count: 0 });
    couch.trouble(null);
    expect(await desk.sync()).toEqual({ ok: false, problem: "rebuilt" });
    expect(await removeAll(serverAt(couch))).toEqual({ ok: true, value: null });
    expect(await couch.ask("GET", `/${DATABASE}`)).toMatchObject({ error: "not_found" });
  });

  test("another passphrase: machines that have joined go on, and new ones need it", async () => {
    const keys = await makeDatabase(couch);
    const desk = await joined(serverAt(couch), keys);
    expect(await changePassphrase(serverAt(couch), "a wrong one here", "a crane of iron")).toEqual({
      ok: false,
      problem: "wrong-passphrase",
    });
    expect(await changePassphrase(serverAt(couch), PASSPHRASE, "a crane of iron")).toEqual({ ok: true, value: null });
    await desk.writer.save(made(draftOf("the piles")));
    expect(await desk.sync()).toMatchObject({ ok: true });
    expect(await look(database, serverAt(couch), PASSPHRASE)).toMatchObject({ problem: "wrong-passphrase" });
    expect(await look(database, serverAt(couch), "a crane of iron")).toMatchObject({ value: { there: 1 } });
  });
});

test("two texts are listed with what they are on, and what is chosen holds on both machines", async () => {
  const keys = await makeDatabase(couch);
  const [desk, laptop] = [await joined(serverAt(couch), keys), await joined(serverAt(couch), keys)];
  const draft = draftOf("the piles", { note: "ask" });
  await desk.writer.save(made(draft));
  for (const machine of [desk, laptop]) await machine.sync();
  await desk.writer.save(changed(draft.id, { note: "ask the mayor" }));
  await laptop.writer.save(changed(draft.id, { note: "ask Moen" }));
  for (const machine of [desk, laptop, desk]) await machine.sync();
  const [item] = await unsettledNotes(desk.database);
  expect(item).toMatchObject({ about: "the piles", texts: ["ask the mayor", "ask Moen"], isDeletionContested: false });
  const choice = { text: "ask Moen", isDeleted: false };
  await settle(desk.round, item!.place, choice);
  await settle(desk.round, item!.place, choice);
  for (const machine of [desk, laptop]) await machine.sync();
  for (const { database: its } of [desk, laptop]) {
    expect((await its.annotations.get(draft.id))?.body.note).toBe("ask Moen");
    expect(await unsettledNotes(its)).toEqual([]);
  }
});
