import type { Analysis } from "../analyse.ts";
import type { Entity, Mention } from "../entities/entity.ts";
import { PRONOUNS } from "../english/pronouns.ts";
import type { Quotation } from "../quotes/quotation.ts";
import { contains, type Span, textOf } from "../text/span.ts";
import { type Cast, castOf, findKnown, replaceEntities, type Speaker } from "./cast.ts";
import { type ApartClaim, foldName, type Pointed } from "./corrections.ts";

/** One place where somebody is called by a name or a description. */
interface Naming {
  readonly span: Span;
  /** The words, as forms are compared. */
  readonly key: string;
}

/** Somebody with all that the article calls them by, in its order, and the quotations that are theirs. */
interface Called {
  readonly entity: Entity | null;
  readonly name: string;
  readonly namings: readonly Naming[];
  readonly own: readonly number[];
}

/**
 * The forms under which an article names somebody, besides the name: other names and descriptions, not pronouns. Each may
 * have been joined with the name by mistake. In the order of the text.
 */
export function formsOf(text: string, analysis: Analysis, pointed: Pointed): string[] {
  const called = calledOf(text, analysis.quotations, castOf(analysis), pointed);
  if (called === null) return [];
  const forms = new Map(called.namings.toReversed().map(({ span, key }) => [key, foldName(textOf(text, span))]));
  forms.delete(keyOf(called.name));
  return [...forms.values()].toReversed();
}

/**
 * The cast once a form of somebody's name means somebody else. What that one said goes along: the statements that the form
 * names, and those that a pronoun or nothing names while the form was the last name before.
 */
export function split(text: string, quotations: readonly Quotation[], cast: Cast, { who, form }: ApartClaim): Cast {
  const called = calledOf(text, quotations, cast, who);
  if (called === null) return cast;
  const key = keyOf(form);
  const { entity, namings } = called;
  const taken = namings.find((naming) => naming.key === key);
  // Nobody is left without a name.
  if (taken === undefined || namings.every((naming) => naming.key === key)) return cast;
  const name = foldName(textOf(text, taken.span));
  const isMeant = (mention: Mention): boolean => keyOf(textOf(text, mention)) === key;
  const mentions = entity?.mentions.filter(isMeant) ?? [];
  const parted =
    entity === null || mentions.length === 0 ? null : { ...entity, name, aliases: [], role: null, mentions };
  const moved = new Set(called.own.filter((index) => namingOf(called, cast, quotations, index)?.key === key));
  const [first] = moved;
  const former = first === undefined ? undefined : cast.speakers[first];
  const speaker: Speaker | null = former === undefined ? null : { name, kind: former.kind, entity: parted };
  const rest = entity === null ? cast : without(cast, entity, key, mentions);
  return {
    ...rest,
    entities: parted === null ? rest.entities : inOrder([...rest.entities, parted]),
    speakers: rest.speakers.map((other, index) => (speaker !== null && moved.has(index) ? speaker : other)),
  };
}

/** The cast with an entity that has neither a form nor its mentions any more. */
function without(cast: Cast, entity: Entity, key: string, gone: readonly Mention[]): Cast {
  const leaving = new Set(gone);
  return replaceEntities(cast, [entity], {
    ...entity,
    mentions: entity.mentions.filter((mention) => !leaving.has(mention)),
    aliases: entity.aliases.filter((alias) => keyOf(alias) !== key),
  });
}

function calledOf(text: string, quotations: readonly Quotation[], cast: Cast, pointed: Pointed): Called | null {
  const known = findKnown(cast, pointed);
  if (known === null) return null;
  const entity = "entity" in known ? known.entity : null;
  const name = "entity" in known ? known.entity.name : known.speaker.name;
  const own = quotations.flatMap((_, index) => {
    const speaker = cast.speakers[index];
    return ("speaker" in known ? speaker === known.speaker : speaker?.entity === entity) ? [index] : [];
  });
  const mentions = (entity?.mentions ?? []).toSorted((a, b) => a.start - b.start);
  const described = own
    .flatMap((index) => cast.cores[index] ?? [])
    .filter((core) => spanWithin(mentions, core, (mention) => mention) === null);
  const namings = [...mentions, ...described]
    .map((span) => ({ span, key: keyOf(textOf(text, span)) }))
    .filter(({ key }) => !PRONOUNS.has(key))
    .toSorted((a, b) => a.span.start - b.span.start);
  return { entity, name, namings, own };
}

/** What names the speaker of a quotation: in its own source, or else the last before it. */
function namingOf(
  { namings }: Called,
  { cores }: Cast,
  quotations: readonly Quotation[],
  index: number,
): Naming | undefined {
  const core = cores[index] ?? null;
  const inCore = core === null ? null : spanWithin(namings, core, ({ span }) => span);
  const start = core?.start ?? quotations[index]?.content[0]?.start ?? 0;
  return inCore ?? namings[firstFrom(namings, start, ({ span }) => span) - 1];
}

/**
 * The first of several things whose place holds a span or lies in it, or `null`. They come in the order of the text, and
 * their places are apart or the same.
 */
function spanWithin<Thing>(things: readonly Thing[], span: Span, placeOf: (thing: Thing) => Span): Thing | null {
  const from = firstFrom(things, span.start, placeOf);
  for (const thing of things.slice(Math.max(0, from - 1), from + 1)) {
    const place = placeOf(thing);
    if (contains(span, place) || contains(place, span)) return thing;
  }
  return null;
}

/** The index of the first of several things in the order of the text that begins at an offset or behind it. */
function firstFrom<Thing>(things: readonly Thing[], offset: number, placeOf: (thing: Thing) => Span): number {
  let low = 0;
  let high = things.length;
  while (low < high) {
    const middle = (low + high) >> 1;
    const thing = things[middle];
    if (thing !== undefined && placeOf(thing).start < offset) low = middle + 1;
    else high = middle;
  }
  return low;
}

/** A form as forms are compared: without an article, whatever its letters. */
const keyOf = (form: string): string =>
  foldName(form)
    .replace(/^(?:the|an?)\s+/i, "")
    .toLowerCase();

const inOrder = (entities: readonly Entity[]): Entity[] =>
  entities.toSorted((a, b) => (a.mentions[0]?.start ?? 0) - (b.mentions[0]?.start ?? 0));
