import type { Unsaved } from "../../src/annotation/unsaved.ts";
import { callBackground } from "../calls/call.ts";
import type { FrameNews } from "../calls/frame-view.ts";
import type { Outbox } from "../calls/outbox.ts";

/** What is deleted before all of it was saved: undoing brings back every word. */
export interface Leftovers {
  /** Sends no more of a record that is about to be deleted. */
  giveUp(id: string): Promise<void>;
  /** Deletes a note on a name. `gone` is told when it is. */
  deleteNameNote(id: string, gone: () => Promise<void>): Promise<void>;
  /** Brings back a record. Of a highlight, only what had not been saved: the page brings back the rest. */
  bringBack(id: string): Promise<void>;
}

/** @param tell hears what became of it. */
export function createLeftovers(outbox: Outbox, tell: (news: FrameNews) => void): Leftovers {
  const left = new Map<string, Unsaved>();
  /** The notes on names that were deleted in the store. */
  const deleted = new Set<string>();

  const giveUp = async (id: string): Promise<void> => {
    await outbox.settled(id);
    const unsaved = outbox.discard(id);
    if (unsaved !== null) left.set(id, unsaved);
  };
  const sendAgain = (id: string): void => {
    const unsaved = left.get(id);
    left.delete(id);
    if (unsaved !== undefined) outbox.put(unsaved, "at-once");
  };

  return {
    giveUp,
    async deleteNameNote(id, gone) {
      await giveUp(id);
      const removed = await callBackground("deleteNameNote", { id });
      // One that was never stored is gone already.
      const wasNeverStored = left.has(id) && !removed.ok && removed.error.code === "not-found";
      if (!removed.ok && !wasNeverStored) {
        sendAgain(id);
        return tell({ kind: "failed", code: removed.error.code });
      }
      if (removed.ok) deleted.add(id);
      await gone();
      tell({ kind: "name-note-deleted", id });
    },
    async bringBack(id) {
      sendAgain(id);
      if (!deleted.delete(id)) return;
      const restored = await callBackground("restoreNameNote", { id });
      if (!restored.ok) tell({ kind: "failed", code: restored.error.code });
    },
  };
}
