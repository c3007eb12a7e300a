// What the reader does on an article before analysing it, as one script to evaluate in a page.
import { readArticle } from "../../extension/dom/article.ts";

Reflect.set(globalThis, "sourcelineArticle", readArticle(document, location.href));
