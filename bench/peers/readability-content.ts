import { isProbablyReaderable, Readability } from "@mozilla/readability";

// As its documentation has it: a clone of the page is read, once the page looks like an article.
if (isProbablyReaderable(document)) {
  const article = new Readability(document.cloneNode(true) as Document).parse();
  document.documentElement.dataset["read"] = String(article?.textContent?.length ?? 0);
}
