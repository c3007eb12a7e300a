import { anchorAll } from "../../src/annotation/anchor-all.ts";
import {
  type Annotation,
  ANNOTATION_SCHEMA,
  type AnnotationDraft,
  type Body,
  LIMITS,
} from "../../src/annotation/annotation.ts";
import { describe } from "../../src/annotation/describe.ts";
import { createTextIndex } from "../../src/annotation/text-index.ts";
import type { AnchorState } from "../../src/messaging/protocol.ts";
import { failure, type Result, success } from "../../src/messaging/result.ts";
import { inSlices, type Steps } from "../../src/steps.ts";
import { offsetInView } from "../dom/in-view.ts";
import type { Layer, Painter } from "../dom/painter.ts";
import { createSlices } from "../dom/slices.ts";
import { rangesOf, spanOf, type TextMap } from "../dom/text-map.ts";
import { callBackground } from "../messaging/call.ts";
import { createSaving } from "./saving.ts";

/** An annotation on the page. Its ranges follow the page's own changes; there are none where it is lost. */
export interface Mark {
  readonly annotation: Annotation;
  readonly state: AnchorState;
  readonly ranges: readonly Range[];
}

/** A mark that was just made, and what becomes of it. */
export interface NewMark {
  readonly mark: Mark;
  readonly saved: Promise<Result<Mark>>;
}

/** The reader's own highlights in one document: found, painted, made, changed. */
export interface Marks {
  /** Finds and paints everything that is saved for its pages. Called again, it takes up changes made elsewhere. */
  load(): Promise<Result<null>>;
  /**
   * Puts a highlight on what a range covers: on the page at once, and saved in a moment. `not-found` where the range
   * covers no text of the page.
   */
  create(range: Range, body: Body): Promise<Result<NewMark>>;
  /** Changes a mark: on the page at once. `edit` names the stay in an editor that the change belongs to. */
  update(id: string, changes: Partial<Body>, edit: string | null): Promise<Result<Mark>>;
  /** Takes a mark off the page that could not be saved. */
  forget(id: string): void;
  remove(id: string): Promise<Result<null>>;
  restore(id: string): Promise<Result<null>>;
  get(id: string): Mark | null;
  /** The marks under a point of the viewport, the smallest first. */
  at(x: number, y: number): Mark[];
  states(): Record<string, AnchorState>;
}

/** A page as marks belong to it. A document holds one, or one for each story. */
export interface MarkedPage {
  /** Its address now, its identity and its title, for the records of new marks. */
  readonly source: string;
  readonly page: string;
  readonly title: string;
  /** The text in which its marks are made and looked for. */
  readText(): Steps<TextMap>;
}

/** The pages that stand in this document now. */
export interface MarkedPages {
  all(): readonly MarkedPage[];
  /** The one that a range stands in. */
  of(range: Range): MarkedPage;
}

/** How often marks are painted while others are still looked for, in milliseconds. */
const REPAINT = 100;

