import { aboutSubject } from "../../../src/reading/about-name.ts";
import { success } from "../../../src/result.ts";
import type { BackgroundCalls } from "../../calls/background-calls.ts";
import type { Handlers } from "../../calls/entry.ts";
import type { Change } from "../../calls/schemas.ts";
import { done } from "../../calls/serve.ts";
import type { Database } from "../../store/database.ts";
import { keptOnNames } from "../../store/name-note-queries.ts";
import type { SubjectWriter } from "../../store/name-note-writer.ts";
import { guarded } from "../../store/records.ts";
import { told } from "../tell-readers.ts";

/** Calls about notes on names, and about the articles that name them. */
export const answersOnNames = (database: Database, writer: SubjectWriter) =>
  ({
    aboutSubject: ({ subject, page }) =>
      guarded(async () => success(aboutSubject(await keptOnNames(database, [subject], page), subject))),
    deleteSubjectNote: async ({ id }, sender) => told(await writer.removeNote(id), changeOfNames, sender),
    restoreSubjectNote: async ({ id }, sender) => told(await writer.restoreNote(id), changeOfNames, sender),
    keepArticle: async (names, sender) => {
      const kept = await writer.keepArticle(names);
      if (!kept.ok) return kept;
      return kept.value ? told(success(null), changeOfNames, sender) : done;
    },
  }) satisfies Partial<Handlers<BackgroundCalls>>;

const changeOfNames = (): Change => ({ kind: "subjects" });
