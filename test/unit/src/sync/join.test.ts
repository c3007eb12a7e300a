import * as fc from "fast-check";
import { expect, test } from "vitest";
import { LIMITS } from "../../../../src/annotation/records/annotation.ts";
import { canonical } from "../../../../src/sync/canonical.ts";
import { storedOf } from "../../../../src/sync/check.ts";
import { edited, mended, settled, type Stored } from "../../../../src/sync/edited.ts";
import { type Envelope, join, type Place } from "../../../../src/sync/envelope.ts";
import { conflictOf } from "../../../../src/sync/shown.ts";
import { ownerLabels } from "../../../../extension/store/owners.ts";
import { annotationOf, ID } from "../../../records.ts";

const PLACE: Place = { list: "annotations", id: ID };
/** As a machine takes up what another one has. */
const meet = (a: Envelope, b: Envelope, by: string): Envelope => mended(join(a, b), [a, b], by);
const writerOf = (machine: number): string => machine.toString(16).padStart(16, "0");

const step = fc.record({
  machine: fc.nat(3),
  act: fc.oneof(
    fc.record({ kind: fc.constant("note" as const), text: fc.constantFrom("", "a", "b", "ab", "a longer text") }),
    fc.record({ kind: fc.constant("colour" as const), colour: fc.constantFrom("blue", "pink", "green") }),
    fc.record({ kind: fc.constant("tags" as const), tags: fc.shuffledSubarray(["one", "two", "Three"]) }),
    fc.record({ kind: fc.constantFrom("bury" as const, "revive" as const, "remove" as const, "settle" as const) }),
    fc.record({ kind: fc.constant("meet" as const), other: fc.nat(3) }),
  ),
  // Clocks lie.
  at: fc.integer({ min: 0, max: 4_000_000_000_000 }).map((time) => new Date(time).toISOString()),
});

/** What machines have of one record after a random history, each with what it met. */
function machinesAfter(steps: readonly (typeof step extends fc.Arbitrary<infer T> ? T : never)[]): Envelope[] {
  const first = edited(null, PLACE, annotationOf() as unknown as Stored, writerOf(0), new Date(0).toISOString());
  const machines = [first, first, first, first];
  for (const { machine, act, at } of steps) {
    const mine = machines[machine]!;
    const by = writerOf(machine);
    const stored = storedOf(mine, ownerLabels);
    if (act.kind === "meet") machines[machine] = meet(mine, machines[act.other]!, by);
    if (stored === null || act.kind === "meet") continue;
    const revision = (stored["revision"] as number) + 1;
    const body = stored["body"] as object;
    const put = (changes: object): Envelope =>
      edited(mine, PLACE, { ...stored, ...changes, revision, modified: at }, by, at);
    machines[machine] = {
      note: () => put({ body: { ...body, note: "text" in act ? act.text : "" } }),
      colour: () => put({ body: { ...body, colour: "colour" in act ? act.colour : "" } }),
      tags: () => put({ body: { ...body, tags: "tags" in act ? act.tags : [] } }),
      bury: () => put({ deleted: at }),
      revive: () => put({ deleted: null }),
      remove: () => edited(mine, PLACE, null, by, at),
      settle: () => (conflictOf(mine) === null ? mine : settled(mine, { text: "settled", isDeleted: false }, by, at)),
    }[act.kind]();
  }
  return machines;
}

const histories = fc.array(step, { maxLength: 40 }).map(machinesAfter);

test("a join is the same in any order, in any groups, and however often", () => {
  fc.assert(
    fc.property(histories, (machines) => {
      const [a, b, c] = machines as [Envelope, Envelope, Envelope];
      expect(canonical(join(a, b))).toBe(canonical(join(b, a)));
      expect(canonical(join(join(a, b), c))).toBe(canonical(join(a, join(b, c))));
      expect(canonical(join(a, a))).toBe(canonical(a));
      expect(canonical(join(join(a, b), b))).toBe(canonical(join(a, b)));
    }),
    { numRuns: 500 },
  );
});

test("what machines come to is one record, of which nothing changes where it is written down again", () => {
  fc.assert(
    fc.property(histories, (machines) => {
      const all = machines.reduce(join);
      const stored = storedOf(all, ownerLabels);
      if (stored === null) return;
      expect((stored["body"] as { tags: string[] }).tags.length).toBeLessThanOrEqual(LIMITS.tags);
      expect(edited(all, PLACE, stored, writerOf(9), new Date(0).toISOString())).toBe(all);
    }),
    { numRuns: 500 },
  );
});
