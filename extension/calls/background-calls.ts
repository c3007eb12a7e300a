import * as v from "valibot";
import type { Analysis } from "../../src/analyse.ts";
import type { Direction, MoveOutcome, StepName } from "../../src/annotation/history.ts";
import type { Annotation } from "../../src/annotation/records/annotation.ts";
import type { ColourNames } from "../../src/annotation/records/colours.ts";
import type { BulkStep } from "../../src/annotation/records/bulk.ts";
import type { KeptArticle } from "../../src/annotation/records/kept-article.ts";
import type { NameMerge } from "../../src/annotation/records/merge.ts";
import type { SavedSearch } from "../../src/annotation/records/saved-search.ts";
import type { Noted, NameNote } from "../../src/annotation/records/name-note.ts";
import {
  articleNamesSchema,
  changesSchema,
  colourNamesSchema,
  bodySchema,
  bulkChangeSchema,
  namedSchema,
  nameMergeSchema,
  savedSearchSchema,
  siteSettingsSchema,
  nameNoteDraftSchema,
  targetSchema,
  webAddress,
} from "../../src/annotation/records/schemas.ts";
import { address, offset, uuid } from "../../src/annotation/records/simple-schemas.ts";
import type { SiteSettings } from "../../src/annotation/records/site-settings.ts";
import type { TagUse } from "../../src/annotation/records/tags.ts";
import type { Correction } from "../../src/corrections/corrections.ts";
import { correctionDraftSchema } from "../../src/corrections/schema.ts";
import { ITEM_LISTS, type Taken } from "../../src/exchange/backup.ts";
import type { AboutName } from "../../src/reading/about-name.ts";
import { PART_KINDS } from "../../src/text/article.ts";
import { call, gives, OWN_PAGES, SCRIPTS, scriptsOn, storing } from "./entry.ts";
import { byId, direction, framePath, nothing, revealSchema } from "./schemas.ts";

/** Where the page was met, to take up what was stored under the key that it had formerly. */
const onPageMet = v.object({
  page: address,
  met: v.object({ url: address, canonical: v.fallback(v.nullable(address), null) }),
});
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

/**
 * Calls that the background answers, for content scripts and for the extension's own pages. An entry says what a call
 * takes, what it gives and who may make it; every call answers with a `Result` of what it gives. To add one, add an entry
 * here and a handler in `background/answers/`.
 */
export const BACKGROUND_CALLS = {
  /** From the detector: the page is an article. Injects the reader into the sender's frame. */
  articleFound: call(nothing, gives<null>(), SCRIPTS),
  /** From the detector: the page is not read, but there are highlights on its host. Injects the reader where they are the page's. */
  mayHaveHighlights: call(nothing, gives<null>(), SCRIPTS),
  /** From the detector: a frame of the page's own site holds an article. Injects the reader into that frame. */
  storyInFrame: call(v.object({ path: framePath }), gives<null>(), SCRIPTS),
  /** From a reader: injects the overlay, what is shown on top of the page, into the sender's frame. */
  loadOverlay: call(nothing, gives<null>(), SCRIPTS),
  /**
   * From a reader: opens the panel beside its tab, where the browser takes that for the user's doing. It must be called at
   * once in what the user does, which our scripts alone hear.
   */
  openPanel: call(nothing, gives<null>(), SCRIPTS),
  /** From a reader: injects what applies the user's corrections into the sender's frame. */
  loadCorrector: call(nothing, gives<null>(), SCRIPTS),
  /** From popup and panel: read the page in this tab, whatever the detector thinks of it. */
  readAnyway: call(inTab, gives<null>(), OWN_PAGES),
  /** From popup and panel: the identity of the page in a tab, whether it has a reader or not. */
  identityOfTab: call(inTab, gives<string>(), OWN_PAGES),
  /** From a reader: recognise people, places and who is quoted. Answers `model-damaged` without a usable model. */
  analyse: call(articleSchema, gives<Analysis>(), SCRIPTS),
  /** From a reader: the number of people, places and sources found, for the badge; `null` takes the badge away. */
  showCount: call(v.object({ count: v.nullable(offset) }), gives<null>(), SCRIPTS),

  /**
   * Saves what is not saved yet of an annotation or a note on a name: makes it, changes it, or both. The same twice is
   * the same as once. A note on a name that was deleted comes back with what was written. `not-found` where an
   * annotation is gone. Answers with what is stored now.
   */
  save: storing(
    call(
      unsavedSchema,
      gives<Noted>(),
      scriptsOn((unsaved) => {
        const where = unsaved.kind === "name-note" ? unsaved.origin : unsaved.made?.target;
        return where === undefined ? [] : [where.page, where.source];
      }),
    ),
  ),
  /** The annotations of one page, deleted ones aside, oldest first. */
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
  /** What undo and redo would do next, on whichever page: which it is, nobody is told here. */
  readHistory: call(nothing, gives<Readonly<Record<Direction, StepName | null>>>(), SCRIPTS),
  /**
   * Takes a step back, or takes it again: the one that `readHistory` named. Twice is the same as once. `superseded` where
   * it is no longer the next one.
   */
  moveOverStep: call(v.object({ number: offset, direction }), gives<MoveOutcome["kind"]>(), SCRIPTS),

  /** What the user keeps about a name: the notes on it, and in which other articles of theirs it stands. */
  aboutName: call(
    v.object({ named: namedSchema, page: address }),
    gives<AboutName>(),
    scriptsOn(({ page }) => [page]),
  ),
  /** Deletes, in a way that `restoreNameNote` undoes. Twice is the same as once. */
  deleteNameNote: call(byId, gives<NameNote>(), SCRIPTS),
  restoreNameNote: call(byId, gives<NameNote>(), SCRIPTS),
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
  /** From the library: opens a page, or goes to the tab that shows it, and shows words of it once it is read. */
  openPassage: call(v.object({ url: webAddress, target: v.nullable(revealSchema) }), gives<null>(), OWN_PAGES),

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

  /** Every tag in use, the most used first. */
  listTags: call(nothing, gives<readonly TagUse[]>(), SCRIPTS),
  readColourNames: call(nothing, gives<ColourNames>(), SCRIPTS),
  /** From the options: names the colours; one that is not named has its usual name. */
  saveColourNames: call(colourNamesSchema, gives<ColourNames>(), OWN_PAGES),
  /** What the user wants on a site. */
  siteSettings: call(
    v.object({ site: v.pipe(v.string(), v.maxLength(300)) }),
    gives<SiteSettings>(),
    scriptsOn(({ site }) => [site]),
  ),
  saveSiteSettings: storing(call(siteSettingsSchema, gives<SiteSettings>(), OWN_PAGES)),
  /**
   * Stores items of an import, all of them or none. They are checked once more: what does not fit is left out. Nothing
   * that is newer here is lost, nothing is deleted, and twice is the same as once.
   */
  takeUp: call(
    v.object({
      items: v.pipe(v.array(v.object({ list: v.picklist(ITEM_LISTS), item: v.unknown() })), v.maxLength(1_000)),
      colourNames: colourNamesSchema,
    }),
    gives<Taken>(),
    OWN_PAGES,
  ),
  /** After the last `takeUp`: readers in all tabs show what came in. */
  tookUp: call(nothing, gives<null>(), OWN_PAGES),
};

export type BackgroundCalls = typeof BACKGROUND_CALLS;
