import { useMemo } from "preact/hooks";
import type { Body } from "../../../src/annotation/records/annotation.ts";
import type { SubjectNote } from "../../../src/annotation/records/name-note.ts";
import type { NamedSubject } from "../../../src/annotation/records/name.ts";
import type { PageReport } from "../../calls/page-report.ts";
import type { AboutSubject } from "../../../src/reading/about-name.ts";
import { aboutSubject } from "../../../src/reading/about-name.ts";
import { namedSubjects } from "../../../src/reading/named.ts";
import { failure, type Result } from "../../../src/result.ts";
import { callBackground } from "../../calls/call.ts";
import { callWriting } from "../../calls/unsent.ts";
import type { Database } from "../../store/database.ts";
import { keptOnNames } from "../../store/name-note-queries.ts";
import { removeNote } from "./remove-note.ts";
import type { Say } from "../toast.tsx";
import { useLiveQuery } from "../../ui/use-live-query.ts";

/** The reader's notes on the names of a page. */
export interface NameNotes {
  /** What is kept about a name, or `null` while that is not known. */
  about(subject: NamedSubject): AboutSubject | null;
  /** Resolves to what is stored then. */
  save(id: string, subject: NamedSubject, changes: Partial<Body>): Promise<Result<SubjectNote>>;
  remove(note: SubjectNote): Promise<void>;
}

export function useNameNotes(database: Database, report: PageReport | null, say: Say): NameNotes {
  const analysis = report?.analysis ?? null;
  const page = report?.page ?? "";
  const kept = useLiveQuery(
    () => keptOnNames(database, analysis === null ? [] : namedSubjects(analysis), page),
    [database, analysis, page],
  );
  return useMemo(
    () => ({
      about: (subject) => (kept.state === "ready" ? aboutSubject(kept.value, subject) : null),
      async save(id, { kind, name }, changes) {
        if (report === null) return failure("not-found", "there is no page");
        const { facts, address } = report;
        const origin = { source: address, page, title: (facts.headline ?? report.site).slice(0, 2_000) };
        const saved = await callWriting("saveSubjectNote", { id, subject: { kind, name }, origin, changes });
        if (!saved.ok) return saved;
        // The first word makes this one of the reader's articles.
        if (saved.value.revision === 1 && analysis !== null) {
          const { outlet, publishedLocal } = facts;
          const published = publishedLocal?.slice(0, 10) ?? null;
          await callBackground("keepArticle", { ...origin, outlet, published, subjects: namedSubjects(analysis) });
        }
        return saved;
      },
      async remove(note) {
        await removeNote(note, say);
      },
    }),
    [kept, report],
  );
}
