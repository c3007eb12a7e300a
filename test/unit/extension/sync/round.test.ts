import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { type Couch, startCouch } from "../../../../tools/couch.ts";
import { everything } from "../../../everything.ts";
import { takeIn } from "../../../take-in.ts";
import { annotationOf, changed, CLAIMS, draftFrom, draftOf, made, notedOnName, originOn } from "../../../records.ts";
import { runRound } from "../../../../extension/sync/round.ts";
import { conflictOf } from "../../../../src/sync/shown.ts";
import type { SyncProgress } from "../../../../extension/store/sync-rows.ts";
import { DATABASE, join, type Machine, makeDatabase, serverAt } from "./machines.ts";

let couch: Couch;
let keys: Awaited<ReturnType<typeof makeDatabase>>;
let desk: Machine;
let laptop: Machine;

beforeEach(async () => {
  couch = await startCouch();
  keys = await makeDatabase(couch);
  desk = await join(serverAt(couch), keys);
  laptop = await join(serverAt(couch), keys);
  return () => couch.close();
});

const meet = async (...machines: readonly Machine[]): Promise<void> => {
  for (const machine of [...machines, ...machines]) expect(await machine.sync()).toMatchObject({ ok: true });
};
const noteOf = async (machine: Machine, id: string): Promise<string | undefined> =>
  (await machine.database.annotations.get(id))?.body.note;
const sentSoFar = (): number =>
  couch.asked.filter((one) => one.startsWith("POST") && one.includes("_bulk_docs")).length;

