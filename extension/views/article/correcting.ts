import type { Analysis } from "../../../src/analyse.ts";
import type { PageReport } from "../../calls/page-report.ts";
import type { Database } from "../../store/database.ts";
import type { Say } from "../toast.tsx";

/** What the user's say on a page's names and statements needs. */
export interface Correcting {
  readonly database: Database;
  readonly page: string;
  /** Of the page, for lists. */
  readonly title: string;
  /** What is recognised on the page, as corrections have it. */
  readonly analysis: Analysis;
  readonly say: Say;
}

/** What is needed for the page of a report; `null` where nothing is recognised that could be wrong. */
export function correctingOn(database: Database, report: PageReport | null, say: Say): Correcting | null {
  if (report === null || report.analysis === null) return null;
  const { analysis, page, facts } = report;
  return { database, page, title: facts.headline ?? "", analysis, say };
}
