import { keysFrom } from "../../../extension/sync/seal.ts";
import { COLOURS_KEY } from "../../../extension/store/database.ts";
import { HEADER } from "../../../extension/sync/header.ts";
import { canonical } from "../../../src/sync/canonical.ts";
import type { Random } from "../random.ts";
import { createMachine, type Machine } from "./machine.ts";
import { createShared, serverFor } from "./server.ts";
import { createTexts } from "./texts.ts";

const EPOCH = "0".repeat(32);
const HEADER_FIELDS = { kind: "sourceline-sync", form: 1, epoch: EPOCH, rounds: 600_000, salt: "AAAA", secret: "AAAA" };
/** How often machines meet at the end, when nothing is in their way any more. */
const LAST_MEETINGS = 4;

const secret = crypto.getRandomValues(new Uint8Array(32));

/**
 * A random history of two to five machines with clocks that lie, messages that are lost or come twice, and backgrounds that are
 * ended at any moment. Gives what is wrong after all have met, in words.
 */
export async function runHistory(random: Random): Promise<string[]> {
  const keys = await keysFrom(secret);
  const shared = createShared();
  shared.documents.set(HEADER, { rev: "1-header", content: HEADER_FIELDS, at: 0 });
  const texts = createTexts(random);
  const ids: string[] = [];
  const machines: Machine[] = [];
  for (let count = random.between(2, 5); count > 0; count -= 1) {
    const way = (meanwhile: () => Promise<void>) => serverFor(shared, random, meanwhile);
    machines.push(await createMachine({ random, keys, epoch: EPOCH, texts, ids, way }));
  }
  shared.trouble = 0.05;
  for (let step = random.between(10, 40); step > 0; step -= 1) {
    const machine = random.pick(machines);
    await (random.chance(0.6) ? machine.act() : machine.sync(0.03));
  }
  shared.trouble = 0;
  for (let meeting = 0; meeting < LAST_MEETINGS; meeting += 1) for (const machine of machines) await machine.sync(0);
  const wrong = [...(await differences(machines)), ...(await lostTexts(machines[0], texts.standing))];
  for (const { database } of machines) await database.delete();
  return wrong;
}

const NO_NAMES = canonical({ key: COLOURS_KEY, names: {} });
const TABLES = ["annotations", "sites", "settings"] as const;

/** In what the machines differ, and what they still have to send. */
async function differences(machines: readonly Machine[]): Promise<string[]> {
  const wrong: string[] = [];
  const states = await Promise.all(
    machines.map(async ({ database }) => {
      const tables = await Promise.all(TABLES.map((name) => database.table<object>(name).toArray()));
      // No names at all are the same as names of nothing.
      const records = tables.map((rows) => rows.filter((row) => canonical(row) !== NO_NAMES));
      const envelopes = (await database.exchanged.toArray()).map(({ envelope }) => envelope);
      if ((await database.outgoing.count()) > 0) wrong.push("something is noted and was not looked at");
      if ((await database.exchanged.where("waiting").equals(1).count()) > 0) wrong.push("something still waits");
      if ((await database.untaken.count()) > 0) wrong.push("something was not taken");
      return [...records, envelopes].map(canonical);
    }),
  );
  for (const [index, name] of [...TABLES, "envelopes"].entries()) {
    const different = new Set(states.map((state) => state[index]));
    if (different.size > 1) wrong.push(`${name} differ: ${[...different].join("\n    ")}`);
  }
  return wrong;
}

/** Which acknowledged texts nobody replaced, and nobody has. */
async function lostTexts(
  machine: Machine | undefined,
  standing: ReadonlyMap<string, ReadonlySet<string>>,
): Promise<string[]> {
  const rows = (await machine?.database.exchanged.toArray()) ?? [];
  const held = new Map(
    rows.map(({ envelope }) => [envelope?.id, (envelope?.fields["note"] ?? []).map(({ value }) => value)]),
  );
  return [...standing].flatMap(([id, texts]) =>
    [...texts].filter((text) => held.get(id)?.includes(text) !== true).map((text) => `“${text}” of ${id} is lost`),
  );
}
