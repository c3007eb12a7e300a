import type { Annotation } from "../../src/annotation/records/annotation.ts";
import type { ColourNames } from "../../src/annotation/records/colours.ts";
import type { Correction } from "../../src/corrections/corrections.ts";
import {
  ELSEWHERE,
  EVERYWHERE,
  hostsNamed,
  isGeneral,
  type SiteMode,
  type SiteSettings,
  usualMode,
} from "../../src/annotation/records/site-settings.ts";
import { COLOURS_KEY, type Database } from "./database.ts";
import { whole } from "./sound.ts";

/** What is asked of the database. Reading is free for the background and for every page of the extension. */

/** The annotations of one page, deleted ones aside, oldest first. */
export async function annotationsOfPage(database: Database, page: string): Promise<Annotation[]> {
  const all = await database.annotations.where("target.page").equals(page).sortBy("created");
  return all.filter(({ deleted }) => deleted === null);
}

/** Annotations by their ids, in whatever order; deleted and damaged ones aside. */
export async function annotationsById(database: Database, ids: readonly string[]): Promise<Annotation[]> {
  const found = (await database.annotations.bulkGet([...ids])).map(whole);
  return found.flatMap((annotation) => (annotation?.deleted === null ? [annotation] : []));
}

/** What the user wants on a site: its own settings, or those for all where nothing is chosen for it. */
export async function settingsOfSite(database: Database, site: string): Promise<SiteSettings> {
  const asked = [EVERYWHERE, ELSEWHERE, ...hostsNamed(site)];
  const [everywhere, elsewhere, own, sameName] = await database.sites.bulkGet(asked);
  if (everywhere?.mode === "never") return { site, mode: "never" };
  return { site, mode: (own ?? sameName)?.mode ?? usualMode(elsewhere) };
}

/** All that is chosen for sites, and for those for which nothing is, by name; not that everything is paused, which is of the moment. */
export async function chosenSites(database: Database): Promise<SiteSettings[]> {
  return (await database.sites.orderBy("site").toArray()).filter(({ site }) => site !== EVERYWHERE);
}

/** What is read altogether. */
export interface Reading {
  /** Nothing, until the user goes on. */
  readonly isPaused: boolean;
  /** What holds where nothing is chosen: articles are read, or nothing is. */
  readonly usual: SiteMode;
  /** The sites for which something else is chosen, by name. */
  readonly chosen: readonly SiteSettings[];
}

export async function readingOf(database: Database): Promise<Reading> {
  const sites = await database.sites.orderBy("site").toArray();
  const usual = usualMode(sites.find(({ site }) => site === ELSEWHERE));
  return {
    isPaused: sites.some(({ site, mode }) => site === EVERYWHERE && mode === "never"),
    usual,
    chosen: sites.filter(({ site, mode }) => !isGeneral(site) && mode !== usual),
  };
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
  const stored = await database.settings.get(COLOURS_KEY);
  return stored?.key === COLOURS_KEY ? stored.names : {};
}