export function createMarks(painter: Painter, pages: MarkedPages): Marks {
  const marks = new Map<string, Mark>();
  /** The revisions that were deleted here: a list that was asked for before must not bring them back. */
  const removed = new Map<string, number>();
  const saving = createSaving((annotation) => void adopt(annotation));
  let lastLoad: Promise<unknown> = Promise.resolve();

  const paint = (): void => {
    const layers: Record<Annotation["body"]["colour"], Range[]> = { yellow: [], green: [], blue: [], pink: [] };
    for (const { annotation, ranges } of marks.values()) layers[annotation.body.colour].push(...ranges);
    for (const [colour, ranges] of Object.entries(layers)) painter.paint(colour as Layer, ranges);
  };

  const anchorSaved = async (annotations: readonly Annotation[], place: MarkedPage): Promise<void> => {
    const slices = createSlices();
    const map = await inSlices(place.readText(), slices);
    let painted = -Infinity;
    const schedule = {
      ...slices,
      near: offsetInView(map),
      pause: async () => {
        // What the reader sees is found first, and shown while the rest is looked for.
        if (performance.now() - painted > REPAINT) {
          paint();
          painted = performance.now();
        }
        await slices.pause();
      },
    };
    const passages = annotations.map(({ target }) => target.selectors);
    for await (const { number, anchoring } of anchorAll(createTextIndex(map.text), passages, schedule)) {
      const annotation = annotations[number];
      if (annotation === undefined || annotation.revision <= (removed.get(annotation.id) ?? 0)) continue;
      const ranges = anchoring.state === "lost" ? [] : rangesOf(map, anchoring.span);
      marks.set(annotation.id, {
        annotation: shown(newer(marks.get(annotation.id)?.annotation, annotation)),
        state: ranges.length > 0 ? anchoring.state : "lost",
        ranges,
      });
    }
  };

  /** A record with what the reader typed into it and what is not saved yet. */
  const shown = (annotation: Annotation): Annotation => ({
    ...annotation,
    body: saving.withUnsaved(annotation.id, annotation.body),
  });

  /** Takes over what was stored; a mark that is on the page keeps its place, a deleted one stays away. */
  const adopt = (annotation: Annotation): Mark => {
    const known = marks.get(annotation.id);
    const mark: Mark = { annotation: shown(annotation), state: known?.state ?? "lost", ranges: known?.ranges ?? [] };
    const isGone = annotation.deleted !== null || annotation.revision <= (removed.get(annotation.id) ?? 0);
    if (!isGone) marks.set(annotation.id, mark);
    paint();
    return mark;
  };

  const adopted = async (save: Promise<Result<Annotation>>): Promise<Result<Mark>> => {
    const saved = await save;
    return saved.ok ? success(adopt(saved.value)) : saved;
  };

  const forget = (id: string): void => {
    saving.forget(id);
    marks.delete(id);
    paint();
  };

  /** Takes up what is saved for one page, whose marks must still be found on it. */
  const loadPage = async ({ page }: MarkedPage): Promise<Result<readonly Annotation[]>> => {
    const saved = await callBackground("listAnnotations", { page });
    if (!saved.ok) return saved;
    for (const annotation of saved.value) {
      const known = marks.get(annotation.id);
      if (known !== undefined)
        marks.set(annotation.id, { ...known, annotation: shown(newer(known.annotation, annotation)) });
    }
    return saved;
  };

  const loadNow = async (): Promise<Result<null>> => {
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
      if (lost.length > 0) await anchorSaved(lost, place);
    }
    // A list that could not be had says nothing of what is gone.
    if (failed.ok) for (const id of marks.keys()) if (!current.has(id) && !saving.isNew(id)) marks.delete(id);
    paint();
    return failed;
  };

  /** One load after the other: each works in slices, and an older list must not overtake a newer one. */
  const load = (): Promise<Result<null>> => {
    const next = lastLoad.then(loadNow);
    lastLoad = next;
    return next;
  };

  return {
    load,
    async create(range, body) {
      const { readText, ...identity } = pages.of(range);
      const map = await inSlices(readText(), createSlices());
      const span = spanOf(map, range);
      if (span === null) return failure("not-found", "the selection holds no text of the page");
      if (span.end - span.start > LIMITS.quote) return failure("invalid-input", "the selection is too long");
      const target = { ...identity, selectors: describe(map.text, span) };
      const draft = { id: crypto.randomUUID(), target, body };
      const mark: Mark = { annotation: unsavedAnnotation(draft), state: "same", ranges: rangesOf(map, span) };
      marks.set(draft.id, mark);
      paint();
      return success({ mark, saved: adopted(saving.create(draft)) });
    },
    update(id, changes, edit) {
      const before = marks.get(id);
      // At once, so that an editor opened before the answer shows what was typed last.
      if (before !== undefined) {
        const body = { ...before.annotation.body, ...changes };
        marks.set(id, { ...before, annotation: { ...before.annotation, body } });
        paint();
      }
      return adopted(saving.update(id, changes, edit));
    },
    forget,
    async remove(id) {
      await saving.settled(id);
      if (saving.isNew(id)) {
        forget(id);
        return success(null);
      }
      const answer = await callBackground("deleteAnnotation", { id });
      if (!answer.ok) return answer;
      removed.set(id, answer.value.revision);
      forget(id);
      return success(null);
    },
    async restore(id) {
      const restored = await callBackground("restoreAnnotation", { id });
      return restored.ok ? load() : restored;
    },
    get: (id) => marks.get(id) ?? null,
    at: (x, y) =>
      [...marks.values()]
        .filter(({ ranges }) => ranges.some((range) => coversPoint(range, x, y)))
        .toSorted((a, b) => quoteLength(a) - quoteLength(b)),
    states: () => Object.fromEntries([...marks].map(([id, { state }]) => [id, state])),
  };
}

/** A record as it will be stored, before it is. */
function unsavedAnnotation(draft: AnnotationDraft): Annotation {
  const instant = new Date().toISOString();
  return { ...draft, schema: ANNOTATION_SCHEMA, revision: 0, created: instant, modified: instant, deleted: null };
}

/** The later version of a record. */
function newer(known: Annotation | undefined, listed: Annotation): Annotation {
  return known !== undefined && known.revision > listed.revision ? known : listed;
}

const quoteLength = ({ annotation }: Mark): number => annotation.target.selectors.quote.exact.length;

function coversPoint(range: Range, x: number, y: number): boolean {
  return [...range.getClientRects()].some(
    ({ left, right, top, bottom }) => x >= left && x <= right && y >= top && y <= bottom,
  );
}
