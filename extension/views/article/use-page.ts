import { useEffect, useState } from "preact/hooks";
import { ASK_AGAIN, askPage, isUnderWay, type Page } from "./ask-page.ts";

/** Asks the page's reader, and again until it has finished. `ask` asks anew after something changed there. */
export function usePage(): { readonly page: Page; readonly ask: () => void } {
  const [page, setPage] = useState<Page>({ state: "loading", tabId: null });
  const [round, setRound] = useState(0);

  useEffect(() => {
    let isCurrent = true;
    let timer: ReturnType<typeof setTimeout> | undefined;
    void (async () => {
      const next = await askPage();
      if (!isCurrent) return;
      setPage(next);
      if (isUnderWay(next, round)) timer = setTimeout(ask, ASK_AGAIN);
    })();
    return () => {
      isCurrent = false;
      clearTimeout(timer);
    };
  }, [round]);

  const ask = (): void => setRound((count) => count + 1);
  return { page, ask };
}
