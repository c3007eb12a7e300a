import * as v from "valibot";
import type { AnchorState } from "../../src/annotation/anchoring/anchor.ts";
import type { Decision } from "../../src/article/detection/detect.ts";
import { uuid } from "../../src/annotation/records/simple-schemas.ts";
import { call, gives, OWN_PAGES } from "./entry.ts";
import type { PageReport } from "./page-report.ts";
import { attachTo, byId, changeSchema, direction, nothing, oneStep, passageSchema, revealSchema } from "./schemas.ts";

/**
 * Calls that the scripts in a tab answer, for the background and the popup: the first two the detector, all others the
 * reader. To add one, add an entry here and a handler in `reader/reader.ts`.
 */
export const TAB_CALLS = {
  /** What the detector decided, and why. */
  describeDecision: call(nothing, gives<Decision>(), OWN_PAGES),
  /**
   * Look at the page and its frames again, since the user wants something else on its site now, and have read what there
   * is. A page that nobody sees answers at once, and is read when it is seen.
   */
  lookAgain: call(nothing, gives<null>(), OWN_PAGES),
  /** Read the page as an article. Without this call the reader only finds the user's highlights. */
  readArticle: call(nothing, gives<null>(), OWN_PAGES),
  /** Everything that popup and panel show of the page. */
  describePage: call(nothing, gives<PageReport>(), OWN_PAGES),
  /** Scroll to words of the article, or to an annotation, and point at it. */
  reveal: call(revealSchema, gives<null>(), OWN_PAGES),
  /** Highlight the selection; with `note`, open the editor on it. `not-found` without a selection. */
  annotateSelection: call(v.object({ note: v.boolean() }), gives<null>(), OWN_PAGES),
  /** Highlight words of the article as the user's own highlight, such as a statement. */
  annotateSpan: call(passageSchema, gives<null>(), OWN_PAGES),
  /**
   * Go to the user's next or previous highlight, and tell which it is. `not-found` where there is none, which the page is told
   * of where it `isLast`: no other frame is asked then.
   */
  stepHighlight: call(v.object({ by: oneStep, isLast: v.boolean() }), gives<null>(), OWN_PAGES),
  /** The same for the names that are shown on the page: people, places and sources, in links too. */
  stepName: call(v.object({ by: oneStep, isLast: v.boolean() }), gives<null>(), OWN_PAGES),
  /** Look again for an annotation that was lost. */
  findAgain: call(byId, gives<{ readonly state: AnchorState }>(), OWN_PAGES),
  /** Put an annotation on the selected words, or where it may be. `not-found` without those. */
  attach: call(v.object({ id: uuid, to: attachTo }), gives<null>(), OWN_PAGES),
  /** Show the automatic highlights if they are hidden, hide them if they are shown. */
  toggleHighlights: call(nothing, gives<{ readonly shown: boolean }>(), OWN_PAGES),
  /** Undo or redo the user's last step, and say what it was. */
  moveThroughHistory: call(v.object({ direction }), gives<null>(), OWN_PAGES),
  /** Something that may concern the page was changed elsewhere. */
  refresh: call(changeSchema, gives<null>(), OWN_PAGES),
};

export type TabCalls = typeof TAB_CALLS;
