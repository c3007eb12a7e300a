import type { AnchorState } from "../../../src/annotation/anchoring/anchor.ts";
import { nothingPlaced, isUnstored, place, type PlacedEvent } from "../../../src/annotation/placed.ts";
import {
  type Annotation,
  type BareAnnotation,
  type Body,
  hasNote,
  type Target,
} from "../../../src/annotation/records/annotation.ts";
import { isOnName } from "../../../src/annotation/records/name-note.ts";
import { changedIn, madeAs, type Unsaved, unstoredAnnotation } from "../../../src/annotation/unsaved.ts";
import { failure, type Result, success } from "../../../src/result.ts";
import { inSlices } from "../../../src/slices.ts";
import { callBackground } from "../../calls/call.ts";
import type { Outbox } from "../../calls/outbox.ts";
import { createSlices } from "../../dom/page/slices.ts";
import type { Layer, Painter } from "../../dom/painting/painter.ts";
import type { TextMap } from "../../dom/text/text-map.ts";
import { describeRanges, findHighlights } from "./find.ts";
import type { Highlight, HighlightedPages } from "./highlight.ts";
import { insideSameColour, onSameWords } from "./positions.ts";
import { createStrayFinder, type Found, movedTo } from "./stray.ts";
import { newId } from "../../calls/new-id.ts";

/** What shows highlights: a layer a colour, and what is told of them besides. */
type OwnLayer = Exclude<Layer, "statement" | "person" | "place" | "source" | "speaker">;

/** The highlight that was asked for, and what becomes of it. */
export interface NewHighlight {
  readonly highlight: Highlight;
  /** Whether it was just made: what stands on the very same words already is given instead of a second one. */
  readonly isNew: boolean;
  readonly saved: Promise<Result<Highlight>>;
}

/** What the page shows of a highlight that was stored elsewhere. */
type StoredHighlight = Pick<BareAnnotation, "id" | "revision" | "deleted" | "hasNote"> & Pick<Body, "colour">;

/** The user's highlights in one document: found, painted, made, changed. */
export interface Highlights {
  /** Finds and paints everything that is saved for its pages. Called again, it takes up changes made elsewhere. */
  load(): Promise<Result<null>>;
  /** Finds highlights again whose words the page has replaced, moved or brought back. */
  follow(): Promise<Found>;
  /** Looks for one again in the page as it is now. */
  lookAgain(id: string): Promise<void>;
  /** What ranges of one page cover, as a highlight's target. `not-found` where they cover no text of the page. */
  describe(ranges: readonly Range[]): Promise<Result<Target>>;
  /**
   * Puts a highlight on what a range covers, unless one stands on those very words: on the page at once, and saved in a
   * moment. Fails as `describe` does.
   */
  create(range: Range, body: Body): Promise<Result<NewHighlight>>;
  /** Changes a highlight: on the page at once, and saved in a moment. */
  update(id: string, changes: Partial<Body>): void;
  /** Takes up what was stored of a highlight from the private frame: of its note, nothing. */
  takeUp(stored: StoredHighlight): Promise<void>;
  /** Takes a highlight off the page that could not be saved. */
  forget(id: string): void;
  remove(id: string): Promise<Result<null>>;
  restore(id: string): Promise<Result<null>>;
  /** Puts a highlight on other words. */
  retarget(id: string, target: Target): Promise<Result<Highlight>>;
  all(): Highlight[];
  get(id: string): Highlight | null;
  /** When lost ones were last on the page, by their ids: ISO instants. */
  lastSeen(): Readonly<Record<string, string>>;
}

/**
 * @param outbox saves what is made here, and what editors change.
 * @param changed is told when highlights have come, gone, or stand elsewhere.
 */
