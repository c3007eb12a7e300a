import type { Database } from "../../../extension/store/database.ts";
import { forgetDeleted } from "../../../extension/store/forget-deleted.ts";
import { keptOnNames } from "../../../extension/store/name-note-queries.ts";
import { allCorrections, annotationsOfPage } from "../../../extension/store/queries.ts";
import { newestNotes } from "../../../extension/store/newest-notes.ts";
import { tagsInUse } from "../../../extension/store/tag-counts.ts";
import { createUndo, historyView } from "../../../extension/store/undo.ts";
import { createWriter } from "../../../extension/store/writer.ts";
import { createNameNoteWriter } from "../../../extension/store/name-note-writer.ts";
import { readBackup } from "../../../tools/whole-backup.ts";
import { PAGE, changed, draftOf, made, notedOnName, originOn } from "../../records.ts";
import type { Random } from "../random.ts";
import { createWorld } from "./world.ts";
import { everything } from "../../everything.ts";

type Plain = Record<string, unknown>;

/** Something in the place of a value, of a kind that it never has. */
const rubbish = (random: Random): unknown =>
  random.pick([null, 7, "", "x", [], {}, true, Number.NaN, [null], { a: 1 }]);

/** A record with something in it damaged, at any depth. */
function damaged(record: Plain, random: Random): Plain {
  const copy = structuredClone(record);
  let place = copy;
  for (;;) {
    const keys = Object.keys(place).filter((key) => place !== copy || (key !== "id" && key !== "number"));
    if (keys.length === 0) return copy;
    const key = random.pick(keys);
    const value = place[key];
    if (typeof value === "object" && value !== null && !Array.isArray(value) && random.chance(0.6)) {
      place = value as Plain;
    } else {
      if (random.chance(0.5)) delete place[key];
      else place[key] = rubbish(random);
      return copy;
    }
  }
}

/** Damages records among good ones. The good ones are listed, found, changed, undone and exported as ever. */
export async function runDamage(random: Random): Promise<string[]> {
  const world = createWorld(random);
  try {
    const now = (): Date => new Date(world.clock.now());
    const database = world.database();
    const writer = createWriter(database, now);
    const names = createNameNoteWriter(database, now);
    const drafts = Array.from({ length: random.between(2, 8) }, (_, index) =>
      draftOf(`the piles ${index}`, { note: random.word(5), tags: [random.word(3)] }),
    );
    for (const draft of drafts) await writer.save(made(draft));
    const notes = Array.from({ length: random.between(1, 4) }, () => ({
      id: crypto.randomUUID(),
      subject: { kind: "person" as const, name: "Edvard Moen" },
      origin: originOn(),
      changes: { note: random.word(5) },
    }));
    for (const note of notes) await names.save(notedOnName(note));
    await names.keepArticle({
      ...originOn(),
      outlet: null,
      published: null,
      subjects: [],
      sheet: null,
      fingerprint: null,
    });
    await writer.correct({
      about: "name",
      id: crypto.randomUUID(),
      name: "Moen",
      verdict: "person",
      from: null,
      scope: { kind: "always" },
    });

    for (const table of database.tables) {
      for (const record of (await table.toArray()) as Plain[]) {
        if (!random.chance(0.5)) continue;
        const isKeyed = ["steps", "settings", "sites", "changes", "tags", "jobs"].includes(table.name);
        const key = isKeyed || random.chance(0.5) ? {} : { id: crypto.randomUUID() };
        // One more beside the good ones: what was damaged itself is nobody's to bring back.
        if (Object.keys(key).length > 0) await table.put({ ...damaged(record, random), ...key }).catch(() => null);
      }
    }
    return await whatFails(
      database,
      now,
      drafts.map(({ id }) => id),
      notes.map(({ id }) => id),
    );
  } finally {
    await world.stop();
  }
}

/** Does everything that a user does with the good records. */
async function whatFails(
  database: Database,
  now: () => Date,
  ids: readonly string[],
  noteIds: readonly string[],
): Promise<string[]> {
  const wrong: string[] = [];
  const attempt = async (what: string, work: () => Promise<boolean>): Promise<void> => {
    try {
      if (!(await work())) wrong.push(`${what}: not all of the good records`);
    } catch (error) {
      wrong.push(`${what}: ${String(error)}`);
    }
  };
  const hasAll = (found: readonly { readonly id: string }[], wanted: readonly string[]): boolean =>
    wanted.every((id) => found.some((record) => record.id === id));
  await attempt("the highlights of a page", async () => hasAll(await annotationsOfPage(database, PAGE), ids));
  await attempt("the newest notes", async () =>
    hasAll((await newestNotes(database, 1_000)).items, [...ids, ...noteIds]),
  );
  await attempt("the notes on names", async () => hasAll((await everything(database)).subjectNotes, noteIds));
  await attempt("what is kept on a name", async () =>
    hasAll((await keptOnNames(database, [{ kind: "person", name: "Edvard Moen", aliases: [] }], "")).notes, noteIds),
  );
  await attempt("tags", async () => (await tagsInUse(database)).length >= 1);
  await attempt("corrections", async () => (await allCorrections(database)).length >= 1);
  await attempt("a backup", async () => {
    const all = await everything(database);
    const read = readBackup(JSON.stringify(all));
    return hasAll(all.annotations, ids) && hasAll(all.subjectNotes, noteIds) && (read.ok || read.error !== undefined);
  });
  await attempt("saving", async () => {
    const saved = await createWriter(database, now).save(changed(ids[0] ?? "", { note: "still" }));
    return saved.ok && saved.value.body.note === "still";
  });
  await attempt("undo", async () => {
    const { undo } = await historyView(database);
    return (await createUndo(database, now).move(undo?.number ?? 0, "undo")).ok;
  });
  await attempt("tidying", async () => {
    await forgetDeleted(database, now());
    return hasAll(await annotationsOfPage(database, PAGE), ids);
  });
  return wrong;
}
