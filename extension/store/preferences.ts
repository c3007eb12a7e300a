import type { Preferences } from "../../src/exchange/backup.ts";
import type { Database } from "./database.ts";
import { chosenMarking } from "./marking.ts";
import { colourNames } from "./queries.ts";

/** What the user has chosen once and for all, as a backup has it. */
export const preferencesOf = async (database: Database): Promise<Preferences> => ({
  colourNames: await colourNames(database),
  marking: await chosenMarking(database),
});
