import nlp from "compromise";
import Mark from "mark.js";

// What an author writes who wants names and quotations marked on a page, with the usual packages: the text is read in the
// page, and what was found is marked by elements around it.
const root = document.querySelector<HTMLElement>("article") ?? document.body;
const text = nlp(root.innerText);
const marker = new Mark(root);
const options = { separateWordSearch: false, acrossElements: true, accuracy: "exactly" } as const;
for (const [className, found] of [
  ["person", text.people()],
  ["place", text.places()],
  ["quotation", text.quotations()],
] as const) {
  const words: string[] = [...new Set<string>(found.out("array") as string[])];
  marker.mark(words, { ...options, className });
}
