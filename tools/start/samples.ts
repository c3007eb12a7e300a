/** The stories of the sample site, by what they are samples of. Their addresses are such as papers have. */
export const STORIES = {
  /** An agency's story as a paper republishes it, without any metadata. */
  wire: "/1998/03/premier-and-island-leader-discuss-reopening-the-harbour.html",
  /** Quotations inside quotations. */
  nested: "/1998/03/mayor-denies-telling-board-that-pier-was-safe.html",
  /** Short, about people of `nested`. */
  letter: "/letter.html",
  /** Little else than statements: forty of them. */
  quotes: "/1998/05/islanders-tell-inquiry-of-the-night-the-ferry-stayed-in-port.html",
  /** A long read with subheadings. */
  feature: "/1998/03/the-lighthouse-keepers-who-never-left-skerry-point.html",
} as const;
