import { ANNOTATION_SCHEMA, COLOURS, EMPTY_BODY } from "../../src/annotation/records/annotation.ts";
import { MARKED_KINDS, MARKING_LEVELS } from "../../src/annotation/records/marking.ts";
import { NAME_KINDS } from "../../src/annotation/records/name.ts";
import { SITE_MODES } from "../../src/annotation/records/site-settings.ts";
import { VERDICTS } from "../../src/corrections/corrections.ts";

/**
 * What the database gives may have been damaged: by a failing disk, another program, a bug of old. One such record must not
 * take all others with it, as it would where a list is read. So each is looked at when it is read, and one that is not
 * whole is shown nowhere: a stand-in comes in its place, which is marked as deleted. The record itself stays as it is.
 */

type Check = (value: unknown) => boolean;

const text: Check = (value) => typeof value === "string";
const number: Check = (value) => Number.isFinite(value);
const oneOf =
  (values: readonly unknown[]): Check =>
  (value) =>
    values.includes(value);
const orNull =
  (check: Check): Check =>
  (value) =>
    value === null || check(value);
/** Of a field that older forms did not have. */
const orMissing =
  (check: Check): Check =>
  (value) =>
    value === undefined || check(value);
const listOf =
  (check: Check): Check =>
  (value) =>
    Array.isArray(value) && value.every(check);
const object =
  (fields: Readonly<Record<string, Check>>): Check =>
  (value) =>
    typeof value === "object" &&
    value !== null &&
    Object.entries(fields).every(([field, check]) => check((value as Record<string, unknown>)[field]));

const stamps = { id: text, schema: number, revision: number, created: text, modified: text, deleted: orNull(text) };
const body = object({ colour: oneOf(COLOURS), note: text, tags: listOf(text) });
const where = { source: text, page: text, title: text };
const version = object({ body, isThere: oneOf([true, false]) });
const named = { kind: oneOf(NAME_KINDS), name: text };
const place = object({ start: number, end: number });

const merged = { key: text, name: text };
const sheet = object({
  bylines: listOf(text),
  updated: orNull(text),
  roles: listOf(orNull(text)),
  statements: listOf(object({ speaker: orNull(number), source: text, type: text, text, content: listOf(place) })),
});

const scope: Check = (value) =>
  object({ kind: oneOf(["always"]) })(value) || object({ page: text, title: text })(value);
const somebody = object(named);
/** By what a correction is about. */
const CLAIMS: Readonly<Record<string, Check>> = {
  name: object({ name: text, verdict: oneOf(VERDICTS), from: orNull(oneOf(NAME_KINDS)) }),
  speaker: object({ statement: object({ exact: text, prefix: text, suffix: text }), speaker: orNull(somebody) }),
  same: object({ who: somebody, other: somebody }),
  apart: object({ who: somebody, form: text }),
};
const isCorrection: Check = (value) => {
  if (!object({ id: text, about: oneOf(Object.keys(CLAIMS)), scope })(value)) return false;
  return CLAIMS[(value as { readonly about: string }).about]?.(value) === true;
};

const onAnnotation = object({ annotation: text, before: version, after: version });
const onCorrection = object({ correction: text, before: orNull(isCorrection), after: orNull(isCorrection) });

/** What the settings hold, each under a key of its own. */
const isNames = object({ names: object({}) });
const isMarking = object({
  marking: object({ level: oneOf(MARKING_LEVELS), without: listOf(oneOf(MARKED_KINDS)) }),
});

