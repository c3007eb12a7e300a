import { hasNote } from "../../src/annotation/records/annotation.ts";
import { isOnName } from "../../src/annotation/records/name-note.ts";
import type { FrameNews } from "../calls/frame-view.ts";
import type { OutboxEvent } from "../calls/outbox.ts";

/** Heights are told in steps of this many CSS pixels: they tell the page less of what is written. */
const STEP = 16;

/** How high the content of an element is, as the page around may know it. */
export const heightOf = (element: Element): number => Math.ceil(element.getBoundingClientRect().height / STEP) * STEP;

/** What the page around may know of what was sent to be saved: that it was, and what the page shows of it. */
export function sentNews(event: Extract<OutboxEvent, { kind: "sent" }>): FrameNews {
  const { unsaved, result, isUnseen } = event;
  const { colour, ...texts } = unsaved.changes;
  const record = result.ok ? result.value : null;
  const highlight = record === null || isOnName(record) ? null : record;
  return {
    kind: "sent",
    highlight: highlight && {
      id: highlight.id,
      revision: highlight.revision,
      colour: highlight.body.colour,
      hasNote: hasNote(highlight),
      deleted: highlight.deleted,
    },
    page: record && (isOnName(record) ? record.origin.page : record.target.page),
    isFirst: record !== null && (unsaved.kind === "annotation" ? unsaved.made !== null : record.revision === 1),
    isColour: colour !== undefined,
    isText: Object.keys(texts).length > 0,
    failure: result.ok ? null : result.error.code,
    isUnseen,
  };
}
