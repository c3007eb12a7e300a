// What the reader does on an article before analysing it, as one script to evaluate in a page.
import { readArticle } from "../../extension/dom/article.ts";
import { rangesOf, spanOf } from "../../extension/dom/text-map.ts";
import { finish } from "../../src/steps.ts";

Reflect.set(globalThis, "sourcelineArticle", finish(readArticle(document, location.href)));
Reflect.set(globalThis, "sourcelineMap", { rangesOf, spanOf });
