import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { beforeEach, describe, expect, test } from "vitest";
import { type Annotation, type Body, COLOURS } from "../../../../src/annotation/records/annotation.ts";
import type { Direction } from "../../../../src/annotation/history.ts";
import { Database } from "../../../../extension/store/database.ts";
import { STEP_LIMIT } from "../../../../extension/store/step-log.ts";
import { createUndo, historyView } from "../../../../extension/store/undo.ts";
import { createWriter } from "../../../../extension/store/writer.ts";
import { changed, draftOf, made } from "../../../records.ts";
import { takeIn } from "../../../take-in.ts";

let database: Database;
let clock: number;
const now = (): Date => new Date((clock += 1_000));
const EDIT = "7d0c1c1e-9a4f-4f0e-8c55-0a3c3d1b2a10";

beforeEach(() => {
  clock = Date.parse("1998-04-02T08:00:00Z");
  database = new Database(`test-${crypto.randomUUID()}`);
});

async function move(direction: Direction): Promise<string> {
  const step = (await historyView(database))[direction];
  if (step === null) return "nothing";
  const moved = await createUndo(database, now).move(step.number, direction);
  if (!moved.ok) throw new Error(moved.error.message);
  return `${moved.value.kind}: ${moved.value.step.kind}`;
}

const stored = async (id: string): Promise<Annotation> => {
  const found = await database.annotations.get(id);
  if (found === undefined) throw new Error("not stored");
  return found;
};

/** What the reader sees: every live body by id. */
async function seen(): Promise<Record<string, Body>> {
  const all = await database.annotations.toArray();
  return Object.fromEntries(all.filter(({ deleted }) => deleted === null).map(({ id, body }) => [id, body]));
}

