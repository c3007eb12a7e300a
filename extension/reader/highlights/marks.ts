import type { Annotation, Body, Target } from "../../../src/annotation/records/annotation.ts";
import { changedIn, madeAs, type Unsaved, unstoredAnnotation } from "../../../src/annotation/unsaved.ts";
import { isOnName } from "../../../src/annotation/records/name-note.ts";
import type { Outbox } from "../../calls/outbox.ts";
import type { AnchorState } from "../../../src/annotation/anchoring/anchor.ts";
import { failure, type Result, success } from "../../../src/result.ts";
import type { Layer, Painter } from "../../dom/painting/painter.ts";
import type { TextMap } from "../../dom/text/text-map.ts";
import { callBackground } from "../../calls/call.ts";
import type { Mark, MarkedPages } from "./mark.ts";
import { describeRanges, findMarks } from "./mark-anchor.ts";
import { createMarkFollower, type MarksFollowed, movedTo } from "./mark-follow.ts";
import { createMarkLoader, newer, NOWHERE } from "./mark-load.ts";
import { marksAt, onSameWords } from "./mark-places.ts";

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
  /** Changes a mark: on the page at once, and saved in a moment. */
  update(id: string, changes: Partial<Body>): void;
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

/** @param outbox saves what is made here, and what editors change. */
export function createMarks(painter: Painter, pages: MarkedPages, outbox: Outbox): Marks {
  const marks = new Map<string, Mark>();
  /** The revisions that were deleted here: a list that was asked for before must not bring them back. */
  const removed = new Map<string, number>();
  /** What was asked to be deleted here, by its ids. */
  const removals = new Map<string, Promise<Result<Annotation>>>();
  /** What was deleted here before all of it was saved, by its ids: undoing brings back every word. */
  const leftovers = new Map<string, { readonly unsaved: Unsaved; readonly mark: Mark | undefined }>();
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
    body: { ...annotation.body, ...outbox.unsavedOf(annotation.id)?.changes },
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

  const isNew = (id: string): boolean => {
    const unsaved = outbox.unsavedOf(id);
    return unsaved?.kind === "annotation" && unsaved.made !== null;
  };

  const adoptSaved = async (saved: Annotation): Promise<void> => {
    const { id, deleted } = saved;
    const removal = deleted === null ? null : await removals.get(id);
    if (deleted === null || (removal?.ok && removal.value.deleted === deleted)) return void adopt(saved);
    // It was deleted elsewhere, and the user still wrote on it here: it must be there to be read.
    const restored = await callBackground("restoreAnnotation", { id });
    if (!restored.ok) return;
    await load();
    adopt(restored.value);
  };

  outbox.watch((event) => {
    if (event.unsaved.kind !== "annotation") return;
    const before = marks.get(event.unsaved.id);
    if (event.kind === "sent") {
      if (event.result.ok && !isOnName(event.result.value)) void adoptSaved(event.result.value);
    } else if (before !== undefined) {
      // At once, so that an editor opened before the answer shows what was typed last.
      const body = { ...before.annotation.body, ...event.unsaved.changes };
      marks.set(event.unsaved.id, { ...before, annotation: { ...before.annotation, body } });
      paint();
    }
  });

  /** Takes a mark off the page, and gives what was not saved of it. */
  const takeAway = (id: string): void => {
    const unsaved = outbox.discard(id);
    if (unsaved !== null) leftovers.set(id, { unsaved, mark: marks.get(id) });
    marks.delete(id);
    paint();
  };

  const { load, tellSightings, lastSeen, inTurn } = createMarkLoader({
    pages,
    marks,
    isNew,
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
      const mark: Mark = {
        annotation: unstoredAnnotation(draft, new Date().toISOString()),
        state: "same",
        rewording: null,
        ranges,
      };
      follower.note(ranges);
      marks.set(draft.id, mark);
      paint();
      outbox.put(madeAs(draft), "at-once");
      const saved = outbox.settled(draft.id).then((result) => {
        if (result?.ok === false) return result;
        return success(marks.get(draft.id) ?? mark);
      });
      return success({ mark, isNew: true, saved });
    },
    update: (id, changes) => outbox.put(changedIn(id, changes), "at-once"),
    forget: takeAway,
    async remove(id) {
      await outbox.settled(id);
      if (!isNew(id)) {
        const removal = callBackground("deleteAnnotation", { id });
        removals.set(id, removal);
        const answer = await removal;
        if (!answer.ok) return answer;
        removed.set(id, answer.value.revision);
      }
      takeAway(id);
      return success(null);
    },
    async restore(id) {
      const { unsaved = null, mark } = leftovers.get(id) ?? {};
      leftovers.delete(id);
      const wasStored = unsaved?.kind !== "annotation" || unsaved.made === null;
      if (wasStored) {
        const restored = await callBackground("restoreAnnotation", { id });
        if (!restored.ok) return restored;
      } else if (mark !== undefined) {
        marks.set(id, mark);
        paint();
      }
      if (unsaved !== null) outbox.put(unsaved, "at-once");
      return wasStored ? load() : success(null);
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
