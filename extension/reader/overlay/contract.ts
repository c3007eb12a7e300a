import type { Annotation, Body } from "../../../src/annotation/records/annotation.ts";
import type { Rewording, AnchorState } from "../../../src/annotation/anchoring/anchor.ts";
import type { ColourNames } from "../../../src/annotation/records/colours.ts";
import type { TagUse } from "../../../src/annotation/records/tags.ts";
import type { Analysis } from "../../../src/analyse.ts";
import type { Article } from "../../../src/text/article.ts";
import type { UnsavedNameNote } from "../../../src/annotation/unsaved.ts";
import type { Outbox } from "../../calls/outbox.ts";
import type { AboutName } from "../../../src/reading/about-name.ts";
import type { ArticleName } from "../../../src/reading/names.ts";
import type { Span } from "../../../src/text/span.ts";
import type { Dispatcher } from "../dispatcher.ts";
import type { Story } from "../stories/story.ts";

/**
 * What the card of a name asks for: the user's notes on it, from the story that the card was opened on, whichever is
 * open when they are saved. Failures are shown, not thrown.
 */
export interface CardNotes {
  /** What the user keeps about a name, or `null` where that can't be known. */
  about(named: ArticleName): Promise<AboutName | null>;
  /** Says which note was changed. */
  unsavedWith(id: string, named: ArticleName, changes: Partial<Body>): UnsavedNameNote;
  /** Deletes, and offers to undo it. */
  remove(id: string): Promise<void>;
}

/** The one panel that is open. */
export type OverlayPanel =
  | { readonly kind: "toolbar"; readonly range: Range }
  | {
      readonly kind: "card";
      readonly anchor: Range;
      readonly story: Story;
      /** The story's text when the card was opened. */
      readonly article: Article;
      /** What is recognised in it, as it may be shown on the page. */
      readonly analysis: Analysis;
      readonly named: ArticleName;
      readonly mention: Span;
      /** The user's highlights on the name. */
      readonly highlights: readonly Annotation[];
      readonly notes: CardNotes;
    }
  | {
      readonly kind: "editor";
      readonly anchor: Range;
      readonly annotation: Annotation;
      readonly field: "note" | "tags";
      /** Whether it was just made: its note is for writing at once. */
      readonly isNew: boolean;
      readonly context: HighlightContext;
    }
  /** Several highlights on the same words, to choose from. */
  | { readonly kind: "highlights"; readonly anchor: Range; readonly highlights: readonly Annotation[] }
  /** The highlight that the user has stepped to. */
  | {
      readonly kind: "step";
      readonly anchor: Range;
      readonly annotation: Annotation;
      readonly number: number;
      readonly count: number;
    };

/** What is told of a highlight beside its note. */
export interface HighlightContext {
  readonly state: AnchorState;
  /** The highlighted words then and now, where they were changed. */
  readonly rewording: Rewording | null;
  /** Its place among the highlights on the page, from 1. */
  readonly number: number;
  readonly count: number;
  /** The other highlights on the same words, the smallest first. */
  readonly others: readonly Annotation[];
  /** Whose names stand in its words. */
  readonly names: readonly Pick<ArticleName, "name" | "kind">[];
}

/** What the overlay needs of its page. */
export interface OverlayPage {
  /** What the user does in the overlay. */
  readonly send: Dispatcher["send"];
  /** Where everything goes that is written. */
  readonly outbox: Outbox;
  /** The user's own tags, for completion. */
  listTags(): Promise<readonly TagUse[]>;
  colourNames(): ColourNames;
  /** Another panel is open now, or none. */
  panelChanged(): void;
}

/** A short word on what just happened, with a way back where there is one. */
export interface ToastContent {
  readonly text: string;
  readonly tone: "plain" | "error";
  readonly undo: (() => void) | null;
}

/** What we show on top of the page. */
export interface Overlay {
  open(panel: OverlayPanel): void;
  readonly panel: OverlayPanel | null;
  /** Something was changed about the name on the open card. */
  renewCard(): void;
  /** Puts the open card beside another mention. */
  moveCard(anchor: Range): void;
  close(): void;
  toast(content: ToastContent): void;
  /** Has screen readers say what the eye sees anyway. */
  announce(text: string): void;
  /** Shows what has changed: the annotation that is open in the editor or, with `null`, the colours' names. */
  changed(annotation: Annotation | null): void;
  /** Points at ranges for a moment. */
  point(ranges: readonly Range[]): void;
  owns(event: Event): boolean;
}
