import { describe, expect, test } from "vitest";
import { type Highlight, nothingPlaced, place, type PlacedEvent } from "../../../../src/annotation/placed.ts";
import type { Annotation } from "../../../../src/annotation/records/annotation.ts";
import { annotationOf, draftOf, ID } from "../../../records.ts";

/** A passage of the page is named by its words here. */
type Event = PlacedEvent<string>;

const OTHER = "7f1f8a60-3a0e-4b61-9a39-7f0a4e5b2f10";
/** A stored record: its revision, and what its note says. */
const stored = (revision: number, note = "", more: Partial<Annotation> = {}): Annotation =>
  annotationOf({ note }, { revision, ...more });
const on = (annotation: Annotation, words = "the piles"): Highlight<string> => ({
  annotation,
  state: "same",
  rewording: null,
  isSure: true,
  ranges: [words],
  likely: [],
});
const lost = (annotation: Annotation): Highlight<string> => ({ ...on(annotation), state: "lost", ranges: [] });
const gone = { deleted: "1998-04-02T09:00:00.000Z" };
const { target } = draftOf("the planks");

const found = (...all: Highlight<string>[]): Event => ({ kind: "found", found: all });
const listed = (annotations: Annotation[], known: string[] | null = [ID]): Event => ({
  kind: "listed",
  annotations,
  known,
});
const made: Event = { kind: "made", annotation: stored(0), ranges: ["the piles"] };
const typed = (note: string): Event => ({ kind: "typed", id: ID, changes: { note } });
const saved = (annotation: Annotation, left = {}): Event => ({ kind: "stored", annotation, left });
const deleted = (revision: number | null): Event => ({ kind: "deleted", id: ID, revision });

/** What stands on the page: revision, state, words, and the note. */
const after = (events: readonly Event[]): string =>
  [...events.reduce(place<string>, nothingPlaced<string>()).highlights.values()]
    .map(({ annotation, state, ranges }) => [annotation.revision, state, ...ranges, annotation.body.note].join(" "))
    .join(" | ");

describe("what stands on the page after", () => {
  test.each<[string, Event[], string]>([
    ["one was made: it, before it is stored", [made], "0 same the piles "],
    ["it was stored: in the same place", [made, saved(stored(1))], "1 same the piles "],
    ["something was typed into it: that, at once", [made, typed("a")], "0 same the piles a"],
    [
      "it was stored while more was typed: all of it",
      [made, typed("ab"), saved(stored(1, "a"), { note: "ab" })],
      "1 same the piles ab",
    ],
    ["all of it was stored: what is stored", [made, typed("a"), saved(stored(1, "a"))], "1 same the piles a"],
    ["one was listed: nothing, until it is found", [listed([stored(1)])], ""],
    ["it was found", [listed([stored(1)]), found(on(stored(1)))], "1 same the piles "],
    ["it was looked for and is lost", [found(lost(stored(1)))], "1 lost "],
    ["it was found after all", [found(lost(stored(1))), found(on(stored(1)))], "1 same the piles "],
    ["it was typed into before it was found", [typed("a"), found(on(stored(1)))], "1 same the piles a"],
    ["another tab changed it: as it is there", [found(on(stored(1))), listed([stored(2, "b")])], "2 same the piles b"],
    [
      "another tab changed it while something was typed here",
      [found(on(stored(1))), typed("a"), listed([stored(2, "b")])],
      "2 same the piles a",
    ],
    ["an older list came in: the newer record", [found(on(stored(2, "b"))), listed([stored(1)])], "2 same the piles b"],
    [
      "an older record was found: the newer one",
      [made, saved(stored(2, "b")), found(on(stored(1)))],
      "2 same the piles b",
    ],
    [
      "another tab put it on other words: it must be found anew",
      [found(on(stored(1))), listed([stored(2, "", { target })])],
      "2 lost ",
    ],
    [
      "it was put on other words here",
      [found(on(stored(1))), { kind: "retargeted", annotation: stored(2, "", { target }) }],
      "2 lost ",
    ],
    ["another tab deleted it", [found(on(stored(1))), listed([])], ""],
    ["a list could not be had: all as before", [found(on(stored(1))), listed([], null)], "1 same the piles "],
    [
      "it was saved for the first time while lists were loading",
      [made, saved(stored(1)), listed([], [])],
      "1 same the piles ",
    ],
    ["it was deleted here", [found(on(stored(1))), deleted(2)], ""],
    [
      "an older list brings back what was deleted here: nothing",
      [found(on(stored(1))), deleted(2), listed([stored(1)]), found(on(stored(1)))],
      "",
    ],
    ["its editor was saved after that: nothing", [found(on(stored(1))), deleted(2), saved(stored(3, "a", gone))], ""],
    [
      "the deletion was undone",
      [found(on(stored(1))), deleted(2), listed([stored(3)]), found(on(stored(3)))],
      "3 same the piles ",
    ],
    ["one was given up before it was stored", [made, typed("a"), deleted(null)], ""],
    [
      "and came back, and what was typed with it",
      [made, typed("a"), deleted(null), { kind: "restored", highlight: on(stored(0)) }, typed("a")],
      "0 same the piles a",
    ],
    [
      "others were deleted: what is left",
      [made, found(on({ ...stored(1), id: OTHER }, "the pier")), deleted(null)],
      "1 same the pier ",
    ],
  ])("%s", (_what, events, expected) => {
    expect(after(events)).toBe(expected);
  });
});

test("what was before an event is not touched by it", () => {
  const before = place(nothingPlaced<string>(), made);
  place(place(before, typed("a")), deleted(1));
  expect([before.highlights.size, before.typed.size, before.deleted.size]).toEqual([1, 0, 0]);
});
