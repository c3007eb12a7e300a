import * as v from "valibot";
import browser from "webextension-polyfill";
import { type Kept, LEFT } from "../calls/journal.ts";
import { newId } from "../calls/new-id.ts";
import { KEY_ATTRIBUTE, UNSAVED_ATTRIBUTE } from "../private/key-attribute.ts";
import { keptSchema } from "./seals.ts";

/** How much of one frame is taken, in letters and in records: more than anybody has unsaved. */
const LONGEST = 2_000_000;
const MOST = 100;
const leftSchema = v.pipe(v.string(), v.maxLength(LONGEST), v.parseJson(), v.array(keptSchema));

/**
 * Takes what lies unsaved in the private frames of a tab (`private/unsaved-copies.ts`), and leaves it where it is saved
 * from: the last letters before an update, which the storage did not take any more. A frame that some page has made up has
 * nothing that opens. Taking the same again does no harm. Never throws.
 */
export async function takeOver(tabId: number): Promise<void> {
  try {
    const answers = await browser.scripting.executeScript({
      target: { tabId, allFrames: true },
      func: leftInFrame,
      args: [KEY_ATTRIBUTE, UNSAVED_ATTRIBUTE],
      injectImmediately: true,
    });
    const left = answers.flatMap(({ result }): Kept[] => {
      const kept = v.safeParse(leftSchema, result);
      return kept.success ? kept.output.slice(0, MOST) : [];
    });
    if (left.length === 0) return;
    await browser.storage.local.set(Object.fromEntries(left.map((kept) => [`${LEFT}${newId()}`, kept])));
  } catch {
    // Closed to extensions, or gone meanwhile.
  }
}

/** Runs in a frame, by itself. */
function leftInFrame(key: string, unsaved: string): string | null {
  if (location.href !== "about:srcdoc" || self.origin !== "null") return null;
  const root = Reflect.get(Document.prototype, "documentElement", document) as Element;
  return root.hasAttribute(key) ? root.getAttribute(unsaved) : null;
}
