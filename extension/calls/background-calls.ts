import * as v from "valibot";
import type { Analysis } from "../../src/analyse.ts";
import type { Direction, MoveOutcome, StepName } from "../../src/annotation/history.ts";
import { type Annotation, LIMITS } from "../../src/annotation/records/annotation.ts";
import type { ColourNames } from "../../src/annotation/records/colours.ts";
import type { BulkStep } from "../../src/annotation/records/bulk.ts";
import type { Marking } from "../../src/annotation/records/marking.ts";
import type { KeptArticle } from "../../src/annotation/records/kept-article.ts";
import type { NameMerge } from "../../src/annotation/records/merge.ts";
import type { SavedSearch } from "../../src/annotation/records/saved-search.ts";
import type { Noted, NameNote } from "../../src/annotation/records/name-note.ts";
import {
  articleNamesSchema,
  changesSchema,
  colourNamesSchema,
  markingChangeSchema,
  bodySchema,
  bulkChangeSchema,
  nameMergeSchema,
  savedSearchSchema,
  siteSettingsSchema,
  nameNoteDraftSchema,
  targetSchema,
  webAddress,
} from "../../src/annotation/records/schemas.ts";
import { address, offset, uuid } from "../../src/annotation/records/simple-schemas.ts";
import type { SiteSettings } from "../../src/annotation/records/site-settings.ts";
import type { Correction } from "../../src/corrections/corrections.ts";
import { correctionDraftSchema } from "../../src/corrections/schema.ts";
import { SCHEDULES } from "../../src/exchange/backup-due.ts";
import { PART_KINDS } from "../../src/text/article.ts";
import { LIKELY_WORDS } from "./page-report.ts";
import type { SyncAnswer, SyncLook } from "./sync-answers.ts";
import { call, FRAMES, framesOn, gives, OWN_PAGES, PRIVATE, SCRIPTS, scriptsOn, storing } from "./entry.ts";
import { frameAskSchema, type FrameContent, frameKey, frameNewsSchema, frameViewSchema } from "./frame-view.ts";
import type { Seal } from "./sealing/seal.ts";
import { type Checked, byId, direction, framePath, nothing, readerPart, revealSchema } from "./schemas.ts";

/** Where the page was met, to take up what was stored under the key that it had formerly. */
const onPageMet = v.object({
  page: address,
  met: v.object({ url: address, canonical: v.fallback(v.nullable(address), null) }),
});
const nameCount = v.object({ people: offset, places: offset, others: offset, quoted: offset });
const inTab = v.object({ tabId: offset });
const ids = v.pipe(v.array(uuid), v.maxLength(100_000));
const articleSchema = v.pipe(
  v.object({
    text: v.pipe(v.string(), v.maxLength(5_000_000)),
    parts: v.array(v.object({ start: offset, end: offset, kind: v.picklist(PART_KINDS) })),
    language: v.nullable(v.pipe(v.string(), v.maxLength(100))),
  }),
  v.check(
    ({ text, parts }) => parts.every((part) => part.start <= part.end && part.end <= text.length),
    "a part lies outside the text",
  ),
);

/** A backup file of this extension's own making. */
const finishedBackup = v.object({
  url: v.pipe(v.string(), v.startsWith("blob:")),
  name: v.pipe(v.string(), v.regex(/^sourceline-[\d-]+\.json\.gz$/)),
  /** When what is in it was read. */
  made: v.pipe(v.string(), v.isoTimestamp()),
});
export type FinishedBackup = v.InferOutput<typeof finishedBackup>;

/** An article, and the name of the question that is open for its answer. */
const questionSchema = v.object({ question: v.pipe(v.string(), v.maxLength(40)), article: articleSchema });

const asked = {
  /** When the user asked for it. */
  at: v.pipe(v.string(), v.isoTimestamp()),
  /** What it was written on, as in `Asking`. */
  base: v.optional(v.nullable(offset), null),
  own: v.optional(offset, 0),
};
const unsavedSchema = v.variant("kind", [
  v.object({
    kind: v.literal("annotation"),
    id: uuid,
    made: v.nullable(v.object({ target: targetSchema, body: bodySchema })),
    changes: changesSchema,
    edit: v.nullable(uuid),
    ...asked,
  }),
  v.object({ kind: v.literal("name-note"), ...nameNoteDraftSchema.entries, ...asked }),
]);

