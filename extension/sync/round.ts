import { checkEnvelope } from "../../src/sync/check.ts";
import type { Envelope, TravellingList } from "../../src/sync/envelope.ts";
import { ownerLabels } from "../store/owners.ts";
import type { SyncProblem } from "../calls/sync-answers.ts";
import type { Exchanged, Untaken } from "../store/rows.ts";
import { NO_PROGRESS, PROGRESS, type SyncKeys, type SyncProgress } from "../store/sync-rows.ts";
import { HEADER, headerFrom } from "./header.ts";
import { type Arrived, gather, type Here, lost, sent, SLICE, take } from "./ledger.ts";
import { nameOf, open, seal } from "./seal.ts";
import type { Answer, Change, Document, Sent, Sequence, Server } from "./server.ts";

/** One round: what the server has is taken up first, and then what is here is sent, until both have the same. */

/** How a round ended. */
export type Outcome =
  { readonly ok: true; readonly changed: number } | { readonly ok: false; readonly problem: SyncProblem };

export interface Round extends Here {
  readonly server: Server;
  readonly keys: SyncKeys;
  readonly epoch: string;
}

/** How many changes are asked for at once, how many documents, and how many characters are sent at once. */
const CHANGES = 1_000;
const SENT_AT_ONCE = 1_000_000;
/** How often what the server got meanwhile is taken up before what is left waits for the next round. */
const TURNS = 10;

/** What ends a round early. */
class Stopped extends Error {
  constructor(readonly problem: SyncProblem) {
    super(problem);
  }
}

function valueOf<T>(answer: Answer<T>): T {
  if (!answer.ok) throw new Stopped(answer.problem);
  return answer.value;
}

export async function runRound(round: Round): Promise<Outcome> {
  try {
    await checkDatabase(round);
    let changed = await pull(round);
    await gatherAll(round);
    for (let turn = 0; turn < TURNS; turn += 1) {
      const behind = await push(round);
      if (behind.length === 0) break;
      changed += await fetchAndTake(round, behind, true);
    }
    return { ok: true, changed };
  } catch (error) {
    if (error instanceof Stopped) return { ok: false, problem: error.problem };
    console.error(error);
    return { ok: false, problem: "storage" };
  }
}

/** Looks at all that was written here, and tells how far that is where it is much. */
async function gatherAll(round: Round): Promise<void> {
  const { outgoing } = round.database;
  const total = await outgoing.count();
  while (await gather(round)) {
    if (total <= SLICE) continue;
    await noteProgress(round, { working: { done: Math.max(0, total - (await outgoing.count())), total } });
  }
}

/** Nothing is taken from, or sent to, a database that is another one by now under the same name. */
async function checkDatabase({ server, epoch }: Round): Promise<void> {
  const header = valueOf(await server.document(HEADER));
  if (header === null) throw new Stopped(valueOf(await server.state()) === null ? "no-database" : "rebuilt");
  const known = headerFrom(header.content);
  if (known?.epoch !== epoch) throw new Stopped("rebuilt");
}

export async function progressOf({ database }: Pick<Here, "database">): Promise<SyncProgress> {
  const row = await database.sync.get(PROGRESS);
  return row?.name === PROGRESS ? row : NO_PROGRESS;
}

export async function noteProgress({ database }: Pick<Here, "database">, change: Partial<SyncProgress>): Promise<void> {
  await database.transaction("rw", database.sync, async () => {
    await database.sync.put({ ...(await progressOf({ database })), ...change });
  });
}

