import { firstState, type LastState } from "../annotation/last-state.ts";
import { COLOURS } from "../annotation/records/annotation.ts";
import type { KeptArticle } from "../annotation/records/kept-article.ts";
import { isOnName, type Noted, saysSomething } from "../annotation/records/name-note.ts";
import { nameKey, nameKeys } from "../annotation/records/name.ts";
import { siteName } from "../page/address.ts";
import { type Column, createColumn, createStringTable, type NumberArray, type StringTable } from "./columns.ts";
import { bytesOf, createIdMap, idAt, type IdMap } from "./id-map.ts";
import { createTerms, NO_TERMS, type PackedTerms, type Terms } from "./terms.ts";
import { wordsOf } from "./words.ts";

/**
 * What is kept in memory to search everything that the user has: of each note its words, tags, colour, age and article;
 * of each article its words and names. The records themselves stay in the database. A changed record is a new document,
 * and the old one is dead until the index is packed.
 */

/** What a document is: a highlight, a note on a name, or what an article says of itself. */
export const HIGHLIGHT = 0;
export const NAME_NOTE = 1;
export const ARTICLE = 2;

/** What is known of a document in a bit each. */
export const FLAGS = { dead: 1, deleted: 2, note: 4, empty: 8 } as const;

/** How a highlight stood on its page, by its number in the index. */
export const STATES = ["same", "moved", "edited", "lost", "unseen"] as const satisfies readonly LastState[];

/** Whether a highlight is to be looked at on its page, by the number of its state: its words don't stand there as they did. */
export const isAstray = (state: number): boolean => state !== 0 && STATES[state] !== "unseen";

/** An article as the index has it. */
export interface IndexedArticle {
  readonly page: string;
  readonly source: string;
  readonly title: string;
  readonly outlet: string;
  /** A day, or "" where that is unknown. */
  readonly published: string;
  readonly site: string;
  /** When its record was first stored, or its first note, in milliseconds since 1970. */
  readonly created: number;
  /** Whether there is a record of whom it names. */
  readonly isRead: boolean;
  /** Whether the user asked to keep it. */
  readonly isKept: boolean;
  /** For each key of a name that it names: the name's number, times two, and one more where the article calls it just so. */
  readonly names: Uint32Array;
  /** For each of them, how many statements of theirs are in it. */
  readonly statements: Uint32Array;
}

/** All documents as columns; a document is a row of each. */
export interface Documents {
  readonly kind: Column;
  readonly article: Column;
  readonly created: Column;
  readonly colour: Column;
  readonly flags: Column;
  readonly state: Column;
  /** Where a highlight stood in its page's text. */
  readonly position: Column;
  /** Sixteen bytes for each. */
  readonly ids: Column;
  /** Where a document's tags begin among `tags`; they end where the next one's begin. */
  readonly tagsFrom: Column;
  readonly tags: Column;
}

/** The index as it is saved: the same in another memory. */
export interface PackedIndex {
  readonly documents: Readonly<Record<keyof Documents, NumberArray>>;
  readonly terms: PackedTerms;
  readonly articles: readonly IndexedArticle[];
  /** Tags as they are written, by number; and the names' keys, each with the spelling it is shown by. */
  readonly tags: readonly string[];
  readonly nameKeys: readonly string[];
  readonly nameLabels: readonly string[];
}

export interface LibraryIndex {
  readonly documents: Documents;
  readonly terms: Terms;
  readonly articles: readonly IndexedArticle[];
  readonly tags: StringTable;
  readonly spellings: readonly string[];
  readonly names: StringTable;
  readonly labels: readonly string[];
  /** How many documents there are, dead ones included, and how many are dead. */
  readonly size: number;
  readonly dead: number;
  idOf(document: number): string;
  /** The number of an article, or `null` where nothing is kept of that page. */
  articleOf(page: string): number | null;
  /** Takes up a note as it is now. */
  putNote(note: Noted, state: LastState | null): void;
  /** Takes up an article's record as it is now. */
  putArticle(article: KeptArticle): void;
  /** Takes up how a highlight stands on its page. */
  putState(id: string, state: LastState): void;
  /** Forgets a note that is no longer stored. */
  dropNote(id: string): void;
  /** Forgets an article's record that is no longer stored; notes on the article stay. */
  dropArticle(page: string): void;
  pack(): PackedIndex;
}

