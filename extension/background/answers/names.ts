import { success } from "../../../src/result.ts";
import type { BackgroundCalls } from "../../calls/background-calls.ts";
import type { Handlers } from "../../calls/entry.ts";
import type { Change } from "../../calls/schemas.ts";
import { done } from "../../calls/serve.ts";
import type { NameNoteWriter } from "../../store/name-note-writer.ts";
import { told } from "../tell-readers.ts";

/** Calls about notes on names, and about the articles that name them. */
export const answersOnNames = (writer: NameNoteWriter) =>
  ({
    deleteNameNote: async ({ id }, sender) => told(await writer.removeNote(id), changeOfNames, sender),
    restoreNameNote: async ({ id }, sender) => told(await writer.restoreNote(id), changeOfNames, sender),
    keepArticle: async (names, sender) => {
      const kept = await writer.keepArticle(names);
      if (!kept.ok) return kept;
      return kept.value ? told(success(null), changeOfNames, sender) : done;
    },
  }) satisfies Partial<Handlers<BackgroundCalls>>;

const changeOfNames = (): Change => ({ kind: "names" });