describe("undo and redo", () => {
  test("go through create, edit, recolour and delete, and back", async () => {
    const writer = createWriter(database, now);
    const { id, ...rest } = draftOf("the piles");
    await writer.save(made({ id, ...rest }));
    await writer.save(changed(id, { note: "ask Brandt" }));
    await writer.save(changed(id, { colour: "pink" }));
    await writer.remove(id);
    expect(await historyView(database)).toMatchObject({ undo: { kind: "delete", quote: "the piles" }, redo: null });

    expect(await move("undo")).toBe("moved: delete");
    expect((await stored(id)).deleted).toBeNull();
    expect(await move("undo")).toBe("moved: recolour");
    expect((await stored(id)).body).toEqual({ colour: "yellow", note: "ask Brandt", tags: [] });
    expect(await move("undo")).toBe("moved: edit");
    expect((await stored(id)).body.note).toBe("");
    expect(await move("undo")).toBe("moved: create");
    expect(await seen()).toEqual({});
    expect(await move("undo")).toBe("nothing");

    for (const kind of ["create", "edit", "recolour"]) expect(await move("redo")).toBe(`moved: ${kind}`);
    expect(await seen()).toEqual({ [id]: { colour: "pink", note: "ask Brandt", tags: [] } });
    expect(await move("redo")).toBe("moved: delete");
    expect(await seen()).toEqual({});
    expect(await move("redo")).toBe("nothing");
  });

  test("survive a new background, which knows nothing but the database", async () => {
    const { id, ...rest } = draftOf("the piles");
    await createWriter(database, now).save(made({ id, ...rest }));
    const { name } = database;
    database.close();
    database = new Database(name);
    expect(await move("undo")).toBe("moved: create");
    expect(await seen()).toEqual({});
  });

  test("take what was typed in one editor for one step", async () => {
    const writer = createWriter(database, now);
    const { id, ...rest } = draftOf("the piles");
    await writer.save(made({ id, ...rest }));
    for (const note of ["a", "as", "ask"]) await writer.save(changed(id, { note }, EDIT));
    await writer.save(changed(id, { tags: ["claim"] }, EDIT));
    expect(await move("undo")).toBe("moved: edit");
    expect((await stored(id)).body).toEqual(rest.body);
    expect(await move("undo")).toBe("moved: create");
  });

  test("know nothing of typing that came to nothing", async () => {
    const writer = createWriter(database, now);
    const { id, ...rest } = draftOf("the piles");
    await writer.save(made({ id, ...rest }));
    await writer.save(changed(id, { note: "a" }, EDIT));
    await writer.save(changed(id, { note: "" }, EDIT));
    expect(await move("undo")).toBe("moved: create");
  });

  test("a change after undo ends what could be redone", async () => {
    const writer = createWriter(database, now);
    const { id, ...rest } = draftOf("the piles");
    await writer.save(made({ id, ...rest }));
    await writer.save(changed(id, { note: "a" }));
    await move("undo");
    await writer.save(changed(id, { colour: "blue" }));
    expect(await move("redo")).toBe("nothing");
    expect(await move("undo")).toBe("moved: recolour");
  });

  test("a repeated call changes nothing and adds no step", async () => {
    const writer = createWriter(database, now);
    const first = draftOf("the piles");
    await writer.save(made(first));
    await writer.save(made(first));
    await writer.save(changed(first.id, { note: "a" }));
    await writer.save(changed(first.id, { note: "a" }));
    expect(await database.steps.count()).toBe(2);
    const step = (await historyView(database)).undo?.number ?? -1;
    const undo = createUndo(database, now);
    const once = await undo.move(step, "undo");
    expect(await undo.move(step, "undo")).toEqual(once);
    expect((await stored(first.id)).revision).toBe(3);
    expect(Object.keys(await seen())).toEqual([first.id]);
  });

  test("a step that is not the next one is left", async () => {
    const writer = createWriter(database, now);
    const first = draftOf("the piles");
    await writer.save(made(first));
    const step = (await historyView(database)).undo?.number ?? -1;
    await writer.save(changed(first.id, { note: "a" }));
    const moved = await createUndo(database, now).move(step, "undo");
    expect(moved).toMatchObject({ ok: false, error: { code: "superseded" } });
    expect(Object.keys(await seen())).toEqual([first.id]);
  });

  test("bringing back what was just deleted is its undo; later it is a step", async () => {
    const writer = createWriter(database, now);
    const [first, second] = [draftOf("the piles"), draftOf("the mayor")];
    await writer.save(made(first));
    await writer.remove(first.id);
    await writer.restore(first.id);
    expect(await historyView(database)).toMatchObject({ undo: { kind: "create" }, redo: { kind: "delete" } });
    await writer.remove(first.id);
    await writer.save(made(second));
    await writer.restore(first.id);
    expect(await move("undo")).toBe("moved: restore");
    expect(Object.keys(await seen())).toEqual([second.id]);
  });

  test("a change that failed is no step", async () => {
    expect(await createWriter(database, now).save(changed(crypto.randomUUID(), { note: "a" }))).toMatchObject({
      ok: false,
    });
    expect(await database.steps.count()).toBe(0);
  });

  test("the oldest steps are forgotten", async () => {
    const writer = createWriter(database, now);
    const { id, ...rest } = draftOf("the piles");
    await writer.save(made({ id, ...rest }));
    for (let i = 0; i < STEP_LIMIT + 5; i += 1) await writer.save(changed(id, { note: String(i) }));
    expect(await database.steps.count()).toBe(STEP_LIMIT);
    for (let i = 0; i < STEP_LIMIT; i += 1) expect(await move("undo")).toBe("moved: edit");
    expect(await move("undo")).toBe("nothing");
    expect((await stored(id)).body.note).toBe("4");
  });
});