const KINDS = {
  kind: "bytes",
  article: "whole",
  created: "real",
  colour: "bytes",
  flags: "bytes",
  state: "bytes",
  position: "whole",
  ids: "bytes",
  tagsFrom: "whole",
  tags: "whole",
} as const satisfies Record<keyof Documents, Parameters<typeof createColumn>[0]>;

const ALL = Object.keys(KINDS) as (keyof Documents)[];
/** The columns that have one number for each document. */
const SIMPLE = ["kind", "article", "created", "colour", "flags", "state", "position"] as const;

const NO_ID = "00000000-0000-0000-0000-000000000000";

export function createLibraryIndex(saved: PackedIndex | null = null): LibraryIndex {
  const column = (name: keyof Documents): Column => createColumn(KINDS[name], saved?.documents[name]);
  const documents = Object.fromEntries(ALL.map((name) => [name, column(name)])) as unknown as Documents;
  const terms = createTerms(saved?.terms ?? NO_TERMS);
  const articles: IndexedArticle[] = [...(saved?.articles ?? [])];
  const pages = createStringTable(articles.map(({ page }) => page));
  const spellings = [...(saved?.tags ?? [])];
  const tags = createStringTable(spellings.map((tag) => tag.toLowerCase()));
  const names = createStringTable(saved?.nameKeys);
  const labels = [...(saved?.nameLabels ?? [])];
  /** The document that says what an article says of itself, by the article's number. */
  const own: number[] = [];
  let dead = 0;

  const isLive = (document: number): boolean => (documents.flags.at(document) & FLAGS.dead) === 0;
  function* liveNotes(): Generator<number> {
    for (let document = 0; document < documents.kind.length; document += 1) {
      if (!isLive(document)) dead += 1;
      else if (documents.kind.at(document) === ARTICLE) own[documents.article.at(document)] = document;
      else yield document;
    }
  }
  const notes: IdMap = createIdMap(documents.ids.at, liveNotes());

  const kill = (document: number | null | undefined): void => {
    if (document === null || document === undefined || !isLive(document)) return;
    documents.flags.set(document, documents.flags.at(document) | FLAGS.dead);
    dead += 1;
  };
  const add = (
    row: Omit<Record<keyof Documents, number>, "ids" | "tagsFrom" | "tags">,
    id: string,
    tagged: readonly string[],
  ): number => {
    const document = documents.kind.length;
    for (const name of SIMPLE) documents[name].push(row[name]);
    for (const byte of bytesOf(id)) documents.ids.push(byte);
    documents.tagsFrom.push(documents.tags.length);
    for (const tag of tagged) {
      const number = tags.numberOf(tag.toLowerCase());
      spellings[number] ??= tag;
      documents.tags.push(number);
    }
    return document;
  };
  /** Takes up what an article says of itself, in a document of its own. */
  const putOwn = (number: number, words: readonly string[]): void => {
    const article = articles[number];
    if (article === undefined) return;
    kill(own[number]);
    const document = add(
      { kind: ARTICLE, article: number, created: article.created, colour: 0, flags: 0, state: 0, position: 0 },
      NO_ID,
      [],
    );
    own[number] = document;
    terms.add(document, [...words, ...wordsOf(`${article.title} ${article.outlet} ${article.site}`)]);
  };
  /** The number of a note's article, of which its page may be all that is known. */
  const articleFor = (
    { page, source, title }: { page: string; source: string; title: string },
    created: number,
  ): number => {
    const known = pages.find(page);
    if (known !== null) return known;
    const number = pages.numberOf(page);
    articles[number] = { ...unread({ page, source, title }), created };
    putOwn(number, []);
    return number;
  };

  return {
    documents,
    terms,
    articles,
    tags,
    spellings,
    names,
    labels,
    get size() {
      return documents.kind.length;
    },
    get dead() {
      return dead;
    },
    idOf: (document) => idAt(documents.ids.at, document),
    articleOf: (page) => pages.find(page),
    putNote(note, state) {
      const { id, body, deleted } = note;
      const before = notes.get(id);
      const first = isOnName(note) ? "same" : firstState(note);
      const known = before === null || state !== null ? STATES.indexOf(state ?? first) : documents.state.at(before);
      kill(before);
      const created = Date.parse(note.created);
      const article = articleFor(isOnName(note) ? note.origin : note.target, created);
      const hasNote = body.note.trim() !== "";
      const isEmpty = isOnName(note) && !saysSomething({ ...note, deleted: null });
      const flags = (deleted === null ? 0 : FLAGS.deleted) | (hasNote ? FLAGS.note : 0) | (isEmpty ? FLAGS.empty : 0);
      const document = add(
        {
          kind: isOnName(note) ? NAME_NOTE : HIGHLIGHT,
          article,
          created,
          colour: COLOURS.indexOf(body.colour),
          flags,
          state: known,
          position: isOnName(note) ? 0 : (note.target.selectors.position?.start ?? 0),
        },
        id,
        body.tags,
      );
      notes.set(id, document);
      const about = isOnName(note) ? note.subject.name : note.target.selectors.quote.exact;
      terms.add(document, wordsOf([about, body.note, ...body.tags].join("\n")));
    },
    putArticle(article) {
      const number = pages.numberOf(article.page);
      const keyed = new Map<number, { isOwn: boolean; statements: number }>();
      const said = new Map<number, number>();
      for (const { speaker } of article.sheet?.statements ?? []) {
        if (speaker !== null) said.set(speaker, (said.get(speaker) ?? 0) + 1);
      }
      article.subjects.forEach((subject, index) => {
        const main = nameKey(subject.kind, subject.name);
        for (const key of nameKeys(subject)) {
          const numbered = names.numberOf(key);
          labels[numbered] ??= key === main ? subject.name : "";
          if (key === main && labels[numbered] === "") labels[numbered] = subject.name;
          const known = keyed.get(numbered) ?? { isOwn: false, statements: 0 };
          keyed.set(numbered, {
            isOwn: known.isOwn || key === main,
            statements: known.statements + (said.get(index) ?? 0),
          });
        }
      });
      articles[number] = {
        page: article.page,
        source: article.source,
        title: article.title,
        outlet: article.outlet ?? "",
        published: article.published ?? "",
        site: siteName(article.source),
        created: Date.parse(article.created),
        isRead: true,
        isKept: article.kept !== null,
        names: Uint32Array.from(keyed, ([numbered, { isOwn }]) => 2 * numbered + (isOwn ? 1 : 0)),
        statements: Uint32Array.from(keyed.values(), ({ statements }) => statements),
      };
      const forms = article.subjects.flatMap(({ name, aliases }) => [name, ...aliases]);
      putOwn(number, wordsOf([...forms, ...(article.sheet?.bylines ?? [])].join("\n")));
    },
    putState(id, state) {
      const document = notes.get(id);
      if (document !== null) documents.state.set(document, STATES.indexOf(state));
    },
    dropNote(id) {
      kill(notes.get(id));
    },
    dropArticle(page) {
      const number = pages.find(page);
      const article = number === null ? undefined : articles[number];
      if (number === null || article === undefined) return;
      articles[number] = { ...unread(article), created: article.created };
      putOwn(number, []);
    },
    pack: () => packedOf(documents, terms, articles, { spellings, names: names.all(), labels }),
  };
}

