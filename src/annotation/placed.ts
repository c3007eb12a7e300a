import type { AnchorState, Rewording } from "./anchoring/anchor.ts";
import type { Annotation, Body } from "./records/annotation.ts";

/** An annotation on its page. `Stretch` is a stretch of the page, in whatever form it is painted. */
export interface Highlight<Stretch> {
  readonly annotation: Annotation;
  readonly state: AnchorState;
  /** Its words then and now, where they were edited. */
  readonly rewording: Rewording | null;
  /** Whether it stands with all of its context, so that no other place can be it. */
  readonly isSure: boolean;
  /** What it covers; nothing where it is lost, or not looked for yet. */
  readonly ranges: readonly Stretch[];
  /** Where it may be, of one that is lost: for the user to say. */
  readonly likely: readonly Stretch[];
}

/** The highlights of a page. */
export interface Placed<Stretch> {
  /** As they are to be shown, by their ids. */
  readonly highlights: ReadonlyMap<string, Highlight<Stretch>>;
  /** What was typed into annotations and is not stored yet, by their ids. */
  readonly typed: ReadonlyMap<string, Partial<Body>>;
  /** The revisions that were deleted here: a list that was asked for before must not bring them back. */
  readonly deleted: ReadonlyMap<string, number>;
}

/** What happens to the highlights of a page. */
export type PlacedEvent<Stretch> =
  /** The user made one here, which is not stored yet. */
  | { readonly kind: "made"; readonly annotation: Annotation; readonly ranges: readonly Stretch[] }
  /** The user changed one, whether it stands here or not. */
  | { readonly kind: "typed"; readonly id: string; readonly changes: Partial<Body> }
  /** One was stored, with all that was typed but `left`. */
  | { readonly kind: "stored"; readonly annotation: Annotation; readonly left: Partial<Body> }
  /** What is stored for pages. `known`, where every list could be had, are the stored ones of before: others of them are gone. */
  | { readonly kind: "listed"; readonly annotations: readonly Annotation[]; readonly known: readonly string[] | null }
  /** Annotations were looked for on the page. */
  | { readonly kind: "found"; readonly found: readonly Highlight<Stretch>[] }
  /** One was put on other words, and must be found there. */
  | { readonly kind: "retargeted"; readonly annotation: Annotation }
  /** One was deleted here or, with `revision` null, given up before it was stored. */
  | { readonly kind: "deleted"; readonly id: string; readonly revision: number | null }
  /** One that was given up before it was stored comes back. */
  | { readonly kind: "restored"; readonly highlight: Highlight<Stretch> };

export const nothingPlaced = <Stretch>(): Placed<Stretch> => ({
  highlights: new Map(),
  typed: new Map(),
  deleted: new Map(),
});

/** How a highlight stands that was not looked for yet. */
const NOWHERE = { state: "lost", rewording: null, isSure: false, ranges: [], likely: [] } as const;

/** Whether an annotation has never been stored. */
export const isUnstored = ({ revision }: Annotation): boolean => revision === 0;

/** The highlights after an event. Costs as much as there are highlights, so what is found or listed comes together. */
export function place<Stretch>(before: Placed<Stretch>, event: PlacedEvent<Stretch>): Placed<Stretch> {
  const highlights = new Map(before.highlights);
  const typed = new Map(before.typed);
  const deleted = new Map(before.deleted);
  /** Puts one in, with what was typed into it, unless this revision was deleted here. */
  const put = (highlight: Highlight<Stretch>): void => {
    const { annotation } = highlight;
    if (annotation.deleted !== null || annotation.revision <= (deleted.get(annotation.id) ?? -1)) return;
    const body = { ...annotation.body, ...typed.get(annotation.id) };
    highlights.set(annotation.id, { ...highlight, annotation: { ...annotation, body } });
  };
  switch (event.kind) {
    case "made":
      put({ ...NOWHERE, annotation: event.annotation, state: "same", isSure: true, ranges: event.ranges });
      break;
    case "restored":
      put(event.highlight);
      break;
    case "typed": {
      typed.set(event.id, { ...typed.get(event.id), ...event.changes });
      const known = highlights.get(event.id);
      if (known !== undefined) put(known);
      break;
    }
    case "stored": {
      const { annotation, left } = event;
      if (Object.keys(left).length > 0) typed.set(annotation.id, left);
      else typed.delete(annotation.id);
      put({ ...(highlights.get(annotation.id) ?? NOWHERE), annotation });
      break;
    }
    case "listed": {
      for (const annotation of event.annotations) {
        const known = highlights.get(annotation.id);
        if (known === undefined) continue;
        const latest = newer(known.annotation, annotation);
        put({ ...(hasSameWords(latest, known.annotation) ? known : NOWHERE), annotation: latest });
      }
      const listed = new Set(event.annotations.map(({ id }) => id));
      for (const id of event.known ?? []) if (!listed.has(id)) highlights.delete(id);
      break;
    }
    case "found":
      for (const found of event.found) {
        put({ ...found, annotation: newer(highlights.get(found.annotation.id)?.annotation, found.annotation) });
      }
      break;
    case "retargeted":
      put({ ...NOWHERE, annotation: event.annotation });
      break;
    case "deleted":
      highlights.delete(event.id);
      typed.delete(event.id);
      if (event.revision !== null) deleted.set(event.id, event.revision);
      break;
  }
  return { highlights, typed, deleted };
}

/** The later version of a record. */
function newer(known: Annotation | undefined, listed: Annotation): Annotation {
  return known !== undefined && known.revision > listed.revision ? known : listed;
}

function hasSameWords(a: Annotation, b: Annotation): boolean {
  return JSON.stringify(a.target.selectors) === JSON.stringify(b.target.selectors);
}
