import type { Analysis } from "../analyse.ts";
import type { Entity } from "../entities/entity.ts";
import type { Quotation, QuoteSource } from "../quotes/quotation.ts";

/** What is looked up in an analysis again and again: a page may name and quote any number. */
export interface Lookup {
  /** The source that an entity is. */
  readonly sources: ReadonlyMap<Entity, QuoteSource>;
  /** All that places are called, without an article, in small letters. */
  readonly placeForms: ReadonlySet<string>;
  /** Statements that pass on what others say, by where each begins. */
  readonly nested: readonly Quotation[];
  /** How far the statements of `nested` reach, up to each. */
  readonly reach: readonly number[];
  /** All statements by where each begins. */
  readonly inOrder: readonly Quotation[];
}

const lookups = new WeakMap<Analysis, Lookup>();

/** Made once for each analysis. */
export function lookupOf(analysis: Analysis): Lookup {
  const known = lookups.get(analysis);
  if (known !== undefined) return known;
  const made = makeLookup(analysis);
  lookups.set(analysis, made);
  return made;
}

function makeLookup({ entities, sources, quotations }: Analysis): Lookup {
  const byEntity = new Map<Entity, QuoteSource>();
  for (const source of sources) {
    const entity = entities[source.entity ?? -1];
    if (entity !== undefined && !byEntity.has(entity)) byEntity.set(entity, source);
  }
  const places = entities.filter(({ kind }) => kind === "place");
  const inOrder = quotations.toSorted((a, b) => startOf(a) - startOf(b));
  const nested = inOrder.filter((quotation) => quotation.nested);
  let furthest = 0;
  return {
    sources: byEntity,
    placeForms: new Set(places.flatMap(({ name, aliases }) => [name, ...aliases].map(withoutArticle))),
    nested,
    reach: nested.map((quotation) => (furthest = Math.max(furthest, endOf(quotation)))),
    inOrder,
  };
}

export const withoutArticle = (name: string): string => name.replace(/^the\s+/i, "").toLowerCase();

/** Statements that pass others on, and of which one may be passed on. */
export function around(from: Quotation, { nested, reach }: Lookup): Quotation[] {
  const found: Quotation[] = [];
  const end = endOf(from);
  for (let at = firstFrom(nested, startOf(from) + 1) - 1; at >= 0 && (reach[at] ?? 0) >= end; at -= 1) {
    const quotation = nested[at];
    if (quotation !== undefined) found.push(quotation);
  }
  return found.toReversed();
}

/** Statements that one may hold. */
export function inside(outer: Quotation, { inOrder }: Lookup): readonly Quotation[] {
  return inOrder.slice(firstFrom(inOrder, startOf(outer)), firstFrom(inOrder, endOf(outer)));
}

const startOf = ({ content }: Quotation): number =>
  content.reduce((least, { start }) => Math.min(least, start), Infinity);
const endOf = ({ content }: Quotation): number => content.reduce((most, { end }) => Math.max(most, end), 0);

function firstFrom(quotations: readonly Quotation[], offset: number): number {
  let low = 0;
  let high = quotations.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const quotation = quotations[middle];
    if (quotation !== undefined && startOf(quotation) < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}
