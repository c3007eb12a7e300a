import type { Analysis } from "../analyse.ts";
import { textOf } from "../text/span.ts";

/**
 * An analysis without the names that the user gave: each such source has the words that the article has for it, or "…".
 * What is shown on a page can be read by the page, and such a name is the user's alone.
 */
export function withoutGivenNames(text: string, analysis: Analysis): Analysis {
  if (!analysis.sources.some(({ isGiven }) => isGiven)) return analysis;
  const sources = analysis.sources.map((source) => {
    const [first] = source.mentions;
    return source.isGiven === true ? { ...source, name: first === undefined ? "…" : textOf(text, first) } : source;
  });
  return { ...analysis, sources };
}
