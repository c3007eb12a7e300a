import { useEffect, useState } from "preact/hooks";
import type { RequestName, Requests } from "./requests.ts";
import type { SearchClient } from "./client.ts";

/** What the search answers: nothing yet, a failure, or its answer; with the one before while a new one is on its way. */
export type Answer<T> =
  | { readonly state: "loading" }
  | { readonly state: "failed" }
  | { readonly state: "ready"; readonly value: T; readonly isOld: boolean };

/**
 * The answer to a question, asked again when something was written. The last answer stays until the next is there.
 *
 * @param input what is asked, or `null` where nothing is; the same by its JSON is the same question.
 */
export function useAnswer<Name extends RequestName>(
  search: SearchClient,
  name: Name,
  input: Requests[Name]["takes"] | null,
): Answer<Requests[Name]["gives"]> {
  const [answer, setAnswer] = useState<Answer<Requests[Name]["gives"]>>({ state: "loading" });
  const question = JSON.stringify(input);
  useEffect(() => {
    if (question === "null" && name !== "totals") return undefined;
    let isCurrent = true;
    const ask = async (): Promise<void> => {
      try {
        const value = await search.ask(name, input as Requests[Name]["takes"]);
        if (isCurrent && value !== null) setAnswer({ state: "ready", value, isOld: false });
      } catch {
        if (isCurrent) setAnswer({ state: "failed" });
      }
    };
    setAnswer((before) => (before.state === "ready" ? { ...before, isOld: true } : { state: "loading" }));
    void ask();
    const end = search.watch((news) => {
      if (news.kind === "changed") void ask();
    });
    return () => {
      isCurrent = false;
      end();
    };
  }, [search, name, question]);
  return answer;
}
