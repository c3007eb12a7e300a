import type { LayBeside } from "../calls/journal.ts";
import { UNSAVED_ATTRIBUTE } from "./key-attribute.ts";

/**
 * Lays what is not saved yet into this frame's document, where the extension's next version finds it
 * (`background/take-over.ts`): the document outlives the script that wrote it.
 */
export const layInDocument: LayBeside = (kept) => {
  const { documentElement: root } = document;
  if (kept.length === 0) root.removeAttribute(UNSAVED_ATTRIBUTE);
  else root.setAttribute(UNSAVED_ATTRIBUTE, JSON.stringify(kept));
};
