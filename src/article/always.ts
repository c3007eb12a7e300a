import type { Decision } from "./detect.ts";

/** Where in the extension's storage the detector, which wakes nobody, finds the hosts whose pages are always read. */
export const ALWAYS_READ = "alwaysRead";

/** Whether a page is read on a site where the reader wants every page read: all but those that lead to others. */
export function isReadAlways({ reason: { code } }: Decision): boolean {
  return code !== "front-page" && code !== "section-front";
}