describe("two machines and a server", () => {
  test("have the same of every kind, and the server not a word of it", async () => {
    const draft = draftOf("the piles", { note: "ask the mayor", tags: ["pier"] });
    await desk.writer.save(made(draft));
    await desk.writer.correct(draftFrom(CLAIMS[0]!));
    await desk.writer.saveSite({ site: "post.example", mode: "always" });
    await desk.writer.nameColours({ green: "Doubtful" });
    await laptop.names.save(
      notedOnName({
        id: crypto.randomUUID(),
        subject: { kind: "person", name: "Edvard Moen" },
        origin: originOn(),
        changes: { note: "his brother" },
      }),
    );
    await laptop.library.saveSearch({ id: crypto.randomUUID(), name: "Harbour", query: "pier #pier" });
    await laptop.library.setKept("post.example/pier", true, {
      ...originOn(),
      outlet: "The Post",
      published: null,
      subjects: [{ kind: "person", name: "Edvard Moen", aliases: [] }],
      sheet: null,
      fingerprint: null,
    });
    await meet(desk, laptop);
    const [here, there] = [await everything(desk.database), await everything(laptop.database)];
    expect(here).toEqual(there);
    expect(here).toMatchObject({
      annotations: [{ id: draft.id, body: { note: "ask the mayor", tags: ["pier"] } }],
      subjectNotes: [{ body: { note: "his brother" } }],
      articles: [{ outlet: "The Post" }],
      searches: [{ query: "pier #pier" }],
      sites: [{ site: "post.example", mode: "always" }],
      colourNames: { green: "Doubtful" },
    });
    expect(here.corrections).toHaveLength(1);
    const dump = JSON.stringify(await couch.ask("GET", `/${DATABASE}/_all_docs?include_docs=true`));
    expect(dump).toContain("sealed");
    for (const word of ["mayor", "pier", "post.example", "Moen", "brother", "Harbour", "Doubtful", "piles", draft.id])
      expect(dump).not.toContain(word);
  });

  test("tell how far they are from the first of many on", async () => {
    const noted = Array.from({ length: 450 }, (_, index) => draftOf(`pile ${index}`));
    const seen: (SyncProgress["working"] | undefined)[] = [];
    await takeIn(desk.database, {
      ...(await everything(desk.database)),
      annotations: noted.map((one) => ({ ...annotationOf(), ...one })),
    });
    desk.database.sync.hook("updating", (changes) => void seen.push((changes as Partial<SyncProgress>).working));
    desk.database.sync.hook("creating", (_key, row) => void (row.name === "progress" && seen.push(row.working)));
    await meet(desk);
    // The colours' names are looked at as well, and not sent where there are none.
    expect(seen.find((one) => one != null)).toEqual({ done: 200, total: 451 });
  });

  test("send nothing that they only read, however often they meet", async () => {
    await desk.writer.save(made(draftOf("the piles", { note: "ask" })));
    await meet(desk, laptop);
    const before = sentSoFar();
    await meet(laptop, desk);
    expect(sentSoFar()).toBe(before);
  });

  test("one that slept and wakes writes over nothing (it changed nothing, and the other did)", async () => {
    const draft = draftOf("the piles", { note: "of the morning" });
    await desk.writer.save(made(draft));
    await meet(desk, laptop);
    await desk.writer.save(changed(draft.id, { note: "of the evening" }));
    await meet(desk);
    await laptop.sync();
    await meet(desk);
    expect(await noteOf(laptop, draft.id)).toBe("of the evening");
    expect(await noteOf(desk, draft.id)).toBe("of the evening");
  });

  test("both off line, both change one note: colour and tags of both, and both texts", async () => {
    const draft = draftOf("the piles", { note: "ask" });
    await desk.writer.save(made(draft));
    await meet(desk, laptop);
    await desk.writer.save(changed(draft.id, { colour: "blue", note: "ask the mayor" }));
    await laptop.writer.save(changed(draft.id, { tags: ["pier"], note: "ask Moen" }));
    await meet(desk, laptop);
    for (const { database } of [desk, laptop]) {
      expect((await database.annotations.get(draft.id))?.body).toMatchObject({ colour: "blue", tags: ["pier"] });
      const [row] = await database.exchanged.where("unsettled").equals(1).toArray();
      expect(JSON.stringify(row?.envelope?.fields["note"])).toMatch(/ask the mayor.*ask Moen|ask Moen.*ask the mayor/);
    }
  });

  describe("somebody writes on one while the other's change arrives", () => {
    const textsOf = async ({ database }: Machine): Promise<readonly string[]> =>
      (await database.exchanged.where("unsettled").equals(1).toArray()).flatMap(
        ({ envelope }) => (envelope === null ? null : conflictOf(envelope))?.texts ?? [],
      );
    const revisionOf = async ({ database }: Machine, id: string): Promise<number> =>
      (await database.annotations.get(id))?.revision ?? -1;
    let id: string;
    beforeEach(async () => {
      const draft = draftOf("the piles", { note: "ask" });
      ({ id } = draft);
      await desk.writer.save(made(draft));
      await meet(desk, laptop);
    });

    test("both texts stay where they were not shown the other's, and one where they were", async () => {
      const shown = await revisionOf(laptop, id);
      await desk.writer.save(changed(id, { note: "ask Moen" }));
      await meet(desk, laptop);
      await laptop.writer.save({ ...changed(id, { note: "ask twice" }), base: shown });
      // Another letter, before anything was sent.
      await laptop.writer.save({ ...changed(id, { note: "ask twice!" }), base: await revisionOf(laptop, id) });
      await meet(laptop, desk);
      expect(await noteOf(desk, id)).toBe("ask twice!");
      for (const machine of [laptop, desk]) expect(await textsOf(machine)).toEqual(["ask twice!", "ask Moen"]);
    });

    test("one text stays where they were shown the other's", async () => {
      await desk.writer.save(changed(id, { note: "ask Moen" }));
      await meet(desk, laptop);
      await laptop.writer.save({ ...changed(id, { note: "ask Moen twice" }), base: await revisionOf(laptop, id) });
      await meet(laptop, desk);
      expect(await noteOf(desk, id)).toBe("ask Moen twice");
      expect(await textsOf(desk)).toEqual([]);
    });

    test("one text stays where only the colour came", async () => {
      const shown = await revisionOf(laptop, id);
      await desk.writer.save(changed(id, { colour: "blue" }));
      await meet(desk, laptop);
      await laptop.writer.save({ ...changed(id, { note: "ask twice" }), base: shown });
      await meet(laptop, desk);
      expect(await desk.database.annotations.get(id)).toMatchObject({ body: { note: "ask twice", colour: "blue" } });
      expect(await textsOf(desk)).toEqual([]);
    });

    test("both stay where what was written was left behind, and is saved later", async () => {
      const shown = await revisionOf(laptop, id);
      const before = new Date(Date.now() - 60_000).toISOString();
      await desk.writer.save(changed(id, { note: "ask Moen" }));
      await meet(desk, laptop);
      await laptop.writer.save({ ...changed(id, { note: "ask twice" }, null, before), base: shown }, true);
      await meet(laptop, desk);
      expect(await textsOf(desk)).toEqual(["ask twice", "ask Moen"]);
    });

    test("both stay of a note on a name", async () => {
      const subject = { kind: "person", name: "Ola Moen" } as const;
      const draft = { id: crypto.randomUUID(), subject, origin: originOn() };
      await desk.names.save(notedOnName({ ...draft, changes: { note: "his brother" } }));
      await meet(desk, laptop);
      const shown = (await laptop.database.subjectNotes.get(draft.id))?.revision ?? -1;
      await desk.names.save(notedOnName({ ...draft, changes: { note: "his brother's firm" } }));
      await meet(desk, laptop);
      await laptop.names.save({ ...notedOnName({ ...draft, changes: { note: "the firm" } }), base: shown });
      await meet(laptop, desk);
      expect(await textsOf(desk)).toEqual(["the firm", "his brother's firm"]);
    });
  });

  test("what was in the bin long enough is gone on both, and from the server", async () => {
    const draft = draftOf("the piles", { note: "a secret" });
    await desk.writer.save(made(draft));
    await meet(desk, laptop);
    await desk.writer.remove(draft.id);
    await desk.library.removeForGood([draft.id]);
    await meet(desk, laptop);
    expect(await laptop.database.annotations.count()).toBe(0);
    expect(JSON.stringify(await laptop.database.exchanged.toArray())).not.toContain("secret");
  });

  test("a machine that joins with the very same notes, from a backup, sends none of them again", async () => {
    await desk.writer.save(made(draftOf("the piles", { note: "ask" })));
    await meet(desk);
    const backup = await everything(desk.database);
    const before = sentSoFar();
    const tablet = await join(serverAt(couch), keys, undefined, async ({ database }) => {
      await takeIn(database, backup);
    });
    await meet(tablet, desk);
    expect(sentSoFar()).toBe(before);
    expect(await everything(tablet.database)).toEqual(backup);
  });

  test("a profile that was put back to an older state loses nothing and takes nothing back", async () => {
    const draft = draftOf("the piles", { note: "of the morning" });
    await desk.writer.save(made(draft));
    await meet(desk, laptop);
    const old = {
      annotations: await laptop.database.annotations.toArray(),
      exchanged: await laptop.database.exchanged.toArray(),
      sync: await laptop.database.sync.toArray(),
    };
    await laptop.writer.save(changed(draft.id, { note: "of the evening" }));
    await meet(laptop, desk);
    await laptop.database.annotations.clear();
    await laptop.database.annotations.bulkPut(old.annotations);
    await laptop.database.exchanged.bulkPut(old.exchanged);
    await laptop.database.sync.bulkPut(old.sync);
    await meet(laptop, desk);
    expect(await noteOf(laptop, draft.id)).toBe("of the evening");
    expect(await noteOf(desk, draft.id)).toBe("of the evening");
  });
});

