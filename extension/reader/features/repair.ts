import type { Target } from "../../../src/annotation/records/annotation.ts";
import { failure, type Result, success } from "../../../src/result.ts";
import { done } from "../../calls/serve.ts";
import { scrollToRange } from "../../dom/page/reveal.ts";
import { message } from "../../locale/message.ts";
import type { Highlight } from "../highlights/highlight.ts";
import type { Install } from "../page.ts";
import { selectedRange } from "./selection.ts";

/** What the user does with a highlight whose words have changed or gone. */
export const installRepair: Install = ({ highlights, overlay, commands, showFailure }) => {
  /** Gives a highlight a new target, and offers the old one back. */
  async function retarget(highlight: Highlight, target: Target, said: string): Promise<Result<Highlight>> {
    const { id, target: before } = highlight.annotation;
    const moved = await highlights.retarget(id, target);
    if (!moved.ok) return moved;
    const undo = async (): Promise<void> => {
      const undone = await highlights.retarget(id, before);
      if (!undone.ok) showFailure(undone.error);
    };
    overlay.toast({ text: said, tone: "plain", undo: () => void undo() });
    return moved;
  }

  function show({ ranges }: Highlight): void {
    const [first] = ranges;
    if (first === undefined) return;
    scrollToRange(first);
    overlay.point(ranges);
  }

  commands.on("accept-wording", async ({ id }) => {
    // Where its very words have come meanwhile, there is no new wording.
    await highlights.lookAgain(id);
    const highlight = highlights.get(id);
    if (highlight === null) return failure("not-found", `there is no highlight ${id} on this page`);
    const isOpen = overlay.panel?.kind === "editor" && overlay.panel.annotation.id === id;
    if (highlight.state !== "edited") {
      show(highlight);
      return isOpen ? commands.send({ kind: "open-note", id, field: "note" }) : done;
    }
    const described = await highlights.describe(highlight.ranges);
    const kept = described.ok ? await retarget(highlight, described.value, message("wordingKept")) : described;
    if (!kept.ok) {
      showFailure(kept.error);
      return kept;
    }
    return isOpen ? commands.send({ kind: "open-note", id, field: "note" }) : done;
  });

  commands.on("find-again", async ({ id }) => {
    const loaded = await highlights.load();
    if (!loaded.ok) return loaded;
    const highlight = highlights.get(id);
    if (highlight === null) return failure("not-found", `there is no highlight ${id} on this page`);
    show(highlight);
    return success({ state: highlight.state });
  });

  commands.on("attach", async ({ id, to }) => {
    const highlight = highlights.get(id);
    const ranges = to === "likely" ? (highlight?.likely ?? []) : [selectedRange()].filter((range) => range !== null);
    if (highlight === null || ranges.length === 0) return failure("not-found", "there is nothing to put it on");
    const described = await highlights.describe(ranges);
    const attached = described.ok ? await retarget(highlight, described.value, message("attached")) : described;
    if (!attached.ok) return attached;
    getSelection()?.removeAllRanges();
    if (overlay.panel?.kind === "toolbar") overlay.close();
    show(attached.value);
    return done;
  });
};
