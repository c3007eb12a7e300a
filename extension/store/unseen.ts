import type { TravellingList } from "../../src/sync/envelope.ts";
import type { Database } from "./database.ts";
import { placeKey } from "./rows.ts";

/**
 * Has another machine's text kept beside what is written over it by somebody who was not shown it: it came while they wrote.
 * In the transaction that stores what they wrote. Gives whether there is such a text.
 *
 * @param base the revision that they were shown; `null` where that is not known.
 */
export async function keepUnseen(
  database: Database,
  list: TravellingList,
  id: string,
  base: number | null,
): Promise<boolean> {
  if (!database.hasOutbox || base === null) return false;
  const place = placeKey(list, id);
  const row = await database.exchanged.get(place);
  if (row === undefined || (row.arrived ?? 0) <= base) return false;
  await database.exchanged.put({ ...row, isUnseen: 1 });
  return true;
}
