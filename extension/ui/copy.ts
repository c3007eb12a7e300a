import type { Clip } from "../../src/exchange/export/quoted-words.ts";
import { listen } from "../dom/trusted.ts";

/**
 * Puts words on the clipboard, as rich text and as plain. To be called at once in what the user does: what goes into it may
 * be waited for.
 *
 * @returns whether the clipboard took it.
 */
export async function copyClip(clip: Clip | Promise<Clip>): Promise<boolean> {
  const as = async (kind: keyof Clip, type: string): Promise<Blob> => new Blob([(await clip)[kind]], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ "text/html": as("html", "text/html"), "text/plain": as("text", "text/plain") }),
    ]);
    return true;
  } catch {
    // A page without a secure address has no such clipboard, and one may forbid it.
    return copyByCommand(await clip);
  }
}

/** The older way, which any document has: what is copied is put in the place of what is selected. */
function copyByCommand({ text, html }: Clip): boolean {
  let isTaken = false;
  const stop = listen(
    document,
    "copy",
    (event) => {
      event.preventDefault();
      event.stopImmediatePropagation();
      event.clipboardData?.setData("text/html", html);
      event.clipboardData?.setData("text/plain", text);
      isTaken = event.clipboardData !== null;
    },
    { capture: true },
  );
  const isDone = document.execCommand("copy");
  stop();
  return isDone && isTaken;
}
