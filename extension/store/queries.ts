import type { Annotation } from "../../src/annotation/records/annotation.ts";
import type { ColourNames } from "../../src/annotation/records/colours.ts";
import type { Correction } from "../../src/corrections/corrections.ts";
import type { SiteSettings } from "../../src/annotation/records/site-settings.ts";
import { COLOURS_KEY, type Database } from "./database.ts";

/** What is asked of the database. Reading is free for the background and for every page of the extension. */

/** The annotations of one page, deleted ones aside, oldest first. */
export async function annotationsOfPage(database: Database, page: string): Promise<Annotation[]> {
  const all = await database.annotations.where("target.page").equals(page).sortBy("created");
  return all.filter(({ deleted }) => deleted === null);
}

/** A site's settings; its articles are read where nothing is stored. */
export async function settingsOfSite(database: Database, site: string): Promise<SiteSettings> {
  return (await database.sites.get(site)) ?? { site, mode: "auto" };
}

/** The sites for which the user has chosen that nothing or everything is read, by name. */
export async function chosenSites(database: Database): Promise<SiteSettings[]> {
  const sites = await database.sites.orderBy("site").toArray();
  return sites.filter(({ mode }) => mode !== "auto");
}

/** The corrections that hold on one page: its own, and those for everywhere. */
export async function correctionsOfPage(database: Database, page: string): Promise<Correction[]> {
  const [own, all] = await Promise.all([
    database.corrections.where("scope.page").equals(page).toArray(),
    database.corrections.where("scope.kind").equals("always").toArray(),
  ]);
  return [...own, ...all].filter(({ deleted }) => deleted === null);
}

/** Every correction that holds anywhere, the newest first. */
export async function allCorrections(database: Database): Promise<Correction[]> {
  const all = await database.corrections.orderBy("modified").reverse().toArray();
  return all.filter(({ deleted }) => deleted === null);
}

/** What the user calls the colours. */
export async function colourNames(database: Database): Promise<ColourNames> {
  return (await database.settings.get(COLOURS_KEY))?.names ?? {};
}
