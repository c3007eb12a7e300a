import { aboutName } from "../../../src/reading/about-name.ts";
import { success } from "../../../src/result.ts";
import type { BackgroundCalls } from "../../calls/background-calls.ts";
import type { Handlers } from "../../calls/entry.ts";
import type { Change } from "../../calls/schemas.ts";
import { done } from "../../calls/serve.ts";
import type { Database } from "../../store/database.ts";
import { keptOnNames } from "../../store/name-note-queries.ts";
import type { NameNoteWriter } from "../../store/name-note-writer.ts";
import { guarded } from "../../store/records.ts";
import { told } from "../tell-readers.ts";

/** Calls about notes on names, and about the articles that name them. */
export const answersOnNames = (database: Database, writer: NameNoteWriter) =>
  ({
    aboutName: ({ named, page }) =>
      guarded(async () => success(aboutName(await keptOnNames(database, [named], page), named))),
    deleteNameNote: async ({ id }, sender) => told(await writer.removeNote(id), changeOfNames, sender),
    restoreNameNote: async ({ id }, sender) => told(await writer.restoreNote(id), changeOfNames, sender),
    keepArticle: async (names, sender) => {
      const kept = await writer.keepArticle(names);
      if (!kept.ok) return kept;
      return kept.value ? told(success(null), changeOfNames, sender) : done;
    },
  }) satisfies Partial<Handlers<BackgroundCalls>>;

const changeOfNames = (): Change => ({ kind: "names" });
