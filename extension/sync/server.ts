import * as v from "valibot";
import type { SyncProblem } from "../calls/sync-answers.ts";
import type { SyncServer } from "../store/sync-rows.ts";

/** What the server answered, or why it did not. */
export type Answer<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly problem: SyncProblem };

/** Up to where changes were read. Servers of one machine count, clusters give a text; neither means anything to us. */
export type Sequence = string | number;

export interface Change {
  readonly id: string;
  /** The revisions that nothing has replaced: several where two servers took different ones. */
  readonly revs: readonly string[];
  readonly isDeleted: boolean;
}

export interface Changes {
  readonly changes: readonly Change[];
  readonly last: Sequence;
}

export interface State {
  readonly count: number;
  readonly last: Sequence;
}

export interface Document {
  readonly id: string;
  readonly rev: string;
  readonly isDeleted: boolean;
  /** All of it, as it came. */
  readonly content: unknown;
}

/** What a document is to become. */
export interface Sent {
  readonly id: string;
  /** The revision that it replaces; `null` where there is none. */
  readonly rev: string | null;
  /** `null` where it is to be deleted. */
  readonly content: Readonly<Record<string, unknown>> | null;
}

/** What became of a document that was sent. `refused`: by itself, whatever is sent beside it. */
export type Written = { readonly id: string } & (
  | { readonly outcome: "taken"; readonly rev: string }
  | { readonly outcome: "conflict" }
  | { readonly outcome: "refused" }
);

/** A database of a CouchDB, or of anything that speaks as one does. */
export interface Server {
  /** How many documents it has, and how far its changes go; `null` where there is no such database. */
  state(): Answering<State | null>;
  create(): Answering<null>;
  remove(): Answering<null>;
  document(id: string): Answering<Document | null>;
  documents(ids: readonly string[]): Answering<readonly Document[]>;
  /** All versions of a document that nothing has replaced. */
  leaves(id: string): Answering<readonly Document[]>;
  changes(since: Sequence | null, limit: number): Answering<Changes>;
  /** Answers once something changes, or after a while with nothing. */
  awaitChange(since: Sequence | null, signal: AbortSignal): Answering<Changes>;
  write(documents: readonly Sent[]): Answering<readonly Written[]>;
}
type Answering<T> = Promise<Answer<T>>;

/** How long a server may take for an answer, and may hold one back that waits for changes, in milliseconds. */
const PATIENCE = 60_000;
const HOLD = 25_000;

const sequence = v.union([v.string(), v.number()]);
const rev = v.pipe(v.string(), v.minLength(1), v.maxLength(200));
const id = v.pipe(v.string(), v.maxLength(1_000));
const infoSchema = v.object({ doc_count: v.number(), update_seq: sequence });
const changesSchema = v.object({
  results: v.array(v.object({ id, changes: v.array(v.object({ rev })), deleted: v.optional(v.boolean(), false) })),
  last_seq: sequence,
});
const documentSchema = v.looseObject({ _id: id, _rev: rev, _deleted: v.optional(v.boolean(), false) });
const rowsSchema = v.object({ rows: v.array(v.object({ doc: v.optional(v.nullable(documentSchema), null) })) });
const leavesSchema = v.array(v.object({ ok: v.optional(documentSchema) }));
const writtenSchema = v.array(
  v.object({
    id: v.optional(id, ""),
    rev: v.optional(rev),
    error: v.optional(v.string()),
    reason: v.optional(v.string()),
  }),
);
const anything = v.unknown();

const asDocument = (content: v.InferOutput<typeof documentSchema>): Document => {
  const { _id: named, _rev: at, _deleted: isDeleted } = content;
  return { id: named, rev: at, isDeleted, content };
};
const asSent = ({ id: named, rev: replaced, content }: Sent): object => ({
  _id: named,
  ...(replaced !== null && { _rev: replaced }),
  ...(content ?? { _deleted: true }),
});
const asChanges = ({ results, last_seq: last }: v.InferOutput<typeof changesSchema>): Changes => ({
  changes: results.map((one) => ({ id: one.id, revs: one.changes.map((leaf) => leaf.rev), isDeleted: one.deleted })),
  last,
});

const MISSING = 404;
const EXISTS = 412;
/** What statuses mean of which nothing more is known. */
const PROBLEMS: Readonly<Record<number, SyncProblem>> = {
  401: "wrong-password",
  403: "forbidden",
  404: "no-database",
  408: "slow",
  413: "too-long",
  429: "busy",
  507: "full",
};

export interface ServerOptions {
  readonly fetch?: typeof fetch;
  /** Whether the browser lets the extension speak to an address. */
  mayAsk?(address: string): Promise<boolean>;
  /** In milliseconds; tests pass their own. */
  readonly patience?: number;
}

