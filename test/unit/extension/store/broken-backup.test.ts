import "fake-indexeddb/auto";
import * as fc from "fast-check";
import { expect, test } from "vitest";
import { Database } from "../../../../extension/store/database.ts";
import { createNameNoteWriter } from "../../../../extension/store/name-note-writer.ts";
import { createWriter } from "../../../../extension/store/writer.ts";
import { readBackup, writeBackup } from "../../../../tools/whole-backup.ts";
import { draftOf, made, notedOnName, originOn } from "../../../records.ts";
import { everything } from "../../../everything.ts";
import { takeIn } from "../../../take-in.ts";

const INSTANT = new Date("1998-04-02T08:00:00Z");
const open = (): Database => new Database(`test-${crypto.randomUUID()}`);

/** A backup with an item in every list, as JSON. */
async function wholeBackup(): Promise<string> {
  const database = open();
  const writer = createWriter(database, () => INSTANT);
  const subjects = createNameNoteWriter(database, () => INSTANT);
  await writer.save(made(draftOf("the piles", { note: "ask Brandt", tags: ["claim"] })));
  await writer.save(made(draftOf("the paint")));
  const name = { kind: "person", name: "Edvard Moen", aliases: ["Moen"] } as const;
  await subjects.save(
    notedOnName({ id: crypto.randomUUID(), subject: name, origin: originOn(), changes: { note: "mayor" } }),
  );
  await subjects.keepArticle({
    ...originOn(),
    outlet: "The Harbour Post",
    published: "1998-04-02",
    subjects: [name],
    sheet: null,
    fingerprint: null,
  });
  const scope = { kind: "page", page: originOn().page, title: "" } as const;
  const who = { kind: "person", name: "Edvard Moen" } as const;
  const statement = { exact: "“It sank,”", prefix: "", suffix: " she said." };
  for (const claim of [
    { about: "name", name: "lindholm", verdict: "place", from: null },
    { about: "speaker", statement, speaker: who },
    { about: "same", who, other: { kind: "source", name: "the mayor" } },
    { about: "apart", who, form: "Moen" },
  ] as const)
    await writer.correct({ ...claim, id: crypto.randomUUID(), scope });
  await writer.saveSite({ site: "post.example", mode: "never" });
  await writer.nameColours({ pink: "Check this twice" });
  return writeBackup(await everything(database), INSTANT);
}

/** Every place in a value, as the keys that lead there. */
function placesIn(value: unknown, path: readonly string[] = []): (readonly string[])[] {
  if (typeof value !== "object" || value === null) return [path];
  return [path, ...Object.entries(value).flatMap(([key, inner]) => placesIn(inner, [...path, key]))];
}

/** The value with another at a place in it; `undefined` takes it out. */
function changedAt(value: unknown, [key, ...rest]: readonly string[], to: unknown): unknown {
  if (key === undefined) return to;
  if (typeof value !== "object" || value === null) return value;
  const entries = Object.entries(value).map(([name, inner]) =>
    name === key ? [name, changedAt(inner, rest, to)] : [name, inner],
  );
  return Array.isArray(value) ? entries.map(([, inner]) => inner) : Object.fromEntries(entries);
}

const VALUES = [
  undefined,
  null,
  0,
  -1,
  1e300,
  "",
  "x",
  "\ud800",
  "https://",
  "https://[",
  "2000-01-01T00:00:00Z",
  [],
  {},
];

test("however a backup is broken, what is taken of it is stored, and nothing more comes of taking it twice", async () => {
  const whole = JSON.parse(await wholeBackup()) as object;
  const places = placesIn(whole);
  const change = fc.tuple(fc.constantFrom(...places), fc.oneof(fc.constantFrom(...VALUES), fc.jsonValue()));
  await fc.assert(
    fc.asyncProperty(fc.array(change, { minLength: 1, maxLength: 4 }), async (changes) => {
      const broken = changes.reduce<unknown>((value, [place, to]) => changedAt(value, place, to), whole);
      const read = readBackup(JSON.stringify(broken) ?? "");
      if (!read.ok) return;
      const database = open();
      const first = await takeIn(database, read.value.backup, () => INSTANT);
      const taken = await everything(database);
      const second = await takeIn(database, read.value.backup, () => INSTANT);
      expect([first.ok, second]).toMatchObject([true, { ok: true, value: { added: 0, updated: 0 } }]);
      expect(await everything(database)).toEqual(taken);
      database.close();
    }),
    { numRuns: 150 },
  );
}, 60_000);
