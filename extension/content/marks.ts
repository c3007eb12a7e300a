import type { Rewording } from "../../src/annotation/anchor.ts";
import { anchorAll } from "../../src/annotation/anchor-all.ts";
import {
  type Annotation,
  ANNOTATION_SCHEMA,
  type AnnotationDraft,
  type Body,
  LIMITS,
  type Target,
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
import { createMarkFollower, type MarksFollowed, movedTo } from "./mark-follow.ts";
import { createMarkLoader, newer, NOWHERE } from "./mark-load.ts";
import { createSaving } from "./saving.ts";
import { marksAt } from "./mark-places.ts";

/** An annotation on the page. Its ranges follow the page's own changes; there are none where it is lost. */
export interface Mark {
  readonly annotation: Annotation;
  readonly state: AnchorState;
  /** Its words then and now, where they were edited. */
  readonly rewording: Rewording | null;
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
  /** Finds marks again whose words the page has replaced, moved or brought back. */
  follow(): Promise<MarksFollowed>;
  /** What ranges of one page cover, as a mark's target. `not-found` where they cover no text of the page. */
  describe(ranges: readonly Range[]): Promise<Result<Target>>;
  /**
   * Puts a highlight on what a range covers: on the page at once, and saved in a moment. Fails as `describe`
   * does.
   */
  create(range: Range, body: Body): Promise<Result<NewMark>>;
  /** Changes a mark: on the page at once. `edit` names the stay in an editor that the change belongs to. */
  update(id: string, changes: Partial<Body>, edit: string | null): Promise<Result<Mark>>;
  /** Takes a mark off the page that could not be saved. */
  forget(id: string): void;
  remove(id: string): Promise<Result<null>>;
  restore(id: string): Promise<Result<null>>;
  /** Puts a mark on other words. */
  retarget(id: string, target: Target): Promise<Result<Mark>>;
  all(): Mark[];
  get(id: string): Mark | null;
  /** The marks under a point of the viewport, the smallest first. */
  at(x: number, y: number): Mark[];
  states(): Record<string, AnchorState>;
  /** When lost marks were last on the page, by their ids: ISO instants. */
  lastSeen(): Readonly<Record<string, string>>;
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

/** A passage that was chosen on the page. */
interface Described {
  readonly target: Target;
  readonly ranges: readonly Range[];
}

/** How often marks are painted while others are still looked for, in milliseconds. */
const REPAINT = 100;

export function createMarks(painter: Painter, pages: MarkedPages): Marks {
  const marks = new Map<string, Mark>();
  /** The revisions that were deleted here: a list that was asked for before must not bring them back. */
  const removed = new Map<string, number>();
  /** What was asked to be deleted here, by its ids. */
  const removals = new Map<string, Promise<Result<Annotation>>>();
  const saving = createSaving((annotation) => void adopted(Promise.resolve(success(annotation))));
  let laterTimer: ReturnType<typeof setTimeout> | null = null;

  const paint = (): void => {
    const layers: Record<Annotation["body"]["colour"], Range[]> = { yellow: [], green: [], blue: [], pink: [] };
    for (const { annotation, ranges } of marks.values()) layers[annotation.body.colour].push(...ranges);
    for (const [colour, ranges] of Object.entries(layers)) painter.paint(colour as Layer, ranges);
  };

  const anchorSaved = async (annotations: readonly Annotation[], map: TextMap): Promise<void> => {
    const slices = createSlices();
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
      const found = anchoring.state === "lost" ? [] : rangesOf(map, anchoring.span);
      const ranges = movedTo(marks.get(annotation.id)?.ranges ?? [], found);
      follower.note(annotation.id, ranges);
      marks.set(annotation.id, {
        annotation: shown(newer(marks.get(annotation.id)?.annotation, annotation)),
        state: ranges.length > 0 ? anchoring.state : "lost",
        rewording:
          anchoring.state === "edited" && ranges.length > 0
            ? { before: anchoring.before, after: anchoring.after }
            : null,
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
    const mark: Mark = { ...(known ?? NOWHERE), annotation: shown(annotation) };
    const isGone = annotation.deleted !== null || annotation.revision <= (removed.get(annotation.id) ?? 0);
    if (!isGone) marks.set(annotation.id, mark);
    paint();
    return mark;
  };

  const adopted = async (save: Promise<Result<Annotation>>): Promise<Result<Mark>> => {
    const saved = await save;
    if (!saved.ok) return saved;
    const { id, deleted } = saved.value;
    if (deleted === null) return success(adopt(saved.value));
    const removal = await removals.get(id);
    if (removal?.ok && removal.value.deleted === deleted) return success(adopt(saved.value));
    // It was deleted elsewhere, and the reader still wrote on it here: it must be there to be read.
    const restored = await callBackground("restoreAnnotation", { id });
    if (!restored.ok) return restored;
    await load();
    return success(adopt(restored.value));
  };

  const forget = (id: string): void => {
    saving.forget(id);
    marks.delete(id);
    paint();
  };

  const { load, tellSightings, lastSeen, inTurn } = createMarkLoader({
    pages,
    marks,
    isNew: saving.isNew,
    anchor: anchorSaved,
    shown,
    paint,
  });

  const follower = createMarkFollower({
    pages,
    marks,
    anchor: anchorSaved,
    followLater(delay) {
      laterTimer ??= setTimeout(() => {
        laterTimer = null;
        void follow();
      }, delay);
    },
  });
  const follow = (): Promise<MarksFollowed> =>
    inTurn(async () => {
      const followed = await follower.follow();
      if (!followed.found) return followed;
      paint();
      void tellSightings();
      return followed;
    });

  const describeRanges = async (ranges: readonly Range[]): Promise<Result<Described>> => {
    const [first, last] = [ranges[0], ranges.at(-1)];
    if (first === undefined || last === undefined) return failure("not-found", "there is no range");
    const { readText, ...identity } = pages.of(first);
    const map = await inSlices(readText(), createSlices());
    const [head, tail] = [spanOf(map, first), spanOf(map, last)];
    if (head === null || tail === null) return failure("not-found", "the selection holds no text of the page");
    const span = { start: head.start, end: tail.end };
    if (span.end - span.start > LIMITS.quote) return failure("invalid-input", "the selection is too long");
    return success({ target: { ...identity, selectors: describe(map.text, span) }, ranges: rangesOf(map, span) });
  };

  return {
    load,
    follow,
    async describe(ranges) {
      const described = await describeRanges(ranges);
      return described.ok ? success(described.value.target) : described;
    },
    async create(range, body) {
      const described = await describeRanges([range]);
      if (!described.ok) return described;
      const { target, ranges } = described.value;
      const draft = { id: crypto.randomUUID(), target, body };
      const mark: Mark = { annotation: unsavedAnnotation(draft), state: "same", rewording: null, ranges };
      follower.note(draft.id, ranges);
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
      const removal = callBackground("deleteAnnotation", { id });
      removals.set(id, removal);
      const answer = await removal;
      if (!answer.ok) return answer;
      removed.set(id, answer.value.revision);
      forget(id);
      return success(null);
    },
    async restore(id) {
      const restored = await callBackground("restoreAnnotation", { id });
      return restored.ok ? load() : restored;
    },
    async retarget(id, target) {
      const saved = await callBackground("retargetAnnotation", { id, target });
      if (!saved.ok) return saved;
      marks.set(id, { ...NOWHERE, annotation: saved.value });
      const loaded = await load();
      const mark = marks.get(id);
      if (!loaded.ok) return loaded;
      return mark === undefined ? failure("not-found", `there is no mark ${id} on this page`) : success(mark);
    },
    all: () => [...marks.values()],
    get: (id) => marks.get(id) ?? null,
    at: (x, y) => marksAt(marks.values(), x, y),
    states: () => Object.fromEntries([...marks].map(([id, { state }]) => [id, state])),
    lastSeen,
  };
}

/** A record as it will be stored, before it is. */
function unsavedAnnotation(draft: AnnotationDraft): Annotation {
  const instant = new Date().toISOString();
  return { ...draft, schema: ANNOTATION_SCHEMA, revision: 0, created: instant, modified: instant, deleted: null };
}
