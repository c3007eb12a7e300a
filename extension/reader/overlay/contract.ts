import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import type { Rewording, AnchorState } from "../../../src/annotation/anchoring/anchor.ts";
import type { ColourNames } from "../../../src/annotation/records/colours.ts";
import type { Analysis } from "../../../src/analyse.ts";
import type { Article } from "../../../src/text/article.ts";
import type { Failure } from "../../../src/result.ts";
import type { FrameNews } from "../../calls/frame-view.ts";
import type { ArticleName } from "../../../src/reading/names.ts";
import type { Span } from "../../../src/text/span.ts";
import type { Early } from "../../ui/early-keys.ts";
import type { Dispatcher } from "../dispatcher.ts";
import type { Story } from "../stories/story.ts";

/** The one panel that is open. */
export type OverlayPanel =
  | { readonly kind: "toolbar"; readonly range: Range }
  | {
      readonly kind: "card";
      readonly anchor: Range;
      /** Where its statements stand on the page. */
      readonly said: readonly Range[];
      readonly story: Story;
      /** The story's text when the card was opened. */
      readonly article: Article;
      /** What is recognised in it, as it may be shown on the page. */
      readonly analysis: Analysis;
      readonly named: ArticleName;
      readonly mention: Span;
      /** The user's highlights on the name. */
      readonly highlights: readonly Annotation[];
    }
  /** The offer of a name's card: where the user has gone to it by keyboard, or rests on it in a link. */
  | {
      readonly kind: "name";
      readonly anchor: Range;
      readonly story: Story;
      /** In the story's text. */
      readonly span: Span;
      readonly named: ArticleName;
      /** Its place among the names on the page, from 1; `null` in a link. */
      readonly position: { readonly number: number; readonly count: number } | null;
    }
  | {
      readonly kind: "editor";
      readonly anchor: Range;
      readonly annotation: Annotation;
      readonly field: "note" | "tags";
      readonly context: HighlightContext;
      /** What was typed before it could be opened. */
      readonly early?: Early;
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
      /** Whether it has the focus: the user is in what is shown on the page. */
      readonly takesFocus: boolean;
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
  /** Something was written in the private frame, and sent to be saved. */
  hearSent(sent: Sent): void;
  /** What was typed for a highlight where the private frame can't be had. */
  keepEarly(id: string, note: string): void;
  showFailure(error: Pick<Failure, "code">): void;
  colourNames(): ColourNames;
  /** Whether the page has a name or a highlight that the keyboard can go to. */
  hasStops(): boolean;
  /** Goes to the first of them that the user has in view. */
  enter(): void;
  /** Another panel is open now, or none. */
  panelChanged(): void;
}

/** A short word on what just happened, with a way back where there is one. */
export interface ToastContent {
  readonly text: string;
  readonly tone: "plain" | "error";
  readonly undo: (() => void) | null;
  /** Whether it offers to go on in the panel beside the page. */
  readonly leadsToPanel?: boolean;
  /** Takes what is pointed at for the passage that was looked for. */
  readonly accept?: () => void;
  /** Goes to the page that it is about, where that is another one. */
  readonly go?: () => void;
}

/** What came of something that was written in the private frame. */
export type Sent = Extract<FrameNews, { readonly kind: "sent" }>;

/** What we show on top of the page. */
export interface Overlay {
  open(panel: OverlayPanel): void;
  /** Says that an editor will be opened next, so that what is typed until then is for it; or, with `false`, that none will. */
  awaitEditor(isAwaited: boolean): void;
  readonly panel: OverlayPanel | null;
  /** Something was changed about the name on the open card. */
  renewCard(): void;
  /** A highlight that was deleted has come back: so does what was not saved of it. */
  restored(id: string): void;
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

/** What of it comes with a script of its own. */
export type LoadedOverlay = Omit<Overlay, "awaitEditor">;
