import type { Target } from "../../../src/annotation/records/annotation.ts";
import type { AnchorState } from "../../../src/annotation/anchoring/anchor.ts";
import { failure, type Failure, type Result, success } from "../../../src/result.ts";
import { scrollToRange } from "../../dom/page/reveal.ts";
import { message } from "../../locale/message.ts";
import { done } from "../../calls/serve.ts";
import type { MarkActions } from "./mark-actions.ts";
import type { Mark } from "./mark.ts";
import type { Marks } from "./marks.ts";
import type { Overlay } from "../overlay/contract.ts";
import { selectedRange } from "../features/selection.ts";

/** What the reader does with a mark whose words have changed or gone. */
export interface MarkRepair {
  /** Takes the words as they are now for the marked ones. */
  keepWording(id: string): Promise<void>;
  /** Looks again for a lost mark. */
  findAgain(id: string): Promise<Result<{ readonly state: AnchorState }>>;
  /** Puts a mark on the selected words. `not-found` without a selection. */
  attachToSelection(id: string): Promise<Result<null>>;
}

export function createMarkRepair(
  marks: Marks,
  actions: MarkActions,
  overlay: Overlay,
  showFailure: (error: Failure) => void,
): MarkRepair {
  /** Gives a mark a new target, and offers the old one back. */
  async function retarget(mark: Mark, target: Target, said: string): Promise<Result<Mark>> {
    const before = mark.annotation.target;
    const moved = await marks.retarget(mark.annotation.id, target);
    if (!moved.ok) return moved;
    const undo = async (): Promise<void> => {
      const undone = await marks.retarget(mark.annotation.id, before);
      if (!undone.ok) showFailure(undone.error);
    };
    overlay.toast({ text: said, tone: "plain", undo: () => void undo() });
    return moved;
  }

  function show({ ranges }: Mark): void {
    const [first] = ranges;
    if (first === undefined) return;
    scrollToRange(first);
    overlay.point(ranges);
  }

  return {
    async keepWording(id) {
      const mark = marks.get(id);
      if (mark === null) return;
      const isOpen = overlay.panel?.kind === "editor" && overlay.panel.annotation.id === id;
      const described = await marks.describe(mark.ranges);
      const kept = described.ok ? await retarget(mark, described.value, message("wordingKept")) : described;
      if (!kept.ok) return showFailure(kept.error);
      if (isOpen) actions.edit(kept.value, "note");
    },

    async findAgain(id) {
      const loaded = await marks.load();
      if (!loaded.ok) return loaded;
      const mark = marks.get(id);
      if (mark === null) return failure("not-found", `there is no mark ${id} on this page`);
      show(mark);
      return success({ state: mark.state });
    },

    async attachToSelection(id) {
      const range = selectedRange();
      const mark = marks.get(id);
      if (range === null || mark === null) return failure("not-found", "nothing is selected");
      const described = await marks.describe([range]);
      const attached = described.ok ? await retarget(mark, described.value, message("attached")) : described;
      if (!attached.ok) return attached;
      getSelection()?.removeAllRanges();
      if (overlay.panel?.kind === "toolbar") overlay.close();
      show(attached.value);
      return done;
    },
  };
}
