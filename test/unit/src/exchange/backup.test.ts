import { describe, expect, test } from "vitest";
import type { Annotation } from "../../../../src/annotation/records/annotation.ts";
import type { Claim, Correction } from "../../../../src/corrections/corrections.ts";
import type { Backup } from "../../../../src/exchange/backup.ts";
import { mergeRecord } from "../../../../src/exchange/merge.ts";
import { readBackup, writeBackup } from "../../../../tools/whole-backup.ts";

const stamps = {
  schema: 1,
  revision: 2,
  created: "1998-04-02T08:00:01.000Z",
  modified: "1998-04-02T09:00:01.000Z",
  deleted: null,
} as const;

const annotation: Annotation = {
  id: "0b8f6c0e-6c39-4f5e-9d8e-0d7e4f1a2b3c",
  target: {
    source: "https://post.example/pier",
    page: "post.example/pier",
    title: "Mayor denies everything",
    selectors: { quote: { type: "TextQuoteSelector", exact: "the piles", prefix: "about " }, position: null },
  },
  body: { colour: "yellow", note: "ask “Brandt” \u2028", tags: ["claim"] },
  ...stamps,
};
const correction = {
  about: "name",
  id: "5f0d2b64-2f0e-4c9c-8d53-6c7a1f0b9e11",
  name: "Port Amsel",
  verdict: "place",
  from: null,
  scope: { kind: "page", page: "post.example/pier", title: "Mayor denies everything" },
  ...stamps,
  schema: 3,
} as const satisfies Correction;
const { scope: onPier } = correction;
const moen = { kind: "person", name: "Edvard Moen" } as const;
const others = [
  { about: "speaker", statement: { exact: "“It sank,”", prefix: "", suffix: " she said." }, speaker: moen },
  { about: "speaker", statement: { exact: "Nobody saw it", prefix: "… ", suffix: "." }, speaker: null },
  { about: "same", who: moen, other: { kind: "source", name: "the mayor" } },
  { about: "apart", who: moen, form: "Moen" },
] as const satisfies Claim[];
const backup: Backup = {
  annotations: [annotation],
  corrections: [
    correction,
    { ...correction, id: "6f0d2b64-2f0e-4c9c-8d53-6c7a1f0b9e12", scope: { kind: "always" } },
    ...others.map((claim, index): Correction => ({
      ...claim,
      ...stamps,
      id: `8f0d2b64-2f0e-4c9c-8d53-6c7a1f0b9e2${index}`,
      scope: onPier,
      schema: 3,
    })),
  ],
  sites: [{ site: "post.example", mode: "never" }],
  subjectNotes: [
    {
      id: "7f0d2b64-2f0e-4c9c-8d53-6c7a1f0b9e13",
      subject: { kind: "person", name: "Edvard Moen" },
      origin: { source: "https://post.example/pier", page: "post.example/pier", title: "Mayor denies everything" },
      body: { colour: "blue", note: "mayor since 1994", tags: ["pier"] },
      key: "person:edvard moen",
      ...stamps,
    },
  ],
  articles: [
    {
      id: "post.example/pier",
      page: "post.example/pier",
      source: "https://post.example/pier",
      title: "Mayor denies everything",
      outlet: "The Harbour Post",
      published: "1998-04-02",
      subjects: [{ kind: "person", name: "Edvard Moen", aliases: ["Moen"] }],
      sheet: {
        bylines: ["Petra Holm"],
        updated: null,
        roles: ["mayor"],
        statements: [{ speaker: 0, source: "Moen", type: "direct", text: "It sank", content: [{ start: 4, end: 11 }] }],
      },
      fingerprint: [[3, 70], [12]],
      keys: ["person:edvard moen"],
      printKeys: [3, 12],
      ...stamps,
      kept: null,
      schema: 3,
    },
  ],
  merges: [
    {
      id: "9f0d2b64-2f0e-4c9c-8d53-6c7a1f0b9e15",
      kind: "person",
      into: { key: "person:edvard moen", name: "Edvard Moen" },
      from: { key: "person:edward moen", name: "Edward Moen" },
      ...stamps,
    },
  ],
  searches: [{ id: "af0d2b64-2f0e-4c9c-8d53-6c7a1f0b9e16", name: "Pier", query: "pier tag:claim", ...stamps }],
  colourNames: { pink: "Check this twice" },
  marking: { level: "sources", without: ["place"] },
};
const EXPORTED = new Date("1998-05-01T10:00:00Z");
const file = (changes: object = {}): string =>
  JSON.stringify({ ...(JSON.parse(writeBackup(backup, EXPORTED)) as object), ...changes });