describe("a server that is not what it was", () => {
  test("made anew under the same name: it is said, and nothing is sent or taken", async () => {
    await desk.writer.save(made(draftOf("the piles")));
    await meet(desk);
    await couch.ask("DELETE", `/${DATABASE}`);
    expect(await desk.sync()).toEqual({ ok: false, problem: "no-database" });
    await couch.ask("PUT", `/${DATABASE}`);
    expect(await desk.sync()).toEqual({ ok: false, problem: "rebuilt" });
    await makeDatabase(couch, "f".repeat(32));
    expect(await desk.sync()).toEqual({ ok: false, problem: "rebuilt" });
    expect(await couch.ask("GET", `/${DATABASE}`)).toMatchObject({ doc_count: 1 });
    expect(await desk.database.annotations.count()).toBe(1);
  });

  test("a document that somebody deleted on it is sent again", async () => {
    const draft = draftOf("the piles", { note: "ask" });
    await desk.writer.save(made(draft));
    await meet(desk, laptop);
    const { doc, rev } = (await desk.database.exchanged.toArray())[0]!;
    await couch.ask("DELETE", `/${DATABASE}/${doc}?rev=${rev}`);
    await meet(laptop, desk);
    const tablet = await join(serverAt(couch), keys);
    await meet(tablet);
    expect(await noteOf(tablet, draft.id)).toBe("ask");
  });

  test("put back to an older state: what it has lost is sent again", async () => {
    await desk.writer.save(made(draftOf("the piles", { note: "old" })));
    await meet(desk);
    const header = (await couch.ask("GET", `/${DATABASE}/sourceline`)) as Record<string, unknown>;
    await desk.writer.save(made(draftOf("the crane", { note: "new" })));
    await meet(desk);
    await couch.ask("DELETE", `/${DATABASE}`);
    await couch.ask("PUT", `/${DATABASE}`);
    const { _rev: _, ...content } = header;
    await couch.ask("PUT", `/${DATABASE}/sourceline`, content);
    await meet(desk, laptop);
    expect(await laptop.database.annotations.count()).toBe(2);
  });

  test("two servers that took different versions: both are kept, and one document is left", async () => {
    const draft = draftOf("the piles", { note: "ask" });
    await desk.writer.save(made(draft));
    await meet(desk, laptop);
    await laptop.writer.save(changed(draft.id, { note: "ask Moen" }));
    await desk.writer.save(changed(draft.id, { colour: "pink" }));
    await meet(desk);
    // What the laptop's server took before it met the other one.
    const other = await startCouch();
    const second = await join(serverAt(other), keys);
    await other.ask("PUT", `/${DATABASE}`);
    await other.ask(
      "PUT",
      `/${DATABASE}/sourceline`,
      await couch.ask("GET", `/${DATABASE}/sourceline`).then(withoutRev),
    );
    const elsewhere: Machine = { ...laptop, round: { ...laptop.round, server: second.round.server } };
    await elsewhere.database.exchanged.toCollection().modify({ rev: null });
    expect(await runRound(elsewhere.round)).toMatchObject({ ok: true });
    const { doc } = (await laptop.database.exchanged.toArray())[0]!;
    const taken = (await other.ask("GET", `/${DATABASE}/${doc}`)) as Record<string, unknown>;
    await couch.ask("POST", `/${DATABASE}/_bulk_docs`, { new_edits: false, docs: [{ ...taken, _rev: "2-ffff" }] });
    await meet(desk);
    expect((await desk.database.annotations.get(draft.id))?.body).toMatchObject({ note: "ask Moen", colour: "pink" });
    expect(await couch.ask("GET", `/${DATABASE}/${doc}?conflicts=true`)).not.toHaveProperty("_conflicts");
    await other.close();
  });
});

