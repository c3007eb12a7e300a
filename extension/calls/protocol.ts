import type { Analysis } from "../../src/analyse.ts";
import type { Annotation, AnnotationDraft, Body, Target } from "../../src/annotation/records/annotation.ts";
import type { ColourNames } from "../../src/annotation/records/colours.ts";
import type { Direction, StepKind } from "../../src/annotation/history.ts";
import type { ArticleNames } from "../../src/annotation/records/kept-article.ts";
import type { SubjectNote, SubjectNoteDraft } from "../../src/annotation/records/name-note.ts";
import type { SiteSettings } from "../../src/annotation/records/site-settings.ts";
import type { TagUse } from "../../src/annotation/records/tags.ts";
import type { Article, ArticleFacts } from "../../src/text/article.ts";
import type { Decision } from "../../src/article/detection/detect.ts";
import type { Correction, CorrectionDraft } from "../../src/corrections/corrections.ts";
import type { NamedSubject } from "../../src/annotation/records/name.ts";
import type { ImportOutcome } from "../../src/exchange/backup.ts";
import type { AboutSubject } from "../../src/reading/about-name.ts";
import type { Span } from "../../src/text/span.ts";

/**
 * The calls between the extension's contexts, one map per direction. Every call answers with a `Result` of `output`.
 * Inputs cross a border: `schemas.ts` says what is accepted.
 */

/** Calls that the background answers, for content scripts and for the extension's own pages. */
export interface BackgroundCalls {
  /** From the detector: the page is an article. Injects the reader into the sender's frame. */
  articleFound: { input: null; output: null };
  /** From the detector: the page is not read, but there are marks on its host. Injects the reader where they are the page's. */
  mayHaveMarks: { input: null; output: null };
  /** From the detector: a frame of the page's own site holds an article. Injects the reader into that frame. */
  storyInFrame: { input: { readonly path: FramePath }; output: null };
  /** From a reader: injects the overlay, what is shown on top of the page, into the sender's frame. */
  loadOverlay: { input: null; output: null };
  /** From the popup: read the page in this tab, whatever the detector thinks of it. */
  readAnyway: { input: { readonly tabId: number }; output: null };
  /** From the popup: the identity of the page in a tab, whether it has a reader or not. */
  identityOfTab: { input: { readonly tabId: number }; output: string };
  /** From a reader: recognise people, places and who is quoted. Answers `model-damaged` without a usable model. */
  analyse: { input: Article; output: Analysis };
  /** From a reader: the number of people, places and sources found, for the badge; `null` takes the badge away. */
  showCount: { input: { readonly count: number | null }; output: null };
  /** The annotations of one page, deleted ones aside, oldest first. */
  listAnnotations: { input: { readonly page: string }; output: readonly Annotation[] };
  /** Saves a new annotation. The same draft twice is saved once. Answers with what is stored now. */
  createAnnotation: { input: AnnotationDraft; output: Annotation };
  /**
   * Changes colour, note or tags. `not-found` where the annotation is gone. `edit` is a UUID for one stay in an editor,
   * all of which undo takes for one step.
   */
  updateAnnotation: {
    input: { readonly id: string; readonly changes: Partial<Body>; readonly edit: string | null };
    output: Annotation;
  };
  /** Deletes, in a way that `restoreAnnotation` undoes. Deleting twice is the same as once. */
  deleteAnnotation: { input: { readonly id: string }; output: Annotation };
  restoreAnnotation: { input: { readonly id: string }; output: Annotation };
  /** What undo and redo would do next, on whichever page. */
  readHistory: { input: null; output: HistoryView };
  /**
   * Takes a step back, or takes it again: the one that `readHistory` named. Twice is the same as once. `superseded` where
   * it is no longer the next one.
   */
  moveOverStep: { input: { readonly number: number; readonly direction: Direction }; output: MoveOutcome };
  /** Every tag in use, the most used first. */
  listTags: { input: null; output: readonly TagUse[] };
  readColourNames: { input: null; output: ColourNames };
  /** From the options: names the colours; one that is not named has its usual name. */
  saveColourNames: { input: ColourNames; output: ColourNames };
  /** Puts an annotation on other words, and keeps what the reader wrote. The same target twice is the same as once. */
  retargetAnnotation: { input: { readonly id: string; readonly target: Target }; output: Annotation };
  /**
   * From a reader: which annotations it found on its page just now, and which not. Answers when those were last found:
   * ISO instants by id, where that is known.
   */
  noteSightings: {
    input: { readonly seen: readonly string[]; readonly lost: readonly string[] };
    output: Readonly<Record<string, string>>;
  };
  /** The corrections that hold on one page: its own and those for everywhere. */
  listCorrections: { input: { readonly page: string }; output: readonly Correction[] };
  /** Saves a new correction, or changes the one with this id; one that was taken back holds again. */
  saveCorrection: { input: CorrectionDraft; output: Correction };
  /** Takes a correction back, in a way that `restoreCorrection` undoes. Twice is the same as once. */
  deleteCorrection: { input: { readonly id: string }; output: Correction };
  restoreCorrection: { input: { readonly id: string }; output: Correction };
  /** What the reader keeps about a name: the notes on it, and in which other articles of theirs it stands. */
  aboutSubject: { input: { readonly subject: NamedSubject; readonly page: string }; output: AboutSubject };
  /** Saves a note on a name, or changes the one with this id; one that was deleted comes back with what was written. */
  saveSubjectNote: { input: SubjectNoteDraft; output: SubjectNote };
  /** Deletes, in a way that `restoreSubjectNote` undoes. Twice is the same as once. */
  deleteSubjectNote: { input: { readonly id: string }; output: SubjectNote };
  restoreSubjectNote: { input: { readonly id: string }; output: SubjectNote };
  /** From a reader: whom an article names. Stored only where the reader has a highlight or note on it. */
  keepArticle: { input: ArticleNames; output: null };
  /** What the reader wants on a site. */
  siteSettings: { input: { readonly site: string }; output: SiteSettings };
  saveSiteSettings: { input: SiteSettings; output: SiteSettings };
  /** From the options: takes up what a backup's text holds. Nothing that is newer here is lost, nothing is deleted. */
  importBackup: { input: { readonly text: string }; output: ImportOutcome };
}

