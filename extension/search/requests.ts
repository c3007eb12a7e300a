import type { LastState } from "../../src/annotation/last-state.ts";
import type { ColourNames } from "../../src/annotation/records/colours.ts";
import type { Noted } from "../../src/annotation/records/name-note.ts";
import type { Facets, Totals } from "../../src/library/facets.ts";
import type { IndexedArticle } from "../../src/library/library-index.ts";
import type { Sort } from "../../src/library/listing.ts";
import type { ListedKind, ListedName } from "../../src/library/names.ts";
import type { NameSheet } from "./name-sheet.ts";
import type { Spoken } from "./spoken.ts";
import type { Progress } from "./follow.ts";

/** What the worker is asked: each by its name, with what it takes and gives. */
export interface Requests {
  /** The rows of a list of notes or articles. */
  readonly list: { readonly takes: ListRequest; readonly gives: ListAnswer };
  /** What stands in some of these rows; `null` where the rows have other numbers by now. */
  readonly describe: {
    readonly takes: { readonly generation: number; readonly rows: readonly number[] };
    readonly gives: readonly Row[] | null;
  };
  /** The ids of the notes in rows; `null` as with `describe`. */
  readonly idsOf: {
    readonly takes: { readonly generation: number; readonly rows: readonly number[] };
    readonly gives: readonly string[] | null;
  };
  readonly names: { readonly takes: NamesRequest; readonly gives: NamesAnswer };
  readonly name: { readonly takes: { readonly key: string }; readonly gives: NameSheet };
  readonly spoken: { readonly takes: { readonly keys: readonly string[] }; readonly gives: readonly Spoken[] };
  readonly totals: { readonly takes: null; readonly gives: Totals };
  /** The newest notes that a query finds, as the popup lists them. */
  readonly find: {
    readonly takes: {
      readonly query: string;
      readonly names: ColourNames;
      readonly limit: number;
      readonly also: readonly string[];
    };
    readonly gives: { readonly items: readonly Noted[]; readonly more: boolean };
  };
}
export type RequestName = keyof Requests;

export interface ListRequest {
  readonly of: "notes" | "articles" | "check" | "bin";
  readonly query: string;
  /** What the user calls the colours, which may stand in the query. */
  readonly names: ColourNames;
  readonly sort: Sort;
}

export interface ListAnswer {
  /** With which `describe` can be asked about the rows. */
  readonly generation: number;
  readonly rows: Int32Array;
  readonly notes: number;
  readonly articles: number;
  readonly facets: Facets;
  /** The words whose hits are marked. */
  readonly words: readonly string[];
  /** Words that nothing has, with those that were looked for in their place. */
  readonly instead: readonly (readonly [string, readonly string[]])[];
}

export interface NamesRequest {
  readonly kind: ListedKind;
  readonly typed: string;
  readonly limit: number;
}

export interface NamesAnswer {
  readonly items: readonly ListedName[];
  readonly total: number;
}

/** A row of a list of notes: the heading of an article, or a note on it. */
export type Row =
  | {
      readonly kind: "article";
      readonly article: Pick<IndexedArticle, "page" | "source" | "title" | "outlet" | "published" | "site" | "isKept">;
      readonly notes: number;
    }
  | { readonly kind: "note"; readonly note: Noted; readonly state: LastState }
  /** It was removed a moment ago. */
  | { readonly kind: "gone" };

/** What is sent to the worker. */
export interface Asked<Name extends RequestName = RequestName> {
  readonly number: number;
  readonly name: Name;
  readonly input: Requests[Name]["takes"];
}

/** What the worker sends. */
export type Told =
  | { readonly kind: "answer"; readonly number: number; readonly value: unknown }
  | { readonly kind: "failed"; readonly number: number; readonly problem: string }
  /** How far the making of the index has come. */
  | ({ readonly kind: "progress" } & Progress)
  /** Something was written: what was asked may have another answer now. */
  | { readonly kind: "changed" };