const SOUND: Readonly<Record<string, Check>> = {
  annotations: object({
    ...stamps,
    body,
    target: object({ ...where, selectors: object({ quote: object({ exact: text }), position: orNull(place) }) }),
  }),
  subjectNotes: object({ ...stamps, body, key: text, subject: object(named), origin: object(where) }),
  corrections: (record) => object(stamps)(record) && isCorrection(record),
  articles: object({
    ...stamps,
    ...where,
    outlet: orNull(text),
    published: orNull(text),
    keys: listOf(text),
    subjects: listOf(object({ ...named, aliases: listOf(text) })),
    kept: orMissing(orNull(text)),
    sheet: orMissing(orNull(sheet)),
    fingerprint: orMissing(orNull(listOf(listOf(number)))),
    printKeys: orMissing(listOf(number)),
  }),
  sites: object({ site: text, mode: oneOf(SITE_MODES) }),
  settings: (setting) => isNames(setting) || isMarking(setting),
  steps: (step) => object({ kind: text, page: text, quote: text })(step) && (onAnnotation(step) || onCorrection(step)),
  sightings: object({ seen: orNull(text), state: orMissing(text), refused: orMissing(text) }),
  tags: object({ spelled: text, count: number }),
  changes: object({ table: text, ids: orNull(listOf(text)) }),
  jobs: object({ table: number, after: text }),
  outgoing: object({ list: text, id: orNull(text) }),
  exchanged: object({
    doc: text,
    rev: orNull(text),
    waiting: number,
    unsettled: number,
    envelope: object({ list: text, id: text, clock: object({}), fields: object({}) }),
    arrived: orMissing(number),
  }),
  merges: object({ ...stamps, kind: oneOf(NAME_KINDS), into: object(merged), from: object(merged) }),
  searches: object({ ...stamps, name: text, query: text }),
};

const LONG_AGO = "1970-01-01T00:00:00.000Z";
/** Nothing that was deleted then is ever forgotten for good. */
const NEVER = "9999-12-31T23:59:59.999Z";

const nowhere = { source: "", page: "", title: "" };
const unstamped = { schema: ANNOTATION_SCHEMA, revision: 0, created: LONG_AGO, modified: LONG_AGO, deleted: NEVER };
const nobody = { kind: "person", name: "" };
const nothing = { body: EMPTY_BODY, isThere: false };

/** What is read in the place of a record that is not whole, but for its key. */
const STAND_INS: Readonly<Record<string, object>> = {
  annotations: {
    ...unstamped,
    body: EMPTY_BODY,
    target: { ...nowhere, selectors: { quote: { type: "TextQuoteSelector", exact: "" }, position: null } },
  },
  subjectNotes: { ...unstamped, body: EMPTY_BODY, key: "", subject: nobody, origin: nowhere },
  corrections: { ...unstamped, about: "name", name: "", verdict: "none", from: null, scope: { kind: "always" } },
  articles: { ...unstamped, ...nowhere, outlet: null, published: null, keys: [], subjects: [] },
  sites: { mode: "auto" },
  settings: { names: {} },
  steps: { kind: "edit", annotation: "", page: "", quote: "", before: nothing, after: nothing, edit: null },
  sightings: { seen: LONG_AGO },
  tags: { spelled: "", count: 0 },
  // As where a table was emptied: the index is made anew. Older versions had one id in each.
  changes: { table: "annotations", ids: null },
  // As where all is counted.
  jobs: { table: Number.POSITIVE_INFINITY, after: "" },
  outgoing: { list: "annotations", id: null },
  // As if it had never been exchanged: what is stored is joined with what the server has.
  exchanged: { doc: "", rev: null, waiting: 0, unsettled: 0, refused: 0, envelope: null },
  merges: { ...unstamped, kind: "person", into: { key: "", name: "" }, from: { key: "", name: "" } },
  searches: { ...unstamped, name: "", query: "" },
};

/** The record as it was read where it is whole, a stand-in with its key where it is not; `undefined` where there is none. */
export function soundOrStandIn(table: string, key: string, record: object | undefined): object | undefined {
  if (record === undefined || SOUND[table]?.(record) !== false) return record;
  const { undone } = record as { readonly undone?: unknown };
  return { ...STAND_INS[table], [key]: (record as Record<string, unknown>)[key], ...(table === "steps" && { undone }) };
}

/** A condition for records of a table, for Dexie's `filter`, which is given them as they are stored: none but whole ones meet it. */
export const ofWhole =
  <T>(table: string, isWanted: (record: T) => boolean) =>
  (record: T): boolean =>
    SOUND[table]?.(record) !== false && isWanted(record);

/** A record that is stored and whole; `undefined` where there is none, or a stand-in. */
export function whole<T extends { readonly revision: number }>(record: T | undefined): T | undefined {
  return record === undefined || record.revision === 0 ? undefined : record;
}