/** The whole index without what is dead, and without the articles, tags and names that only dead documents had. */
function packedOf(
  documents: Documents,
  terms: Terms,
  articles: readonly IndexedArticle[],
  {
    spellings,
    names,
    labels,
  }: { readonly spellings: readonly string[]; readonly names: readonly string[]; readonly labels: readonly string[] },
): PackedIndex {
  const size = documents.kind.length;
  const isLive = (document: number): boolean => (documents.flags.at(document) & FLAGS.dead) === 0;
  const inUse = new Set<number>();
  articles.forEach(({ isRead }, number) => isRead && inUse.add(number));
  for (let document = 0; document < size; document += 1) {
    if (isLive(document) && documents.kind.at(document) !== ARTICLE) inUse.add(documents.article.at(document));
  }
  const [articleNumbers, tagNumbers, nameNumbers] = [createNumbering(), createNumbering(), createNumbering()];
  const renumbered = new Uint32Array(size);
  const columns = Object.fromEntries(ALL.map((name) => [name, createColumn(KINDS[name])])) as unknown as Documents;
  const order: number[] = [];
  for (let document = 0; document < size; document += 1) {
    if (isLive(document) && inUse.has(documents.article.at(document))) order.push(document);
  }
  // As they are listed, so that a list needs no sorting where nothing was written since.
  order.sort((a, b) => documents.article.at(a) - documents.article.at(b) || standing(documents, a, b));
  let next = 0;
  for (const document of order) {
    next += 1;
    renumbered[document] = next;
    for (const name of SIMPLE) columns[name].push(documents[name].at(document));
    columns.article.set(next - 1, articleNumbers.of(documents.article.at(document)));
    for (let index = 0; index < 16; index += 1) columns.ids.push(documents.ids.at(16 * document + index));
    columns.tagsFrom.push(columns.tags.length);
    forTags(documents, document, (tag) => columns.tags.push(tagNumbers.of(tag)));
  }
  return {
    documents: Object.fromEntries(ALL.map((name) => [name, columns[name].copy()])) as PackedIndex["documents"],
    terms: terms.pack((document) => (renumbered[document] === 0 ? null : (renumbered[document] ?? 0) - 1)),
    articles: articleNumbers.old.map((number) => {
      const article = articles[number] as IndexedArticle;
      return { ...article, names: article.names.map((name) => 2 * nameNumbers.of(name >>> 1) + (name & 1)) };
    }),
    tags: tagNumbers.old.map((number) => spellings[number] ?? ""),
    nameKeys: nameNumbers.old.map((number) => names[number] ?? ""),
    nameLabels: nameNumbers.old.map((number) => labels[number] ?? ""),
  };
}