const withoutRev = (document: unknown): object => {
  const { _rev: _, ...content } = document as Record<string, unknown>;
  return content;
};

describe("what comes damaged", () => {
  test.each([
    ["empty", () => ({})],
    ["cut short", (sealed: string) => ({ sealed: sealed.slice(0, -40) })],
    ["under another name", (sealed: string) => ({ sealed, _id: "0123456789abcdef0123456789abcdef", _rev: undefined })],
  ])("%s: it is not taken, what is here stays, and the rest goes on", async (_what, damage) => {
    const draft = draftOf("the piles", { note: "ask" });
    await desk.writer.save(made(draft));
    await meet(desk, laptop);
    const { doc } = (await desk.database.exchanged.toArray())[0]!;
    const { sealed, _rev: rev } = (await couch.ask("GET", `/${DATABASE}/${doc}`)) as { sealed: string; _rev: string };
    await couch.ask("POST", `/${DATABASE}/_bulk_docs`, { docs: [{ _id: doc, _rev: rev, ...damage(sealed) }] });
    await desk.writer.save(made(draftOf("the crane", { note: "new" })));
    await meet(desk, laptop);
    expect(await noteOf(laptop, draft.id)).toBe("ask");
    expect(await laptop.database.annotations.count()).toBe(2);
    expect(await laptop.database.untaken.toArray()).toMatchObject([{ problem: "damaged" }]);
  });

  test("here: what is not whole is not sent, and comes back whole with the next change elsewhere", async () => {
    const draft = draftOf("the piles", { note: "ask" });
    await desk.writer.save(made(draft));
    await meet(desk, laptop);
    await laptop.database.table("annotations").put({ ...annotationOf(), id: draft.id, body: null });
    await meet(laptop, desk);
    expect(await noteOf(desk, draft.id)).toBe("ask");
    await desk.writer.save(changed(draft.id, { colour: "blue" }));
    await meet(desk, laptop);
    expect((await laptop.database.annotations.get(draft.id))?.body).toMatchObject({ note: "ask", colour: "blue" });
  });
});

