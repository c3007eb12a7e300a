import {
  type Annotation,
  ANNOTATION_SCHEMA,
  type AnnotationDraft,
  type Body,
  type Target,
} from "../../src/annotation/annotation.ts";
import type { AnchorState } from "../../src/messaging/protocol.ts";
import { failure, type Result, success } from "../../src/messaging/result.ts";
import type { Layer, Painter } from "../dom/painter.ts";
import type { TextMap } from "../dom/text-map.ts";
import { callBackground } from "../messaging/call.ts";
import type { Mark, MarkedPages } from "./mark.ts";
import { describeRanges, findMarks } from "./mark-anchor.ts";
import { createMarkFollower, type MarksFollowed, movedTo } from "./mark-follow.ts";
import { createMarkLoader, newer, NOWHERE } from "./mark-load.ts";
import { marksAt, onSameWords } from "./mark-places.ts";
import { createSaving, type Leftover } from "./saving.ts";

/** The mark that was asked for, and what becomes of it. */
export interface NewMark {
  readonly mark: Mark;
  /** Whether it was just made: what stands on the very same words already is given instead of a second one. */
  readonly isNew: boolean;
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
   * Puts a highlight on what a range covers, unless one stands on those very words: on the page at once, and saved in a
   * moment. Fails as `describe` does.
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

/** @param signal is aborted when the reader leaves the page. */
export function createMarks(painter: Painter, pages: MarkedPages, signal: AbortSignal): Marks {
  const marks = new Map<string, Mark>();
  /** The revisions that were deleted here: a list that was asked for before must not bring them back. */
  const removed = new Map<string, number>();
  /** What was asked to be deleted here, by its ids. */
  const removals = new Map<string, Promise<Result<Annotation>>>();
  /** What was deleted here before all of it was saved, by its ids: undoing brings back every word. */
  const leftovers = new Map<string, Leftover & { readonly mark: Mark | undefined }>();
  const saving = createSaving((annotation) => void adopted(Promise.resolve(success(annotation))), signal);
  let laterTimer: ReturnType<typeof setTimeout> | null = null;
  let firstLoad: Promise<unknown> | null = null;

  const paint = (): void => {
    const layers: Record<Annotation["body"]["colour"], Range[]> = { yellow: [], green: [], blue: [], pink: [] };
    for (const { annotation, ranges } of marks.values()) layers[annotation.body.colour].push(...ranges);
    for (const [colour, ranges] of Object.entries(layers)) painter.paint(colour as Layer, ranges);
  };

  const anchorSaved = async (annotations: readonly Annotation[], map: TextMap): Promise<void> => {
    for await (const found of findMarks(annotations, map, paint)) {
      const { annotation } = found;
      if (annotation.revision <= (removed.get(annotation.id) ?? 0)) continue;
      const known = marks.get(annotation.id);
      const ranges = movedTo(known?.ranges ?? [], found.ranges);
      follower.note(ranges);
      marks.set(annotation.id, { ...found, annotation: shown(newer(known?.annotation, annotation)), ranges });
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
  const putAside = (id: string): void => {
    const left = saving.forget(id);
    if (left !== null) leftovers.set(id, { ...left, mark: marks.get(id) });
    forget(id);
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

  return {
    load() {
      const loading = load();
      firstLoad ??= loading;
      return loading;
    },
    follow,
    async describe(ranges) {
      const described = await describeRanges(pages, ranges);
      return described.ok ? success(described.value.target) : described;
    },
    async create(range, body) {
      // A reader that a shortcut has just brought to the page does not know yet what is marked on it.
      await firstLoad;
      const described = await describeRanges(pages, [range]);
      if (!described.ok) return described;
      const { target, ranges } = described.value;
      const same = onSameWords(ranges, marks.values());
      if (same !== null) return success({ mark: same, isNew: false, saved: Promise.resolve(success(same)) });
      const draft = { id: crypto.randomUUID(), target, body };
      const mark: Mark = { annotation: unsavedAnnotation(draft), state: "same", rewording: null, ranges };
      follower.note(ranges);
      marks.set(draft.id, mark);
      paint();
      return success({ mark, isNew: true, saved: adopted(saving.create(draft)) });
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
        putAside(id);
        return success(null);
      }
      const removal = callBackground("deleteAnnotation", { id });
      removals.set(id, removal);
      const answer = await removal;
      if (!answer.ok) return answer;
      removed.set(id, answer.value.revision);
      putAside(id);
      return success(null);
    },
    async restore(id) {
      const left = leftovers.get(id);
      const draft = left?.draft ?? null;
      if (draft === null) {
        const restored = await callBackground("restoreAnnotation", { id });
        if (!restored.ok) return restored;
      } else if (left?.mark !== undefined) {
        marks.set(id, left.mark);
        paint();
        void adopted(saving.create(draft));
      }
      leftovers.delete(id);
      if (left !== undefined && Object.keys(left.changes).length > 0) {
        void adopted(saving.update(id, left.changes, null));
      }
      return draft === null ? load() : success(null);
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
