import browser, { type Runtime } from "webextension-polyfill";
import type { Annotation } from "../../src/annotation/records/annotation.ts";
import type { Correction } from "../../src/corrections/corrections.ts";
import type { BackgroundCalls, Change } from "../calls/protocol.ts";
import { aboutSubject } from "../../src/reading/about-name.ts";
import { readBackup } from "../../src/exchange/read-backup.ts";
import { failure, type Result, success } from "../../src/result.ts";
import {
  aboutSchema,
  articleSchema,
  backupTextSchema,
  countSchema,
  frameSchema,
  idSchema,
  moveSchema,
  pageSchema,
  retargetSchema,
  sightingsSchema,
  siteSchema,
  subjectNoteSchema,
  tabSchema,
  updateSchema,
} from "../calls/schemas.ts";
import {
  articleNamesSchema,
  colourNamesSchema,
  draftSchema,
  siteSettingsSchema,
} from "../../src/annotation/records/schemas.ts";
import { correctionDraftSchema } from "../../src/corrections/schema.ts";
import { done, type Handlers, isOwnPage, noInput, type Schemas, serve } from "../calls/serve.ts";
import type { Database } from "../store/database.ts";
import { annotationsOfPage, colourNames, correctionsOfPage, settingsOfSite, tagsInUse } from "../store/queries.ts";
import { keptOnNames } from "../store/name-note-queries.ts";
import type { SubjectWriter } from "../store/name-note-writer.ts";
import { historyView, type Undo } from "../store/undo.ts";
import { noteSightings } from "../store/sightings.ts";
import { guarded } from "../store/records.ts";
import type { Writer } from "../store/writer.ts";
import { analyseArticle } from "./analyser.ts";
import { showBadge } from "./badge.ts";
import { identityOfTab } from "./identity.ts";
import { injectOverlay, readArticle } from "./inject.ts";
import { showMarks } from "./marked-sites.ts";
import { publishSites, readFound, revisitSite } from "./sites.ts";
import { tellReaders } from "./tell-readers.ts";

const schemas: Schemas<BackgroundCalls> = {
  articleFound: noInput,
  mayHaveMarks: noInput,
  storyInFrame: frameSchema,
  loadOverlay: noInput,
  readAnyway: tabSchema,
  identityOfTab: tabSchema,
  analyse: articleSchema,
  showCount: countSchema,
  listAnnotations: pageSchema,
  createAnnotation: draftSchema,
  updateAnnotation: updateSchema,
  deleteAnnotation: idSchema,
  restoreAnnotation: idSchema,
  readHistory: noInput,
  moveOverStep: moveSchema,
  listTags: noInput,
  readColourNames: noInput,
  saveColourNames: colourNamesSchema,
  retargetAnnotation: retargetSchema,
  noteSightings: sightingsSchema,
  listCorrections: pageSchema,
  saveCorrection: correctionDraftSchema,
  deleteCorrection: idSchema,
  restoreCorrection: idSchema,
  aboutSubject: aboutSchema,
  saveSubjectNote: subjectNoteSchema,
  deleteSubjectNote: idSchema,
  restoreSubjectNote: idSchema,
  keepArticle: articleNamesSchema,
  siteSettings: siteSchema,
  saveSiteSettings: siteSettingsSchema,
  importBackup: backupTextSchema,
};

/** Calls that only the extension's own pages make. Everything else is open to our content scripts too. */
const OWN_PAGES_ONLY: ReadonlySet<keyof BackgroundCalls> = new Set([
  "readAnyway",
  "identityOfTab",
  "saveSiteSettings",
  "saveColourNames",
  "importBackup",
] as const);

