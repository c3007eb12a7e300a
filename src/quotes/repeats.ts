import type { Paragraph, TextDocument, Token } from "../text/document.ts";
import { contains, firstOf, type Span, textOf } from "../text/span.ts";
import { CLOSED } from "../english/tagger/tags.ts";
import type { Statement } from "./carry-on.ts";

/** Gives the same statement in each paragraph that repeats the one it stands in, word for word. */
export function copiesIn({ paragraphs }: TextDocument): (statement: Statement) => Statement[] {
  const repeats = new Map<number, Paragraph[]>();
  for (const paragraph of paragraphs) {
    if (paragraph.repeatOf === null) continue;
    const known = repeats.get(paragraph.repeatOf);
    if (known === undefined) repeats.set(paragraph.repeatOf, [paragraph]);
    else known.push(paragraph);
  }
  return (statement) => {
    const anchor = statement.cue ?? statement.content[0];
    if (anchor === undefined || repeats.size === 0) return [];
    const original = firstOf(paragraphs, ({ end }) => end >= anchor.end);
    const from = paragraphs[original];
    if (from === undefined || !contains(from, anchor)) return [];
    return (repeats.get(original) ?? []).map((paragraph) => moved(statement, from, paragraph));
  };
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

/** How much of what a headline says a sentence must say again, and how many letters of a word tell it: "closed", "closes". */
const SAID_AGAIN = 0.6;
const STEM = 5;
/** In letters. */
const LONGEST_HEADLINE = 200;

/** Whether a statement stands in the headline: in a plain text, in a first line without a full stop. */
export function isInHeadline({ text, paragraphs: [first] }: TextDocument, { content: [content] }: Statement): boolean {
  if (first === undefined || content === undefined || !contains(first, content)) return false;
  if (first.end - first.start > LONGEST_HEADLINE) return false;
  const closes = /[.!?…]["”’')]*$/.test(text.slice(first.start, first.end).trimEnd());
  return first.kind === "headline" || (first.kind === "body" && !closes);
}

/**
 * Whether what a headline says in short is said again at length, by the same speaker: "Mayor: Fares to rise" above
 * "Fares will rise in May, the mayor said".
 */
export function isSaidAgain(text: string, headline: Statement, later: Statement): boolean {
  const stems = stemsOf(text, headline);
  const again = stemsOf(text, later);
  const shared = [...stems].filter((stem) => again.has(stem)).length;
  return later.unit > headline.unit && stems.size > 1 && shared >= SAID_AGAIN * stems.size;
}

const stemsOf = (text: string, { content }: Statement): ReadonlySet<string> =>
  new Set(
    content.flatMap((span) =>
      (
        textOf(text, span)
          .toLowerCase()
          .match(/[\p{L}\p{N}]+/gu) ?? []
      )
        .filter((word) => !CLOSED.has(word))
        .map((word) => word.slice(0, STEM)),
    ),
  );

const tokensOf = (paragraph: Paragraph): readonly Token[] => paragraph.sentences.flatMap(({ tokens }) => tokens);

function shift(offset: number, old: readonly Token[], fresh: readonly Token[], atEnd: 0 | 1): number {
  const index = old.findIndex((token) => (atEnd === 1 ? offset <= token.end : offset < token.end));
  const before = old[index];
  const after = fresh[index];
  return before === undefined || after === undefined ? offset : after.start + (offset - before.start);
}
