import type { UnsavedNameNote } from "../../../src/annotation/unsaved.ts";
import { withUnsaved } from "../../../src/annotation/unsaved.ts";
import type { Failure } from "../../../src/result.ts";
import { asNamed } from "../../../src/reading/named.ts";
import { message } from "../../locale/message.ts";
import { callBackground } from "../../calls/call.ts";
import type { Outbox } from "../../calls/outbox.ts";
import { done } from "../../calls/serve.ts";
import type { Overlay, SubjectNotes } from "../overlay/contract.ts";
import { type Story } from "../stories/story.ts";
import { titleOf } from "../page-address.ts";

/** @param outbox saves what is written, beyond the card too. */
export function createSubjectNotes(
  story: Story,
  overlay: Overlay,
  outbox: Outbox,
  showFailure: (error: Failure) => void,
): SubjectNotes {
  /** @param unsaved what of the note was not saved yet. @param isStored whether anything of it was. */
  async function restore(id: string, unsaved: UnsavedNameNote | null, isStored: boolean): Promise<void> {
    if (unsaved !== null) outbox.put(unsaved, "at-once");
    const restored = isStored ? await callBackground("restoreSubjectNote", { id }) : done;
    if (!restored.ok) showFailure(restored.error);
    overlay.renewCard();
  }

  return {
    async about(subject) {
      const about = await callBackground("aboutSubject", { subject: asNamed(subject), page: story.page });
      if (!about.ok) return null;
      const notes = withUnsaved(about.value.notes, asNamed(subject), outbox.all(), new Date().toISOString());
      return { ...about.value, notes };
    },
    unsavedWith(id, { kind, name }, changes) {
      const origin = { source: story.url, page: story.page, title: titleOf(story.facts) };
      return { kind: "name-note", id, subject: { kind, name }, origin, changes };
    },
    async remove(id) {
      await outbox.settled(id);
      const left = outbox.discard(id);
      const unsaved = left?.kind === "name-note" ? left : null;
      const removed = await callBackground("deleteSubjectNote", { id });
      // One that was never stored is gone already.
      const wasNeverStored = unsaved !== null && !removed.ok && removed.error.code === "not-found";
      if (!removed.ok && !wasNeverStored) {
        if (unsaved !== null) outbox.put(unsaved, "at-once");
        return showFailure(removed.error);
      }
      overlay.renewCard();
      const undo = (): void => void restore(id, unsaved, removed.ok);
      overlay.toast({ text: message("subjectNoteDeleted"), tone: "plain", undo });
    },
  };
}
