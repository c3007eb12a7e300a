import type { Analysis } from "../analyse.ts";
import { contains, type Span } from "../text/span.ts";
import { around, inside, lookupOf } from "./lookup.ts";
import type { Quotation, QuoteSource } from "../quotes/quotation.ts";

/** A statement as a user is told of it: of nested attributions each knows the others. */
export interface Statement extends Quotation {
  /** Who passes it on, the nearest first: "C said, according to D" is D for C's statement. */
  readonly reportedBy: readonly string[];
  /** Whose statements it passes on. */
  readonly reports: readonly string[];
}

/** A source's statements in the order of the text; a statement in a repeated paragraph is left out. */
export function statementsOf(analysis: Analysis, source: QuoteSource): Statement[] {
  const lookup = lookupOf(analysis);
  return source.quotations.flatMap((index) => {
    const quotation = analysis.quotations[index];
    if (quotation === undefined || quotation.repeated) return [];
    const isOther = (other: Quotation): boolean => other.speaker !== quotation.speaker;
    const outer = around(quotation, lookup)
      .filter((other) => isOther(other) && isWithin(quotation, other))
      .toSorted((a, b) => extent(a) - extent(b));
    const inner = quotation.nested
      ? inside(quotation, lookup).filter((other) => isOther(other) && isWithin(other, quotation))
      : [];
    return [{ ...quotation, reportedBy: namesOf(analysis, outer), reports: namesOf(analysis, inner) }];
  });
}

/** All statements of an article in the order of the text; one in a repeated paragraph is left out. */
export function listedStatements(analysis: Analysis): Statement[] {
  return analysis.quotations
    .filter(({ repeated }) => !repeated)
    .map((quotation) => ({ ...quotation, reportedBy: [], reports: [] }));
}

function namesOf({ sources }: Analysis, quotations: readonly Quotation[]): string[] {
  return [...new Set(quotations.flatMap(({ speaker }) => sources[speaker]?.name ?? []))];
}

/** Whether all that `inner` says stands in what `outer` says, and is not all of it. */
function isWithin(inner: Quotation, outer: Quotation): boolean {
  const isCovered = (span: Span): boolean => outer.content.some((stretch) => contains(stretch, span));
  return inner.content.every(isCovered) && extent(inner) < extent(outer);
}

const extent = ({ content }: Quotation): number => content.reduce((sum, { start, end }) => sum + end - start, 0);

/** The words of a statement; the pieces of an interrupted one are joined by an ellipsis. */
export function statementText(text: string, { content }: Quotation): string {
  return content.map(({ start, end }) => text.slice(start, end).trim()).join(" … ");
}

/** Statements without those that say word for word what an earlier one says, as a headline or a pulled quote does. */
export function distinctStatements(text: string, statements: readonly Statement[]): Statement[] {
  const said = new Set<string>();
  return statements.filter((statement) => {
    const words = statementText(text, statement)
      .toLowerCase()
      .replace(/[^\p{L}\p{N}]+/gu, " ")
      .trim();
    // What holds no word is told apart from nothing by its place only.
    if (words === "" || !said.has(words)) {
      said.add(words);
      return true;
    }
    return false;
  });
}