const passphrase = v.pipe(v.string(), v.minLength(1), v.maxLength(1_000));
const credential = v.pipe(v.string(), v.maxLength(1_000));
/** Where a reader's database is, and with what it is read. */
const syncSchema = v.object({
  server: v.object({
    address: v.pipe(v.string(), v.maxLength(2_000), v.regex(/^https?:\/\//)),
    database: v.pipe(v.string(), v.minLength(1), v.maxLength(200)),
    user: credential,
    password: credential,
  }),
  passphrase,
});

/** Whether a sender may save something, by the page that it belongs to. */
const ofItsSite = scriptsOn((unsaved: Checked<typeof unsavedSchema>) => {
  const where = unsaved.kind === "name-note" ? unsaved.origin : unsaved.made?.target;
  return where === undefined ? [] : [where.page, where.source];
});

/**
 * Calls that the background answers, for content scripts and for the extension's own pages. An entry says what a call
 * takes, what it gives and who may make it; every call answers with a `Result` of what it gives. To add one, add an entry
 * here and a handler in `background/answers/`.
 */
export const BACKGROUND_CALLS = {
  /** From the detector: the page is an article. Injects the reader into the sender's frame. */
  articleFound: call(nothing, gives<null>(), SCRIPTS),
  /**
   * From the detector: the page is not read, but there are highlights on its host, or on that of a frame in it. Injects the
   * reader where they are the page's or the frame's own.
   */
  mayHaveHighlights: call(nothing, gives<null>(), SCRIPTS),
  /** From the detector: a frame of the page's own site holds an article. Injects the reader into that frame. */
  storyInFrame: call(v.object({ path: framePath }), gives<null>(), SCRIPTS),
  /** From a reader: injects a part of it that is a script of its own into the sender's frame. */
  loadPart: call(v.object({ part: readerPart }), gives<null>(), SCRIPTS),
  /**
   * From a reader: opens the panel beside its tab, where the browser takes that for the user's doing. It must be called at
   * once in what the user does, which our scripts alone hear.
   */
  openPanel: call(nothing, gives<null>(), SCRIPTS),

  /**
   * From a page's overlay: a private frame of its own has loaded. Puts our script into it, and nothing else that the page
   * may have put in its place. `frameId` is its number, where the browser tells a page's script. `not-found` where there
   * is no such frame, or it is not as it was made.
   */
  fillFrame: call(v.object({ key: frameKey, frameId: v.nullable(offset) }), gives<null>(), SCRIPTS),
  /** From a page's overlay: asks something of its private frame. */
  askFrame: call(
    v.object({ key: frameKey, ask: frameAskSchema }),
    gives<null>(),
    scriptsOn(({ ask }) => {
      const view = ask.kind === "show" ? ask.view : null;
      return view === null ? [] : view.kind === "name" ? [view.page, view.source] : [view.page];
    }),
  ),
  /** From a private frame: what the user has written on what it shows. */
  readForFrame: call(
    v.object({ key: frameKey, view: frameViewSchema }),
    gives<FrameContent>(),
    framesOn(({ view }) => [view.page]),
  ),
  /** From a private frame: tells the page around it something. */
  tellPage: call(v.object({ key: frameKey, news: frameNewsSchema }), gives<null>(), FRAMES),

  /** From popup and panel: read the page in this tab, whatever the detector thinks of it. */
  readAnyway: call(inTab, gives<null>(), OWN_PAGES),
  /** From popup and panel: the identity of the page in a tab, whether it has a reader or not. */
  identityOfTab: call(inTab, gives<string>(), OWN_PAGES),
  /** From popup and panel: the numbers of a tab's frames that have a reader. */
  framesWithReader: call(inTab, gives<readonly number[]>(), OWN_PAGES),
  /** From a reader: recognise people, places and who is quoted. Answers `model-damaged` without a usable model. */
  analyse: call(questionSchema, gives<Analysis>(), SCRIPTS),
  /** From a reader: how many people, places and sources were found, for the toolbar button; `null` for none to tell of. */
  showCount: call(v.object({ count: v.nullable(nameCount) }), gives<null>(), SCRIPTS),

  /**
   * Saves what is not saved yet of an annotation or a note on a name: makes it, changes it, or both. The same twice is
   * the same as once. A note on a name that was deleted comes back with what was written. `not-found` where an
   * annotation is gone. Answers with what is stored now.
   */
  save: storing(
    call(
      unsavedSchema,
      gives<Noted>(),
      // A note on a name is written where notes are shown.
      (sender, unsaved, ownerLabels) =>
        (unsaved.kind === "annotation" || PRIVATE(sender)) && ofItsSite(sender, unsaved, ownerLabels),
    ),
  ),
  /** What a document seals with what it has not saved yet. What is sealed so counts as said by the sender. */
  takeSeal: storing(call(nothing, gives<Seal>(), SCRIPTS)),
  /**
   * The annotations of one page, deleted ones aside, oldest first. A script on the page is given them without notes and
   * tags, here and wherever else one is answered.
   */
  listAnnotations: call(
    onPageMet,
    gives<readonly Annotation[]>(),
    scriptsOn(({ page, met }) => [page, met.url]),
  ),
  /** Deletes, in a way that `restoreAnnotation` undoes. Deleting twice is the same as once. */
  deleteAnnotation: call(byId, gives<Annotation>(), SCRIPTS),
  restoreAnnotation: call(byId, gives<Annotation>(), SCRIPTS),
  /** Puts an annotation on other words, and keeps what the user wrote. The same target twice is the same as once. */
  retargetAnnotation: storing(
    call(
      v.object({ id: uuid, target: targetSchema }),
      gives<Annotation>(),
      scriptsOn(({ target }) => [target.page, target.source]),
    ),
  ),
  /**
   * From a reader: how the annotations of its page stand there just now, as ids by state. Answers when those that are
   * lost were last found: ISO instants by id, where that is known.
   */
  noteSightings: storing(
    call(
      v.object({ same: ids, moved: ids, edited: ids, lost: ids }),
      gives<Readonly<Record<string, string>>>(),
      SCRIPTS,
    ),
  ),
  /** From popup and panel: a lost highlight is not on these words. */
  refuseLikely: call(
    v.object({ id: uuid, words: v.pipe(v.string(), v.minLength(1), v.maxLength(LIKELY_WORDS)) }),
    gives<null>(),
    OWN_PAGES,
  ),
  /** What undo and redo would do next, on whichever page: which it is, nobody is told here, only whether it is one of these. */
  readHistory: call(
    v.object({ pages: v.pipe(v.array(address), v.maxLength(100)) }),
    gives<Readonly<Record<Direction, StepName | null>>>(),
    scriptsOn(({ pages }) => pages),
  ),
  /** Goes to the page of the step that `readHistory` named, in its tab. `not-found` where it has none. */
  goToStep: call(v.object({ number: offset }), gives<null>(), SCRIPTS),
  /**
   * Takes a step back, or takes it again: the one that `readHistory` named. Twice is the same as once. `superseded` where
   * it is no longer the next one.
   */
  moveOverStep: call(v.object({ number: offset, direction }), gives<MoveOutcome["kind"]>(), SCRIPTS),

  /** Deletes, in a way that `restoreNameNote` undoes. Twice is the same as once. */
  deleteNameNote: call(byId, gives<NameNote>(), PRIVATE),
  restoreNameNote: call(byId, gives<NameNote>(), PRIVATE),
  /** From a reader: whom an article names. Stored only where the user has a highlight or note on it. */
  keepArticle: storing(
    call(
      articleNamesSchema,
      gives<null>(),
      scriptsOn(({ page, source }) => [page, source]),
    ),
  ),

  /** From the library: changes many notes at once. Answers with what takes that back. */
  changeMany: call(v.object({ ids, change: bulkChangeSchema }), gives<readonly BulkStep[]>(), OWN_PAGES),
  /** From the library: removes for good what of these lies in the bin. Answers how many that were. */
  removeForGood: call(v.object({ ids }), gives<number>(), OWN_PAGES),
  /** From the library: two names are one, in all articles. Twice is the same as once. */
  mergeNames: call(nameMergeSchema, gives<NameMerge>(), OWN_PAGES),
  /** Takes a merge back, in a way that `mergeNamesAgain` undoes. */
  splitNames: call(byId, gives<NameMerge>(), OWN_PAGES),
  mergeNamesAgain: call(byId, gives<NameMerge>(), OWN_PAGES),
  /** From the library: keeps a search under a name, or changes the one with this id. */
  saveSearch: call(savedSearchSchema, gives<SavedSearch>(), OWN_PAGES),
  deleteSearch: call(byId, gives<SavedSearch>(), OWN_PAGES),
  restoreSearch: call(byId, gives<SavedSearch>(), OWN_PAGES),
  /**
   * Keeps an article without a highlight, or no longer. `article` is what is known of it where nothing is kept yet;
   * `not-found` without.
   */
  setKept: call(
    v.object({ page: address, isKept: v.boolean(), article: v.nullable(articleNamesSchema) }),
    gives<KeptArticle>(),
    OWN_PAGES,
  ),
  /**
   * From lists of notes: opens a page, or goes to the tab that shows it, at whatever address of it, and shows words of it
   * once it is read.
   */
  openPassage: call(
    v.object({ url: webAddress, page: v.nullable(address), target: v.nullable(revealSchema) }),
    gives<null>(),
    OWN_PAGES,
  ),

  /** The corrections that hold on one page: its own and those for everywhere. */
  listCorrections: call(
    onPageMet,
    gives<readonly Correction[]>(),
    scriptsOn(({ page, met }) => [page, met.url]),
  ),
  /** Saves a new correction, or changes the one with this id; one that was taken back holds again. */
  saveCorrection: storing(
    call(
      correctionDraftSchema,
      gives<Correction>(),
      scriptsOn(({ scope }) => (scope.kind === "page" ? [scope.page] : [])),
    ),
  ),
  /** Takes a correction back, in a way that `restoreCorrection` undoes. Twice is the same as once. */
  deleteCorrection: call(byId, gives<Correction>(), SCRIPTS),
  restoreCorrection: call(byId, gives<Correction>(), SCRIPTS),

  readColourNames: call(nothing, gives<ColourNames>(), SCRIPTS),
  /** From the options: names the colours; one that is not named has its usual name. */
  saveColourNames: call(colourNamesSchema, gives<ColourNames>(), OWN_PAGES),
  /** What the user wants on a site, and to be marked on all of them. */
  siteSettings: call(
    v.object({ site: v.pipe(v.string(), v.maxLength(300)) }),
    gives<SiteSettings & { readonly marking: Marking }>(),
    scriptsOn(({ site }) => [site]),
  ),
  /** From the options and the popup: what is marked on pages. */
  changeMarking: call(markingChangeSchema, gives<Marking>(), OWN_PAGES),
  saveSiteSettings: storing(call(siteSettingsSchema, gives<SiteSettings>(), OWN_PAGES)),
  /** From the settings: looks at a server's database with a passphrase, and writes nothing. */
  lookAtSync: call(syncSchema, gives<SyncAnswer<SyncLook>>(), OWN_PAGES),
  /** Joins a database. What is here and what is there come together; nothing is deleted. */
  joinSync: call(syncSchema, gives<SyncAnswer<null>>(), OWN_PAGES),
  /** Syncs now. Gives whether a sync is set up and not paused. */
  syncNow: call(nothing, gives<boolean>(), OWN_PAGES),
  pauseSync: call(v.object({ isPaused: v.boolean() }), gives<null>(), OWN_PAGES),
  /** Ends the sync on this machine, and where `isRemoved`, removes all of it from the server first. No record here is deleted. */
  leaveSync: call(v.object({ isRemoved: v.boolean() }), gives<SyncAnswer<null>>(), OWN_PAGES),
  /** Removes what the server has, and sends it what this machine has. */
  startSyncOver: call(v.object({ passphrase }), gives<SyncAnswer<null>>(), OWN_PAGES),
  changeSyncPassphrase: call(v.object({ present: passphrase, next: passphrase }), gives<SyncAnswer<null>>(), OWN_PAGES),
  /** Settles what two machines said of one record. `text` is what its note says then; `null` where that was not in question. */
  settleSync: call(
    v.object({
      place: v.pipe(v.string(), v.maxLength(8_300)),
      text: v.nullable(v.pipe(v.string(), v.maxLength(LIMITS.note))),
      isDeleted: v.boolean(),
    }),
    gives<null>(),
    OWN_PAGES,
  ),
  /** From the settings: how often a backup is made by itself from now on, or never. One that is due is made at once. */
  scheduleBackups: call(v.nullable(v.picklist(SCHEDULES)), gives<null>(), OWN_PAGES),
  /** From the page that makes it, in Chromium: saves a backup into the folder for downloads. */
  saveBackup: call(finishedBackup, gives<null>(), OWN_PAGES),
  /** After an import: readers in all tabs show what came in. */
  tookUp: call(nothing, gives<null>(), OWN_PAGES),
};

export type BackgroundCalls = typeof BACKGROUND_CALLS;
