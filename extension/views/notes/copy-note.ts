import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import type { KeptArticle } from "../../../src/annotation/records/kept-article.ts";
import type { Clip } from "../../../src/exchange/export/quoted-words.ts";
import { message } from "../../locale/message.ts";
import { copyClip } from "../../ui/copy.ts";
import type { Say } from "../toast.tsx";

/** Puts a highlight on the clipboard with what is known of its article, and says so. */
export async function copyNote(
  note: Annotation,
  articleOf: (page: string) => PromiseLike<KeptArticle | undefined>,
  say: Say,
): Promise<void> {
  const clip = async (): Promise<Clip> => {
    const { highlightClip } = await import("../../ui/texts/clips.ts");
    return highlightClip(note, await articleOf(note.target.page));
  };
  const isCopied = await copyClip(clip());
  say({ text: message(isCopied ? "copied" : "notCopied"), tone: isCopied ? "plain" : "error", undo: null });
}
