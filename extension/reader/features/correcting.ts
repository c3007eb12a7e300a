import { failure } from "../../../src/result.ts";
import { done } from "../../calls/serve.ts";
import { message } from "../../locale/message.ts";
import { claimSubject, claimText } from "../../ui/texts/claim-text.ts";
import type { Install } from "../page.ts";
import type { Story } from "../stories/story.ts";

/** What the user puts right on a card: shown at once on all stories, with a way back. */
export const installCorrecting: Install = (page) => {
  const { stories, overlay, commands, showFailure } = page;

  async function takeUp(concerns: (story: Story) => boolean): Promise<void> {
    for (const story of stories.all.filter(concerns)) {
      const loaded = await story.corrections.load();
      if (loaded.ok) story.showNames();
    }
  }

  commands.on("correct", async ({ claim, where }) => {
    const { panel } = overlay;
    if (panel?.kind !== "card") return failure("not-found", "no card is open");
    const { story } = panel;
    overlay.close();
    const corrected = await story.corrections.correct(claim, where);
    if (!corrected.ok) {
      showFailure(corrected.error);
      return corrected;
    }
    story.showNames();
    await takeUp((other) => other.page !== story.page);
    const undo = async (): Promise<void> => {
      const undone = await corrected.value();
      if (!undone.ok) return showFailure(undone.error);
      await takeUp(() => true);
    };
    overlay.toast({
      text: message("corrected", claimSubject(claim), claimText(claim)),
      tone: "plain",
      undo: () => void undo(),
    });
    return done;
  });

  page.onChange(async (change) => {
    if (change.kind === "corrections") await takeUp((story) => change.page === null || change.page === story.page);
  });
};
