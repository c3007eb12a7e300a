import { liveQuery } from "dexie";
import { useEffect, useState } from "preact/hooks";

/** What a query gives: nothing yet, a failure, or its answer. */
export type LiveAnswer<T> =
  { readonly state: "loading" } | { readonly state: "failed" } | { readonly state: "ready"; readonly value: T };

/** The answer of a query to the database, kept up to date whoever writes. `inputs` are what the query depends on. */
export function useLiveQuery<T>(query: () => Promise<T>, inputs: readonly unknown[]): LiveAnswer<T> {
  const [answer, setAnswer] = useState<LiveAnswer<T>>({ state: "loading" });
  useEffect(() => {
    const subscription = liveQuery(query).subscribe({
      next: (value) => setAnswer({ state: "ready", value }),
      error: () => setAnswer({ state: "failed" }),
    });
    return () => subscription.unsubscribe();
  }, inputs);
  return answer;
}
