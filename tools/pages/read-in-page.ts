// What the reader does on an article before analysing it, as one script to evaluate in a page.
import { readArticle } from "../../extension/dom/article.ts";
import { rangesOf, spanOf } from "../../extension/dom/text-map.ts";

Reflect.set(globalThis, "sourcelineArticle", readArticle(document, location.href));
Reflect.set(globalThis, "sourcelineMap", { rangesOf, spanOf });
