import { ANNOTATION_SCHEMA, COLOURS } from "../annotation/records/annotation.ts";
import { ARTICLE_SCHEMA } from "../annotation/records/kept-article.ts";
import { MERGE_SCHEMA } from "../annotation/records/merge.ts";
import { NAME_NOTE_SCHEMA } from "../annotation/records/name-note.ts";
import { SEARCH_SCHEMA } from "../annotation/records/saved-search.ts";
import { CORRECTION_SCHEMA } from "../corrections/upgrade.ts";
import type { TravellingList } from "./envelope.ts";

/** The values of a record's fields, tags and stamps aside. */
export type Content = Readonly<Record<string, unknown>>;
type Row = Readonly<Record<string, unknown>>;

/**
 * How the records of a kind fall into fields. What must fit together is one field: a merge of two corrections field by field
 * could say what nobody has said.
 */
interface Form {
  readonly schema: number;
  /** Whether its records have instants, a revision and a bin. */
  readonly isStamped: boolean;
  readonly isTagged: boolean;
  take(record: Row): Content;
  give(id: string, content: Content): Row;
}

const STAMPS = new Set(["id", "schema", "revision", "created", "modified", "deleted"]);
const without = (record: Row, names: ReadonlySet<string>): Row =>
  Object.fromEntries(Object.entries(record).filter(([name]) => !names.has(name)));
const bodyOf = (record: Row): Row => record["body"] as Row;

/** A record that is one field. */
const whole = (schema: number, field: string): Form => ({
  schema,
  isStamped: true,
  isTagged: false,
  take: (record) => ({ [field]: without(record, STAMPS) }),
  give: (_id, content) => content[field] as Row,
});

/** What is made anew from an article's other fields wherever it is stored. */
const FILED = new Set([...STAMPS, "keys", "printKeys", "kept"]);

export const FORMS: Readonly<Record<TravellingList, Form>> = {
  annotations: {
    schema: ANNOTATION_SCHEMA,
    isStamped: true,
    isTagged: true,
    take: (record) => ({
      target: record["target"],
      colour: bodyOf(record)["colour"],
      note: bodyOf(record)["note"],
    }),
    give: (_id, { target, colour, note }) => ({ target, body: { colour, note } }),
  },
  subjectNotes: {
    schema: NAME_NOTE_SCHEMA,
    isStamped: true,
    isTagged: true,
    take: (record) => ({
      about: { subject: record["subject"], origin: record["origin"] },
      colour: bodyOf(record)["colour"],
      note: bodyOf(record)["note"],
    }),
    give: (_id, { about, colour, note }) => ({ ...(about as Row), body: { colour, note } }),
  },
  articles: {
    schema: ARTICLE_SCHEMA,
    isStamped: true,
    isTagged: false,
    take: (record) => ({ names: without(record, FILED), kept: record["kept"] }),
    give: (_id, { names, kept }) => ({ ...(names as Row), kept }),
  },
  corrections: whole(CORRECTION_SCHEMA, "claim"),
  merges: whole(MERGE_SCHEMA, "merged"),
  searches: {
    schema: SEARCH_SCHEMA,
    isStamped: true,
    isTagged: false,
    take: ({ name, query }) => ({ name, query }),
    give: (_id, { name, query }) => ({ name, query }),
  },
  sites: {
    schema: 1,
    isStamped: false,
    isTagged: false,
    take: ({ mode }) => ({ mode }),
    give: (site, { mode }) => ({ site, mode }),
  },
  colours: {
    schema: 1,
    isStamped: false,
    isTagged: false,
    take: (names) => Object.fromEntries(COLOURS.map((colour) => [colour, names[colour] ?? null])),
    give: (_id, content) => Object.fromEntries(Object.entries(content).filter(([, name]) => name !== null)),
  },
};
