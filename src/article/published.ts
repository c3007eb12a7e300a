import { parseDate, parseDates } from "./dates.ts";
import type { FieldOrder } from "./dates.ts";
import type { Outline } from "./outline.ts";
import type { DateElement, PageData } from "./page-data.ts";
import { textOf } from "./structured-data.ts";
import type { GraphNode } from "./structured-data.ts";

/** When a story came out and when it was last changed, as `ArticleFacts` has them. */
export interface PublicationDates {
  readonly published: string | null;
  readonly modified: string | null;
}

const PUBLISHED_META = [
  "article:published_time",
  "og:article:published_time",
  "article:published",
  "datepublished",
  "og:published_time",
  "parsely-pub-date",
  "sailthru.date",
  "publish-date",
  "publishdate",
  "publish_date",
  "published-date",
  "pubdate",
  "date.published",
  "article_date_original",
  "article.published",
  "cxenseparse:recs:publishtime",
  "cse_document:published",
  "dcterms.created",
  "dcterms.issued",
  "dc.date.issued",
  "dc.date.created",
  "dc.date",
  "dcterms.date",
  "citation_publication_date",
  "date",
];
const MODIFIED_META = [
  "article:modified_time",
  "og:updated_time",
  "article:updated_time",
  "datemodified",
  "dcterms.modified",
  "dc.date.modified",
  "last-modified",
  "lastmod",
  "updated_time",
];
const MODIFIED_NAMES = /modif|updat|aktualis|geändert|revised|edited/i;
const PUBLISHED_NAMES =
  /publi|posted|datepublished|entry-?date|post-?date|created|article-?date|pub-?date|date-?header|issued/i;
const PATH_DATE = /\/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-]|\b)/;

/** How many blocks after the headline, and how many letters, the line with the date may have. */
const NEAR_HEADLINE = 12;
const MAX_DATE_LINE = 64;
const NAMED_DATE =
  /^\W*(?:date|datum|published|posted|veröffentlicht|erstellt|stand|publié|publicado|pubblicato|fecha|data|geplaatst|опубликовано|дата)\b\W/iu;

/** The dates that a page gives for its story, the most deliberate statement first. Never guesses. */
export function publicationDates(data: PageData, own: GraphNode | null): PublicationDates {
  const order = fieldOrder(data.language);
  const published =
    statedIn([own === null ? "" : textOf(own.node["datePublished"])], order) ??
    statedIn(metaValues(data, PUBLISHED_META), order) ??
    statedIn(microdataValues(data, "datePublished"), order);
  const modified =
    statedIn([own === null ? "" : textOf(own.node["dateModified"])], order) ??
    statedIn(metaValues(data, MODIFIED_META), order) ??
    statedIn(microdataValues(data, "dateModified"), order);
  const shown = shownDates(data.dates, order);
  return { published: published ?? shown.published, modified: modified ?? shown.modified };
}

function statedIn(values: readonly string[], order: FieldOrder): string | null {
  for (const value of values) {
    const date = parseDate(value, order);
    if (date !== null) return date;
  }
  return null;
}

function metaValues(data: PageData, keys: readonly string[]): readonly string[] {
  return keys.flatMap((key) => data.meta.get(key) ?? []);
}

function microdataValues(data: PageData, property: string): readonly string[] {
  return data.microdata.flatMap((item) =>
    item.properties.filter(([name]) => name === property).map(([, text]) => text),
  );
}

/** Dates in the page's own elements. Machine dates that run on without names are published and modified, in this order. */
function shownDates(elements: readonly DateElement[], order: FieldOrder): PublicationDates {
  const near = elements.filter((element) => !element.aside);
  const found = near.flatMap((element) => {
    const machine = parseDates(element.machine, order);
    const dates = machine.length > 0 ? machine : parseDates(element.text, order);
    const modified = MODIFIED_NAMES.test(`${element.names} ${element.text}`);
    const named = !modified && PUBLISHED_NAMES.test(`${element.names} ${element.text}`);
    return dates.map((date) => ({ date, modified, named, instant: date.length > 10 }));
  });
  const candidates = found.filter((one) => !one.modified);
  const named = candidates.find((one) => one.named);
  // A plain date beside an instant of the same or the next day is the same statement, made less exactly.
  const first = named ?? candidates[0] ?? null;
  const exact =
    first === null || first.instant
      ? first
      : (candidates.find((one) => one.instant && isNear(one.date, first.date)) ?? first);
  const published = exact?.date ?? null;
  const later = candidates.find(
    (one) => one.instant && exact?.instant === true && one.date > exact.date && one !== exact,
  );
  const modified =
    found.find((one) => one.modified)?.date ?? (later !== undefined && adjacent(elements) ? later.date : null);
  return { published, modified };
}

function isNear(instant: string, day: string): boolean {
  return Math.abs(Date.parse(instant.slice(0, 10)) - Date.parse(day)) <= 86_400_000;
}

/** Whether the page shows just one story's dates, so that the second can only be its update. */
function adjacent(elements: readonly DateElement[]): boolean {
  return elements.length <= 4;
}

/**
 * The publication date where no data state it: a short line by the headline that holds a date, a line that names itself
 * a date, or the date in the address. `null` where the page gives none.
 */
export function shownDate(outline: Outline, headline: number, url: string, order: FieldOrder): string | null {
  const { blocks } = outline;
  const dateAt = (index: number): string | null => {
    const text = blocks[index]?.text ?? "";
    return text.length > MAX_DATE_LINE || /©|copyright/i.test(text) ? null : parseDate(text, order);
  };
  if (headline >= 0) {
    for (let distance = 1; distance <= NEAR_HEADLINE; distance += 1) {
      const found = dateAt(headline + distance) ?? (distance > NEAR_HEADLINE / 3 ? null : dateAt(headline - distance));
      if (found !== null) return found;
    }
  }
  const named = blocks.findIndex(({ text }, index) => NAMED_DATE.test(text) && dateAt(index) !== null);
  return (named < 0 ? null : dateAt(named)) ?? pathDate(url);
}

function pathDate(url: string): string | null {
  const match = PATH_DATE.exec(url);
  return match === null ? null : parseDate(`${match[1]}-${match[2]}-${match[3]}`);
}

/** Americans write the month first; elsewhere, and in every other language, the day comes first. */
export function fieldOrder(language: string): FieldOrder {
  const tag = language.toLowerCase();
  if (tag === "" || tag === "en") return null;
  return tag.startsWith("en-us") || tag.startsWith("en_us") ? "month-first" : "day-first";
}
