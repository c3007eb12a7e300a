import { describe, expect, test } from "vitest";
import type { Annotation, Body } from "../../../../src/annotation/records/annotation.ts";
import { checkEnvelope, storedOf, travelling } from "../../../../src/sync/check.ts";
import { edited, mended, settled, type Stored } from "../../../../src/sync/edited.ts";
import { type Envelope, join, type Place } from "../../../../src/sync/envelope.ts";
import { conflictOf } from "../../../../src/sync/shown.ts";
import { ownerLabels } from "../../../../extension/store/owners.ts";
import { annotationOf, ID } from "../../../records.ts";

const DESK = "000000000000000a";
const LAPTOP = "000000000000000b";
const NOW = "1998-05-01T08:00:00.000Z";
const PLACE: Place = { list: "annotations", id: ID };

const asStored = (record: Annotation): Stored => record as unknown as Stored;
const recordOf = (envelope: Envelope): Annotation => storedOf(envelope, ownerLabels) as unknown as Annotation;
/** The next revision of what an envelope says. */
const after = (envelope: Envelope, body: Partial<Body>, more: Partial<Annotation> = {}): Stored => {
  const record = recordOf(envelope);
  return asStored({ ...record, body: { ...record.body, ...body }, revision: record.revision + 1, ...more });
};
const write = (envelope: Envelope | null, stored: Stored | null, by: string): Envelope =>
  edited(envelope, PLACE, stored, by, NOW);
const change = (envelope: Envelope, body: Partial<Body>, by: string): Envelope =>
  write(envelope, after(envelope, body), by);

/** A note as two machines have it that have met. */
const shared = (body: Partial<Body> = {}): Envelope => write(null, asStored(annotationOf(body)), DESK);
const bury = (envelope: Envelope, by: string): Envelope => write(envelope, after(envelope, {}, { deleted: NOW }), by);

describe("two machines that change one note without knowing of each other", () => {
  test("a colour here and a tag there: both hold", () => {
    const before = shared({ tags: ["pier"] });
    const desk = change(before, { colour: "blue" }, DESK);
    const laptop = change(before, { tags: ["pier", "ask"] }, LAPTOP);
    expect(recordOf(join(desk, laptop)).body).toEqual({ colour: "blue", note: "", tags: ["pier", "ask"] });
    expect(conflictOf(join(desk, laptop))).toBeNull();
  });

  test("a tag each: both stand; one that was taken away there and not touched here goes", () => {
    const before = shared({ tags: ["pier", "old"] });
    const desk = change(before, { tags: ["pier", "old", "ask"] }, DESK);
    const laptop = change(before, { tags: ["pier", "check"] }, LAPTOP);
    expect(recordOf(join(desk, laptop)).body.tags).toEqual(["pier", "ask", "check"]);
  });

  test("two texts: both are kept until the user has settled it, and are then one everywhere", () => {
    const before = shared({ note: "ask" });
    const desk = change(before, { note: "ask the mayor" }, DESK);
    const laptop = change(before, { note: "ask Moen first" }, LAPTOP);
    const joined = join(desk, laptop);
    expect(conflictOf(joined)).toEqual({ texts: ["ask Moen first", "ask the mayor"], isDeletionContested: false });
    expect(recordOf(joined).body.note).toBe("ask Moen first");
    const chosen = settled(joined, { text: "ask both", isDeleted: false }, DESK, NOW);
    expect(conflictOf(chosen)).toBeNull();
    expect(recordOf(join(chosen, laptop)).body.note).toBe("ask both");
    expect(recordOf(join(laptop, chosen))).toEqual(recordOf(chosen));
  });

  test("the same text on both is no conflict, and an emptied one none with a written one", () => {
    const before = shared({ note: "ask" });
    const desk = change(before, { note: "asked" }, DESK);
    expect(conflictOf(join(desk, change(before, { note: "asked" }, LAPTOP)))).toBeNull();
    const emptied = join(desk, change(before, { note: "" }, LAPTOP));
    expect(conflictOf(emptied)).toBeNull();
    expect(recordOf(emptied).body.note).toBe("asked");
  });

  test("what is written over the text that is shown leaves the other one to be settled", () => {
    const before = shared();
    const joined = join(change(before, { note: "long text" }, DESK), change(before, { note: "short" }, LAPTOP));
    const rewritten = change(joined, { note: "a text of today" }, DESK);
    expect(conflictOf(rewritten)?.texts).toEqual(["a text of today", "short"]);
  });

  test("a shorter text that is written beside others stays the one that is shown, and no text is lost by what follows", () => {
    const before = shared();
    const joined = join(
      change(before, { note: "a long text" }, DESK),
      change(before, { note: "as long as it" }, LAPTOP),
    );
    const written = change(change(joined, { note: "short" }, DESK), { colour: "blue" }, DESK);
    expect(recordOf(written).body).toMatchObject({ note: "short", colour: "blue" });
    expect(conflictOf(written)?.texts).toEqual(["short", "as long as it", "a long text"]);
    expect(conflictOf(change(written, { note: "s" }, "000000000000000c"))?.texts).toEqual([
      "s",
      "short",
      "as long as it",
      "a long text",
    ]);
  });

  test("what was changed and changed back while the clock stood still has its revision", () => {
    const before = shared({ note: "ask" });
    const record = recordOf(before);
    const again = write(before, asStored({ ...record, revision: record.revision + 2 }), DESK);
    expect(recordOf(again).revision).toBe(record.revision + 2);
  });

  test("deleted here and changed there: it stays, and both are told", () => {
    const before = shared({ note: "ask" });
    const joined = join(bury(before, DESK), change(before, { note: "ask the mayor" }, LAPTOP));
    expect(recordOf(joined)).toMatchObject({ deleted: null, body: { note: "ask the mayor" } });
    expect(conflictOf(joined)).toEqual({ texts: [], isDeletionContested: true });
    const kept = settled(joined, { text: null, isDeleted: false }, LAPTOP, NOW);
    expect(conflictOf(kept)).toBeNull();
    expect(recordOf(kept).deleted).toBeNull();
    const deleted = settled(joined, { text: null, isDeleted: true }, LAPTOP, NOW);
    expect(conflictOf(deleted)).toBeNull();
    expect(recordOf(deleted).deleted).toBe(NOW);
  });

  test("deleted after the change was seen: it goes; brought back: it is there", () => {
    const before = change(shared(), { note: "ask" }, LAPTOP);
    const gone = bury(before, DESK);
    expect(recordOf(join(before, gone)).deleted).toBe(NOW);
    const back = write(gone, after(gone, {}, { deleted: null }), DESK);
    expect(recordOf(join(back, gone))).toMatchObject({ deleted: null, body: { note: "ask" } });
    expect(conflictOf(back)).toBeNull();
  });

  test("deleted, brought back and deleted once more before it was looked at has the later instant", () => {
    const later = "1998-05-01T08:00:05.000Z";
    const once = bury(shared(), DESK);
    const again = after(once, {}, { deleted: later, revision: recordOf(once).revision + 2, modified: later });
    expect(recordOf(write(once, again, DESK)).deleted).toBe(later);
  });
});

