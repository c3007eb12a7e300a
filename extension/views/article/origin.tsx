import type { ArticleFacts } from "../../../src/text/article.ts";
import { dateText } from "../../locale/message.ts";

/** Where and when an article appeared, as far as the page says. */
export function Origin({ facts: { outlet, publishedLocal } }: { readonly facts: ArticleFacts }) {
  const date = publishedLocal === null ? null : dateText(publishedLocal.slice(0, 10));
  const pieces = [outlet, date].filter((piece) => piece !== null);
  if (pieces.length === 0) return null;
  return (
    <p class="soft small origin" dir="auto">
      {pieces.join(" · ")}
    </p>
  );
}
