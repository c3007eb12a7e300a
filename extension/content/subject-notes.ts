import type { Body } from "../../src/annotation/annotation.ts";
import type { SubjectNote, SubjectNoteDraft } from "../../src/annotation/subject-note.ts";
import type { AboutSubject } from "../../src/messaging/protocol.ts";
import type { Failure, Result } from "../../src/messaging/result.ts";
import { asNamed } from "../../src/reading/named-subjects.ts";
import type { Subject } from "../../src/reading/subjects.ts";
import { message } from "../locale/message.ts";
import { callBackground } from "../messaging/call.ts";
import { done } from "../messaging/serve.ts";
import { callWriting } from "../messaging/unsent.ts";
import { failureText } from "../ui/failure-text.ts";
import { keepArticle } from "./keep-article.ts";
import type { Overlay } from "./overlay/contract.ts";
import { type Story, titleOf } from "./story.ts";
import type { UnsavedNotes } from "./unsaved-notes.ts";

/**
 * What the card of a name asks for: the reader's notes on it, from the story that the card was opened on, whichever is
 * open when they are saved. Failures are shown, not thrown.
 */
export interface SubjectNotes {
  /** What the reader keeps about a name, or `null` where that can't be known. */
  about(subject: Subject): Promise<AboutSubject | null>;
  /** Saves what was written of a note. Resolves to what is stored then. */
  save(id: string, subject: Subject, changes: Partial<Body>): Promise<Result<SubjectNote>>;
  /** Deletes, and offers to undo it. */
  remove(id: string): Promise<void>;
}

/** @param unsaved keeps what can't be saved, beyond the card. */
export function createSubjectNotes(
  story: Story,
  overlay: Overlay,
  unsaved: UnsavedNotes,
  showFailure: (error: Failure) => void,
): SubjectNotes {
  /** @param draft what of the note was not saved yet. @param isStored whether anything of it was. */
  async function restore(id: string, draft: SubjectNoteDraft | null, isStored: boolean): Promise<void> {
    if (draft !== null) unsaved.keep(draft);
    const restored = isStored ? await callBackground("restoreSubjectNote", { id }) : done;
    if (!restored.ok) showFailure(restored.error);
    overlay.renewCard();
  }

  const hasCard = (): boolean => overlay.panel?.kind === "card" && overlay.panel.subjectNotes === notes;

  const notes: SubjectNotes = {
    async about(subject) {
      const about = await callBackground("aboutSubject", { subject: asNamed(subject), page: story.page });
      return about.ok ? { ...about.value, notes: unsaved.withUnsaved(about.value.notes, asNamed(subject)) } : null;
    },
    async save(id, { kind, name }, changes) {
      const origin = { source: story.url, page: story.page, title: titleOf(story.facts) };
      const draft = { id, subject: { kind, name }, origin, changes: { ...unsaved.changesOf(id), ...changes } };
      const answer = await callWriting("saveSubjectNote", draft);
      if (!answer.ok) {
        // An open editor keeps it and says so itself.
        if (hasCard()) return answer;
        unsaved.keep(draft);
        overlay.toast({ text: message("keptUnsaved", failureText(answer.error)), tone: "error", undo: null });
        return answer;
      }
      unsaved.forget(id);
      // The first word makes this one of the reader's articles.
      if (answer.value.revision === 1) void keepArticle(story);
      overlay.renewCard();
      return answer;
    },
    async remove(id) {
      const draft = unsaved.forget(id);
      const removed = await callBackground("deleteSubjectNote", { id });
      // One that was never stored is gone already.
      const wasNeverStored = draft !== null && !removed.ok && removed.error.code === "not-found";
      if (!removed.ok && !wasNeverStored) {
        if (draft !== null) unsaved.keep(draft);
        return showFailure(removed.error);
      }
      overlay.renewCard();
      const undo = (): void => void restore(id, draft, removed.ok);
      overlay.toast({ text: message("subjectNoteDeleted"), tone: "plain", undo });
    },
  };
  return notes;
}
