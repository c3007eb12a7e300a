import type { Clip } from "../../exchange/clipping.ts";
import { message } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import type { Say } from "../toast.tsx";

interface CopyNotesProps {
  readonly database: Database;
  readonly page: string;
  readonly say: Say;
}

/** Puts a page's highlights and notes on the clipboard, as rich text and as Markdown. */
export function CopyNotes({ database, page, say }: CopyNotesProps) {
  return (
    <button
      type="button"
      class="plain"
      onClick={async () => {
        const done = await copy(clipLater(database, page));
        say({ text: message(done ? "notesCopied" : "notCopied"), tone: done ? "plain" : "error", undo: null });
      }}
    >
      {message("copyNotes")}
    </button>
  );
}

/** The formats are loaded when they are needed. */
async function clipLater(database: Database, page: string): Promise<Clip> {
  const { clipOf } = await import("../../exchange/clipping.ts");
  return clipOf(database, { kind: "pages", pages: [page] });
}

/** The clipboard is asked at once, while it still is the user's doing, and waits for what goes into it. */
async function copy(clip: Promise<Clip>): Promise<boolean> {
  const as = async (kind: keyof Clip, type: string): Promise<Blob> => new Blob([(await clip)[kind]], { type });
  try {
    await navigator.clipboard.write([
      new ClipboardItem({ "text/html": as("html", "text/html"), "text/plain": as("markdown", "text/plain") }),
    ]);
    return true;
  } catch {
    return false;
  }
}
