import { isUnstored } from "../../../src/annotation/placed.ts";
import { failure } from "../../../src/result.ts";
import { done } from "../../calls/serve.ts";
import { message } from "../../locale/message.ts";
import { moveThroughHistory } from "../../ui/texts/history-text.ts";
import { createSurroundings } from "../highlights/surroundings.ts";
import { documentIdentity } from "../highlights/pages.ts";
import type { Install } from "../page.ts";

/** Opens highlights in the editor, deletes them, and goes back and forth through what was done to them. */
export const installEditing: Install = (page) => {
  const { highlights, overlay, commands, stories, showFailure } = page;
  const { contextOf } = createSurroundings(highlights, stories);

  /** Shows in the open editor what was changed elsewhere. Gives the id of what is gone, whose editor is closed. */
  const renewEditor = (): string | null => {
    const { panel } = overlay;
    if (panel?.kind !== "editor") return null;
    const { id } = panel.annotation;
    const highlight = highlights.get(id);
    if (highlight !== null) overlay.changed(highlight.annotation);
    else overlay.close();
    return highlight === null ? id : null;
  };

  async function restore(id: string): Promise<void> {
    const restored = await highlights.restore(id);
    if (!restored.ok) showFailure(restored.error);
  }

  const tellDeleted = (id: string): void =>
    overlay.toast({ text: message("deleted"), tone: "plain", undo: () => void restore(id) });

  commands.on("open-note", ({ id, field }) => {
    const highlight = highlights.get(id);
    const anchor = highlight?.ranges[0];
    if (highlight === null || anchor === undefined) return failure("not-found", `${id} is not on this page`);
    const { annotation } = highlight;
    const isNew = isUnstored(annotation);
    overlay.open({ kind: "editor", anchor, annotation, field, isNew, context: contextOf(highlight) });
    return done;
  });

  commands.on("delete", async ({ id }) => {
    overlay.close();
    const removed = await highlights.remove(id);
    if (removed.ok) tellDeleted(id);
    else showFailure(removed.error);
    return removed;
  });

  commands.on("move-through-history", async ({ direction }) => {
    const moved = await moveThroughHistory(direction);
    if (!moved.ok) {
      showFailure(moved.error);
      return moved;
    }
    const { text, step } = moved.value;
    if (step?.kind === "correct" || step?.kind === "take-back") {
      // Where it holds, no page is told: it may hold here.
      await page.refresh({ kind: "corrections", page: null });
    } else if (step !== null) {
      await highlights.load();
      renewEditor();
    }
    overlay.toast({ text, tone: "plain", undo: null });
    return done;
  });

  page.onChange(async (change) => {
    const pages = new Set([documentIdentity(), ...stories.all.map((story) => story.page)]);
    const isOurs = change.kind === "annotations" && pages.has(change.page);
    if (!isOurs && change.kind !== "everything") return;
    await highlights.load();
    const gone = renewEditor();
    if (gone !== null) tellDeleted(gone);
  });
};
