import { collect } from "../../../src/exchange/collect.ts";
import { success } from "../../../src/result.ts";
import type { BackgroundCalls } from "../../calls/background-calls.ts";
import type { Handlers } from "../../calls/entry.ts";
import type { Database } from "../../store/database.ts";
import { colourNames, settingsOfSite } from "../../store/queries.ts";
import { tagsInUse } from "../../store/tag-counts.ts";
import { guarded } from "../../store/records.ts";
import type { Writer } from "../../store/writer.ts";
import { publishSites, revisitSite } from "../sites.ts";
import { told } from "../tell-readers.ts";

/** Calls about what holds on all pages: tags, colours, sites, and backups of everything. */
export const answersOnSettings = (database: Database, writer: Writer) =>
  ({
    listTags: () => guarded(async () => success(await tagsInUse(database))),
    readColourNames: () => guarded(async () => success(await colourNames(database))),
    saveColourNames: async (names, sender) =>
      told(await writer.nameColours(names), () => ({ kind: "colours" }), sender),
    siteSettings: ({ site }) => guarded(async () => success(await settingsOfSite(database, site))),
    saveSiteSettings: async (settings) => {
      const saved = await writer.saveSite(settings);
      if (saved.ok) {
        await publishSites(database);
        // The popup asks the page for its state next, which must be the new one by then.
        await revisitSite(saved.value);
      }
      return saved;
    },
    takeUp: ({ items, colourNames: names }) => writer.takeUp(collect(items, names)),
    tookUp: async (_nothing, sender) => {
      await publishSites(database);
      return told(success(null), () => ({ kind: "everything" }), sender);
    },
  }) satisfies Partial<Handlers<BackgroundCalls>>;
