import { type Marking, USUAL_MARKING } from "../../src/annotation/records/marking.ts";
import { type Database, MARKING_KEY } from "./database.ts";

/** What the user has chosen to be marked on pages, or `null`. What is not whole (see sound.ts) is as if they had not said. */
export async function chosenMarking(database: Database): Promise<Marking | null> {
  const stored = await database.settings.get(MARKING_KEY);
  return stored !== undefined && "marking" in stored ? stored.marking : null;
}

/** What is marked on pages: what the user has chosen or, until then, the usual. */
export const markingOf = async (database: Database): Promise<Marking> =>
  (await chosenMarking(database)) ?? USUAL_MARKING;
