import { callBackground } from "../../calls/call.ts";
import type { RevealTarget } from "../../calls/schemas.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { useLibrary } from "../library-world.ts";

/** Opens a page at words of it, and tells where that can't be. */
export function useOpenPassage(): (
  article: { readonly source: string; readonly page: string },
  target: RevealTarget | null,
) => Promise<void> {
  const { say } = useLibrary();
  return async ({ source, page }, target) => {
    const opened = await callBackground("openPassage", { url: source, page, target });
    if (!opened.ok) say({ text: failureText(opened.error), tone: "error", undo: null });
  };
}
