import { success } from "../../../src/result.ts";
import { callBackground } from "../../calls/call.ts";
import type { Install } from "../page.ts";

/** What the user calls the colours, wants on the site, and has hidden for now. */
export const installSettings: Install = (page) => {
  const { stories, overlay, site, commands, lifetime } = page;

  const loadColourNames = async (): Promise<void> => {
    const names = await callBackground("readColourNames", null);
    if (!names.ok) return;
    page.colourNames = names.value;
    overlay.changed(null);
  };
  void loadColourNames();

  commands.on("toggle-highlights", () => {
    const areShown = !stories.all.some(({ view }) => view?.isShown);
    stories.showNames(areShown);
    return success({ shown: areShown && stories.all.some(({ view }) => view !== null) });
  });

  page.onChange(async (change) => {
    const isAll = change.kind === "everything";
    if (change.kind === "marking") {
      stories.mark(change.marking);
      return;
    }
    if (isAll || change.kind === "colours") await loadColourNames();
    if (!isAll && (change.kind !== "site" || change.site !== site)) return;
    const settings = await callBackground("siteSettings", { site });
    // Nothing of ours stays on a page where the user wants nothing of it.
    if (settings.ok && settings.value.mode === "never") return lifetime.end();
    await Promise.all(stories.all.map((story) => story.reconsider()));
  });
};