describe("a server in trouble", () => {
  test.each([
    ["wrong-password", 401, "{}"],
    ["forbidden", 403, "{}"],
    ["full", 507, "{}"],
    ["full", 500, '{"error":"enospc","reason":"no space left on device"}'],
    ["busy", 503, "<html>"],
    ["busy", 429, "{}"],
    ["nonsense", 200, "<html>Sign in to the hotel's network</html>"],
    ["nonsense", 200, "{}"],
  ] as const)("%s (%i %s) is said, and it goes on as soon as it can", async (problem, status, body) => {
    const draft = draftOf("the piles", { note: "ask" });
    await desk.writer.save(made(draft));
    couch.trouble(() => ({ status, body }));
    expect(await desk.sync()).toEqual({ ok: false, problem });
    couch.trouble(null);
    await meet(desk, laptop);
    expect(await noteOf(laptop, draft.id)).toBe("ask");
  });

  test("down, and slow", async () => {
    await desk.writer.save(made(draftOf("the piles")));
    const down = await join(serverAt({ address: "http://127.0.0.1:9" }), keys);
    expect(await down.sync()).toEqual({ ok: false, problem: "unreachable" });
    const slow = await join(serverAt(couch, undefined, 200), keys);
    couch.delay(1_000);
    expect(await slow.sync()).toEqual({ ok: false, problem: "slow" });
  });

  test("a request that is too long goes in halves, and one that is too long by itself holds up no other", async () => {
    const long = draftOf("the piles", {
      note: Array.from({ length: 900 }, () => crypto.randomUUID())
        .join("")
        .slice(0, 20_000),
    });
    await desk.writer.save(made(long));
    for (let index = 0; index < 9; index += 1)
      await desk.writer.save(made(draftOf(`line ${index}`, { note: "short" })));
    couch.trouble(({ method, headers }) =>
      method === "POST" && Number(headers["content-length"]) > 9_000 ? { status: 413, body: "{}" } : null,
    );
    await meet(desk, laptop);
    expect(await laptop.database.annotations.count()).toBe(9);
    expect(await desk.database.exchanged.filter(({ refused }) => refused === 1).count()).toBe(1);
  });
});