export function createHighlights(
  painter: Painter,
  pages: HighlightedPages,
  outbox: Outbox,
  changed: () => void,
): Highlights {
  let placed = nothingPlaced<Range>();
  /** What was asked to be deleted here, by its ids. */
  const removals = new Map<string, Promise<Result<Annotation>>>();
  /** What was deleted here before all of it was saved, by its ids: undoing brings back every word. */
  const leftovers = new Map<string, { readonly unsaved: Unsaved; readonly highlight: Highlight | null }>();
  let lastSeen: Readonly<Record<string, string>> = {};
  let lastWork: Promise<unknown> = Promise.resolve();
  let firstLoad: Promise<unknown> | null = null;
  let laterTimer: ReturnType<typeof setTimeout> | null = null;

  const all = (): Highlight[] => [...placed.highlights.values()];
  const get = (id: string): Highlight | null => placed.highlights.get(id) ?? null;

  const paint = (): void => {
    const isForced = matchMedia("(forced-colors: active)").matches;
    const layers: Record<OwnLayer, Range[]> = {
      yellow: [],
      green: [],
      blue: [],
      pink: [],
      own: [],
      noted: [],
      inner: insideSameColour(all()).flatMap(({ ranges }) => ranges),
    };
    for (const { annotation, ranges } of placed.highlights.values()) {
      layers[annotation.body.colour].push(...ranges);
      if (isForced) layers.own.push(...ranges);
      if (hasNote(annotation)) layers.noted.push(...ranges);
    }
    for (const [layer, ranges] of Object.entries(layers)) painter.paint(layer as OwnLayer, ranges);
  };
  const looksOf = (id: string): string => {
    const annotation = get(id)?.annotation;
    return annotation === undefined ? "" : `${annotation.body.colour} ${hasNote(annotation)}`;
  };
  const happen = (event: PlacedEvent<Range>): void => {
    const before = event.kind === "typed" ? looksOf(event.id) : null;
    placed = place(placed, event);
    // Of what is typed, only a colour is seen on the page, and whether there is a note.
    if (event.kind !== "typed" || looksOf(event.id) !== before) paint();
    if (event.kind !== "typed") changed();
  };

  outbox.watch((event) => {
    const { unsaved } = event;
    if (unsaved.kind !== "annotation") return;
    // At once, so that an editor opened before the answer shows what was typed last.
    if (event.kind === "put") happen({ kind: "typed", id: unsaved.id, changes: unsaved.changes });
    else if (event.result.ok && !isOnName(event.result.value)) void adopt(event.result.value);
  });

  const leftOf = (id: string): Partial<Body> => outbox.unsavedOf(id)?.changes ?? {};

  /** Takes over what was stored. */
  const adopt = async (annotation: Annotation): Promise<void> => {
    const { id, deleted } = annotation;
    happen({ kind: "stored", annotation, left: leftOf(id) });
    await bringBack(id, deleted);
  };

  /** What was deleted elsewhere, while the user still wrote on it here, must be there to be read. */
  const bringBack = async (id: string, deleted: string | null): Promise<void> => {
    const removal = deleted === null ? null : await removals.get(id);
    if (deleted === null || (removal?.ok && removal.value.deleted === deleted)) return;
    const restored = await callBackground("restoreAnnotation", { id });
    if (!restored.ok) return;
    await load();
    happen({ kind: "stored", annotation: restored.value, left: leftOf(id) });
  };

  /** One after the other: each works in slices, and an older list must not overtake a newer one. */
  const inTurn = <T>(work: () => Promise<T>): Promise<T> => {
    const next = lastWork.then(work, work);
    lastWork = next;
    return next;
  };

  /** Looks for annotations in a text of the page, and shows them as they are found. */
  const look = async (annotations: readonly Annotation[], map: TextMap): Promise<void> => {
    let found: Highlight[] = [];
    const show = (): void => {
      happen({ kind: "found", found });
      found = [];
    };
    for await (const { ranges, ...highlight } of findHighlights(annotations, map, show)) {
      const moved = movedTo(get(highlight.annotation.id)?.ranges ?? [], ranges);
      strays.note(moved);
      found.push({ ...highlight, ranges: moved });
    }
    show();
  };

  const loadNow = async (): Promise<Result<null>> => {
    // What is made or saved for the first time after the lists were asked for is in none of them.
    const known = all().flatMap(({ annotation }) => (isUnstored(annotation) ? [] : [annotation.id]));
    const listed: Annotation[] = [];
    let failed: Result<null> = success(null);
    for (const { page, met, readText } of pages.all()) {
      const answer = await callBackground("listAnnotations", { page, met });
      if (!answer.ok) {
        failed = answer;
        continue;
      }
      listed.push(...answer.value);
      happen({ kind: "listed", annotations: answer.value, known: null });
      const lost = answer.value.filter(({ id }) => (get(id)?.ranges.length ?? 0) === 0);
      if (lost.length > 0) await look(lost, await inSlices(readText(), createSlices()));
    }
    // A list that could not be had says nothing of what is gone.
    if (failed.ok) happen({ kind: "listed", annotations: listed, known });
    void tellSightings();
    return failed;
  };
  const load = (): Promise<Result<null>> => {
    const loading = inTurn(loadNow);
    firstLoad ??= loading;
    return loading;
  };

  /** Has it written down which highlights were seen, and learns when the lost ones were. */
  const tellSightings = async (): Promise<void> => {
    const idsOf = (wanted: AnchorState): string[] =>
      all().flatMap(({ annotation, state }) => (state === wanted ? [annotation.id] : []));
    if (placed.highlights.size === 0) return;
    const answer = await callBackground("noteSightings", {
      same: idsOf("same"),
      moved: idsOf("moved"),
      edited: idsOf("edited"),
      lost: idsOf("lost"),
    });
    if (answer.ok) lastSeen = answer.value;
  };

  const strays = createStrayFinder({
    pages,
    highlights: all,
    look,
    followLater(delay) {
      laterTimer ??= setTimeout(() => {
        laterTimer = null;
        void follow();
      }, delay);
    },
  });
  const follow = (): Promise<Found> =>
    inTurn(async () => {
      const found = await strays.follow();
      if (found.found) void tellSightings();
      return found;
    });

  /** Takes a highlight off the page, and keeps what was not saved of it. */
  const takeAway = (id: string, revision: number | null): void => {
    const unsaved = outbox.discard(id);
    if (unsaved !== null) leftovers.set(id, { unsaved, highlight: get(id) });
    happen({ kind: "deleted", id, revision });
  };

  return {
    load,
    follow,
    lookAgain: (id) =>
      inTurn(async () => {
        const annotation = get(id)?.annotation;
        const own = pages.all().find(({ page }) => page === annotation?.target.page);
        if (annotation === undefined || own === undefined) return;
        await look([annotation], await inSlices(own.readText(), createSlices()));
      }),
    async describe(ranges) {
      const described = await describeRanges(pages, ranges);
      return described.ok ? success(described.value.target) : described;
    },
    async create(range, body) {
      // A reader that a shortcut has just brought to the page does not know yet what is highlighted on it.
      await firstLoad;
      const described = await describeRanges(pages, [range]);
      if (!described.ok) return described;
      const { target, ranges } = described.value;
      const same = onSameWords(ranges, all());
      if (same !== null) return success({ highlight: same, isNew: false, saved: Promise.resolve(success(same)) });
      const draft = { id: newId(), target, body };
      const annotation = unstoredAnnotation(draft, new Date().toISOString());
      const highlight: Highlight = { annotation, state: "same", rewording: null, isSure: true, ranges, likely: [] };
      strays.note(ranges);
      happen({ kind: "made", annotation, ranges });
      outbox.put(madeAs(draft), "at-once");
      const saved = outbox.settled(draft.id).then((result) => {
        if (result?.ok === false) return result;
        return success(get(draft.id) ?? highlight);
      });
      return success({ highlight, isNew: true, saved });
    },
    update: (id, changes) => outbox.put(changedIn(id, changes), "at-once"),
    async takeUp({ id, colour, ...stamps }) {
      const known = get(id);
      if (known === null && stamps.deleted === null) return;
      if (known !== null) {
        const { annotation } = known;
        return adopt({ ...annotation, ...stamps, body: { ...annotation.body, colour } });
      }
      await bringBack(id, stamps.deleted);
    },
    forget: (id) => takeAway(id, null),
    async remove(id) {
      await outbox.settled(id);
      const unsaved = outbox.unsavedOf(id);
      if (unsaved?.kind === "annotation" && unsaved.made !== null) {
        takeAway(id, null);
        return success(null);
      }
      const removal = callBackground("deleteAnnotation", { id });
      removals.set(id, removal);
      const answer = await removal;
      if (!answer.ok) return answer;
      takeAway(id, answer.value.revision);
      return success(null);
    },
    async restore(id) {
      const { unsaved = null, highlight = null } = leftovers.get(id) ?? {};
      leftovers.delete(id);
      const wasStored = unsaved?.kind !== "annotation" || unsaved.made === null;
      if (wasStored) {
        const restored = await callBackground("restoreAnnotation", { id });
        if (!restored.ok) return restored;
      } else if (highlight !== null) {
        happen({ kind: "restored", highlight });
      }
      if (unsaved !== null) outbox.put(unsaved, "at-once");
      return wasStored ? load() : success(null);
    },
    async retarget(id, target) {
      const saved = await callBackground("retargetAnnotation", { id, target });
      if (!saved.ok) return saved;
      happen({ kind: "retargeted", annotation: saved.value });
      const loaded = await load();
      if (!loaded.ok) return loaded;
      const highlight = get(id);
      return highlight === null ? failure("not-found", `there is no highlight ${id} on this page`) : success(highlight);
    },
    all,
    get,
    lastSeen: () => lastSeen,
  };
}
