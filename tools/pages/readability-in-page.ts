// The peer that reading is measured beside, as one script to evaluate in a page: Mozilla's Readability on a clone.
import { Readability } from "@mozilla/readability";

/** The text of each block that holds no other block. */
function linesOf(content: Element): readonly string[] {
  const blocks = "p,li,h1,h2,h3,h4,h5,h6,blockquote,pre,td,dd,dt,figcaption,div";
  return Array.from(content.querySelectorAll(blocks))
    .filter((block) => block.querySelector(blocks) === null && block.closest("figcaption") === null)
    .map((block) => block.textContent.replace(/\s+/g, " ").trim())
    .filter((line) => line !== "");
}

const article = new Readability(document.cloneNode(true) as Document, {
  serializer: (node) => node as Element,
}).parse();
Reflect.set(globalThis, "readabilityRecord", {
  headline: article?.title ?? null,
  bylines: article?.byline == null ? [] : [article.byline],
  published: article?.publishedTime ?? null,
  parts: article?.content == null ? [] : linesOf(article.content).map((text) => ({ kind: "body", text })),
});
