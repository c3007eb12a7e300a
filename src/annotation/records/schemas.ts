import * as v from "valibot";
import { MOST_OF_PRINT } from "../../text/fingerprint.ts";
import { parseAddress } from "../../page/address.ts";
import { type Colour, COLOURS, LIMITS } from "./annotation.ts";
import { cleanColourName } from "./colours.ts";
import { ARTICLE_LIMITS, STATEMENT_TYPES } from "./kept-article.ts";
import { MARKED_KINDS, MARKING_LEVELS } from "./marking.ts";
import { NAME_LIMIT, NAME_KINDS } from "./name.ts";
import { address, offset, spanSchema, title, uuid } from "./simple-schemas.ts";
import { SEARCH_LIMITS } from "./saved-search.ts";
import { SITE_MODES } from "./site-settings.ts";

/** The schemas of what is stored, for all that comes from elsewhere: calls and files. What does not fit is refused whole. */

const context = v.exactOptional(v.pipe(v.string(), v.minLength(1), v.maxLength(1_000)));
const selectorsSchema = v.object({
  quote: v.object({
    type: v.literal("TextQuoteSelector"),
    exact: v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.quote)),
    prefix: context,
    suffix: context,
  }),
  position: v.nullable(v.object({ type: v.literal("TextPositionSelector"), start: offset, end: offset })),
});

/** A click on a note opens this address: it must not lead anywhere but to a page of the web. */
export const webAddress = v.pipe(
  address,
  v.regex(/^https?:\/\//i, "the address is not on the web"),
  v.check((text) => parseAddress(text) !== null, "the address names no host"),
);

export const targetSchema = v.object({
  source: webAddress,
  page: address,
  title,
  selectors: selectorsSchema,
});

const tag = v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.tag));
const colour = v.picklist(COLOURS);
const body = {
  colour,
  note: v.pipe(v.string(), v.maxLength(LIMITS.note)),
  tags: v.pipe(v.array(tag), v.maxLength(LIMITS.tags)),
};
export const bodySchema = v.object(body);
export const changesSchema = v.object({
  colour: v.exactOptional(body.colour),
  note: v.exactOptional(body.note),
  tags: v.exactOptional(body.tags),
});

export const draftSchema = v.object({ id: uuid, target: targetSchema, body: bodySchema });
export const name = v.pipe(v.string(), v.regex(/\S/, "a name is empty"), v.maxLength(NAME_LIMIT));
// Field by field: what a bundle does not use of this file is left out of it, where nothing is spread.
const kind = v.picklist(NAME_KINDS);
const subject = v.object({ kind, name });
/** The page on which something was said, without the place on it. */
const originSchema = v.object({ source: webAddress, page: address, title });
export const nameNoteDraftSchema = v.object({ id: uuid, subject, origin: originSchema, changes: changesSchema });
/** What a note on a name is about and where it was written, without what it says. */
export const nameNoteSchema = v.object({ id: uuid, subject, origin: originSchema });
const aliases = v.pipe(v.array(name), v.maxLength(ARTICLE_LIMITS.aliases));
export const namedSchema = v.object({ kind, name, aliases });
const statementSchema = v.object({
  speaker: v.nullable(offset),
  source: v.pipe(v.string(), v.maxLength(NAME_LIMIT)),
  type: v.picklist(STATEMENT_TYPES),
  text: v.pipe(v.string(), v.maxLength(LIMITS.quote)),
  content: v.pipe(v.array(spanSchema), v.maxLength(ARTICLE_LIMITS.pieces)),
});
const day = v.nullable(v.pipe(v.string(), v.maxLength(100)));
const sheetSchema = v.object({
  bylines: v.pipe(v.array(name), v.maxLength(ARTICLE_LIMITS.bylines)),
  updated: day,
  roles: v.pipe(v.array(v.nullable(v.pipe(v.string(), v.maxLength(NAME_LIMIT)))), v.maxLength(ARTICLE_LIMITS.subjects)),
  statements: v.pipe(v.array(statementSchema), v.maxLength(ARTICLE_LIMITS.statements)),
});
const hash = v.pipe(v.number(), v.integer(), v.minValue(0), v.maxValue(MOST_OF_PRINT.hash));
const fingerprintSchema = v.pipe(
  v.array(v.pipe(v.array(hash), v.maxLength(MOST_OF_PRINT.hashes))),
  v.maxLength(MOST_OF_PRINT.paragraphs),
);
export const articleNamesSchema = v.object({
  source: webAddress,
  page: address,
  title,
  outlet: v.nullable(title),
  published: day,
  subjects: v.pipe(v.array(namedSchema), v.maxLength(ARTICLE_LIMITS.subjects)),
  sheet: v.optional(v.nullable(sheetSchema), null),
  fingerprint: v.optional(v.nullable(fingerprintSchema), null),
});

const mergedName = v.object({ key: v.pipe(v.string(), v.minLength(1), v.maxLength(NAME_LIMIT + 20)), name });
export const nameMergeSchema = v.object({ id: uuid, kind, into: mergedName, from: mergedName });
export const savedSearchSchema = v.object({
  id: uuid,
  name: v.pipe(v.string(), v.minLength(1), v.maxLength(SEARCH_LIMITS.name)),
  query: v.pipe(v.string(), v.maxLength(SEARCH_LIMITS.query)),
});
export const bulkChangeSchema = v.variant("kind", [
  v.object({ kind: v.literal("colour"), colour }),
  v.object({ kind: v.literal("add-tag"), tag: tag }),
  v.object({ kind: v.literal("remove-tag"), tag: tag }),
  v.object({ kind: v.literal("delete") }),
  v.object({ kind: v.literal("restore") }),
]);

const colourName = v.exactOptional(
  v.pipe(
    v.string(),
    v.check((typed) => typed !== "" && typed === cleanColourName(typed), "not a colour's name"),
  ),
);
export const colourNamesSchema = v.object({
  yellow: colourName,
  green: colourName,
  blue: colourName,
  pink: colourName,
} satisfies Record<Colour, unknown>);
/** One choice of what is marked. */
export const markingChangeSchema = v.union([
  v.object({ level: v.picklist(MARKING_LEVELS) }),
  v.object({ kind: v.picklist(MARKED_KINDS), isMarked: v.boolean() }),
]);
export const siteSettingsSchema = v.object({
  site: v.pipe(v.string(), v.maxLength(300)),
  mode: v.picklist(SITE_MODES),
});
