/** What the user wants on one site. */
export interface SiteSettings {
  /** The host, as in `location.host`; or `ELSEWHERE` or `EVERYWHERE`. */
  readonly site: string;
  readonly mode: SiteMode;
}

export const SITE_MODES = [
  /** Articles are read, as the detector finds them. */
  "auto",
  /** Every page is read, but for those that lead to others. */
  "always",
  /** Nothing of ours comes onto the site's pages, unless the user marks something there. Notes are kept. */
  "never",
] as const;
export type SiteMode = (typeof SITE_MODES)[number];

/** In a host's place: every site for which nothing is chosen. "never" there: only the chosen sites are read. */
export const ELSEWHERE = "";
/** In a host's place: all sites, whatever is chosen for them. "never" there: everything is paused. */
export const EVERYWHERE = "*";

/** Whether settings are of no single site. */
export const isGeneral = (site: string): boolean => site === ELSEWHERE || site === EVERYWHERE;

/** What holds where nothing is chosen, by what is stored for `ELSEWHERE`. */
export const usualMode = (elsewhere: SiteSettings | undefined): SiteMode =>
  elsewhere?.mode === "never" ? "never" : "auto";

/** The two hosts that people mean by one name: with and without "www.". */
export const hostsNamed = (site: string): readonly [string, string] =>
  site.startsWith("www.") ? [site, site.slice(4)] : [site, `www.${site}`];