test("what is written is read again, whole", () => {
  expect(readBackup(writeBackup(backup, EXPORTED))).toEqual({ ok: true, value: { backup, refused: [] } });
});

test("the file says what it is, in which form, and when it was made", () => {
  expect(JSON.parse(writeBackup(backup, EXPORTED))).toMatchObject({
    format: "sourceline-backup",
    version: 2,
    exported: "1998-05-01T10:00:00.000Z",
  });
});

describe("a file that is no backup is not taken at all", () => {
  test.each([
    ["nothing", "", "unknown"],
    ["a backup that was cut short", file().slice(0, -20), "damaged"],
    ["a page", "<!doctype html>", "unknown"],
    ["a text", "Dear Ada,\nthe piles are sound.\n", "unknown"],
    ["other JSON", "[1, 2]", "unknown"],
    ["another program's file", JSON.stringify({ format: "bookmarks", version: 1 }), "unknown"],
    ["null", "null", "unknown"],
    ["a form of the future", file({ version: 3, annotations: "elsewhere" }), "newer-version"],
    ["five million brackets", "[".repeat(5_000_000), "damaged"],
    ["a text without an end", `["${"x".repeat(3_000_000)}`, "damaged"],
    ["a row without an end", `url,note\na,"${"x".repeat(5_000_000)}`, "damaged"],
  ])("%s", (_what, text, error) => {
    expect(readBackup(text)).toEqual({ ok: false, error });
  });

  test("a list that is missing, or none, is empty", () => {
    const read = readBackup(file({ corrections: undefined, articles: "none" }));
    expect(read).toEqual({ ok: true, value: { backup: { ...backup, corrections: [], articles: [] }, refused: [] } });
  });
});

test("what is marked on pages is left out where the file says something else than is known", () => {
  for (const marking of [{ level: "loud", without: [] }, "off", undefined, null]) {
    expect(readBackup(file({ marking }))).toMatchObject({
      ok: true,
      value: { backup: { marking: null }, refused: [] },
    });
  }
});

