import { type Annotation, ANNOTATION_SCHEMA, type Target } from "../../src/annotation/records/annotation.ts";
import type { ColourNames } from "../../src/annotation/records/colours.ts";
import { changedFields, stepBetween } from "../../src/annotation/history.ts";
import type { Correction, CorrectionDraft } from "../../src/corrections/corrections.ts";
import { CORRECTION_SCHEMA } from "../../src/corrections/upgrade.ts";
import { correctionStep, isSame, standing } from "../../src/corrections/history.ts";
import { type Marking, type MarkingChange, remarked } from "../../src/annotation/records/marking.ts";
import {
  ELSEWHERE,
  hostsNamed,
  isGeneral,
  type SiteSettings,
  usualMode,
} from "../../src/annotation/records/site-settings.ts";
import type { UnsavedAnnotation } from "../../src/annotation/unsaved.ts";
import { failure, type Result, success } from "../../src/result.ts";
import { COLOURS_KEY, type Database, MARKING_KEY } from "./database.ts";
import { markingOf } from "./marking.ts";
import {
  type Asked,
  buried,
  createRevise,
  firstStamps,
  guarded,
  instantOf,
  isPassed,
  nextStamps,
  revived,
} from "./records.ts";
import { whole } from "./sound.ts";
import { logStep } from "./step-log.ts";
import { keepUnseen } from "./unseen.ts";

/** Writes to the database; beside it, name-note-writer.ts, undo.ts and take-up.ts do. Every write is one transaction and may be repeated without harm. */
export interface Writer {
  /**
   * Makes an annotation, changes it, or both: what its id names already is not made anew.
   *
   * @param isLate whether it was left behind when its page went: what was changed since is not overwritten.
   */
  save(asked: Asked<UnsavedAnnotation>, isLate?: boolean): Promise<Result<Annotation>>;
  remove(id: string): Promise<Result<Annotation>>;
  restore(id: string): Promise<Result<Annotation>>;
  /** Puts an annotation on other words. */
  retarget(id: string, target: Target): Promise<Result<Annotation>>;
  /** Adds a correction, or changes the one with this id. */
  correct(draft: CorrectionDraft): Promise<Result<Correction>>;
  removeCorrection(id: string): Promise<Result<Correction>>;
  restoreCorrection(id: string): Promise<Result<Correction>>;
  saveSite(settings: SiteSettings): Promise<Result<SiteSettings>>;
  /** Names all colours anew; one that is not in `names` has its usual name. */
  nameColours(names: ColourNames): Promise<Result<ColourNames>>;
  /** Changes what is marked on pages, and gives all of it. */
  changeMarking(change: MarkingChange): Promise<Result<Marking>>;
}

/** @param now gives the current instant; tests pass their own. */
export function createWriter(database: Database, now: () => Date = () => new Date()): Writer {
  const revise = createRevise(database, now);
  const { annotations, corrections } = database;
  const log = (before: Annotation | null, after: Annotation, edit: string | null = null): Promise<void> =>
    logStep(database, stepBetween(before, after, edit));
  const logCorrection = (before: Correction | null, after: Correction): Promise<void> =>
    logStep(database, correctionStep(before, after));

  return {
    save: ({ id, made, changes, edit, ...asking }, isLate = false) =>
      guarded(() =>
        database.transaction("rw", annotations, database.exchanged, database.steps, async () => {
          const known = whole(await annotations.get(id));
          const current = now();
          const instant = instantOf(asking.at, known, current);
          const stored = known ?? (made && { ...made, id, schema: ANNOTATION_SCHEMA, ...firstStamps(instant) });
          if (stored === null) return failure("not-found", `there is no annotation ${id}`);
          if (known === undefined) {
            await annotations.put(stored);
            await log(null, stored);
          }
          const body = { ...stored.body, ...changes };
          if (changedFields(stored.body, body).length === 0) return success(stored);
          const isBeside =
            body.note !== stored.body.note && (await keepUnseen(database, "annotations", id, asking.base));
          if (isLate && !isBeside && known !== undefined && isPassed(asking, known, current)) return success(stored);
          const next: Annotation = { ...stored, body, revision: stored.revision + 1, modified: instant };
          await annotations.put(next);
          await log(stored, next, edit);
          return success(next);
        }),
      ),
    remove: (id) => revise(annotations, id, buried, log),
    restore: (id) => revise(annotations, id, revived, log),
    retarget: (id, target) =>
      revise(annotations, id, (stored) =>
        JSON.stringify(stored.target) === JSON.stringify(target) ? null : { target },
      ),
    correct: (draft) =>
      guarded(() =>
        database.transaction("rw", corrections, database.steps, async () => {
          const stored = whole(await corrections.get(draft.id));
          if (stored !== undefined && isSame(standing(stored), draft)) return success(stored);
          const correction: Correction = {
            ...draft,
            schema: CORRECTION_SCHEMA,
            ...nextStamps(stored, now().toISOString()),
          };
          await corrections.put(correction);
          await logCorrection(stored ?? null, correction);
          return success(correction);
        }),
      ),
    removeCorrection: (id) => revise(corrections, id, buried, logCorrection),
    restoreCorrection: (id) => revise(corrections, id, revived, logCorrection),
    saveSite: (settings) =>
      guarded(() =>
        database.transaction("rw", database.sites, async () => {
          const { site, mode } = settings;
          const usual = isGeneral(site) ? "auto" : usualMode(await database.sites.get(ELSEWHERE));
          await database.sites.bulkDelete([...hostsNamed(site)]);
          // What holds wherever nothing was chosen needs no trace of the site.
          if (mode !== usual) await database.sites.put(settings);
          return success(settings);
        }),
      ),
    nameColours: (names) =>
      guarded(async () => {
        await database.settings.put({ key: COLOURS_KEY, names });
        return success(names);
      }),
    changeMarking: (change) =>
      guarded(() =>
        database.transaction("rw", database.settings, async () => {
          const marking = remarked(await markingOf(database), change);
          await database.settings.put({ key: MARKING_KEY, marking });
          return success(marking);
        }),
      ),
  };
}
