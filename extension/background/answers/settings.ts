import { success } from "../../../src/result.ts";
import type { BackgroundCalls } from "../../calls/background-calls.ts";
import type { Handlers } from "../../calls/entry.ts";
import type { Database } from "../../store/database.ts";
import { markingOf } from "../../store/marking.ts";
import { colourNames, settingsOfSite } from "../../store/queries.ts";
import { guarded } from "../../store/records.ts";
import type { Writer } from "../../store/writer.ts";
import { scheduleBackups } from "../../exchange/backlog.ts";
import { backUpIfDue, saveBackup } from "../scheduled-backup.ts";
import { publishSites, revisitSite } from "../sites.ts";
import { told } from "../tell-readers.ts";

/** Calls about what holds on all pages: tags, colours, sites, and backups of everything. */
export const answersOnSettings = (database: Database, writer: Writer) =>
  ({
    readColourNames: () => guarded(async () => success(await colourNames(database))),
    saveColourNames: async (names, sender) =>
      told(await writer.nameColours(names), () => ({ kind: "colours" }), sender),
    siteSettings: ({ site }) =>
      guarded(async () => success({ ...(await settingsOfSite(database, site)), marking: await markingOf(database) })),
    changeMarking: async (change, sender) =>
      told(await writer.changeMarking(change), (saved) => ({ kind: "marking", marking: saved }), sender),
    saveSiteSettings: async (settings) => {
      const saved = await writer.saveSite(settings);
      if (saved.ok) {
        await publishSites(database);
        // The popup asks the page for its state next, which must be the new one by then.
        await revisitSite(saved.value);
      }
      return saved;
    },
    scheduleBackups: (schedule) =>
      guarded(async () => {
        await scheduleBackups(schedule);
        // It may take long, and is no part of the answer.
        void backUpIfDue(database, new Date());
        return success(null);
      }),
    saveBackup,
    tookUp: async (_nothing, sender) => {
      await publishSites(database);
      return told(success(null), () => ({ kind: "everything" }), sender);
    },
  }) satisfies Partial<Handlers<BackgroundCalls>>;