async function pull(round: Round): Promise<number> {
  const state = valueOf(await round.server.state());
  if (state === null) throw new Stopped("no-database");
  const before = await progressOf(round);
  // A server that was put back to an older state has fewer changes than it had.
  const mustCompare = before.mustCompare || placeIn(state.last) < placeIn(before.since);
  if (mustCompare) await noteProgress(round, { mustCompare, since: null });
  let changed = 0;
  let done = 0;
  const seen = new Set<string>();
  for (;;) {
    const { since } = await progressOf(round);
    const { changes, last } = valueOf(await round.server.changes(since, CHANGES));
    if (changes.length === 0) {
      if (mustCompare) await compare(round, seen);
      return changed;
    }
    for (const { id } of changes) seen.add(id);
    const known = await round.database.exchanged
      .where("doc")
      .anyOf(changes.map(({ id }) => id))
      .toArray();
    const revs = new Map(known.map(({ doc, rev }) => [doc, rev]));
    const isNews = ({ id, revs: [first, ...others] }: Change): boolean =>
      id !== HEADER && !id.startsWith("_") && (others.length > 0 || revs.get(id) !== first);
    const news = changes.filter(isNews);
    const split = news.filter(({ revs: leaves }) => leaves.length > 1).map(({ id }) => id);
    const single = news.filter(({ revs: leaves }) => leaves.length === 1);
    await lost(
      round,
      single.filter(({ isDeleted }) => isDeleted).map(({ id }) => id),
    );
    const asked = single.filter(({ isDeleted }) => !isDeleted).map(({ id }) => id);
    for (let at = 0; at < asked.length; at += SLICE) {
      const slice = asked.slice(at, at + SLICE);
      changed += await fetchAndTake(round, slice);
      done += slice.length;
      if (asked.length > SLICE) await noteProgress(round, { working: { done, total: Math.max(state.count, done) } });
    }
    for (const id of split) changed += await takeLeaves(round, id);
    // Only now: ended before this, the same is taken up once more, which changes nothing.
    await noteProgress(round, { since: last });
  }
}

/** How far a sequence is. A cluster's is a number with more behind it. */
const placeIn = (sequence: Sequence | null): number => Number.parseInt(String(sequence ?? 0), 10) || 0;

/** What the server had and has no more is sent again. */
async function compare(round: Round, seen: ReadonlySet<string>): Promise<void> {
  const known = await round.database.exchanged.filter(({ rev }) => rev !== null).toArray();
  const missing = known.filter(({ doc }) => !seen.has(doc)).map(({ doc }) => doc);
  await lost(round, missing);
  await noteProgress(round, { mustCompare: false });
}

/** @param areWritten whether they are of those that were known to be there: what is missing of them is sent again. */
async function fetchAndTake(round: Round, ids: readonly string[], areWritten = false): Promise<number> {
  const documents = valueOf(await round.server.documents(ids)).filter(({ isDeleted }) => !isDeleted);
  if (areWritten) {
    const there = new Set(documents.map(({ id }) => id));
    await lost(
      round,
      ids.filter((id) => !there.has(id)),
    );
  }
  return takeAll(
    round,
    documents.map((document) => [document]),
  );
}

/** Where two servers took different versions of a document: both are joined, and one of them is left. */
async function takeLeaves(round: Round, id: string): Promise<number> {
  const leaves = valueOf(await round.server.leaves(id)).filter(({ isDeleted }) => !isDeleted);
  // The one that the server shows is the one to be written over.
  const shown = valueOf(await round.server.document(id))?.rev;
  const inOrder = leaves.toSorted((a, b) => Number(b.rev === shown) - Number(a.rev === shown));
  const [first, ...others] = inOrder;
  if (first === undefined) {
    await lost(round, [id]);
    return 0;
  }
  const changed = await takeAll(round, [[first, ...others]]);
  const row = await round.database.exchanged.where("doc").equals(id).first();
  // What was not taken from any of them stays where it is.
  if (others.length > 0 && row !== undefined && row.waiting === 1) {
    const written = await sendRows(round, [row]);
    if (written.length === 0) {
      valueOf(await round.server.write(others.map(({ rev }) => ({ id, rev, content: null }))));
    }
  }
  return changed;
}

/** @param groups the versions of one document each. */
async function takeAll(round: Round, groups: readonly (readonly [Document, ...Document[]])[]): Promise<number> {
  const opened = await Promise.all(groups.map((versions) => openAll(round, versions)));
  const lists = new Map<TravellingList, Arrived[]>();
  const untaken: Untaken[] = [];
  const taken: string[] = [];
  for (const [index, one] of opened.entries()) {
    const [document] = groups[index] ?? [];
    if (document === undefined) continue;
    if (typeof one === "string") {
      untaken.push({ doc: document.id, problem: one });
      continue;
    }
    taken.push(document.id);
    const { list } = one[0];
    lists.set(list, [...(lists.get(list) ?? []), { doc: document.id, rev: document.rev, envelopes: one }]);
  }
  let changed = 0;
  for (const [list, arrived] of lists) changed += await take(round, list, arrived);
  await round.database.untaken.bulkDelete(taken);
  await round.database.untaken.bulkPut(untaken);
  return changed;
}

