import { callBackground } from "../../calls/call.ts";
import type { RevealTarget } from "../../calls/schemas.ts";
import { failureText } from "../../ui/texts/failure-text.ts";
import { useLibrary } from "../library-world.ts";

/** Opens a page at words of it, and tells where that can't be. */
export function useOpenPassage(): (url: string, target: RevealTarget | null) => Promise<void> {
  const { say } = useLibrary();
  return async (url, target) => {
    const opened = await callBackground("openPassage", { url, target });
    if (!opened.ok) say({ text: failureText(opened.error), tone: "error", undo: null });
  };
}
