import { unnamed } from "./unnamed.ts";

/** What `document.…` stands for in scripts on pages, once `build.mjs` has put it there: the document past all its names. */
export const askedDocument = unnamed(document);
