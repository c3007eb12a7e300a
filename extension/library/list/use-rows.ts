import { useEffect, useRef, useState } from "preact/hooks";
import type { ListAnswer, Row } from "../../search/requests.ts";
import type { SearchClient } from "../../search/client.ts";

/** How many rows are fetched together. */
const PAGE = 40;

/**
 * What stands in the rows of a list, fetched as they come into view. What was fetched for the list before stays until
 * it comes anew, so that nothing flickers.
 *
 * @param listed the list, or `null` where there is none yet.
 */
export function useRows(
  search: SearchClient,
  listed: ListAnswer | null,
  first: number,
  last: number,
): (row: number) => Row | null {
  const known = useRef(new Map<number, Row>());
  const asked = useRef(new Set<number>());
  const of = useRef<ListAnswer | null>(null);
  const generation = useRef<number | null>(null);
  const [, setRound] = useState(0);
  if (of.current !== listed) {
    of.current = listed;
    asked.current = new Set();
    // Rows have other numbers now.
    if (generation.current !== (listed?.generation ?? null)) known.current = new Map();
    generation.current = listed?.generation ?? null;
  }
  const describe = async (list: ListAnswer, page: number, wanted: readonly number[]): Promise<void> => {
    try {
      const described = await search.ask("describe", { generation: list.generation, rows: wanted });
      // The list that comes next is on its way already.
      if (described === null || of.current !== list) return;
      wanted.forEach((row, at) => known.current.set(row, described[at] ?? { kind: "gone" }));
      setRound((round) => round + 1);
    } catch {
      asked.current.delete(page);
    }
  };
  useEffect(() => {
    if (listed === null) return;
    for (let page = Math.floor(first / PAGE); page <= Math.floor(last / PAGE); page += 1) {
      if (asked.current.has(page)) continue;
      asked.current.add(page);
      const rows = [...listed.rows.subarray(page * PAGE, (page + 1) * PAGE)];
      if (rows.length === 0) continue;
      void describe(listed, page, rows);
    }
  });
  return (row) => known.current.get(row) ?? null;
}
