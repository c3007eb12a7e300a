/** What the user wants on one site. */
export interface SiteSettings {
  /** The host, as in `location.host`. */
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
