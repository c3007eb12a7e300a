/** How much of what is recognised is marked on pages. */
export const MARKING_LEVELS = [
  /** People, places, sources and statements. */
  "everything",
  /** Who is quoted, and what they say. */
  "sources",
  /** What the mouse or the focus rests on. */
  "hover",
  /** Nothing, until the user asks for it. */
  "off",
] as const;
export type MarkingLevel = (typeof MARKING_LEVELS)[number];

export const MARKED_KINDS = ["person", "place", "source", "statement"] as const;
export type MarkedKind = (typeof MARKED_KINDS)[number];

/** What the user wants to be marked on pages, on all sites. */
export interface Marking {
  readonly level: MarkingLevel;
  /** The kinds that are never marked, whatever the level. */
  readonly without: readonly MarkedKind[];
}

/** One choice of the user's: how much, or whether a kind is marked. */
export type MarkingChange =
  { readonly level: MarkingLevel } | { readonly kind: MarkedKind; readonly isMarked: boolean };

/** What is marked once the user has chosen something else of it. */
export function remarked(marking: Marking, change: MarkingChange): Marking {
  if ("level" in change) return { ...marking, level: change.level };
  const others = marking.without.filter((kind) => kind !== change.kind);
  return { ...marking, without: change.isMarked ? others : [...others, change.kind] };
}

/** Until the user chooses. */
export const USUAL_MARKING: Marking = { level: "everything", without: [] };
