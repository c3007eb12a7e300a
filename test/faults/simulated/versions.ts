import { Dexie } from "dexie";
import { Database } from "../../../extension/store/database.ts";
import { correctionsOfPage, settingsOfSite } from "../../../extension/store/queries.ts";
import { changedIn } from "../../../src/annotation/unsaved.ts";
import { PAGE, annotationOf, draftOf } from "../../records.ts";
import type { Random } from "../random.ts";
import { runIn } from "./clock.ts";
import { createWorld, type World } from "./world.ts";
import { everything } from "../../everything.ts";

/** Every form that the database has had: what its tables were, as users may still have it on their disks. */
const VERSIONS: readonly Readonly<Record<string, string>>[] = [
  { annotations: "id, target.page, created, modified", sites: "site" },
  { corrections: "id, scope.kind, scope.page, modified" },
  {
    articles: "id, *keys",
    subjectNotes: "id, key, origin.page, created, modified",
    settings: "key",
    steps: "++number, undone",
    sightings: "id",
  },
  {},
  { merges: "id", searches: "id, created", changes: "++number", tags: "tag", jobs: "name" },
  { articles: "id, *keys, *printKeys" },
  {
    annotations: "id, target.page, created, modified, deleted",
    corrections: "id, scope.kind, scope.page, modified, deleted",
    merges: "id, deleted",
    searches: "id, created, deleted",
  },
];

/** What such a database held. */
interface Held {
  readonly notes: ReadonlyMap<string, string>;
  readonly corrections: number;
  readonly isOff: boolean;
}

/** Makes a database of an older version with random records in it, in the form that they had then. */
async function makeOld(version: number, random: Random): Promise<Held> {
  const old = new Dexie("sourceline");
  VERSIONS.slice(0, version).forEach((stores, index) => old.version(index + 1).stores(stores));
  const notes = new Map<string, string>();
  const count = random.between(1, 40);
  for (let index = 0; index < count; index += 1) {
    const note = random.word(random.between(0, 30));
    const { id } = draftOf("");
    notes.set(id, note);
    await old.table("annotations").add(annotationOf({ note }, { id }));
  }
  const isOff = random.chance(0.5);
  const site = "post.example";
  await old
    .table("sites")
    .add(version < 3 ? { site, highlighting: !isOff } : { site, mode: isOff ? "never" : "always" });
  const corrections = version < 2 ? 0 : random.between(0, 5);
  for (let index = 0; index < corrections; index += 1) {
    const instant = "1998-04-02T08:00:01.000Z";
    const stamps = { revision: 1, created: instant, modified: instant, deleted: null };
    const forms = [{ schema: 1 }, { schema: 1 }, { schema: 2, from: null }, { schema: 3, from: null, about: "name" }];
    const form = forms[version - 1] ?? forms.at(-1);
    const { id } = draftOf("");
    await old
      .table("corrections")
      .add({ id, name: random.word(6), verdict: "none", scope: { kind: "always" }, ...form, ...stamps });
  }
  old.close();
  return { notes, corrections, isOff };
}

/** What of it the database of today does not have any more. */
async function missingIn(database: Database, held: Held): Promise<string[]> {
  const wrong: string[] = [];
  const all = await everything(database);
  const found = new Map(all.annotations.map(({ id, body }) => [id, body.note]));
  for (const [id, note] of held.notes) if (found.get(id) !== note) wrong.push(`“${note}” became “${found.get(id)}”`);
  const corrections = await correctionsOfPage(database, PAGE);
  if (corrections.length !== held.corrections) wrong.push(`${corrections.length} of ${held.corrections} corrections`);
  const { mode } = await settingsOfSite(database, "post.example");
  if ((mode === "never") !== held.isOff) wrong.push(`the site is ${mode}`);
  return wrong;
}

/** A database of any older version is opened; in half of the runs, the disk is full at first. */
export async function runUpgrade(random: Random): Promise<string[]> {
  const world = createWorld(random);
  try {
    const version = random.between(1, VERSIONS.length);
    const held = await makeOld(version, random);
    if (random.chance(0.5)) {
      world.machine.isFull = true;
      await world
        .database()
        .open()
        .catch(() => null);
      world.endBackground();
      world.machine.isFull = false;
    }
    return await missingIn(world.database(), held);
  } finally {
    await world.stop();
  }
}

/** An old version's page holds the database open and does not let go for a while. Somebody writes meanwhile. */
export async function runBlockedUpgrade(random: Random): Promise<string[]> {
  const world = createWorld(random);
  try {
    return await writeWhileBlocked(world, random);
  } finally {
    await world.stop();
  }
}

async function writeWhileBlocked(world: World, random: Random): Promise<string[]> {
  const version = random.between(1, VERSIONS.length - 1);
  const held = await makeOld(version, random);
  const old = await new Promise<IDBDatabase>((resolve) => {
    // Dexie counts in tens.
    const request = (Dexie.dependencies.indexedDB as IDBFactory).open("sourceline", version * 10);
    request.addEventListener("success", () => resolve(request.result));
  });
  const page = world.open();
  const [id = ""] = held.notes.keys();
  const wrong: string[] = [];
  const text = random.word(12);
  runIn(page.process, () => page.outbox.put(changedIn(id, { note: text }), random.pick(["at-once", "after-rest"])));
  await world.clock.pass(random.between(8_000, 60_000));
  if (page.outbox.failureOf(id) === null) wrong.push("nobody was told that nothing is saved");
  const isClosed = random.chance(0.5);
  if (isClosed) page.close();
  await world.clock.pass(1_000);
  old.close();
  wrong.push(...(await world.settle()));
  const notes = new Map(held.notes).set(id, text);
  return [...wrong, ...(await missingIn(world.database(), { ...held, notes }))];
}
