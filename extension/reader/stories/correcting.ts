import type { Judgement } from "../../../src/corrections/corrections.ts";
import type { Failure } from "../../../src/result.ts";
import { message } from "../../locale/message.ts";
import { judgementText } from "../../ui/texts/judgement-text.ts";
import type { Overlay } from "../overlay/contract.ts";
import type { Stories } from "./stories.ts";
import type { Story } from "./story.ts";

/** The reader's corrections on all stories of a document. Failures are shown, not thrown. */
export interface Correcting {
  /** Saves what a name on a story is or is not, shows it at once, and offers to undo it. */
  correct(story: Story, name: string, judgement: Judgement, where: "always" | "page"): Promise<void>;
  /** Has stories take up what was corrected elsewhere. */
  takeUp(concerns: (story: Story) => boolean): Promise<void>;
}

export function createCorrecting(
  stories: Stories,
  overlay: Overlay,
  showFailure: (error: Failure) => void,
): Correcting {
  async function takeUp(concerns: (story: Story) => boolean): Promise<void> {
    for (const story of stories.all.filter(concerns)) {
      const loaded = await story.corrections.load();
      if (loaded.ok) story.showNames();
    }
  }

  return {
    async correct(story, name, judgement, where) {
      const corrected = await story.corrections.correct(name, judgement, where);
      if (!corrected.ok) return showFailure(corrected.error);
      story.showNames();
      await takeUp(({ page }) => page !== story.page);
      const undo = async (): Promise<void> => {
        const undone = await corrected.value();
        if (!undone.ok) return showFailure(undone.error);
        await takeUp(() => true);
      };
      overlay.toast({
        text: message("corrected", name, judgementText(judgement)),
        tone: "plain",
        undo: () => void undo(),
      });
    },
    takeUp,
  };
}
