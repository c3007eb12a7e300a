import * as v from "valibot";
import { parseAddress } from "../annotation/address.ts";
import { type Colour, COLOURS, LIMITS } from "../annotation/annotation.ts";
import { cleanColourName } from "../annotation/colours.ts";
import type { Direction } from "../annotation/history.ts";
import { ARTICLE_LIMITS } from "../annotation/kept-article.ts";
import { PART_KINDS } from "../article/article.ts";
import { isJudgement, VERDICTS } from "../entities/corrections.ts";
import { NAME_LIMIT, SUBJECT_KINDS } from "../entities/subject.ts";
import { BACKUP_LIMITS } from "../exchange/backup.ts";
import { SITE_MODES } from "./protocol.ts";

/** The schemas of what crosses into the background and into tabs. What does not fit is refused whole. */

const offset = v.pipe(v.number(), v.integer(), v.minValue(0));
const uuid = v.pipe(v.string(), v.uuid());
/** An address or a page's identity: long enough for any real one. */
const address = v.pipe(v.string(), v.minLength(1), v.maxLength(8192));
const title = v.pipe(v.string(), v.maxLength(2_000));

const spanSchema = v.pipe(
  v.object({ start: offset, end: offset }),
  v.check(({ start, end }) => start <= end, "a span's start is after its end"),
);

export const articleSchema = v.pipe(
  v.object({
    text: v.pipe(v.string(), v.maxLength(5_000_000)),
    parts: v.array(v.object({ start: offset, end: offset, kind: v.picklist(PART_KINDS) })),
    language: v.nullable(v.pipe(v.string(), v.maxLength(100))),
  }),
  v.check(
    ({ text, parts }) => parts.every((part) => part.start <= part.end && part.end <= text.length),
    "a part lies outside the text",
  ),
);

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
const webAddress = v.pipe(
  address,
  v.regex(/^https?:\/\//i, "the address is not on the web"),
  v.check((text) => parseAddress(text) !== null, "the address names no host"),
);

const targetSchema = v.object({
  source: webAddress,
  page: address,
  title,
  selectors: selectorsSchema,
});

const body = {
  colour: v.picklist(COLOURS),
  note: v.pipe(v.string(), v.maxLength(LIMITS.note)),
  tags: v.pipe(v.array(v.pipe(v.string(), v.minLength(1), v.maxLength(LIMITS.tag))), v.maxLength(LIMITS.tags)),
};
export const bodySchema = v.object(body);
const changesSchema = v.object({
  colour: v.exactOptional(body.colour),
  note: v.exactOptional(body.note),
  tags: v.exactOptional(body.tags),
});

export const draftSchema = v.object({ id: uuid, target: targetSchema, body: bodySchema });
const name = v.pipe(v.string(), v.regex(/\S/, "a name is empty"), v.maxLength(NAME_LIMIT));
export const correctionDraftSchema = v.pipe(
  v.object({
    id: uuid,
    name,
    verdict: v.picklist(VERDICTS),
    from: v.nullable(v.picklist(SUBJECT_KINDS)),
    scope: v.variant("kind", [
      v.object({ kind: v.literal("always") }),
      v.object({ kind: v.literal("page"), page: address, title }),
    ]),
  }),
  v.check((correction) => isJudgement(correction), "a name that is something is not denied"),
);

const subject = { kind: v.picklist(SUBJECT_KINDS), name };
/** The page on which something was said, without the place on it. */
const originSchema = v.object({ source: webAddress, page: address, title });
/** What a note on a name is about and where it was written, without what it says. */
export const subjectNoteEntries = { id: uuid, subject: v.object(subject), origin: originSchema };
export const subjectNoteSchema = v.object({ ...subjectNoteEntries, changes: changesSchema });
const aliases = v.pipe(v.array(name), v.maxLength(ARTICLE_LIMITS.aliases));
const namedSubject = v.object({ ...subject, aliases });
export const aboutSchema = v.object({ subject: namedSubject, page: address });
export const articleNamesSchema = v.object({
  ...originSchema.entries,
  outlet: v.nullable(title),
  published: v.nullable(v.pipe(v.string(), v.maxLength(100))),
  subjects: v.pipe(v.array(namedSubject), v.maxLength(ARTICLE_LIMITS.subjects)),
});

export const idSchema = v.object({ id: uuid });
export const retargetSchema = v.object({ id: uuid, target: targetSchema });
const ids = v.pipe(v.array(uuid), v.maxLength(100_000));
export const sightingsSchema = v.object({ seen: ids, lost: ids });
export const stepSchema = v.object({ by: v.picklist([1, -1] as const), isLast: v.boolean() });
export const pageSchema = v.object({ page: address });
export const updateSchema = v.object({ id: uuid, changes: changesSchema, edit: v.nullable(uuid) });
const direction = v.picklist(["undo", "redo"] as const satisfies readonly Direction[]);
export const moveSchema = v.object({ number: offset, direction });
export const directionSchema = v.object({ direction });
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
export const siteSettingsSchema = v.object({
  site: v.pipe(v.string(), v.maxLength(300)),
  mode: v.picklist(SITE_MODES),
});
export const frameSchema = v.object({ path: v.pipe(v.array(offset), v.minLength(1), v.maxLength(20)) });
export const tabSchema = v.object({ tabId: offset });
export const countSchema = v.object({ count: v.nullable(offset) });
export const siteSchema = v.object({ site: v.pipe(v.string(), v.maxLength(300)) });
export const noteSchema = v.object({ note: v.boolean() });
export const backupTextSchema = v.object({ text: v.pipe(v.string(), v.maxLength(BACKUP_LIMITS.size)) });
export const refreshSchema = v.variant("kind", [
  v.object({ kind: v.literal("annotations"), page: address }),
  v.object({ kind: v.literal("corrections"), page: v.nullable(address) }),
  v.object({ kind: v.literal("subjects") }),
  v.object({ kind: v.literal("site"), site: v.string() }),
  v.object({ kind: v.literal("colours") }),
  v.object({ kind: v.literal("everything") }),
]);
const words = { page: address, span: spanSchema, words: v.pipe(v.string(), v.maxLength(LIMITS.quote)) };
export const wordsSchema = v.object(words);
export const revealSchema = v.variant("kind", [
  v.object({ kind: v.literal("words"), ...words }),
  v.object({ kind: v.literal("annotation"), id: uuid }),
]);
