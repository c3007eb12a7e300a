import { COLOURS } from "../annotation/records/annotation.ts";
import type { MergedKeys } from "../annotation/records/merge.ts";
import { forBits } from "./bits.ts";
import { ARTICLE, FLAGS, forTags, isAstray, type LibraryIndex } from "./library-index.ts";
import { headNumbers } from "./names.ts";
import type { Matches } from "./search.ts";

/** A value that notes share, and how many of those that were found have it. */
export interface Facet {
  readonly value: string;
  readonly count: number;
}

/** What the notes that were found have in common, the most frequent first. */
export interface Facets {
  readonly tags: readonly Facet[];
  readonly colours: readonly Facet[];
  readonly sites: readonly Facet[];
  readonly people: readonly Facet[];
}

/** @param limit how many values of each are told. */
export function facetsOf(index: LibraryIndex, { found }: Matches, heads: MergedKeys, limit: number): Facets {
  const { documents } = index;
  const tags = new Uint32Array(index.tags.length);
  const colours = new Uint32Array(COLOURS.length);
  const onArticle = new Uint32Array(index.articles.length);
  forBits(found, (document) => {
    if (documents.kind.at(document) === ARTICLE) return;
    const [colour, article] = [documents.colour.at(document), documents.article.at(document)];
    colours[colour] = (colours[colour] ?? 0) + 1;
    onArticle[article] = (onArticle[article] ?? 0) + 1;
    forTags(documents, document, (tag) => (tags[tag] = (tags[tag] ?? 0) + 1));
  });
  const sites = new Map<string, number>();
  const people = new Uint32Array(index.names.length);
  const isPerson = index.names.all().map((key) => key.startsWith("person:"));
  const headOf = headNumbers(index, heads);
  onArticle.forEach((count, number) => {
    const article = index.articles[number];
    if (count === 0 || article === undefined) return;
    sites.set(article.site, (sites.get(article.site) ?? 0) + count);
    for (const coded of article.names) {
      const name = coded >>> 1;
      if ((coded & 1) === 0 || isPerson[name] !== true) continue;
      const head = headOf(name);
      people[head] = (people[head] ?? 0) + count;
    }
  });
  return {
    tags: most(tags, limit, (tag) => index.spellings[tag] ?? ""),
    colours: most(colours, limit, (colour) => COLOURS[colour] ?? ""),
    sites: [...sites]
      .map(([value, count]) => ({ value, count }))
      .toSorted(byCount)
      .slice(0, limit),
    people: most(people, limit, (name) => index.labels[name] || index.names.at(name).slice("person:".length)),
  };
}

function most(counts: Uint32Array, limit: number, valueOf: (number: number) => string): Facet[] {
  const numbers = [...counts.keys()].filter((number) => (counts[number] ?? 0) > 0);
  return numbers
    .map((number) => ({ number, count: counts[number] ?? 0 }))
    .toSorted(byCount)
    .slice(0, limit)
    .map(({ number, count }) => ({ value: valueOf(number), count }));
}

const byCount = (a: { readonly count: number }, b: { readonly count: number }): number => b.count - a.count;

/** How many of everything there are: what stands beside the parts of the library. */
export interface Totals {
  readonly notes: number;
  readonly articles: number;
  readonly check: number;
  readonly bin: number;
  readonly tags: readonly Facet[];
}

export function totalsOf(index: LibraryIndex): Totals {
  const { documents, size } = index;
  const tags = new Uint32Array(index.tags.length);
  const articles = new Set<number>();
  let [notes, check, bin] = [0, 0, 0];
  for (let document = 0; document < size; document += 1) {
    const flags = documents.flags.at(document);
    if ((flags & (FLAGS.dead | FLAGS.empty)) !== 0 || documents.kind.at(document) === ARTICLE) continue;
    if ((flags & FLAGS.deleted) !== 0) {
      bin += 1;
      continue;
    }
    notes += 1;
    articles.add(documents.article.at(document));
    if (isAstray(documents.state.at(document))) check += 1;
    forTags(documents, document, (tag) => (tags[tag] = (tags[tag] ?? 0) + 1));
  }
  index.articles.forEach(({ isKept }, number) => isKept && articles.add(number));
  return {
    notes,
    articles: articles.size,
    check,
    bin,
    tags: most(tags, Infinity, (tag) => index.spellings[tag] ?? ""),
  };
}
