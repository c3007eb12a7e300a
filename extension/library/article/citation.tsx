import { useState } from "preact/hooks";
import {
  CITATION_STYLES,
  type CitationStyle,
  type CitedArticle,
  citeArticle,
} from "../../../src/reading/article-citation.ts";
import { message } from "../../locale/message.ts";
import { useLibrary } from "../library-world.ts";

/** What the styles are called everywhere. */
const NAMES: Record<CitationStyle, string> = { apa: "APA", mla: "MLA", chicago: "Chicago" };

/** How an article is cited, in a style that is chosen, to be copied. */
export function Citation({ article }: { readonly article: CitedArticle }) {
  const { say } = useLibrary();
  const [style, setStyle] = useState<CitationStyle>("apa");
  const today = new Date();
  const read = [today.getFullYear(), today.getMonth() + 1, today.getDate()].map((part) =>
    String(part).padStart(2, "0"),
  );
  const cited = citeArticle(article, style, read.join("-"));
  return (
    <section aria-label={message("citation")} class="citation">
      <h3>{message("citation")}</h3>
      <div class="row" role="group" aria-label={message("citationStyle")}>
        {CITATION_STYLES.map((one) => (
          <button key={one} type="button" aria-pressed={one === style} onClick={() => setStyle(one)}>
            {NAMES[one]}
          </button>
        ))}
      </div>
      <p class="cited" dir="auto">
        {cited}
      </p>
      <button
        type="button"
        onClick={() => {
          void navigator.clipboard.writeText(cited);
          say({ text: message("copied"), tone: "plain", undo: null });
        }}
      >
        {message("copyCitation")}
      </button>
    </section>
  );
}
