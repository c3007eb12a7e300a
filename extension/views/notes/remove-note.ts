import { message } from "../../locale/message.ts";
import { callBackground } from "../../calls/call.ts";
import { isOnName, type Noted } from "../../../src/annotation/records/name-note.ts";
import { deletedText } from "../../ui/texts/deleted-text.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import type { Say } from "../toast.tsx";

/** Deletes a note and offers to undo it, or says why it can't be deleted. Resolves to whether it was. */
export async function removeNote(note: Noted, say: Say): Promise<boolean> {
  const { id } = note;
  const isName = isOnName(note);
  const removed = await callBackground(isName ? "deleteNameNote" : "deleteAnnotation", { id });
  if (!removed.ok) {
    say({ text: failureText(removed.error), tone: "error", undo: null });
    return false;
  }
  const restore = async (): Promise<void> => {
    const restored = await callBackground(isName ? "restoreNameNote" : "restoreAnnotation", { id });
    if (!restored.ok) say({ text: failureText(restored.error), tone: "error", undo: null });
  };
  say({
    text: isName ? message("subjectNoteDeleted") : deletedText(note.body),
    tone: "plain",
    undo: () => void restore(),
  });
  return true;
}
