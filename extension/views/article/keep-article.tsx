import { keptOf } from "../../../src/reading/kept.ts";
import { callBackground } from "../../calls/call.ts";
import type { PageReport } from "../../calls/page-report.ts";
import { message } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { useLiveQuery } from "../../ui/use-live-query.ts";
import type { Say } from "../toast.tsx";

interface KeepArticleProps {
  readonly database: Database;
  readonly report: PageReport;
  readonly say: Say;
}

/** Keeps an article with who says what in it, without a highlight; pressed again, no longer. */
export function KeepArticle({ database, report, say }: KeepArticleProps) {
  const { page, analysis, article, facts } = report;
  const stored = useLiveQuery(async () => (await database.articles.get(page)) ?? null, [database, page]);
  if (analysis === null || article === null || stored.state !== "ready") return null;
  const isKept = stored.value !== null && stored.value.kept !== null;
  const keep = async (): Promise<void> => {
    const title = (facts.headline ?? report.site).slice(0, 2_000);
    const known = { page, source: report.address, title, ...keptOf(analysis, article, facts) };
    const done = await callBackground("setKept", { page, isKept: !isKept, article: known });
    if (!done.ok) say({ text: failureText(done.error), tone: "error", undo: null });
  };
  return (
    <button type="button" class="plain" aria-pressed={isKept} onClick={() => void keep()}>
      {message(isKept ? "keptArticle" : "keepArticle")}
    </button>
  );
}
