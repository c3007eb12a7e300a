/** What a user says when a search is to be kept. */
export interface SavedSearchDraft {
  /** A UUID made by whoever asks, so that asking twice is the same as once. */
  readonly id: string;
  readonly name: string;
  /** As it is typed. */
  readonly query: string;
}

/** The version of the stored record's form. */
export const SEARCH_SCHEMA = 1;

/** The longest name and query, in UTF-16 code units. */
export const SEARCH_LIMITS = { name: 100, query: 1_000 } as const;

/** A search that the user has kept: the stored record. */
export interface SavedSearch extends SavedSearchDraft {
  readonly schema: typeof SEARCH_SCHEMA;
  readonly revision: number;
  readonly created: string;
  readonly modified: string;
  readonly deleted: string | null;
}