type Opened = readonly [Envelope, ...Envelope[]] | Untaken["problem"];

/** All versions of a document, whole and of this very name; or why it is left alone. */
async function openAll({ keys }: Round, versions: readonly [Document, ...Document[]]): Promise<Opened> {
  const envelopes: Envelope[] = [];
  for (const { id, content } of versions) {
    const { sealed } = content as { readonly sealed?: unknown };
    const given = typeof sealed === "string" ? await open(keys, id, sealed) : undefined;
    const checked = checkEnvelope(given, ownerLabels);
    if (!checked.ok) return checked.problem;
    if ((await nameOf(keys, checked.envelope)) !== id) return "damaged";
    envelopes.push(checked.envelope);
  }
  return envelopes as [Envelope, ...Envelope[]];
}

/** Sends what waits. Gives the documents of which the server has a version that is not known here. */
async function push(round: Round): Promise<readonly string[]> {
  const behind: string[] = [];
  const tried = new Set<string>();
  let total = await round.database.exchanged.where("waiting").equals(1).count();
  const all = total;
  for (;;) {
    const rows = await round.database.exchanged
      .where("waiting")
      .equals(1)
      .filter(({ place, refused, envelope }) => refused === 0 && envelope !== null && !tried.has(place))
      .limit(SLICE)
      .toArray();
    if (rows.length === 0) return behind;
    for (const { place } of rows) tried.add(place);
    behind.push(...(await sendRows(round, rows)));
    total -= rows.length;
    if (all > SLICE) await noteProgress(round, { working: { done: all - total, total: all } });
  }
}

async function sendRows(round: Round, rows: readonly Exchanged[]): Promise<readonly string[]> {
  const documents = await Promise.all(
    rows.map(async ({ doc, rev, envelope }): Promise<Sent & { readonly size: number }> => {
      const sealed = await seal(round.keys, doc, envelope);
      return { id: doc, rev, content: { sealed }, size: sealed.length };
    }),
  );
  const behind: string[] = [];
  for (let at = 0; at < rows.length;) {
    let size = 0;
    let end = at;
    while (end < rows.length && (end === at || size < SENT_AT_ONCE)) size += documents[end++]?.size ?? 0;
    behind.push(...(await sendBatch(round, rows.slice(at, end), documents.slice(at, end))));
    at = end;
  }
  return behind;
}

async function sendBatch(round: Round, rows: readonly Exchanged[], docs: readonly Sent[]): Promise<readonly string[]> {
  const answer = await round.server.write(docs);
  if (!answer.ok && answer.problem === "too-long") {
    // Too much at once goes in halves; a document that is too long by itself must not hold up the others.
    if (rows.length === 1) return refuse(round, rows);
    const half = Math.ceil(rows.length / 2);
    const first = await sendBatch(round, rows.slice(0, half), docs.slice(0, half));
    return [...first, ...(await sendBatch(round, rows.slice(half), docs.slice(half)))];
  }
  const written = new Map(valueOf(answer).map((one) => [one.id, one]));
  const taken = rows.flatMap((row) => {
    const one = written.get(row.doc);
    return one?.outcome === "taken" ? [{ row, rev: one.rev }] : [];
  });
  await sent(round, taken);
  await refuse(
    round,
    rows.filter(({ doc }) => written.get(doc)?.outcome === "refused"),
  );
  return rows.filter(({ doc }) => written.get(doc)?.outcome === "conflict").map(({ doc }) => doc);
}

async function refuse({ database }: Round, rows: readonly Exchanged[]): Promise<readonly string[]> {
  await database.exchanged.bulkUpdate(rows.map(({ place }) => ({ key: place, changes: { refused: 1 } })));
  return [];
}
