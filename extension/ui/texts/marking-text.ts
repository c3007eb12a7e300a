import type { MarkingLevel } from "../../../src/annotation/records/marking.ts";
import { message, type MessageKey } from "../../locale/message.ts";

const LEVELS: Record<MarkingLevel, MessageKey> = {
  everything: "markEverything",
  sources: "markSources",
  hover: "markHover",
  off: "markOff",
};
const SHORT: Record<MarkingLevel, MessageKey> = {
  everything: "markEverythingShort",
  sources: "markSourcesShort",
  hover: "markHoverShort",
  off: "markOffShort",
};

/** How much is marked: "Sources and what they say". */
export const markingText = (level: MarkingLevel): string => message(LEVELS[level]);

/** The same in a word, beside others: "Sources". */
export const shortMarkingText = (level: MarkingLevel): string => message(SHORT[level]);