describe("what came from elsewhere", () => {
  const importing = async (record: Annotation) =>
    takeIn(
      database,
      {
        annotations: [record],
        corrections: [],
        sites: [],
        subjectNotes: [],
        merges: [],
        searches: [],
        articles: [],
        colourNames: {},
        marking: null,
      },
      now,
    );

  test("is not overwritten by undo, which says so and goes on with the step before", async () => {
    const writer = createWriter(database, now);
    const { id, ...rest } = draftOf("the piles");
    await writer.save(made({ id, ...rest }));
    await writer.save(changed(id, { colour: "green" }));
    await writer.save(changed(id, { note: "mine" }));
    const mine = await stored(id);
    await importing({
      ...mine,
      body: { ...mine.body, note: "newer" },
      revision: 9,
      modified: "1999-01-01T00:00:00.000Z",
    });

    expect(await move("undo")).toBe("changed-since: edit");
    expect((await stored(id)).body.note).toBe("newer");
    expect(await move("undo")).toBe("moved: recolour");
    expect((await stored(id)).body).toEqual({ colour: "yellow", note: "newer", tags: [] });
    expect(await move("undo")).toBe("changed-since: create");
    expect(Object.keys(await seen())).toEqual([id]);
    expect(await move("undo")).toBe("nothing");
  });

  test("may have brought back what undo would bring back", async () => {
    const writer = createWriter(database, now);
    const { id, ...rest } = draftOf("the piles");
    const saved = await writer.save(made({ id, ...rest }));
    await writer.remove(id);
    if (saved.ok) await importing(saved.value);
    expect(Object.keys(await seen())).toEqual([id]);
    expect(await move("undo")).toBe("moved: delete");
    expect(Object.keys(await seen())).toEqual([id]);
    expect(await move("redo")).toBe("moved: delete");
    expect(await seen()).toEqual({});
  });

  test("is no step of the reader's", async () => {
    const { id, ...rest } = draftOf("the piles");
    const instant = now().toISOString();
    await importing({ id, ...rest, schema: 1, revision: 3, created: instant, modified: instant, deleted: null });
    expect(await move("undo")).toBe("nothing");
  });
});

test(
  "whatever the reader does, undoing all of it and redoing all of it leads back and forth",
  { timeout: 60_000 },
  async () => {
    type Act = {
      readonly at: number;
      readonly what: "create" | "note" | "tags" | "colour" | "delete" | "restore";
      readonly value: number;
    };
    const act: fc.Arbitrary<Act> = fc.record({
      at: fc.nat(2),
      what: fc.constantFrom("create", "note", "tags", "colour", "delete", "restore"),
      value: fc.nat(3),
    });
    await fc.assert(
      fc.asyncProperty(
        fc.array(act, { maxLength: 14 }),
        fc.array(fc.boolean(), { maxLength: 6 }),
        async (acts, walk) => {
          database = new Database(`test-${crypto.randomUUID()}`);
          const writer = createWriter(database, now);
          const drafts = ["a", "b", "c"].map((exact) => draftOf(exact));
          for (const { at, what, value } of acts) {
            const first = drafts[at]!;
            const isThere = first.id in (await seen());
            if (what === "create") await writer.save(made(first));
            else if (what === "restore") await writer.restore(first.id);
            else if (!isThere) continue;
            else if (what === "delete") await writer.remove(first.id);
            else if (what === "colour") await writer.save(changed(first.id, { colour: COLOURS[value]! }));
            else if (what === "note")
              await writer.save(changed(first.id, { note: String(value) }, value > 1 ? EDIT : null));
            else await writer.save(changed(first.id, { tags: value === 0 ? [] : [String(value)] }, EDIT));
          }
          const end = await seen();
          for (const back of walk) await move(back ? "undo" : "redo");
          let outcome = "";
          while ((outcome = await move("undo")) !== "nothing") expect(outcome).toMatch(/^moved/);
          expect(await seen()).toEqual({});
          while ((outcome = await move("redo")) !== "nothing") expect(outcome).toMatch(/^moved/);
          expect(await seen()).toEqual(end);
          database.close();
        },
      ),
      { numRuns: 60 },
    );
  },
);
