import type { ComponentChildren } from "preact";
import type { Annotation } from "../../../src/annotation/records/annotation.ts";
import type { KeptArticle } from "../../../src/annotation/records/kept-article.ts";
import { dateText, message } from "../../locale/message.ts";
import type { Elsewhere } from "../../store/same-story.ts";
import type { Say } from "../toast.tsx";
import { copyNote } from "./copy-note.ts";
import { Note } from "./note.tsx";
import { removeNote } from "./remove-note.ts";

/** The name of the paper that an article is in, or its host. */
export const outletOf = ({ outlet, source }: KeptArticle): string => outlet ?? new URL(source).host;

interface OtherOutletProps {
  readonly other: Elsewhere;
  readonly say: Say;
  readonly onGo: (highlight: Annotation) => void;
  /** What leads to the other article. */
  readonly children: ComponentChildren;
}

/** The user's highlights on the same story in another paper, and which paper that is. */
export function OtherOutlet({ other: { article, highlights }, say, onGo, children }: OtherOutletProps) {
  const heading = message("sameStoryIn", outletOf(article));
  return (
    <section class="other-outlet" aria-label={heading}>
      <h3 dir="auto">{heading}</h3>
      <p class="soft small" dir="auto">
        {[article.title, article.published === null ? "" : dateText(article.published)].filter(Boolean).join(" · ")}{" "}
        {children}
      </p>
      <ul class="list">
        {highlights.map((highlight) => (
          <Note
            key={highlight.id}
            annotation={highlight}
            standing={null}
            showTitle={false}
            onGo={() => onGo(highlight)}
            onCopy={() => void copyNote(highlight, async () => article, say)}
            onDelete={() => void removeNote(highlight, say)}
            onEditing={() => {}}
          />
        ))}
      </ul>
    </section>
  );
}
