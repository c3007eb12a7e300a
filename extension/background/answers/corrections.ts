import type { Correction } from "../../../src/corrections/corrections.ts";
import { success } from "../../../src/result.ts";
import type { BackgroundCalls } from "../../calls/background-calls.ts";
import type { Handlers } from "../../calls/entry.ts";
import type { Change } from "../../calls/schemas.ts";
import type { Database } from "../../store/database.ts";
import { correctionsOfPage } from "../../store/queries.ts";
import { ownerLabels } from "../../store/owners.ts";
import { takeUpFormer } from "../../store/former-key.ts";
import { guarded } from "../../store/records.ts";
import type { Writer } from "../../store/writer.ts";
import { told } from "../tell-readers.ts";

/** Calls about what the user says that names are. */
export const answersOnCorrections = (database: Database, writer: Writer) =>
  ({
    listCorrections: ({ page, met }) =>
      guarded(async () => {
        await takeUpFormer(database, { page, met }, ownerLabels);
        return success(await correctionsOfPage(database, page));
      }),
    saveCorrection: async (draft, sender) => told(await writer.correct(draft), changeOf, sender),
    deleteCorrection: async ({ id }, sender) => told(await writer.removeCorrection(id), changeOf, sender),
    restoreCorrection: async ({ id }, sender) => told(await writer.restoreCorrection(id), changeOf, sender),
  }) satisfies Partial<Handlers<BackgroundCalls>>;

const changeOf = ({ scope }: Correction): Change => ({
  kind: "corrections",
  page: scope.kind === "page" ? scope.page : null,
});
