import type { Analysis } from "../analyse.ts";
import { castOf, type Cast, withCast } from "./cast.ts";
import type { Correction } from "./corrections.ts";
import { applyJudgements } from "./judgements.ts";
import { join } from "./joining.ts";
import { giveStatement } from "./speakers.ts";
import { split } from "./splitting.ts";
import { printOf, wordsOfStatement } from "./statement-words.ts";

/**
 * What an article's analysis is once the user's corrections hold: first what names are, then who is one and who is not,
 * then who said which statement. Of two that contradict each other, one for this page decides before one for all, then
 * the newest.
 *
 * @param text the article's, in which the analysis' spans lie.
 * @param corrections those that hold everywhere and those of this very page; ones taken back are passed over.
 */
export function applyCorrections(text: string, analysis: Analysis, corrections: readonly Correction[]): Analysis {
  const holding = corrections.filter(({ deleted }) => deleted === null).toSorted(inOrder);
  const judged = applyJudgements(
    analysis,
    holding.filter((correction) => correction.about === "name"),
  );
  if (holding.every(({ about }) => about === "name")) return judged;
  const { quotations } = judged;
  const before = castOf(judged);
  const people = holding.reduce<Cast>((cast, correction) => {
    if (correction.about === "same") return join(cast, correction);
    return correction.about === "apart" ? split(text, quotations, cast, correction) : cast;
  }, before);
  const given = holding.filter((correction) => correction.about === "speaker");
  const prints = given.length === 0 ? [] : quotations.map(({ content }) => printOf(wordsOfStatement(text, content)));
  const after = given.reduce<Cast>((cast, claim) => giveStatement(text, quotations, prints, cast, claim), people);
  return after === before ? judged : withCast(judged, after);
}

function inOrder(a: Correction, b: Correction): number {
  return (
    Number(a.scope.kind === "page") - Number(b.scope.kind === "page") ||
    Date.parse(a.modified) - Date.parse(b.modified) ||
    (a.id < b.id ? 1 : -1)
  );
}
