import type { Clip } from "../../src/exchange/export/quoted-words.ts";
import { listen } from "../dom/trusted.ts";

/**
 * Puts words on the clipboard, as rich text and as plain. To be called at once in what the user does: what goes into it may
 * be waited for.
 *
 * @returns whether the clipboard took it.
 */
export function copyClip(clip: Clip | Promise<Clip>): Promise<boolean> {
  const made = Promise.resolve(clip);
  return copy({ "text/html": made.then(({ html }) => html), "text/plain": made.then(({ text }) => text) });
}

/** Puts plain text alone on the clipboard, for a program that takes it from there. As `copyClip`. */
export const copyText = (text: Promise<string>): Promise<boolean> => copy({ "text/plain": text });

/** What is copied, by its media type. */
type Copied = Readonly<Record<string, Promise<string>>>;

async function copy(copied: Copied): Promise<boolean> {
  const blobs = Object.entries(copied).map(
    ([type, text]) => [type, text.then((words) => new Blob([words], { type }))] as const,
  );
  try {
    await navigator.clipboard.write([new ClipboardItem(Object.fromEntries(blobs))]);
    return true;
  } catch {
    // A page without a secure address has no such clipboard, and one may forbid it.
    return copyByCommand(await Promise.all(Object.entries(copied).map(async ([type, text]) => [type, await text])));
  }
}

/** The older way, which any document has: what is copied is put in the place of what is selected. */
function copyByCommand(copied: readonly (readonly [type: string, text: string])[]): boolean {
  let isTaken = false;
  const stop = listen(
    document,
    "copy",
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      for (const [type, text] of copied) event.clipboardData?.setData(type, text);
      isTaken = event.clipboardData !== null;
    },
    { capture: true },
  );
  const isDone = document.execCommand("copy");
  stop();
  return isDone && isTaken;
}
