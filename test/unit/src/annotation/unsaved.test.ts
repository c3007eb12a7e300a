import { describe, expect, test } from "vitest";
import type { Body } from "../../../../src/annotation/records/annotation.ts";
import type { NameNote } from "../../../../src/annotation/records/name-note.ts";
import {
  changedIn,
  join,
  madeAs,
  type UnsavedNameNote,
  without,
  withUnsaved,
} from "../../../../src/annotation/unsaved.ts";
import { draftOf, ID, originOn } from "../../../records.ts";

const draft = { ...draftOf("the piles"), id: ID };
const typed = (changes: Partial<Body>) => changedIn(ID, changes, null);
const onName = (changes: Partial<Body>, name = "Edvard Moen", id = ID): UnsavedNameNote => ({
  kind: "name-note",
  id,
  subject: { kind: "person", name },
  origin: originOn(),
  changes,
});

describe("join", () => {
  test("a later change of a field holds, others stay, and so does what the record was made with", () => {
    const tags = ["claim"];
    const joined = join(join(madeAs(draft), typed({ note: "a", tags })), typed({ note: "ab" }));
    expect(joined).toMatchObject({ made: { target: draft.target, body: draft.body }, changes: { note: "ab", tags } });
  });

  test("the first of a record is all of it", () => {
    expect(join(null, onName({ note: "a" }))).toEqual(onName({ note: "a" }));
  });
});

describe("without", () => {
  test.each([
    ["nothing, where all of it was stored", typed({ note: "a" }), typed({ note: "a" }), null],
    ["nothing, of what was only made", madeAs(draft), madeAs(draft), null],
    ["what was typed on the way", typed({ note: "ab" }), typed({ note: "a" }), { note: "ab" }],
    ["another field", typed({ note: "a", colour: "pink" }), typed({ note: "a" }), { colour: "pink" }],
    ["a note's, on a name", onName({ note: "ab" }), onName({ note: "a" }), { note: "ab" }],
  ] as const)("leaves %s", (_what, unsaved, stored, left) => {
    expect(without(unsaved, stored)?.changes ?? null).toEqual(left);
  });

  test("what is stored is made no more", () => {
    expect(without(join(madeAs(draft), typed({ note: "a" })), madeAs(draft))).toEqual(typed({ note: "a" }));
  });
});

describe("withUnsaved", () => {
  const now = "1998-04-02T08:00:00.000Z";
  const moen = { kind: "person", name: "Edvard Moen", aliases: [] } as const;
  const stored = { ...withUnsaved([], moen, [onName({ note: "mayor" })], now)[0]!, revision: 1 } as NameNote;

  test("a note that was never stored is shown on its name, and on no other", () => {
    expect(withUnsaved([], moen, [onName({ note: "mayor" })], now)).toMatchObject([
      { id: ID, body: { note: "mayor" } },
    ]);
    expect(withUnsaved([], { ...moen, name: "Agnes Lund" }, [onName({ note: "mayor" })], now)).toEqual([]);
  });

  test("one that says nothing is not", () => {
    expect(withUnsaved([], moen, [onName({ colour: "pink" })], now)).toEqual([]);
  });

  test("a stored one is shown with what was typed since, once", () => {
    const shown = withUnsaved([stored], moen, [onName({ tags: ["pier"] }), typed({ note: "of a highlight" })], now);
    expect(shown).toMatchObject([{ id: ID, body: { note: "mayor", tags: ["pier"] } }]);
  });
});
