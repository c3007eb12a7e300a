import { SORTS, type Sort } from "../../src/library/listing.ts";

/** The parts of the library, in the order in which they are offered. */
export const VIEWS = [
  "all",
  "articles",
  "people",
  "places",
  "organisations",
  "tags",
  "colours",
  "check",
  "searches",
  "bin",
] as const;
export type View = (typeof VIEWS)[number];

/** What the library shows: all of it stands in its address, so that it can be gone back to, reloaded and bookmarked. */
export interface Place {
  readonly view: View;
  /** What is searched for, as it is typed; in a list of names, what they begin with. */
  readonly query: string;
  readonly sort: Sort;
  /** The page of the article that is open, or `null`. */
  readonly article: string | null;
  /** The highlight in it that is pointed at, or `null`. */
  readonly note: string | null;
  /** The key of the name that is open, or `null`. */
  readonly name: string | null;
  /** The keys of the names that it is compared with over time. */
  readonly beside: readonly string[];
}

/** With how many names one is compared. */
export const MOST_BESIDE = 3;

const START: Place = { view: "all", query: "", sort: "added", article: null, note: null, name: null, beside: [] };

/** What an address shows. What it does not say, or says wrongly, is as at the start. */
export function placeOf(hash: string): Place {
  const parameters = new URLSearchParams(hash.replace(/^#/, ""));
  const view = VIEWS.find((one) => one === parameters.get("view")) ?? START.view;
  const sort = SORTS.find((one) => one === parameters.get("sort")) ?? START.sort;
  return {
    view,
    sort,
    query: parameters.get("q") ?? "",
    article: parameters.get("article"),
    note: parameters.get("note"),
    name: parameters.get("name"),
    beside: parameters.getAll("beside").slice(0, MOST_BESIDE),
  };
}

/** The part of an address that says what is shown. */
export function hashOf(place: Partial<Place>): string {
  const { view, query, sort, article, note, name, beside } = { ...START, ...place };
  const parameters = new URLSearchParams();
  if (view !== START.view) parameters.set("view", view);
  if (query !== "") parameters.set("q", query);
  if (sort !== START.sort) parameters.set("sort", sort);
  if (article !== null) parameters.set("article", article);
  if (note !== null) parameters.set("note", note);
  if (name !== null) {
    parameters.set("name", name);
    for (const key of beside) parameters.append("beside", key);
  }
  return `#${parameters.toString()}`;
}

/** The library's address within the extension. */
export const libraryAddress = (place: Partial<Place>): string => `library/library.html${hashOf(place)}`;
