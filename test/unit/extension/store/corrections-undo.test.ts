import "fake-indexeddb/auto";
import { beforeEach, describe, expect, test } from "vitest";
import { Database } from "../../../../extension/store/database.ts";
import { correctionsOfPage } from "../../../../extension/store/queries.ts";
import { createUndo, historyView } from "../../../../extension/store/undo.ts";
import { createWriter, type Writer } from "../../../../extension/store/writer.ts";
import type { Direction } from "../../../../src/annotation/history.ts";
import { type Claim, claimOf, type Correction, subjectOf } from "../../../../src/corrections/corrections.ts";
import { CLAIMS, draftFrom, draftOf, made, onPage, PAGE } from "../../../records.ts";

const MOEN = { kind: "person", name: "Edvard Moen" } as const;

let database: Database;
let writer: Writer;
let clock: number;
const now = (): Date => new Date((clock += 1_000));

beforeEach(() => {
  clock = Date.parse("1998-04-02T08:00:00Z");
  database = new Database(`test-${crypto.randomUUID()}`);
  writer = createWriter(database, now);
});

describe.each(CLAIMS.map((claim) => [claim.about, claim] as const))(
  "undo and redo of a correction of a %s",
  (_, claim) => {
    const move = async (direction: Direction): Promise<string> => {
      const step = (await historyView(database))[direction];
      if (step === null) return "nothing";
      const moved = await createUndo(database, now).move(step.number, direction);
      return moved.ok ? `${moved.value.kind}: ${moved.value.step.kind}` : moved.error.code;
    };
    const standing = async (): Promise<Claim[]> => (await correctionsOfPage(database, PAGE)).map(claimOf);

    test("it is made, taken back, and made again", async () => {
      await writer.correct(draftFrom(claim));
      expect(await historyView(database)).toMatchObject({
        undo: { kind: "correct", annotation: null, page: PAGE, quote: subjectOf(claim) },
        redo: null,
      });
      expect(await move("undo")).toBe("moved: correct");
      expect(await standing()).toEqual([]);
      expect(await move("undo")).toBe("nothing");
      expect(await move("redo")).toBe("moved: correct");
      expect(await standing()).toEqual([claim]);
    });

    test("a second thought goes back to the first, whatever fields that has", async () => {
      const first = draftFrom(claim);
      const second = { ...draftFrom({ about: "apart", who: MOEN, form: "the mayor" }), id: first.id };
      await writer.correct(first);
      await writer.correct(second);
      expect(await move("undo")).toBe("moved: correct");
      expect(await standing()).toEqual([claim]);
      expect(Object.keys((await database.corrections.get(first.id)) ?? {}).toSorted()).toEqual(
        [...Object.keys(first), "schema", "revision", "created", "modified", "deleted"].toSorted(),
      );
      expect(await move("redo")).toBe("moved: correct");
      expect(await standing()).toEqual([{ about: "apart", who: MOEN, form: "the mayor" }]);
    });

    test("the undo beside a word on it leaves it to be redone", async () => {
      const draftOfClaim = draftFrom(claim);
      await writer.correct(draftOfClaim);
      await writer.removeCorrection(draftOfClaim.id);
      expect(await database.steps.count()).toBe(1);
      expect(await move("redo")).toBe("moved: correct");
      expect(await standing()).toEqual([claim]);
    });

    test("taken back in the settings, later, it is a step of its own", async () => {
      const draftOfClaim = draftFrom(claim);
      await writer.correct(draftOfClaim);
      await writer.save(made(draftOf("the piles")));
      await writer.removeCorrection(draftOfClaim.id);
      expect(await move("undo")).toBe("moved: take-back");
      expect(await standing()).toEqual([claim]);
      expect(await move("undo")).toBe("moved: create");
      expect(await move("undo")).toBe("moved: correct");
      expect(await standing()).toEqual([]);
    });

    test("what an import changed since stays", async () => {
      const draftOfClaim = draftFrom(claim);
      const saved = await writer.correct(draftOfClaim);
      if (!saved.ok) throw new Error("not saved");
      const newer: Correction = {
        ...saved.value,
        scope: onPage("post.example/ferry"),
        revision: 9,
        modified: "1998-05-01T00:00:00.000Z",
      };
      await database.corrections.put(newer);
      expect(await move("undo")).toBe("changed-since: correct");
      expect(await database.corrections.get(draftOfClaim.id)).toEqual(newer);
      expect(await move("undo")).toBe("nothing");
    });
  },
);
