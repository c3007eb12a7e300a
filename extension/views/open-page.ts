import { callBackground } from "../calls/call.ts";
import type { RevealTarget } from "../calls/schemas.ts";

/** Goes to a page, by its address and its identity where that is known, in the tab that has it already where there is one, and to what it is about there. */
export async function openPage(source: string, page: string | null, target: RevealTarget | null): Promise<void> {
  await callBackground("openPassage", { url: source, page, target });
}
