import type { BackgroundCalls } from "../../calls/background-calls.ts";
import type { Handlers } from "../../calls/entry.ts";
import { forgetInIndex, INDEX_LOCK } from "../../search/forget.ts";
import type { Database } from "../../store/database.ts";
import type { LibraryWriter } from "../../store/library-writer.ts";
import { openPassage } from "../open-passage.ts";
import { told } from "../tell-readers.ts";

/** Calls of the library: about many notes, about names and articles as such, and saved searches. */
export const answersOnLibrary = (database: Database, writer: LibraryWriter) =>
  ({
    // Which pages they are on is no matter: each reader looks whether its own are among them.
    changeMany: async (step, sender) => told(await writer.changeMany(step), () => ({ kind: "everything" }), sender),
    removeForGood: async ({ ids }) => {
      const removed = await writer.removeForGood(ids);
      if (removed.ok && removed.value > 0) await navigator.locks.request(INDEX_LOCK, () => forgetInIndex(database));
      return removed;
    },
    mergeNames: (draft) => writer.merge(draft),
    splitNames: ({ id }) => writer.split(id),
    mergeNamesAgain: ({ id }) => writer.mergeAgain(id),
    saveSearch: (draft) => writer.saveSearch(draft),
    deleteSearch: ({ id }) => writer.removeSearch(id),
    restoreSearch: ({ id }) => writer.restoreSearch(id),
    setKept: async ({ page, isKept, article }, sender) =>
      told(await writer.setKept(page, isKept, article), () => ({ kind: "names" }), sender),
    openPassage: ({ url, page, target }) => openPassage(url, page, target),
  }) satisfies Partial<Handlers<BackgroundCalls>>;
