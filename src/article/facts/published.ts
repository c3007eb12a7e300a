import { parseDate, parseDates } from "./dates.ts";
import type { FieldOrder } from "./dates.ts";
import type { DateElement, PageData } from "./page-data.ts";
import { textOf } from "./structured-data.ts";
import type { JsonObject } from "./json-ld.ts";

/** When a story came out and when it was last changed, as `parseDate` gives it: with the page's own offset. */
export interface PublicationDates {
  readonly published: string | null;
  readonly modified: string | null;
}

/** The same as the page's data state it, and the day that it shows for the first. */
export interface StatedDates extends PublicationDates {
  readonly day: string | null;
}

const PUBLISHED_META = [
  "article:published_time",
  "article:published",
  "datepublished",
  "parsely-pub-date",
  "sailthru.date",
  "publishdate",
  "published-date",
  "pubdate",
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
  "datemodified",
  "dcterms.modified",
  "dc.date.modified",
  "last-modified",
  "lastmod",
];
const MODIFIED_NAMES = /modif|updat|aktualis|geändert|revised|edited|actualiz|atualiz|aggiorn|mis à jour/i;
const PUBLISHED_NAMES =
  /publi|posted|written|datepublished|entry-?date|post-?date|created|article-?date|pub-?date|date-?header|issued/i;
/** Either, to take a line apart that names both. */
const DATE_NAMES = new RegExp(`(?:${MODIFIED_NAMES.source}|${PUBLISHED_NAMES.source})`, "gi");
const DAY_MS = 86_400_000;

/** The dates that a page gives for its story, the most deliberate statement first. Never guesses. */
export function publicationDates(data: PageData, own: JsonObject | null): StatedDates {
  const order = fieldOrder(data.language);
  const dates = [...metaValues(data, PUBLISHED_META), ...microdataValues(data, "datePublished")];
  const published = firstDate([textOf(own?.["datePublished"]), ...dates], order);
  const changes = [...metaValues(data, MODIFIED_META), ...microdataValues(data, "dateModified")];
  const modified = firstDate([textOf(own?.["dateModified"]), ...changes], order);
  const shown = shownDates(data.dates, order);
  const alike = [...dates, ...data.dates.filter(({ aside }) => !aside).map(({ machine }) => machine)];
  const first = published === null ? shown.published : withOffset(published, alike, order);
  return {
    published: first,
    modified: modified ?? shown.modified,
    day: first === null ? null : dayShown(data, first, order),
  };
}

/** The day that an element shows its reader for an instant: the page's own, where the instant is in UTC. */
function dayShown({ dates }: PageData, instant: string, order: FieldOrder): string | null {
  for (const { aside, machine, text } of dates) {
    if (aside || text === machine || Date.parse(parseDate(machine, order) ?? "") !== Date.parse(instant)) continue;
    const day = parseDate(text, order);
    if (day !== null && isNear(day, instant)) return day.slice(0, 10);
  }
  return null;
}

/** A line's dates, by the words that stand before them; unnamed ones are published and modified, in this order. */
export function datesInLine(text: string, order: FieldOrder): PublicationDates {
  const names = [...text.matchAll(DATE_NAMES)];
  const stretches = [...names.map(({ index }) => index), text.length].map((end, i) => {
    const isModified = i > 0 && MODIFIED_NAMES.test(names[i - 1]?.[0] ?? "");
    return { isModified, dates: parseDates(text.slice(names[i - 1]?.index ?? 0, end), order) };
  });
  const [published = null, next = null] = stretches.flatMap(({ isModified, dates }) => (isModified ? [] : dates));
  const named = stretches.find(({ isModified, dates }) => isModified && dates.length > 0)?.dates[0];
  return {
    published,
    modified: named ?? (published !== null && next !== null && isAfter(next, published) ? next : null),
  };
}

/** Whether a date is that of an instant, a day more or less: two zones can have no other dates at one time. */
export function isNear(date: string, other: string): boolean {
  return Math.abs(Date.parse(date.slice(0, 10)) - Date.parse(other.slice(0, 10))) <= DAY_MS;
}

/** Americans write the month first, East Asians and Hungarians the year; elsewhere the day comes first. */
export function fieldOrder(language: string): FieldOrder {
  const tag = language.toLowerCase();
  if (tag === "" || tag === "en") return null;
  if (/^(?:zh|ja|ko|hu|mn)\b/.test(tag)) return "year-first";
  return tag.startsWith("en-us") || tag.startsWith("en_us") ? "month-first" : "day-first";
}

/** An instant in UTC as another statement of the page has it with an offset: only that one knows the page's own day. */
function withOffset(instant: string, others: readonly string[], order: FieldOrder): string {
  if (!instant.endsWith("Z")) return instant;
  const same = others
    .map((text) => parseDate(text, order))
    .find((date) => date !== null && date.length > 20 && Date.parse(date) === Date.parse(instant));
  return same ?? instant;
}

function isAfter(date: string, other: string): boolean {
  return Date.parse(date) > Date.parse(other);
}

function firstDate(values: readonly string[], order: FieldOrder): string | null {
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

interface FoundDate {
  readonly date: string;
  readonly modified: boolean;
  readonly named: boolean;
}

/** Dates in the page's own elements. Machine dates that run on without names are published and modified, in this order. */
function shownDates(elements: readonly DateElement[], order: FieldOrder): PublicationDates {
  const found = elements.filter((element) => !element.aside).flatMap((element) => datesOfElement(element, order));
  const candidates = found.filter((one) => !one.modified);
  const first = candidates.find((one) => one.named) ?? candidates[0] ?? null;
  // A plain date beside an instant of the same or the next day is the same statement, made less exactly.
  const exact =
    first === null || isInstant(first)
      ? first
      : (candidates.find((one) => isInstant(one) && isNear(one.date, first.date)) ?? first);
  const later = candidates.find(
    (one) => exact !== null && isInstant(one) && isInstant(exact) && isAfter(one.date, exact.date),
  );
  return {
    published: exact?.date ?? null,
    // Where a page shows just one story's dates, the second can only be its update.
    modified: found.find((one) => one.modified)?.date ?? (elements.length <= 4 ? (later?.date ?? null) : null),
  };
}

function datesOfElement({ machine, text, names }: DateElement, order: FieldOrder): readonly FoundDate[] {
  const stated = parseDates(machine, order);
  if (stated.length === 0 && MODIFIED_NAMES.test(text)) {
    const { published, modified } = datesInLine(text, order);
    return [
      ...(published === null ? [] : [{ date: published, modified: false, named: true }]),
      ...(modified === null ? [] : [{ date: modified, modified: true, named: false }]),
    ];
  }
  const modified = MODIFIED_NAMES.test(`${names} ${text}`);
  const named = !modified && PUBLISHED_NAMES.test(`${names} ${text}`);
  return (stated.length > 0 ? stated : parseDates(text, order)).map((date) => ({ date, modified, named }));
}

function isInstant({ date }: FoundDate): boolean {
  return date.length > 10;
}