export function connect(
  { address, database, user, password }: SyncServer,
  { fetch: ask = fetch, mayAsk = async () => true, patience = PATIENCE }: ServerOptions = {},
): Server {
  const base = `${address}/${encodeURIComponent(database)}`;
  const credentials = btoa(String.fromCharCode(...new TextEncoder().encode(`${user}:${password}`)));
  const headers = {
    Accept: "application/json",
    "Content-Type": "application/json",
    ...(user !== "" && { Authorization: `Basic ${credentials}` }),
  };

  /** @param allowed statuses that are answers too, and come as `null`. */
  async function request<Schema extends v.GenericSchema>(
    [method, path, body]: readonly [string, string, unknown?],
    schema: Schema,
    allowed: readonly number[] = [],
    signal: AbortSignal | null = null,
    time = patience,
  ): Promise<Answer<v.InferOutput<Schema> | null>> {
    const late = AbortSignal.timeout(time);
    try {
      const response = await ask(`${base}${path}`, {
        method,
        headers,
        credentials: "omit",
        cache: "no-store",
        redirect: "error",
        signal: signal === null ? late : AbortSignal.any([late, signal]),
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      if (allowed.includes(response.status)) return { ok: true, value: null };
      const given = await response.text();
      if (!response.ok) return { ok: false, problem: problemOf(response.status, given) };
      const checked = v.safeParse(schema, parsed(given));
      return checked.success ? { ok: true, value: checked.output } : { ok: false, problem: "nonsense" };
    } catch {
      if (late.aborted) return { ok: false, problem: "slow" };
      return { ok: false, problem: (await mayAsk(address)) ? "unreachable" : "no-access" };
    }
  }

  const listed = async (since: Sequence | null, more: string, signal: AbortSignal | null, time?: number) => {
    const from = encodeURIComponent(String(since ?? 0));
    const path = `/_changes?style=all_docs&since=${from}&${more}`;
    return mapped(await request(["GET", path], changesSchema, [], signal, time), asChanges);
  };
  const named = (document: string): string => `/${encodeURIComponent(document)}`;

  return {
    state: async () => {
      const answer = await request(["GET", ""], infoSchema, [MISSING]);
      if (!answer.ok) return answer;
      return { ok: true, value: answer.value && { count: answer.value.doc_count, last: answer.value.update_seq } };
    },
    create: async () => emptied(await request(["PUT", ""], anything, [EXISTS])),
    remove: async () => emptied(await request(["DELETE", ""], anything, [MISSING])),
    document: async (asked) => {
      const answer = await request(["GET", named(asked)], documentSchema, [MISSING]);
      return answer.ok ? { ok: true, value: answer.value && asDocument(answer.value) } : answer;
    },
    documents: async (keys) =>
      mapped(await request(["POST", "/_all_docs?include_docs=true", { keys }], rowsSchema), ({ rows }) =>
        rows.flatMap(({ doc }) => (doc === null ? [] : [asDocument(doc)])),
      ),
    leaves: async (asked) =>
      mapped(await request(["GET", `${named(asked)}?open_revs=all`], leavesSchema), (found) =>
        found.flatMap(({ ok }) => (ok === undefined ? [] : [asDocument(ok)])),
      ),
    changes: (since, limit) => listed(since, `limit=${limit}`, null),
    awaitChange: (since, signal) => listed(since, `limit=1&feed=longpoll&timeout=${HOLD}`, signal, HOLD + patience),
    write: async (sent) =>
      mapped(await request(["POST", "/_bulk_docs", { docs: sent.map(asSent) }], writtenSchema), (answers) =>
        answers.map((one, index): Written => {
          const name = one.id === "" ? (sent[index]?.id ?? "") : one.id;
          if (one.error === undefined && one.rev !== undefined) return { id: name, outcome: "taken", rev: one.rev };
          return { id: name, outcome: one.error === "conflict" ? "conflict" : "refused" };
        }),
      ),
  };
}

/** A text as JSON; `undefined` where it is none, which no schema takes. */
function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return undefined;
  }
}

/** What a failed request means. A full disk comes as an error of the server. */
function problemOf(status: number, given: string): SyncProblem {
  if (/enospc|no space|disk.?full|quota/i.test(given)) return "full";
  return PROBLEMS[status] ?? (status >= 500 ? "busy" : "nonsense");
}

/** Of what must not be missing. */
function mapped<From, To>(answer: Answer<From | null>, to: (value: From) => To): Answer<To> {
  if (!answer.ok) return answer;
  return answer.value === null ? { ok: false, problem: "no-database" } : { ok: true, value: to(answer.value) };
}

const emptied = (answer: Answer<unknown>): Answer<null> => (answer.ok ? { ok: true, value: null } : answer);
