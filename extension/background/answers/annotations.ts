import type { StepName, StepView } from "../../../src/annotation/history.ts";
import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import { failure, success } from "../../../src/result.ts";
import type { BackgroundCalls } from "../../calls/background-calls.ts";
import type { Handlers } from "../../calls/entry.ts";
import type { Change } from "../../calls/schemas.ts";
import type { Database } from "../../store/database.ts";
import { annotationsOfPage } from "../../store/queries.ts";
import { ownerLabels } from "../../store/owners.ts";
import { takeUpFormer } from "../../store/former-key.ts";
import { guarded } from "../../store/records.ts";
import { done } from "../../calls/serve.ts";
import { noteSightings, refuseWords } from "../../store/sightings.ts";
import { historyView, type Undo } from "../../store/undo.ts";
import type { Writer } from "../../store/writer.ts";
import { openPassage } from "../open-passage.ts";
import { told } from "../tell-readers.ts";
import { answerFor, forSender } from "../without-note.ts";

/** Calls about annotations, and about the steps that undo goes through. */
export const answersOnAnnotations = (database: Database, writer: Writer, undo: Undo) =>
  ({
    listAnnotations: ({ page, met }, sender) =>
      guarded(async () => {
        await takeUpFormer(database, { page, met }, ownerLabels);
        return success(forSender(await annotationsOfPage(database, page), sender));
      }),
    deleteAnnotation: async ({ id }, sender) => answerFor(told(await writer.remove(id), changeOf, sender), sender),
    restoreAnnotation: async ({ id }, sender) => answerFor(told(await writer.restore(id), changeOf, sender), sender),
    retargetAnnotation: async ({ id, target }, sender) =>
      answerFor(told(await writer.retarget(id, target), changeOf, sender), sender),
    refuseLikely: ({ id, words }) =>
      guarded(async () => {
        await refuseWords(database, id, words);
        return done;
      }),
    noteSightings: (seen) => guarded(async () => success(await noteSightings(database, seen, new Date()))),
    readHistory: ({ pages }) =>
      guarded(async () => {
        const { undo: back, redo: forth } = await historyView(database);
        return success({ undo: nameOf(back, pages), redo: nameOf(forth, pages) });
      }),
    goToStep: async ({ number }) => {
      const { undo: back, redo: forth } = await historyView(database);
      const step = [back, forth].find((view) => view?.number === number);
      if (step?.source == null) return failure("not-found", `step ${number} has no page to go to`);
      return openPassage(
        step.source,
        step.page,
        step.annotation === null ? null : { kind: "annotation", id: step.annotation },
      );
    },
    moveOverStep: async ({ number, direction }, sender) => {
      const moved = await undo.move(number, direction);
      told(moved, ({ step }) => changeOfStep(step), sender);
      return moved.ok ? success(moved.value.kind) : moved;
    },
  }) satisfies Partial<Handlers<BackgroundCalls>>;

const nameOf = (step: StepView | null, pages: readonly string[]): StepName | null =>
  step && { number: step.number, kind: step.kind, isHere: step.page === "" || pages.includes(step.page) };

const changeOfStep = ({ annotation, page }: StepView): Change =>
  annotation === null ? { kind: "corrections", page: page === "" ? null : page } : { kind: "annotations", page };

const changeOf = ({ target }: Annotation): Change => ({ kind: "annotations", page: target.page });
