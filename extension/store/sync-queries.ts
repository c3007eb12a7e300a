import { conflictOf, shownOf } from "../../src/sync/shown.ts";
import type { Database } from "./database.ts";
import { NO_PROGRESS, PROGRESS, SETUP, type SyncProgress, type SyncSetup } from "./sync-rows.ts";

/** How the sync is. */
export interface SyncState {
  readonly setup: SyncSetup;
  readonly progress: SyncProgress;
  /** How many records the server has not got as they are here; while a round goes through many, its progress tells that. */
  readonly waiting: number | null;
  /** How many of the server's are not taken, and of ours not accepted by it. */
  readonly untaken: number;
  readonly refused: number | null;
}

/** `null` where no sync is set up. */
export async function syncState(database: Database): Promise<SyncState | null> {
  const { exchanged, outgoing, sync, untaken } = database;
  const [setup, row] = await sync.bulkGet([SETUP, PROGRESS]);
  if (setup?.name !== SETUP) return null;
  const progress = row?.name === PROGRESS ? row : NO_PROGRESS;
  const known = { setup, progress, untaken: await untaken.count() };
  // Each step of a round asks for this anew: thousands that are on their way are not read for each.
  if (progress.working !== null) return { ...known, waiting: null, refused: null };
  const waiting = exchanged.where("waiting").equals(1);
  const places = new Set([...(await waiting.primaryKeys()), ...(await outgoing.toCollection().primaryKeys())]);
  const refused = await waiting.filter((one) => one.refused === 1).count();
  return { ...known, waiting: places.size - refused, refused };
}

/** A note that two machines said different things of. */
export interface Unsettled {
  readonly place: string;
  /** The words that it is on, or the name. */
  readonly about: string;
  readonly title: string;
  /** Its texts, the one that is shown first; none where the texts are not in question. */
  readonly texts: readonly string[];
  readonly isDeletionContested: boolean;
}

export async function unsettledNotes(database: Database): Promise<Unsettled[]> {
  const rows = await database.exchanged.where("unsettled").equals(1).toArray();
  return rows.flatMap(({ place, envelope }) => {
    const conflict = envelope === null ? null : conflictOf(envelope);
    return envelope === null || conflict === null
      ? []
      : [{ place, ...aboutOf(shownOf(envelope).content), ...conflict }];
  });
}

function aboutOf(content: Readonly<Record<string, unknown>>): Pick<Unsettled, "about" | "title"> {
  const target = content["target"] as { title: string; selectors: { quote: { exact: string } } } | undefined;
  if (target !== undefined) return { about: target.selectors.quote.exact, title: target.title };
  const named = content["about"] as { subject: { name: string }; origin: { title: string } } | undefined;
  if (named !== undefined) return { about: named.subject.name, title: named.origin.title };
  const [said] = Object.values(content);
  const { title, name } = (typeof said === "object" ? said : content) as { title?: string; name?: string };
  return { about: title ?? name ?? "", title: "" };
}
