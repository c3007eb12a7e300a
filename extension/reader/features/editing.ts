import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import { failure } from "../../../src/result.ts";
import { done } from "../../calls/serve.ts";
import { deletedText } from "../../ui/texts/deleted-text.ts";
import { createSurroundings } from "../highlights/surroundings.ts";
import { documentIdentity } from "../highlights/pages.ts";
import type { Install } from "../page.ts";
import { moveThroughHistory } from "./undoing.ts";

/** Opens highlights in the editor, deletes them, and goes back and forth through what was done to them. */
export const installEditing: Install = (page) => {
  const { highlights, overlay, commands, stories, showFailure } = page;
  const { contextOf } = createSurroundings(highlights, stories);

  /** Shows in the open editor what was changed elsewhere. Gives what is gone, whose editor is closed. */
  const renewEditor = (): Annotation | null => {
    const { panel } = overlay;
    if (panel?.kind !== "editor") return null;
    const highlight = highlights.get(panel.annotation.id);
    if (highlight !== null) overlay.changed(highlight.annotation);
    else overlay.close();
    return highlight === null ? panel.annotation : null;
  };

  async function restore(id: string): Promise<void> {
    const restored = await highlights.restore(id);
    if (!restored.ok) showFailure(restored.error);
    overlay.restored(id);
  }

  /** The pages that stand here: the document's own, and those of its stories. */
  const pagesHere = (): ReadonlySet<string> => new Set([documentIdentity(), ...stories.all.map((story) => story.page)]);

  const tellDeleted = ({ id, body }: Annotation): void =>
    overlay.toast({ text: deletedText(body), tone: "plain", undo: () => void restore(id) });

  commands.on("open-note", ({ id, field }) => {
    const highlight = highlights.get(id);
    const anchor = highlight?.ranges[0];
    if (highlight === null || anchor === undefined) return failure("not-found", `${id} is not on this page`);
    const { annotation } = highlight;
    overlay.open({ kind: "editor", anchor, annotation, field, context: contextOf(highlight) });
    return done;
  });

  commands.on("delete", async ({ id }) => {
    overlay.close();
    const annotation = highlights.get(id)?.annotation;
    const removed = await highlights.remove(id);
    if (!removed.ok) showFailure(removed.error);
    else if (annotation !== undefined) tellDeleted(annotation);
    return removed;
  });

  commands.on("move-through-history", async ({ direction }) => {
    const moved = await moveThroughHistory(direction, [...pagesHere()]);
    if (!moved.ok) {
      showFailure(moved.error);
      return moved;
    }
    const { toast, step } = moved.value;
    if (step?.kind === "correct" || step?.kind === "take-back") {
      // Where it holds, no page is told: it may hold here.
      await page.refresh({ kind: "corrections", page: null });
    } else if (step !== null) {
      await highlights.load();
      renewEditor();
    }
    overlay.toast(toast);
    return done;
  });

  page.onChange(async (change) => {
    const isOurs = change.kind === "annotations" && pagesHere().has(change.page);
    if (!isOurs && change.kind !== "everything") return;
    await highlights.load();
    const gone = renewEditor();
    if (gone !== null) tellDeleted(gone);
  });
};
