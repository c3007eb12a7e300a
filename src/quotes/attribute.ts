import type { Entity } from "../entities/entity.ts";
import type { TextDocument } from "../text/document.ts";
import { contains, textOf, type Span } from "../text/span.ts";
import { castOf } from "./speakers/cast.ts";
import { quotedParagraphs } from "./marks.ts";
import type { Quotation, QuotationType, QuoteSource } from "./quotation.ts";
import { copies } from "./repeats.ts";
import { resolveSpeaker, type Earlier, type Speaker } from "./speakers/resolve.ts";
import { statementsOf, type Statement } from "./statement.ts";
import type { TaggerModel } from "./tagger-model.ts";
import { unitsOf } from "./unit.ts";

/** What `attribute` finds in one document. */
export interface Attribution {
  /** In the order of their first statement. */
  readonly sources: readonly QuoteSource[];
  /** In the order of the text, an outer quotation before the ones in it. */
  readonly quotations: readonly Quotation[];
}

interface Resolved {
  readonly statement: Statement;
  readonly speaker: Speaker | null;
  readonly repeated: boolean;
}

/**
 * Finds every statement of a document that is attributed to somebody, and who that is.
 *
 * @param entities those of the same document: pronouns, surnames and descriptions are resolved through them.
 */
export function attribute(document: TextDocument, entities: readonly Entity[], model: TaggerModel): Attribution {
  const { text } = document;
  const units = unitsOf(document, model);
  const cast = castOf(text, entities, units);
  const earlier: Earlier[] = [];
  const resolved: Resolved[] = [];
  for (const statement of inReadingOrder(statementsOf(text, units))) {
    const { source, unit } = statement;
    const speaker = source === null ? null : resolveSpeaker(text, source, unit, cast, earlier);
    if (speaker !== null) earlier.push({ unit, speaker });
    resolved.push({ statement, speaker, repeated: false });
  }
  const repeated = resolved.flatMap(({ statement, speaker }) =>
    copies(document, statement).map((copy): Resolved => ({ statement: copy, speaker, repeated: true })),
  );
  resolved.push(...repeated);
  resolved.sort((a, b) => compare(a.statement, b.statement));
  return assemble(text, entities, document, resolved);
}

/** Speakers are resolved in the order in which their names are read. */
function inReadingOrder(statements: readonly Statement[]): Statement[] {
  return statements.toSorted((a, b) => a.unit - b.unit || (a.source?.core.start ?? 0) - (b.source?.core.start ?? 0));
}

function compare(a: Statement, b: Statement): number {
  const startA = a.content[0]?.start ?? 0;
  const startB = b.content[0]?.start ?? 0;
  return startA - startB || (b.content.at(-1)?.end ?? 0) - (a.content.at(-1)?.end ?? 0);
}

const keyOf = (speaker: Speaker): string =>
  speaker.kind === "entity" ? `#${speaker.entity}` : speaker.name.replace(/^(?:the|an?)\s+/i, "").toLowerCase();

interface Growing {
  readonly name: string;
  readonly entity: number | null;
  readonly mentions: Span[];
  readonly quotations: number[];
}

function assemble(
  text: string,
  entities: readonly Entity[],
  document: TextDocument,
  resolved: readonly Resolved[],
): Attribution {
  const sources: Growing[] = [];
  const indexByKey = new Map<string, number>();
  const marks = quotedParagraphs(text, document.paragraphs).flat();
  const quotations = resolved.map(({ statement, speaker, repeated }, index): Quotation => {
    let at: number | null = null;
    if (speaker !== null) {
      const key = keyOf(speaker);
      at = indexByKey.get(key) ?? sources.length;
      if (at === sources.length) {
        indexByKey.set(key, at);
        const entity = speaker.kind === "entity" ? speaker.entity : null;
        const name = speaker.kind === "entity" ? (entities[speaker.entity]?.name ?? "") : speaker.name;
        sources.push({ name, entity, mentions: [], quotations: [] });
      }
      const source = sources[at];
      if (statement.source !== null) source?.mentions.push(statement.source.core);
      if (!repeated) source?.quotations.push(index);
    }
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
    sources: sources.map(({ name, entity, mentions, quotations: own }) => ({
      name,
      entity,
      mentions: uniqueInOrder(mentions),
      quotations: own,
    })),
    quotations,
  };
}

function uniqueInOrder(spans: readonly Span[]): Span[] {
  const byStart = new Map(spans.map((span) => [span.start, span]));
  return [...byStart.values()].toSorted((a, b) => a.start - b.start);
}

function typeOf(text: string, content: readonly Span[], marks: readonly Span[]): QuotationType {
  let quoted = false;
  let unquoted = false;
  for (const span of content) {
    let at = span.start;
    for (const mark of marks) {
      if (mark.end <= span.start || mark.start >= span.end) continue;
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