/** A step of the reader's, as it is told of. */
export interface StepView {
  readonly number: number;
  readonly kind: StepKind;
  readonly annotation: string;
  readonly page: string;
  /** The beginning of the marked words. */
  readonly quote: string;
}

export interface HistoryView {
  readonly undo: StepView | null;
  readonly redo: StepView | null;
}

/** What came of undo or redo. */
export interface MoveOutcome {
  /** "changed-since": something newer is in the place of what the step did, so it was left; the step is forgotten. */
  readonly kind: "moved" | "changed-since";
  readonly step: StepView;
}

/** Where a frame is in its tab: its number among its parent's frames, from the top page downwards. */
export type FramePath = readonly number[];

/** Calls that the scripts in a tab answer, for the background and the popup. */
export interface TabCalls {
  /** To the detector: what it decided, and why. */
  describeDecision: { input: null; output: Decision };
  /**
   * To the detector: look at the page and its frames again, since the reader wants something else on its site now, and
   * have read what there is. A page that nobody sees answers at once, and is read when it is seen.
   */
  lookAgain: { input: null; output: null };
  /** To the reader: read the page as an article. Without this call it only finds the reader's marks. */
  readArticle: { input: null; output: null };
  /** To the reader: everything that the popup shows of the page. */
  describePage: { input: null; output: PageReport };
  /** To the reader: scroll to words of the article, or to an annotation, and point at it. */
  reveal: { input: RevealTarget; output: null };
  /** To the reader: highlight the selection; with `note`, open the editor on it. `not-found` without a selection. */
  annotateSelection: { input: { readonly note: boolean }; output: null };
  /** To the reader: highlight words of the article as the reader's own mark, such as a statement. */
  annotateSpan: { input: Words; output: null };
  /**
   * To the reader: go to the reader's next or previous mark, and tell which it is. `not-found` where there is none, which
   * the page is told of where it `isLast`: no other frame is asked then.
   */
  stepMark: { input: { readonly by: 1 | -1; readonly isLast: boolean }; output: null };
  /** To the reader: look again for an annotation that was lost. */
  findAgain: { input: { readonly id: string }; output: { readonly state: AnchorState } };
  /** To the reader: put an annotation on the selected words. `not-found` without a selection. */
  attachToSelection: { input: { readonly id: string }; output: null };
  /** To the reader: show the automatic highlights if they are hidden, hide them if they are shown. */
  toggleHighlights: { input: null; output: { readonly shown: boolean } };
  /** To the reader: undo or redo the reader's last step, and say what it was. */
  moveThroughHistory: { input: { readonly direction: Direction }; output: null };
  /** To the reader: something that may concern its page was changed elsewhere. */
  refresh: { input: Change; output: null };
}

/** What was changed. Each reader knows which page and site it stands on. */
export type Change =
  | { readonly kind: "annotations"; readonly page: string }
  /** `page` is `null` where the correction holds everywhere. */
  | { readonly kind: "corrections"; readonly page: string | null }
  /** Notes on names, or the articles that name them. */
  | { readonly kind: "subjects" }
  | { readonly kind: "site"; readonly site: string }
  | { readonly kind: "colours" }
  | { readonly kind: "everything" };

/** Words of an article as a report had it. The page may have changed since, so they are named beside their place. */
export interface Words {
  /** The page that the article is, as in `PageReport`: a document may hold several. */
  readonly page: string;
  readonly span: Span;
  /** The article's text in the span. */
  readonly words: string;
}

export type RevealTarget = ({ readonly kind: "words" } & Words) | { readonly kind: "annotation"; readonly id: string };

/** How far the reader has come with a page. */
export type ReadingState =
  /** Nobody has asked to read the page as an article. */
  | "unread"
  | "reading"
  | "done"
  /** The page is no article that could be read. */
  | "nothing"
  /** The site's highlighting is switched off. */
  | "off"
  /** The article is in a language that is not supported. */
  | "unsupported"
  /** Recognition failed: `failure` says why. */
  | "failed";

/** Where an annotation stands on the page now. */
export type AnchorState = "same" | "moved" | "edited" | "lost";

/** One page as the reader knows it; of a document that holds several stories, the one in view. */
export interface PageReport {
  readonly state: ReadingState;
  /** A failure's code, where `state` is "failed". */
  readonly failure: string | null;
  readonly page: string;
  /** Its address now. */
  readonly address: string;
  readonly site: string;
  readonly facts: ArticleFacts;
  readonly article: Article | null;
  readonly analysis: Analysis | null;
  /** Whether the automatic highlights are on the page now. */
  readonly shown: boolean;
  /** The state of each annotation of this page, by its id. */
  readonly anchors: Readonly<Record<string, AnchorState>>;
  /** When lost annotations were last found on the page, by their ids: ISO instants. */
  readonly lastSeen: Readonly<Record<string, string>>;
}