/** Answers the calls of `BackgroundCalls`. */
export function serveCalls(database: Database, writer: Writer, subjects: SubjectWriter, undo: Undo): void {
  const handlers: Handlers<BackgroundCalls> = {
    articleFound: (_input, sender) => readFound(database, sender.tab ?? {}),
    mayHaveMarks: (_input, sender) => guarded(() => showMarks(database, sender.tab ?? {})),
    storyInFrame: ({ path }, sender) => readFound(database, sender.tab ?? {}, path),
    loadOverlay: (_input, sender) => inTab(sender, (tabId) => injectOverlay(tabId, sender.frameId ?? 0)),
    readAnyway: ({ tabId }) => readArticle(tabId),
    identityOfTab: ({ tabId }) => identityOfTab(tabId),
    analyse: (article) => analyseArticle(article),
    showCount: ({ count }, sender) =>
      inTab(sender, async (tabId) => {
        await showBadge(tabId, count);
        return done;
      }),
    listAnnotations: ({ page }) => guarded(async () => success(await annotationsOfPage(database, page))),
    createAnnotation: async (draft, sender) => told(await writer.create(draft), annotationChange, sender),
    updateAnnotation: async ({ id, changes, edit }, sender) =>
      told(await writer.update(id, changes, edit), annotationChange, sender),
    deleteAnnotation: async ({ id }, sender) => told(await writer.remove(id), annotationChange, sender),
    restoreAnnotation: async ({ id }, sender) => told(await writer.restore(id), annotationChange, sender),
    readHistory: () => guarded(async () => success(await historyView(database))),
    moveOverStep: async ({ number, direction }, sender) =>
      told(await undo.move(number, direction), ({ step }) => ({ kind: "annotations", page: step.page }), sender),
    listTags: () => guarded(async () => success(await tagsInUse(database))),
    readColourNames: () => guarded(async () => success(await colourNames(database))),
    saveColourNames: async (names, sender) =>
      told(await writer.nameColours(names), () => ({ kind: "colours" }), sender),
    retargetAnnotation: async ({ id, target }, sender) =>
      told(await writer.retarget(id, target), annotationChange, sender),
    noteSightings: ({ seen, lost }) =>
      guarded(async () => success(await noteSightings(database, seen, lost, new Date()))),
    listCorrections: ({ page }) => guarded(async () => success(await correctionsOfPage(database, page))),
    saveCorrection: async (draft, sender) => told(await writer.correct(draft), correctionChange, sender),
    deleteCorrection: async ({ id }, sender) => told(await writer.removeCorrection(id), correctionChange, sender),
    restoreCorrection: async ({ id }, sender) => told(await writer.restoreCorrection(id), correctionChange, sender),
    aboutSubject: ({ subject, page }) =>
      guarded(async () => success(aboutSubject(await keptOnNames(database, [subject], page), subject))),
    saveSubjectNote: async (draft, sender) => told(await subjects.saveNote(draft), subjectChange, sender),
    deleteSubjectNote: async ({ id }, sender) => told(await subjects.removeNote(id), subjectChange, sender),
    restoreSubjectNote: async ({ id }, sender) => told(await subjects.restoreNote(id), subjectChange, sender),
    keepArticle: async (names, sender) => {
      const kept = await subjects.keepArticle(names);
      if (!kept.ok) return kept;
      return kept.value ? told(success(null), subjectChange, sender) : done;
    },
    siteSettings: ({ site }) => guarded(async () => success(await settingsOfSite(database, site))),
    saveSiteSettings: async (settings) => {
      const saved = await writer.saveSite(settings);
      if (saved.ok) {
        await publishSites(database);
        // The popup asks the page for its state next, which must be the new one by then.
        await revisitSite(saved.value);
      }
      return saved;
    },
    importBackup: async ({ text }, sender) => {
      const read = readBackup(text);
      if (!read.ok) return success({ kind: "rejected", problem: read.error });
      const taken = told(await writer.takeUp(read.value.backup), () => ({ kind: "everything" }), sender);
      if (taken.ok) await publishSites(database);
      return taken.ok ? success({ kind: "imported", ...taken.value, refused: read.value.refused }) : taken;
    },
  };
  serve<BackgroundCalls>(schemas, handlers, (call, sender) => isOwnPage(sender) || !OWN_PAGES_ONLY.has(call));
}

const annotationChange = ({ target }: Annotation): Change => ({ kind: "annotations", page: target.page });
const correctionChange = ({ scope }: Correction): Change => ({
  kind: "corrections",
  page: scope.kind === "page" ? scope.page : null,
});

const subjectChange = (): Change => ({ kind: "subjects" });

/** After a write: every other reader that it concerns shows it too. */
function told<T>(saved: Result<T>, changeOf: (record: T) => Change, sender: Runtime.MessageSender): Result<T> {
  if (saved.ok) void tellReaders(changeOf(saved.value), sender.tab?.id ?? null);
  return saved;
}

async function inTab(
  sender: Runtime.MessageSender,
  work: (tabId: number) => Promise<Result<null>>,
): Promise<Result<null>> {
  const tabId = sender.tab?.id;
  if (tabId === undefined || tabId === browser.tabs.TAB_ID_NONE) return failure("forbidden", "this call is for tabs");
  return work(tabId);
}
