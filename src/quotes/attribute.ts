import type { Entity } from "../entities/entity.ts";
import { finish, type Steps } from "../slices.ts";
import type { TextDocument } from "../text/document.ts";
import { contains, firstOf, textOf, type Span } from "../text/span.ts";
import { quotedParagraphs } from "../syntax/marks.ts";
import type { Quotation, QuotationType, QuoteSource } from "./quotation.ts";
import { copiesIn, isInHeadline, isSaidAgain } from "./repeats.ts";
import type { Referent } from "./speakers/referent.ts";
import { speakersOf } from "./speakers/speakers.ts";
import { statementsOf, type Statement } from "./carry-on.ts";
import type { TaggerModel } from "../english/tagger/model.ts";
import { unitsOf } from "../syntax/unit.ts";

/** What `attribute` finds in one document. */
export interface Attribution {
  /** In the order of their first statement. */
  readonly sources: readonly QuoteSource[];
  /** In the order of the text, an outer quotation before the ones in it. */
  readonly quotations: readonly Quotation[];
}

interface Resolved {
  readonly statement: Statement;
  readonly speaker: Referent;
  readonly repeated: boolean;
}

/**
 * Finds every statement of a document that is attributed to somebody, and who that is.
 *
 * @param entities those of the same document: pronouns, surnames and descriptions are resolved through them.
 */
export function attribute(document: TextDocument, entities: readonly Entity[], model: TaggerModel): Attribution {
  return finish(attributeSteps(document, entities, model));
}

/** The same as steps. */
export function* attributeSteps(
  document: TextDocument,
  entities: readonly Entity[],
  model: TaggerModel,
): Steps<Attribution> {
  const { text } = document;
  const units = yield* unitsOf(document, model, placesIn(entities));
  const statements = yield* statementsOf(text, units);
  const speakers = yield* speakersOf(text, entities, units, statements);
  const copies = copiesIn(document);
  const resolved = statements.flatMap((statement, index): Resolved[] => {
    const speaker = speakers[index];
    if (speaker === undefined) return [];
    const copied = copies(statement).map((copy): Resolved => ({ statement: copy, speaker, repeated: true }));
    return [{ statement, speaker, repeated: false }, ...copied];
  });
  resolved.sort((a, b) => compare(a.statement, b.statement));
  const isCopy = ({ statement, speaker }: Resolved): boolean =>
    isInHeadline(document, statement) &&
    resolved.some((other) => keyOf(other.speaker) === keyOf(speaker) && isSaidAgain(text, statement, other.statement));
  return assemble(
    document,
    entities,
    resolved.map((one) => (one.repeated || !isCopy(one) ? one : { ...one, repeated: true })),
  );
}

const placesIn = (entities: readonly Entity[]): Span[] =>
  entities.flatMap(({ kind, mentions }) => (kind === "place" ? mentions : []));

function compare(a: Statement, b: Statement): number {
  const startA = a.content[0]?.start ?? 0;
  const startB = b.content[0]?.start ?? 0;
  return startA - startB || (b.content.at(-1)?.end ?? 0) - (a.content.at(-1)?.end ?? 0);
}

interface Growing {
  readonly speaker: Referent;
  readonly mentions: Span[];
  readonly quotations: number[];
}

function assemble(
  { text, paragraphs }: TextDocument,
  entities: readonly Entity[],
  resolved: readonly Resolved[],
): Attribution {
  const sources: Growing[] = [];
  const indexByKey = new Map<string | Referent, number>();
  const marks = quotedParagraphs(text, paragraphs).flat();
  const quotations = resolved.map(({ statement, speaker, repeated }, index): Quotation => {
    const key = keyOf(speaker);
    const at = indexByKey.get(key) ?? sources.push({ speaker, mentions: [], quotations: [] }) - 1;
    indexByKey.set(key, at);
    const source = sources[at];
    if (statement.source !== null) source?.mentions.push(statement.source.core);
    if (!repeated) source?.quotations.push(index);
    return {
      content: statement.content,
      type: typeOf(text, statement.content, marks),
      cue: statement.cue,
      source: statement.source?.whole ?? null,
      speaker: at,
      nested: statement.nested,
      repeated,
    };
  });
  return {
    sources: sources.map(({ speaker, mentions, quotations: own }) => ({
      name: speaker.name,
      kind: speaker.kind,
      entity: entityOf(speaker, entities),
      mentions: uniqueInOrder(mentions),
      quotations: own,
    })),
    quotations,
  };
}

/** The entity that a source is: the same person, or a body of the same name. A country that speaks is none. */
function entityOf({ entity, kind, name }: Referent, entities: readonly Entity[]): number | null {
  const known = entity === null ? undefined : entities[entity];
  const isSame = known?.kind === "person" ? kind === "person" : known?.kind === "organisation" && known.name === name;
  return isSame ? entity : null;
}

/** Two of whom the text says the same words are one source; whoever stays open is told apart. */
const keyOf = (speaker: Referent): string | Referent =>
  speaker.kind === "open" || speaker.entity !== null
    ? speaker
    : speaker.name.replace(/^(?:the|an?)\s+/i, "").toLowerCase();

function uniqueInOrder(spans: readonly Span[]): Span[] {
  const byStart = new Map(spans.map((span) => [span.start, span]));
  return [...byStart.values()].toSorted((a, b) => a.start - b.start);
}

function typeOf(text: string, content: readonly Span[], marks: readonly Span[]): QuotationType {
  let quoted = false;
  let unquoted = false;
  for (const span of content) {
    let at = span.start;
    for (let index = firstOf(marks, ({ end }) => end > span.start); index < marks.length; index += 1) {
      const mark = marks[index];
      if (mark === undefined || mark.start >= span.end) break;
      quoted = true;
      if (!contains({ start: at, end: Math.max(at, mark.end) }, mark)) at = Math.min(at, mark.start);
      if (hasWord(text, at, mark.start)) unquoted = true;
      at = Math.max(at, mark.end);
    }
    if (hasWord(text, at, span.end)) unquoted = true;
  }
  return quoted ? (unquoted ? "mixed" : "direct") : "indirect";
}

const hasWord = (text: string, start: number, end: number): boolean =>
  end > start && /[\p{L}\p{N}]/u.test(textOf(text, { start, end }));
