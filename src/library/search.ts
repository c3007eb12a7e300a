import { COLOURS } from "../annotation/records/annotation.ts";
import { addBit, type Bits, bitsFor, dropBits, forBits, hasBit, keepBits } from "./bits.ts";
import { ARTICLE, FLAGS, forTags, isAstray, type LibraryIndex, STATES } from "./library-index.ts";
import type { Condition, Piece, Query } from "./query.ts";

/** Which notes are looked through: those that are there, those to be checked on their page, or those in the bin. */
export type Scope = "live" | "check" | "bin";

/** The documents that a query finds. */
export interface Matches {
  /** Notes of the scope, and what articles say of themselves. */
  readonly found: Bits;
  /** Words that nothing has, with those that were looked for in their place. */
  readonly instead: ReadonlyMap<string, readonly string[]>;
}

/** Finds the notes that fulfil every piece of a query, by themselves or by what their article says of itself. */
export function search(index: LibraryIndex, query: Query, scope: Scope): Matches {
  const found = inScope(index, scope);
  const instead = new Map<string, readonly string[]>();
  for (const { conditions, isNot } of orderedByCost(query)) {
    const holding = allOf(index, conditions, instead);
    if (isNot) dropBits(found, holding);
    else keepBits(found, holding);
  }
  return { found, instead };
}

/** What is cheap to tell goes first. */
const orderedByCost = (query: Query): Piece[] =>
  query.toSorted((a, b) => Number(a.conditions[0]?.kind === "word") - Number(b.conditions[0]?.kind === "word"));

function inScope({ documents, size }: LibraryIndex, scope: Scope): Bits {
  const found = bitsFor(size);
  for (let document = 0; document < size; document += 1) {
    const flags = documents.flags.at(document);
    if ((flags & (FLAGS.dead | FLAGS.empty)) !== 0) continue;
    const isDeleted = (flags & FLAGS.deleted) !== 0;
    const isArticle = documents.kind.at(document) === ARTICLE;
    if (isArticle ? scope !== "live" : isDeleted !== (scope === "bin")) continue;
    if (scope === "check" && !isAstray(documents.state.at(document))) continue;
    addBit(found, document);
  }
  return found;
}

function allOf(index: LibraryIndex, conditions: readonly Condition[], instead: Map<string, readonly string[]>): Bits {
  const [first, ...others] = conditions.map((condition) => matching(index, condition, instead));
  if (first === undefined) return bitsFor(index.size);
  for (const other of others) keepBits(first, other);
  return first;
}

function matching(index: LibraryIndex, condition: Condition, instead: Map<string, readonly string[]>): Bits {
  const { documents } = index;
  switch (condition.kind) {
    case "word":
      return withWord(index, condition.word, condition.isExact, instead);
    case "tag": {
      const wanted = index.tags.find(condition.value);
      return wanted === null ? bitsFor(index.size) : withTag(index, wanted);
    }
    case "site":
      return ofArticles(index, ({ site }) => site === condition.value || site.endsWith(`.${condition.value}`));
    case "name": {
      const wanted = namesWith(index, condition.of, condition.words);
      return ofArticles(index, ({ names }) => names.some((name) => wanted.has(name >>> 1)));
    }
    case "colour": {
      const wanted = condition.colour === null ? -1 : COLOURS.indexOf(condition.colour);
      return notesThat(index, (document) => documents.colour.at(document) === wanted);
    }
    case "has":
      return notesThat(index, (document) => {
        if (condition.what === "note") return (documents.flags.at(document) & FLAGS.note) !== 0;
        let has = false;
        forTags(documents, document, () => (has = true));
        return has;
      });
    case "before":
      return documentsThat(index, (document) => documents.created.at(document) < condition.instant);
    case "after":
      return documentsThat(index, (document) => documents.created.at(document) >= condition.instant);
    case "is":
      return notesThat(index, (document) => documents.state.at(document) === STATES.indexOf(condition.state));
  }
}

function documentsThat({ size }: LibraryIndex, holds: (document: number) => boolean): Bits {
  const found = bitsFor(size);
  for (let document = 0; document < size; document += 1) if (holds(document)) addBit(found, document);
  return found;
}

const notesThat = (index: LibraryIndex, holds: (document: number) => boolean): Bits =>
  documentsThat(index, (document) => index.documents.kind.at(document) !== ARTICLE && holds(document));

/** Everything on the articles of which something holds. */
function ofArticles(index: LibraryIndex, holds: (article: LibraryIndex["articles"][number]) => boolean): Bits {
  const articles = bitsFor(index.articles.length);
  index.articles.forEach((article, number) => holds(article) && addBit(articles, number));
  return documentsThat(index, (document) => hasBit(articles, index.documents.article.at(document)));
}

function withTag(index: LibraryIndex, wanted: number): Bits {
  return notesThat(index, (document) => {
    let has = false;
    forTags(index.documents, document, (tag) => (has ||= tag === wanted));
    return has;
  });
}

/** The names of a kind that have all the words, as beginnings of theirs. */
function namesWith({ names }: LibraryIndex, of: string | null, words: readonly string[]): Set<number> {
  const found = new Set<number>();
  names.all().forEach((key, number) => {
    const colon = key.indexOf(":");
    const kind = key.slice(0, colon);
    // Whether a source is an organisation is told too seldom: both have keys of one kind.
    if (of !== null && kind !== (of === "organisation" ? "source" : of)) return;
    const parts = key.slice(colon + 1).split(/[^\p{L}\p{N}]+/u);
    if (words.every((word) => parts.some((part) => part.startsWith(word)))) found.add(number);
  });
  return found;
}

/** Notes with a word, and notes on articles with it. Where nothing has it, what it may be mistyped for is looked for. */
function withWord(index: LibraryIndex, word: string, isExact: boolean, instead: Map<string, readonly string[]>): Bits {
  const { documents, terms, size } = index;
  const found = bitsFor(size);
  let isThere = false;
  const take = (document: number): void => {
    isThere = true;
    addBit(found, document);
  };
  terms.find(word, isExact, take);
  if (!isThere && !isExact) {
    const near = terms.near(word);
    if (near.length > 0) instead.set(word, near);
    for (const other of near) terms.find(other, true, take);
  }
  const articles = bitsFor(index.articles.length);
  let isArticle = false;
  forBits(found, (document) => {
    if (documents.kind.at(document) !== ARTICLE || (documents.flags.at(document) & FLAGS.dead) !== 0) return;
    addBit(articles, documents.article.at(document));
    isArticle = true;
  });
  if (!isArticle) return found;
  for (let document = 0; document < size; document += 1) {
    if (hasBit(articles, documents.article.at(document))) addBit(found, document);
  }
  return found;
}
