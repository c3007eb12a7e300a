import type { Analysis } from "../analyse.ts";
import { statementsOf } from "./statements.ts";
import { type Subject, subjectOfEntity, subjectOfSource } from "./names.ts";

/** The people or the places of an article, the most often named first. Who is only named in a repeat is not listed. */
export function listEntities(analysis: Analysis, kind: "person" | "place"): Subject[] {
  return analysis.entities
    .filter((entity) => entity.kind === kind)
    .map((entity) => subjectOfEntity(analysis, entity))
    .filter(({ mentions }) => mentions.length > 0)
    .toSorted((a, b) => b.mentions.length - a.mentions.length);
}

/** Who is quoted in an article, in the order of the text. */
export function listSources(analysis: Analysis): Subject[] {
  return analysis.sources
    .filter((source) => statementsOf(analysis, source).length > 0)
    .map((source) => subjectOfSource(analysis, source));
}
