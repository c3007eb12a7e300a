// What the reader does on an article before analysing it, as one script to evaluate in a page.
import { readArticle } from "../../extension/dom/article/article.ts";
import { rangesOf, spanOf } from "../../extension/dom/text/text-map.ts";
import { finish } from "../../src/slices.ts";

Reflect.set(globalThis, "sourcelineArticle", finish(readArticle(document, location.href)));
Reflect.set(globalThis, "sourcelineMap", { rangesOf, spanOf });