describe("what was removed for good", () => {
  test("nothing of it is left to be sent, and nothing of it comes back", () => {
    const before = shared({ note: "a secret", tags: ["private"] });
    const gone = write(bury(before, DESK), null, DESK);
    expect(JSON.stringify(gone)).not.toContain("secret");
    expect(storedOf(join(before, gone), ownerLabels)).toBeNull();
    expect(checkEnvelope(gone, ownerLabels).ok).toBe(true);
  });

  test("a change that it did not know of brings all of it back", () => {
    const before = shared({ note: "ask", tags: ["pier"] });
    const [gone, changed] = [write(before, null, DESK), change(before, { colour: "pink" }, LAPTOP)];
    const joined = mended(join(gone, changed), [gone, changed], DESK);
    expect(recordOf(joined)).toMatchObject({ deleted: null, body: { note: "ask", tags: ["pier"], colour: "pink" } });
    expect(conflictOf(joined)?.isDeletionContested).toBe(true);
  });
});

describe("what nobody changed", () => {
  test("is the very same envelope: a machine sends nothing that it only read", () => {
    const before = shared({ note: "ask", tags: ["b", "a"] });
    expect(write(before, recordOf(before) as unknown as Stored, LAPTOP)).toBe(before);
  });

  test("has the revision that its changes come to, so that an older text never counts as the newer", () => {
    const before = write(null, asStored(annotationOf({}, { revision: 7 })), DESK);
    expect(recordOf(before).revision).toBe(7);
    const joined = join(change(before, { note: "x" }, LAPTOP), change(before, { colour: "pink" }, DESK));
    expect(recordOf(joined).revision).toBe(9);
  });

  test("tags keep their order, however they were taken away and put back", () => {
    let envelope = shared({ tags: ["b", "a"] });
    for (const tags of [["a"], ["b", "a"], ["c", "b", "a"], ["a", "c", "b"], [], ["B", "a"]]) {
      envelope = change(envelope, { tags }, DESK);
      expect(recordOf(envelope).body.tags).toEqual(tags);
    }
  });
});

describe("what comes from a server", () => {
  const good = shared({ note: "ask" });
  const problemOf = (given: unknown): string => {
    const checked = checkEnvelope(given, ownerLabels);
    return checked.ok ? "none" : checked.problem;
  };

  test("is taken where it is whole", () => {
    expect(problemOf(JSON.parse(JSON.stringify(good)))).toBe("none");
  });

  test.each([
    ["nothing", null],
    ["an empty record", {}],
    ["one without its words", { ...good, fields: { ...good.fields, target: undefined } }],
    [
      "one without its note",
      { ...good, fields: Object.fromEntries(Object.entries(good.fields).filter(([f]) => f !== "note")) },
    ],
    ["a note that is no text", { ...good, fields: { ...good.fields, note: [{ by: DESK, at: 1, value: 7 }] } }],
    ["an entry that its clock does not know", { ...good, clock: { [LAPTOP]: 1 } }],
    ["an instant that is none", { ...good, fields: { ...good.fields, modified: [{ by: DESK, at: 1, value: "now" }] } }],
    ["a count without end", { ...good, clock: { [DESK]: 1e300 } }],
  ])("is not taken as %s", (_what, given) => {
    expect(problemOf(given)).toBe("damaged");
  });

  test.each([
    ["another form", { ...good, form: 2 }],
    ["a record of a later form", { ...good, schema: 2 }],
    ["a kind that is not known yet", { ...good, list: "lists" }],
  ])("is left alone where a later version wrote %s", (_what, given) => {
    expect(problemOf(given)).toBe("newer");
  });
});

describe("what stays on this machine", () => {
  test("the pause of everything, and what another machine would refuse", () => {
    expect(travelling({ list: "sites", id: "*" }, { site: "*", mode: "never" }, ownerLabels)).toBeNull();
    expect(
      travelling({ list: "sites", id: "a.example" }, { site: "a.example", mode: "never" }, ownerLabels),
    ).not.toBeNull();
    const foreign = annotationOf({}, { target: { ...annotationOf().target, page: "other.example/x" } });
    expect(travelling(PLACE, asStored(foreign), ownerLabels)).toBeNull();
  });
});
