import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import { type Result, success } from "../../../src/result.ts";
import { inSlices } from "../../../src/slices.ts";
import { createSlices } from "../../dom/page/slices.ts";
import type { TextMap } from "../../dom/text/text-map.ts";
import { callBackground } from "../../calls/call.ts";
import type { Mark, MarkedPage, MarkedPages } from "./mark.ts";

/** Brings the marks of a document in line with what is saved. */
export interface MarkLoader {
  /** Takes up what is saved for the pages, looks for what is new or lost, and lets go of what is saved no more. */
  load(): Promise<Result<null>>;
  /** Has it written down which marks were seen, and learns when the lost ones were. */
  tellSightings(): Promise<void>;
  /** When lost marks were last on the page, by their ids: ISO instants. */
  lastSeen(): Readonly<Record<string, string>>;
  /** Does work on all marks after what was asked for before. */
  inTurn<T>(work: () => Promise<T>): Promise<T>;
}

interface Loaded {
  readonly pages: MarkedPages;
  readonly marks: Map<string, Mark>;
  /** Whether an annotation has never been saved. */
  isNew(id: string): boolean;
  /** Looks for marks in a text of the page. */
  anchor(annotations: readonly Annotation[], map: TextMap): Promise<void>;
  /** A record with what is not saved yet. */
  shown(annotation: Annotation): Annotation;
  paint(): void;
}

/** How a mark stands that was not looked for yet. */
export const NOWHERE = { state: "lost", rewording: null, ranges: [] } as const;

export function createMarkLoader({ pages, marks, isNew, anchor, shown, paint }: Loaded): MarkLoader {
  let lastWork: Promise<unknown> = Promise.resolve();
  let lastSeen: Readonly<Record<string, string>> = {};

  /** Takes up what is saved for one page, whose marks must still be found on it. */
  const loadPage = async ({ page }: MarkedPage): Promise<Result<readonly Annotation[]>> => {
    const saved = await callBackground("listAnnotations", { page });
    if (!saved.ok) return saved;
    for (const annotation of saved.value) {
      const known = marks.get(annotation.id);
      if (known === undefined) continue;
      const latest = newer(known.annotation, annotation);
      const stays = sameSelectors(latest, known.annotation);
      marks.set(annotation.id, { ...(stays ? known : NOWHERE), annotation: shown(latest) });
    }
    return saved;
  };

  const loadNow = async (): Promise<Result<null>> => {
    // What is made or saved for the first time after the lists were asked for is in none of them.
    const stored = [...marks.keys()].filter((id) => !isNew(id));
    const current = new Set<string>();
    let failed: Result<null> = success(null);
    for (const place of pages.all()) {
      const saved = await loadPage(place);
      if (!saved.ok) {
        failed = saved;
        continue;
      }
      for (const { id } of saved.value) current.add(id);
      const lost = saved.value.filter(({ id }) => (marks.get(id)?.ranges.length ?? 0) === 0);
      if (lost.length > 0) await anchor(lost, await inSlices(place.readText(), createSlices()));
    }
    // A list that could not be had says nothing of what is gone.
    if (failed.ok) for (const id of stored) if (!current.has(id)) marks.delete(id);
    paint();
    void tellSightings();
    return failed;
  };

  const tellSightings = async (): Promise<void> => {
    const idsOf = (isLost: boolean): string[] =>
      [...marks].flatMap(([id, { state }]) => ((state === "lost") === isLost ? [id] : []));
    if (marks.size === 0) return;
    const answer = await callBackground("noteSightings", { seen: idsOf(false), lost: idsOf(true) });
    if (answer.ok) lastSeen = answer.value;
  };

  /** One after the other: each works in slices, and an older list must not overtake a newer one. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = lastWork.then(work, work);
    lastWork = next;
    return next;
  };

  return { load: () => inTurn(loadNow), tellSightings, lastSeen: () => lastSeen, inTurn };
}

/** The later version of a record. */
export function newer(known: Annotation | undefined, listed: Annotation): Annotation {
  return known !== undefined && known.revision > listed.revision ? known : listed;
}

function sameSelectors(a: Annotation, b: Annotation): boolean {
  return JSON.stringify(a.target.selectors) === JSON.stringify(b.target.selectors);
}
