import { useEffect, useState } from "preact/hooks";
import { watchPage } from "../../calls/page-news.ts";
import { ASK_AGAIN, askPage, isUnderWay, type Page } from "./ask-page.ts";

/**
 * Asks the page's reader, again until it has finished, and whenever that tells that something has changed. `ask` asks anew
 * where there is no reader to tell.
 */
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

  const watched = page.state === "read" ? page : null;
  useEffect(() => {
    if (watched === null) return undefined;
    return watchPage(
      watched.tabId,
      watched.frame,
      ({ kind }) => kind === "changed" && ask(),
      () => undefined,
    );
  }, [watched?.tabId, watched?.frame]);

  const ask = (): void => setRound((count) => count + 1);
  return { page, ask };
}