describe("one bad item is refused, with the reason, and loses no other", () => {
  const target = (changes: object): object => ({ ...annotation, target: { ...annotation.target, ...changes } });
  test.each([
    ["an id that is no UUID", { ...annotation, id: "7" }, "damaged"],
    ["no revision", { ...annotation, revision: undefined }, "history"],
    ["a revision of zero", { ...annotation, revision: 0 }, "history"],
    ["an instant that is none", { ...annotation, modified: "1998-13-45T00:00:00Z" }, "history"],
    ["a deleted note", { ...annotation, deleted: annotation.modified }, "deleted"],
    ["a form of the future", { ...annotation, schema: 9 }, "newer"],
    ["a form that is none", { ...annotation, schema: "1" }, "damaged"],
    ["a note beyond the limit", { ...annotation, body: { ...annotation.body, note: "x".repeat(20_001) } }, "too-long"],
    ["an address that runs a script", target({ source: "javascript:alert(1)" }), "address"],
    ["an address of the machine", target({ source: "file:///etc/hosts" }), "address"],
    ["a page of another site than its address", target({ source: "https://evil.example/pier" }), "address"],
    ["a page that its address only names", target({ source: "https://post.example@evil.example/pier" }), "address"],
    ["a revision that is no number of changes", { ...annotation, revision: 1e300 }, "history"],
    ["null", null, "damaged"],
  ])("%s", (_what, bad, reason) => {
    const read = readBackup(file({ annotations: [bad, annotation] }));
    expect(read).toMatchObject({ ok: true, value: { backup, refused: [{ list: "annotations", index: 0, reason }] } });
  });

  test("an id is the same in capitals, and no second record", () => {
    const loud = { ...annotation, id: annotation.id.toUpperCase() };
    expect(readBackup(file({ annotations: [loud] }))).toMatchObject({ ok: true, value: { backup, refused: [] } });
  });

  test("a revision that would be ahead for ever is taken down, so that what is changed here stays", () => {
    const [last] = [{ ...annotation, revision: Number.MAX_SAFE_INTEGER, modified: "9999-12-31T23:59:59Z" }];
    const read = readBackup(file({ annotations: [last] }));
    const taken = read.ok ? read.value.backup.annotations[0] : undefined;
    if (taken === undefined) throw new Error("the note was refused");
    expect(taken.revision).toBe(1_000_000);
    const changed = { ...taken, revision: taken.revision + 1, modified: "2026-01-02T00:00:00.000Z" };
    expect(mergeRecord(changed, taken, "2026-01-03T00:00:00.000Z").outcome).toBe("unchanged");
    const backedUp = readBackup(file({ annotations: [changed] }));
    expect(backedUp).toMatchObject({ ok: true, value: { refused: [] } });
  });

  test("a file of the first form has no notes on names", () => {
    const read = readBackup(file({ version: 1, subjectNotes: undefined, articles: undefined }));
    expect(read).toEqual({ ok: true, value: { backup: { ...backup, subjectNotes: [], articles: [] }, refused: [] } });
  });

  test("the sites of the first form: those without highlights are never read, others have no choice", () => {
    const sites = [
      { site: "post.example", highlighting: false },
      { site: "herald.example", highlighting: true },
      { site: "gazette.example" },
    ];
    expect(readBackup(file({ version: 1, sites }))).toMatchObject({
      ok: true,
      value: {
        backup: { sites: [{ site: "post.example", mode: "never" }] },
        refused: [{ list: "sites", index: 2, label: "gazette.example", reason: "damaged" }],
      },
    });
  });

  test("what finds a note or an article is made here, whatever the file says", () => {
    const read = readBackup(
      file({
        subjectNotes: [{ ...backup.subjectNotes[0], key: "person:somebody else" }],
        articles: [{ ...backup.articles[0], id: "elsewhere.example", keys: [] }],
      }),
    );
    expect(read).toEqual({ ok: true, value: { backup, refused: [] } });
  });

  test.each([
    ["its words", annotation, "the piles"],
    ["cut short", { body: { note: "x".repeat(90) } }, `${"x".repeat(60)}…`],
    ["white space folded", { name: " Port\n Amsel " }, "Port Amsel"],
    ["nothing readable", { name: 7, body: null }, ""],
  ])("a refused item is known by what it says: %s", (_what, item, label) => {
    const read = readBackup(file({ annotations: [{ ...item, id: 7 }] }));
    expect(read).toMatchObject({ ok: true, value: { refused: [{ label, reason: "damaged" }] } });
  });

  test("a correction of the first form is taken as one that denies any kind", () => {
    const { from: _none, about: _name, ...former } = { ...correction, verdict: "none", schema: 1 };
    const read = readBackup(file({ corrections: [former] }));
    expect(read).toMatchObject({ ok: true, value: { refused: [] } });
    if (read.ok) expect(read.value.backup.corrections).toEqual([{ ...correction, verdict: "none" }]);
  });

  test("a correction of the second form is one of a name", () => {
    const { about: _name, ...former } = { ...correction, verdict: "none", from: "person", schema: 2 };
    const read = readBackup(file({ corrections: [former] }));
    expect(read).toMatchObject({ ok: true, value: { refused: [] } });
    if (read.ok) expect(read.value.backup.corrections).toEqual([{ ...correction, verdict: "none", from: "person" }]);
  });

  test.each([
    ["a statement for every page", { ...others[0], scope: { kind: "always" } }, "“It sank,”"],
    ["a statement without words", { ...others[1], statement: { exact: "", prefix: "", suffix: "" } }, ""],
    ["a name without a letter", { ...others[2], other: { kind: "person", name: " " } }, "Edvard Moen"],
    ["one that is about nothing known", { ...others[3], about: "weather" }, "Edvard Moen"],
    ["one of the third form that does not say what it is about", { ...others[3], about: undefined }, "Edvard Moen"],
    ["a name that is a place and denied", { ...correction, from: "person" }, "Port Amsel"],
  ])("%s is refused", (_what, claim, label) => {
    const bad = { ...stamps, id: correction.id, scope: onPier, schema: 3, ...claim };
    expect(readBackup(file({ corrections: [bad] }))).toMatchObject({
      ok: true,
      value: { backup: { corrections: [] }, refused: [{ list: "corrections", label, reason: "damaged" }] },
    });
  });

  test("in every list; what the form does not know is dropped", () => {
    const read = readBackup(
      file({
        corrections: [{ ...correction, verdict: "ship" }],
        sites: [{ site: 7 }, { site: "post.example", mode: "never", secret: 1 }],
      }),
    );
    expect(read).toMatchObject({
      ok: true,
      value: {
        backup: { annotations: [annotation], corrections: [], sites: backup.sites },
        refused: [
          { list: "corrections", index: 0 },
          { list: "sites", index: 0 },
        ],
      },
    });
    if (read.ok) expect(read.value.backup.sites).toEqual(backup.sites);
  });
});
