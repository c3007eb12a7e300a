import type { Analysis } from "../analyse.ts";
import type { Entity } from "../entities/entity.ts";
import { contains, type Span } from "../text/span.ts";
import { lookupOf, withoutArticle } from "./lookup.ts";
import { type Statement, statementsOf } from "./statements.ts";
import type { QuoteSource } from "../quotes/quotation.ts";
import type { SpeakerKind } from "../quotes/speakers/referent.ts";

/** Who or what a highlighted name stands for: an entity, a source, or an entity that is also a source. */
export interface ArticleName {
  readonly name: string;
  readonly kind: "person" | "place" | "organisation" | "source";
  readonly role: string | null;
  readonly aliases: readonly string[];
  /** Everywhere the article names it, repeated paragraphs aside, in the order of the text. */
  readonly mentions: readonly Span[];
  /** What it says in the article, repeated statements aside, in the order of the text. */
  readonly statements: readonly Statement[];
  /** What sort of source it is that is no entity: a country or town speaks as its government. `null` for entities. */
  readonly voice: Voice | null;
  /** The user gave the name; the article does not have it. */
  readonly isGiven: boolean;
}

/** Who speaks where no entity does; `open`: nobody is named. */
export type Voice = SpeakerKind | "government";

/** The subject whose name covers an offset of the article's text, or `null`. The innermost name wins. */
export function nameAt(analysis: Analysis, offset: number): ArticleName | null {
  const point = { start: offset, end: offset + 1 };
  const government = analysis.sources.find(
    (source) => voiceOf(analysis, source) === "government" && source.mentions.some((span) => contains(span, point)),
  );
  if (government !== undefined) return nameOfSource(analysis, government);
  const named = analysis.entities
    .filter(({ kind }) => kind !== "organisation")
    .find(({ mentions }) => mentions.some((mention) => contains(mention, point)));
  if (named !== undefined) return nameOfEntity(analysis, named);
  const quotation = analysis.quotations
    .filter(({ source }) => source !== null && contains(source, point))
    .toSorted((a, b) => spanLength(a.source) - spanLength(b.source))[0];
  const source = analysis.sources[quotation?.speaker ?? -1];
  return source === undefined ? null : nameOfSource(analysis, source);
}

/**
 * Who says what stands at an offset of the article's text, or is named there: an index into `analysis.sources`, or
 * `null`. Of nested statements the innermost counts.
 */
export function speakerAt({ quotations, entities, sources }: Analysis, offset: number): number | null {
  let speaker: number | null = null;
  let shortest = Infinity;
  for (const quotation of quotations) {
    const spans = quotation.source === null ? quotation.content : [quotation.source, ...quotation.content];
    const span = spans.find(({ start, end }) => start <= offset && offset < end);
    if (span === undefined || spanLength(span) >= shortest) continue;
    speaker = quotation.speaker;
    shortest = spanLength(span);
  }
  if (speaker !== null) return speaker;
  const point = { start: offset, end: offset + 1 };
  const named = sources.findIndex(({ entity }) =>
    entities[entity ?? -1]?.mentions.some((mention) => contains(mention, point)),
  );
  return named < 0 ? null : named;
}

export function nameOfEntity(analysis: Analysis, entity: Entity): ArticleName {
  const source = lookupOf(analysis).sources.get(entity);
  return {
    name: entity.name,
    kind: entity.kind,
    role: entity.role,
    aliases: aliasesOf(entity),
    mentions: entity.mentions.filter(({ repeated }) => !repeated),
    statements: source === undefined ? [] : statementsOf(analysis, source),
    voice: null,
    isGiven: false,
  };
}

export function nameOfSource(analysis: Analysis, source: QuoteSource): ArticleName {
  const entity = source.entity === null ? undefined : analysis.entities[source.entity];
  if (entity !== undefined) return nameOfEntity(analysis, entity);
  return {
    name: source.name,
    kind: "source",
    role: null,
    aliases: [],
    mentions: source.mentions,
    statements: statementsOf(analysis, source),
    voice: voiceOf(analysis, source),
    isGiven: source.isGiven === true,
  };
}

function voiceOf(analysis: Analysis, { kind, entity, name }: QuoteSource): Voice | null {
  if (entity !== null) return null;
  return kind === "body" && lookupOf(analysis).placeForms.has(withoutArticle(name)) ? "government" : kind;
}

/** What else it is called. A name in capitals, as in a dateline or a headline, is the same name. */
function aliasesOf({ name, aliases }: Entity): readonly string[] {
  const seen = new Set([name.toLowerCase()]);
  return aliases.filter((alias) => {
    const isNew = !seen.has(alias.toLowerCase());
    seen.add(alias.toLowerCase());
    return isNew;
  });
}

/** How many different names there are, as `listEntities` and `listSources` list them. */
export interface NameCount {
  readonly people: number;
  readonly places: number;
  /** Sources that are neither: with people and places, these are all. */
  readonly others: number;
  /** Sources, people and places among them. */
  readonly quoted: number;
}

/** How many different people, places and sources there are. */
export function countNames({ entities, sources, quotations }: Analysis): NameCount {
  const isListed = ({ mentions }: Entity): boolean => mentions.some(({ repeated }) => !repeated);
  const listed = (kind: "person" | "place"): Entity[] =>
    entities.filter((entity) => entity.kind === kind && isListed(entity));
  const [people, places] = [listed("person"), listed("place")];
  const named = new Set([...people, ...places]);
  const quoted = sources.filter((source) => source.quotations.some((index) => quotations[index]?.repeated === false));
  const others = quoted.filter(({ entity }) => !named.has(entities[entity ?? -1] as Entity));
  return { people: people.length, places: places.length, others: others.length, quoted: quoted.length };
}

const spanLength = (span: Span | null): number => (span === null ? Infinity : span.end - span.start);

/** The people or the places of an article, the most often named first. Who is only named in a repeat is not listed. */
export function listEntities(analysis: Analysis, kind: "person" | "place"): ArticleName[] {
  return analysis.entities
    .filter((entity) => entity.kind === kind)
    .map((entity) => nameOfEntity(analysis, entity))
    .filter(({ mentions }) => mentions.length > 0)
    .toSorted((a, b) => b.mentions.length - a.mentions.length);
}

/** Who is quoted in an article, in the order of the text. */
export function listSources(analysis: Analysis): ArticleName[] {
  return analysis.sources
    .filter(({ quotations }) => quotations.some((index) => analysis.quotations[index]?.repeated === false))
    .map((source) => nameOfSource(analysis, source));
}
