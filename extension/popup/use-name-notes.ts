import { useMemo } from "preact/hooks";
import type { Body } from "../../src/annotation/annotation.ts";
import type { SubjectNote } from "../../src/annotation/subject-note.ts";
import type { NamedSubject } from "../../src/entities/subject.ts";
import type { AboutSubject, PageReport } from "../../src/messaging/protocol.ts";
import { aboutSubject } from "../../src/reading/about-subject.ts";
import { namedSubjects } from "../../src/reading/named-subjects.ts";
import { type Failure, failure, type Result } from "../../src/messaging/result.ts";
import { message } from "../locale/message.ts";
import { callBackground } from "../messaging/call.ts";
import { callWriting } from "../messaging/unsent.ts";
import type { Database } from "../store/database.ts";
import { keptOnNames } from "../store/subject-queries.ts";
import { failureText } from "../ui/failure-text.ts";
import type { Say } from "./toast.tsx";
import { useLiveQuery } from "../ui/use-live-query.ts";

/** The reader's notes on the names of a page. */
export interface NameNotes {
  /** What is kept about a name, or `null` while that is not known. */
  about(subject: NamedSubject): AboutSubject | null;
  /** Resolves to what is stored then. */
  save(id: string, subject: NamedSubject, changes: Partial<Body>): Promise<Result<SubjectNote>>;
  remove(id: string): Promise<void>;
}

export function useNameNotes(database: Database, report: PageReport | null, say: Say): NameNotes {
  const analysis = report?.analysis ?? null;
  const page = report?.page ?? "";
  const kept = useLiveQuery(
    () => keptOnNames(database, analysis === null ? [] : namedSubjects(analysis), page),
    [database, analysis, page],
  );
  const fail = (error: Failure): void => say({ text: failureText(error), tone: "error", undo: null });
  const restore = async (id: string): Promise<void> => {
    const restored = await callBackground("restoreSubjectNote", { id });
    if (!restored.ok) fail(restored.error);
  };
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
      async remove(id) {
        const removed = await callBackground("deleteSubjectNote", { id });
        if (!removed.ok) return fail(removed.error);
        say({ text: message("subjectNoteDeleted"), tone: "plain", undo: () => void restore(id) });
      },
    }),
    [kept, report],
  );
}
