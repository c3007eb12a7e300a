import * as fc from "fast-check";
import { ANNOTATION_SCHEMA } from "../../src/annotation/records/annotation.ts";
import { BACKUP_FORMAT, BACKUP_VERSION } from "../../src/exchange/backup.ts";
import { mergeRecord } from "../../src/exchange/merge.ts";
import { readBackup, writeBackup } from "../whole-backup.ts";
import { damaged, texts } from "./texts.ts";

const instants = fc
  .date({ noInvalidDate: true, min: new Date(0), max: new Date("9999-12-31") })
  .map((date) => date.toISOString());

/** Now and then something else than what belongs there. */
const mostly = <T>(right: fc.Arbitrary<T>): fc.Arbitrary<unknown> =>
  fc.oneof({ weight: 20, arbitrary: right }, { weight: 1, arbitrary: fc.jsonValue() });

const stamps = {
  revision: mostly(fc.integer({ min: 1, max: 1_000_000_000 })),
  created: mostly(instants),
  modified: mostly(instants),
  deleted: mostly(fc.constant(null)),
};

const pages = fc.constantFrom(
  "https://post.example/pier",
  "https://bank.com@evil.example/",
  "javascript:alert(1)",
  "HTTP://a.example",
);

const annotations = fc.record({
  id: mostly(fc.uuid()),
  schema: mostly(fc.constant(ANNOTATION_SCHEMA)),
  target: mostly(
    fc.record({
      source: mostly(pages),
      page: mostly(fc.constant("post.example/pier")),
      title: mostly(texts),
      selectors: mostly(
        fc.record({
          quote: fc.record({ type: fc.constant("TextQuoteSelector"), exact: mostly(texts) }),
          position: fc.constant(null),
        }),
      ),
    }),
  ),
  body: mostly(fc.record({ colour: mostly(fc.constant("yellow")), note: mostly(texts), tags: fc.constant([]) })),
  ...stamps,
});

const pointed = mostly(fc.record({ kind: fc.constantFrom("person", "source"), name: mostly(texts) }));
const claims = fc.oneof(
  fc.record({
    name: mostly(texts),
    verdict: mostly(fc.constantFrom("none", "place")),
    from: mostly(fc.constantFrom(null, "person")),
  }),
  fc.record({
    about: fc.constant("speaker"),
    statement: mostly(fc.record({ exact: mostly(texts), prefix: texts, suffix: texts })),
    speaker: fc.oneof(pointed, fc.constant(null)),
  }),
  fc.record({ about: fc.constant("same"), who: pointed, other: pointed }),
  fc.record({ about: fc.constant("apart"), who: pointed, form: mostly(texts) }),
);
const scope = fc.constantFrom({ kind: "always" }, { kind: "page", page: "post.example/pier", title: "" });
/** Of all forms, each of which says what it has. */
const corrections = fc
  .tuple(
    claims,
    fc.record({ id: mostly(fc.uuid()), schema: fc.constantFrom(1, 2, 3, 4), scope: mostly(scope), ...stamps }),
  )
  .map(([claim, rest]) => ({ ...(rest.schema === 3 ? { about: "name" } : {}), ...claim, ...rest }));

const backups = fc
  .record({
    format: mostly(fc.constant(BACKUP_FORMAT)),
    version: mostly(fc.constant(BACKUP_VERSION)),
    annotations: mostly(fc.array(mostly(annotations), { maxLength: 4 })),
    corrections: fc.array(mostly(corrections), { maxLength: 4 }),
    sites: mostly(fc.array(fc.record({ site: mostly(texts), mode: mostly(fc.constant("never")) }), { maxLength: 2 })),
    subjectNotes: fc.array(fc.jsonValue(), { maxLength: 2 }),
    articles: fc.array(fc.jsonValue(), { maxLength: 2 }),
    merges: fc.array(fc.jsonValue(), { maxLength: 2 }),
    searches: fc.array(fc.jsonValue(), { maxLength: 2 }),
    colourNames: mostly(fc.constant({})),
    marking: mostly(fc.constant({ level: "off", without: [] })),
  })
  .map((backup) => JSON.stringify(backup));

/** Files that say that they are backups, whole, damaged or false, and files that are none. */
export const backupFiles: fc.Arbitrary<string> = fc.oneof(
  { weight: 8, arbitrary: backups },
  { weight: 3, arbitrary: damaged(backups) },
  { weight: 1, arbitrary: fc.oneof(texts, fc.json()) },
);

/** Throws unless what is taken of a file is taken again, whole, once it is written, and changes nothing beside itself. */
export function keepsWhatItTakes(file: string): void {
  const read = readBackup(file);
  if (!read.ok) return;
  const { backup } = read.value;
  const again = readBackup(writeBackup(backup, new Date(0)));
  if (!again.ok) throw new Error(`what was taken is refused: ${again.error}`);
  if (again.value.refused.length > 0)
    throw new Error(`an item that was taken is refused: ${again.value.refused[0]?.reason}`);
  if (JSON.stringify(again.value.backup) !== JSON.stringify(backup)) throw new Error("an item has changed");
  for (const record of backup.annotations) {
    if (mergeRecord(record, record, record.modified).record !== null) throw new Error("an item changes itself");
    if (!/^https?:\/\//i.test(record.target.source)) throw new Error("an address leads off the web");
  }
}
