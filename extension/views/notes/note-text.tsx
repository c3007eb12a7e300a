import { useEffect, useState } from "preact/hooks";
import { renderMarkup } from "../../ui/notes/markup.tsx";

type Parse = typeof import("../../../src/markup/markdown.ts").parseMarkdown;

/** The reader of Markdown, once it is loaded: it is as large as a third of the popup, and most pages have no notes. */
let parser: Parse | null = null;

/** A note as it reads; as it was typed until the reader of Markdown is there. */
export function NoteText({ note }: { readonly note: string }) {
  const [parse, setParse] = useState<Parse | null>(() => parser);
  useEffect(() => {
    if (parse !== null) return;
    void (async () => {
      ({ parseMarkdown: parser } = await import("../../../src/markup/markdown.ts"));
      setParse(() => parser);
    })();
  }, []);
  return parse === null ? <p class="typed">{note}</p> : <>{renderMarkup(parse(note))}</>;
}
