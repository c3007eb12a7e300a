import type { Marking } from "../annotation/records/marking.ts";
import { merge, type PaintPlan } from "./paint-plan.ts";
import type { ArticleName } from "./names.ts";

const NOTHING: PaintPlan = { person: [], place: [], source: [], speaker: [], statement: [] };

/** What of a plan is marked while the user points at nothing, as they want it. A level that is off marks all where asked. */
export function markedAtRest(plan: PaintPlan, { level, without }: Marking): PaintPlan {
  if (level === "hover") return NOTHING;
  const leaves = level === "sources" ? [...without, "person", "place"] : without;
  return withoutKinds(plan, leaves);
}

/**
 * What is marked while the user points at somebody or at what they say.
 *
 * @param said the plan with the statements of that source alone; without any where nobody speaks.
 * @param named who is named there, or `null`.
 */
export function markedAt(said: PaintPlan, named: ArticleName | null, marking: Marking): PaintPlan {
  if (marking.level !== "hover") return markedAtRest(said, marking);
  const ofThem = (kind: "person" | "place"): PaintPlan["person"] =>
    named?.kind === kind
      ? said[kind].filter(({ start }) => named.mentions.some((mention) => mention.start === start))
      : [];
  return withoutKinds({ ...said, person: ofThem("person"), place: ofThem("place") }, marking.without);
}

/** A person who is quoted is both: without the one kind, the name is marked as the other. */
function withoutKinds(plan: PaintPlan, kinds: readonly string[]): PaintPlan {
  const isOff = (kind: string): boolean => kinds.includes(kind);
  const { person, place, source, speaker, statement } = plan;
  return {
    person: isOff("person") ? [] : isOff("source") ? merge([...person, ...speaker]) : person,
    place: isOff("place") ? [] : place,
    source: isOff("source") ? [] : source,
    speaker: isOff("source") ? [] : speaker,
    statement: isOff("statement") ? [] : statement,
  };
}
