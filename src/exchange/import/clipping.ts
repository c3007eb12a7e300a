import { v5 } from "uuid";
import {
  addTags,
  type Annotation,
  ANNOTATION_SCHEMA,
  type Colour,
  COLOURS,
  LIMITS,
} from "../../annotation/records/annotation.ts";
import { NAME_NOTE_SCHEMA, type NotedName } from "../../annotation/records/name-note.ts";
import { ARTICLE_SCHEMA } from "../../annotation/records/kept-article.ts";
import { identityOf } from "../../page/page-key.ts";
import type { OwnerLabels } from "../../page/site.ts";
import type { FoundItem } from "./reader.ts";
import { withSingleSpaces } from "../../text/fold.ts";

/** What another program keeps of one thing, as far as it says so: words of a page, or a page. */
export interface Clipping {
  readonly url: string;
  readonly title?: string | undefined;
  /** The page's words; missing or "" where the page as a whole is meant. */
  readonly quote?: string | undefined;
  readonly prefix?: string | undefined;
  readonly suffix?: string | undefined;
  readonly note?: string | undefined;
  readonly tags?: readonly string[] | undefined;
  readonly colour?: string | undefined;
  /** ISO, seconds or milliseconds since 1970, or what a date reads from. */
  readonly created?: unknown;
  readonly modified?: unknown;
  /** Whom or what the note is on, where it is on a name. */
  readonly subject?: NotedName | undefined;
  /** What the program knows it by. */
  readonly id?: string | undefined;
}

/** What is known of a file beside what it says. */
export interface Origin {
  /** When its items were made where they don't say so, as ISO instant: the same each time the file is read. */
  readonly fallback: string;
  readonly ownerLabels: OwnerLabels;
}

/** The space of the ids that are made here (RFC 9562, version 5): the same thing has the same id each time. */
const SPACE = "5b0ad6a5-7c1e-4f42-9a53-0f6d5c6f2b91";
const UUID = /^[0-9a-f]{8}-[0-9a-f]{4}-[1-8][0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/i;
/** Context is kept as long as `describe` makes it, and no longer. */
const CONTEXT = 64;

/**
 * A clipping as an item of ours: a highlight, or a page that is kept where nothing was written. What was written on a
 * page as a whole is kept on its headline.
 */
export function itemOf(clipping: Clipping, { fallback, ownerLabels }: Origin): FoundItem {
  const created = instantOf(clipping.created) ?? fallback;
  const modified = instantOf(clipping.modified) ?? created;
  const stamps = { revision: 1, created, modified: modified < created ? created : modified, deleted: null };
  const url = clipping.url.trim();
  const page = identityOf({ url, canonical: null }, ownerLabels);
  const title = withSingleSpaces(clipping.title ?? "").slice(0, 2_000);
  const note = (clipping.note ?? "").replace(/\r\n?/g, "\n").trim();
  const tags = addTags([], (clipping.tags ?? []).join(","));
  const body = { colour: colourOf(clipping.colour), note, tags };
  if (clipping.subject !== undefined) {
    const { kind, name } = clipping.subject;
    const id = idOf(clipping, page, `${kind}:${name}`, instantOf(clipping.created));
    const origin = { source: url, page, title };
    return {
      list: "subjectNotes",
      item: { id, subject: { kind, name }, origin, body, schema: NAME_NOTE_SCHEMA, ...stamps },
    };
  }
  const said = (clipping.quote ?? "").trim();
  if (said === "" && note === "" && tags.length === 0) {
    return { list: "articles", item: keptArticle(page, url, title, stamps) };
  }
  const exact = said === "" ? title : said;
  const isWhole = said === "";
  const item: Annotation = {
    id: idOf(clipping, page, exact, instantOf(clipping.created)),
    target: {
      source: url,
      page,
      title,
      selectors: {
        quote: {
          type: "TextQuoteSelector",
          exact: exact.slice(0, LIMITS.quote + 1),
          ...context("prefix", isWhole ? "" : (clipping.prefix ?? "").slice(-CONTEXT)),
          ...context("suffix", isWhole ? "" : (clipping.suffix ?? "").slice(0, CONTEXT)),
        },
        // Other programs count another text: until the words are looked for on the page, they have no place.
        position: null,
      },
    },
    body,
    schema: ANNOTATION_SCHEMA,
    ...stamps,
  };
  return { list: "annotations", item };
}

function keptArticle(page: string, source: string, title: string, stamps: { readonly created: string }): object {
  const known = { page, source, title, outlet: null, published: null, subjects: [], sheet: null, fingerprint: null };
  return { ...known, kept: stamps.created, schema: ARTICLE_SCHEMA, ...stamps };
}

/** One without an id of its own is known by its page, its words and its date, as far as it tells them. */
function idOf({ id, quote }: Clipping, page: string, exact: string, dated: string | null): string {
  if (id !== undefined && UUID.test(id)) return id.toLowerCase();
  return v5(JSON.stringify(id === undefined ? [page, quote === undefined ? "" : exact, dated] : [page, id]), SPACE);
}

const context = (side: "prefix" | "suffix", text: string): object => (text === "" ? {} : { [side]: text });

/** The nearest of our colours to one of another program's. */
const NEAREST: Readonly<Record<string, Colour>> = {
  orange: "yellow",
  gold: "yellow",
  lime: "green",
  teal: "blue",
  cyan: "blue",
  turquoise: "blue",
  purple: "pink",
  violet: "pink",
  magenta: "pink",
  red: "pink",
};

function colourOf(name: string | undefined): Colour {
  const wanted = (name ?? "").trim().toLowerCase();
  return COLOURS.find((colour) => colour === wanted) ?? NEAREST[wanted] ?? "yellow";
}

/** An instant as ISO text; `null` where none can be read, or one before the web or beyond four digits. */
function instantOf(said: unknown): string | null {
  const text = typeof said === "number" ? String(said) : typeof said === "string" ? said.trim() : "";
  if (text === "") return null;
  const number = /^\d{9,13}$/.test(text) ? Number(text) * (text.length > 11 ? 1 : 1_000) : Number.NaN;
  // A day and a time without a zone are taken for UTC, so that the same file says the same everywhere.
  const bare = /^(\d{4}-\d\d-\d\d)[ T](\d\d:\d\d(?::\d\d)?(?:\.\d+)?)$/.exec(text);
  const milliseconds = Number.isNaN(number) ? Date.parse(bare === null ? text : `${bare[1]}T${bare[2]}Z`) : number;
  if (!(milliseconds > 0 && milliseconds < 253_402_300_800_000)) return null;
  return new Date(milliseconds).toISOString();
}
