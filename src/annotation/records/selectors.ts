/**
 * Words and what stands around them (W3C Web Annotation, 4.2.4). A missing `prefix` or `suffix` means that nothing
 * stood there.
 */
export interface TextQuoteSelector {
  readonly type: "TextQuoteSelector";
  readonly exact: string;
  readonly prefix?: string;
  readonly suffix?: string;
}

/** Offsets into the page's text, half-open, in UTF-16 code units (W3C Web Annotation, 4.2.5). */
export interface TextPositionSelector {
  readonly type: "TextPositionSelector";
  readonly start: number;
  readonly end: number;
}

/** How a passage is found again. `position` is `null` where only the words are known, as in most imports. */
export interface Selectors {
  readonly quote: TextQuoteSelector;
  readonly position: TextPositionSelector | null;
}
