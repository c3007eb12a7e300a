import { useEffect, useState } from "preact/hooks";
import { message } from "../locale/message.ts";
import type { SearchClient } from "../search/client.ts";

/** How far the search is, while it is made ready for the first time or anew. Nothing where it is. */
export function Making({ search }: { readonly search: SearchClient }) {
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number } | null>(null);
  useEffect(
    () =>
      search.watch((news) => {
        if (news.kind === "progress") setProgress(news.done < news.total ? news : null);
      }),
    [search],
  );
  if (progress === null) return null;
  const { done, total } = progress;
  return (
    <div class="making" role="status">
      <label>
        {message("makingSearch")}
        <progress value={done} max={total} />
      </label>
    </div>
  );
}