/** New numbers for old ones, in the order in which they are asked for. */
function createNumbering() {
  const numbers = new Map<number, number>();
  return {
    of(old: number): number {
      const number = numbers.get(old) ?? numbers.size;
      numbers.set(old, number);
      return number;
    },
    get old(): readonly number[] {
      return [...numbers.keys()];
    },
  };
}

/** Which of two notes on one article stands first in its text. */
export const standing = ({ position, created }: Documents, a: number, b: number): number =>
  position.at(a) - position.at(b) || created.at(a) - created.at(b);

/** Calls `use` with the number of each tag of a document. */
export function forTags({ tagsFrom, tags }: Documents, document: number, use: (tag: number) => void): void {
  const end = document + 1 < tagsFrom.length ? tagsFrom.at(document + 1) : tags.length;
  for (let at = tagsFrom.at(document); at < end; at += 1) use(tags.at(at));
}

/** An article of which only the page is known. */
function unread({
  page,
  source,
  title,
}: Pick<IndexedArticle, "page" | "source" | "title">): Omit<IndexedArticle, "created"> {
  const none = new Uint32Array(0);
  const site = siteName(source);
  return {
    page,
    source,
    title,
    site,
    outlet: "",
    published: "",
    isRead: false,
    isKept: false,
    names: none,
    statements: none,
  };
}
