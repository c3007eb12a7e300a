import { useEffect, useMemo } from "preact/hooks";
import type { Analysis } from "../../../src/analyse.ts";
import type { Body } from "../../../src/annotation/records/annotation.ts";
import { isOnName, type NameNote } from "../../../src/annotation/records/name-note.ts";
import type { Named } from "../../../src/annotation/records/name.ts";
import type { Article } from "../../../src/text/article.ts";
import type { UnsavedNameNote } from "../../../src/annotation/unsaved.ts";
import { type AboutName, aboutName } from "../../../src/reading/about-name.ts";
import { namedIn } from "../../../src/reading/named.ts";
import { callBackground } from "../../calls/call.ts";
import type { Outbox } from "../../calls/outbox.ts";
import type { PageReport } from "../../calls/page-report.ts";
import type { Database } from "../../store/database.ts";
import { keptOnNames } from "../../store/name-note-queries.ts";
import { useLiveQuery } from "../../ui/use-live-query.ts";
import type { Say } from "../toast.tsx";
import { removeNote } from "./remove-note.ts";

/** The user's notes on the names of a page. */
export interface NameNotes {
  /** What is kept about a name, or `null` while that is not known. */
  about(named: Named): AboutName | null;
  /** Says which note was changed. */
  unsavedWith(id: string, named: Named, changes: Partial<Body>): UnsavedNameNote;
  remove(note: NameNote): Promise<void>;
}

export function useNameNotes(database: Database, outbox: Outbox, report: PageReport | null, say: Say): NameNotes {
  const analysis = report?.analysis ?? null;
  const page = report?.page ?? "";
  const kept = useLiveQuery(
    () => keptOnNames(database, analysis === null ? [] : namedIn(analysis), page),
    [database, analysis, page],
  );
  useEffect(
    () =>
      outbox.watch((event) => {
        if (event.kind !== "sent" || !event.result.ok || report === null || analysis === null) return;
        const { value } = event.result;
        // The first word makes this one of the user's articles.
        if (!isOnName(value) || value.revision > 1 || value.origin.page !== page) return;
        void keep(value.origin, analysis, report);
      }),
    [report],
  );
  return useMemo(
    () => ({
      about: (named) => (kept.state === "ready" ? aboutName(kept.value, named) : null),
      unsavedWith(id, { kind, name }, changes) {
        if (report === null) throw new Error("a name is of no page");
        const title = (report.facts.headline ?? report.site).slice(0, 2_000);
        const origin = { source: report.address, page, title };
        return { kind: "name-note", id, subject: { kind, name }, origin, changes };
      },
      async remove(note) {
        await removeNote(note, say);
      },
    }),
    [kept, report],
  );
}

const NO_TEXT: Article = { text: "", parts: [], language: null };

/** Keeps who says what in an article. How that is gathered is loaded now: of most pages nothing is kept. */
async function keep(origin: NameNote["origin"], analysis: Analysis, { article, facts }: PageReport): Promise<void> {
  const { keptOf } = await import("../../../src/reading/kept.ts");
  await callBackground("keepArticle", { ...origin, ...keptOf(analysis, article ?? NO_TEXT, facts) });
}
