import type { AnchorState } from "../../../src/annotation/anchoring/anchor.ts";
import type { Frame } from "../../calls/call.ts";
import type { PageReport } from "../../calls/page-report.ts";
import type { Page } from "../article/ask-page.ts";

/** How the notes of the page in front stand on it, and on what its frames show. */
export interface Standing {
  readonly tabId: number;
  /** Where one goes from highlight to highlight. */
  readonly frame: Frame;
  /** Where a note's words stand, or were looked for. */
  readonly frameOf: (id: string) => Frame;
  /** In the order of the page; then those of its frames. */
  readonly anchors: Readonly<Record<string, AnchorState>>;
  readonly lastSeen: Readonly<Record<string, string>>;
  /** The words that those may be on now which are lost. */
  readonly likely: Readonly<Record<string, string>>;
  /** A note stands elsewhere now. */
  readonly onChange: () => void;
}

/**
 * How the notes stand on a page and in its frames; `null` where no reader knows. The page and a frame whose content stands
 * in it have the same notes: what is lost in one may stand in the other.
 */
export function standingOn(page: Page, onChange: () => void): Standing | null {
  if (page.state === "loading") return null;
  const own = page.report === null ? [] : [{ frame: page.frame, report: page.report }];
  const all: readonly { readonly frame: Frame; readonly report: PageReport }[] = [...own, ...page.others];
  const [first] = all;
  if (first === undefined) return null;
  const anchors: Record<string, AnchorState> = {};
  const frames = new Map<string, Frame>();
  for (const { frame, report } of all) {
    for (const [id, state] of Object.entries(report.anchors)) {
      if (frames.has(id) && anchors[id] !== "lost") continue;
      anchors[id] = state;
      frames.set(id, frame);
    }
  }
  return {
    tabId: page.tabId,
    frame: first.frame,
    frameOf: (id) => frames.get(id) ?? first.frame,
    anchors,
    lastSeen: Object.assign({}, ...all.map(({ report }) => report.lastSeen)) as Record<string, string>,
    likely: Object.assign({}, ...all.map(({ report }) => report.likely)) as Record<string, string>,
    onChange,
  };
}
