import type { Clip } from "../../../src/exchange/export/quoted-words.ts";
import { message } from "../../locale/message.ts";
import type { Database } from "../../store/database.ts";
import { copyClip } from "../../ui/copy.ts";
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
        const done = await copyClip(clipLater(database, page));
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
