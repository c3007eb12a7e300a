import type { Paragraph, TextDocument, Token } from "../text/document.ts";
import { contains, type Span } from "../text/span.ts";
import type { Statement } from "./carry-on.ts";

/** The same statement in each paragraph that repeats the one it stands in, word for word. */
export function copies(document: TextDocument, statement: Statement): Statement[] {
  const anchor = statement.cue ?? statement.content[0];
  if (anchor === undefined) return [];
  const original = document.paragraphs.findIndex((paragraph) => contains(paragraph, anchor));
  const from = document.paragraphs[original];
  if (from === undefined) return [];
  return document.paragraphs.flatMap((paragraph) =>
    paragraph.repeatOf === original ? [moved(statement, from, paragraph)] : [],
  );
}

/** Carries spans over by the tokens that they begin and end in: white space may differ between the two paragraphs. */
function moved(statement: Statement, from: Paragraph, to: Paragraph): Statement {
  const old = tokensOf(from);
  const fresh = tokensOf(to);
  const move = (span: Span): Span => ({ start: shift(span.start, old, fresh, 0), end: shift(span.end, old, fresh, 1) });
  const content = statement.content.filter((span) => contains(from, span)).map(move);
  const source = statement.source;
  return {
    ...statement,
    content,
    cue: statement.cue === null ? null : move(statement.cue),
    source:
      source === null || !contains(from, source.whole) ? null : { core: move(source.core), whole: move(source.whole) },
  };
}

const tokensOf = (paragraph: Paragraph): readonly Token[] => paragraph.sentences.flatMap(({ tokens }) => tokens);

function shift(offset: number, old: readonly Token[], fresh: readonly Token[], atEnd: 0 | 1): number {
  const index = old.findIndex((token) => (atEnd === 1 ? offset <= token.end : offset < token.end));
  const before = old[index];
  const after = fresh[index];
  return before === undefined || after === undefined ? offset : after.start + (offset - before.start);
}
