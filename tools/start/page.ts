import { readFileSync } from "node:fs";
import { extname } from "node:path";

/** What `npm start` opens: an address, or a page made of a file. */
export type Opened = { readonly url: string } | { readonly html: string };

/** Reads what the user named. Throws with a sentence for the user where that is nothing to open. */
export function openInput(input: string): Opened {
  if (/^https?:\/\//.test(input)) return { url: input };
  let text: string;
  try {
    text = readFileSync(input, "utf8");
  } catch {
    throw new Error(`${input} is neither an address nor a file that can be read.`);
  }
  return { html: /^\.x?html?$/i.test(extname(input)) ? text : pageOfText(text) };
}

/** A plain page around a text: its first line is the headline, every other line a paragraph. */
export function pageOfText(text: string): string {
  const lines = text
    .split(/\r?\n/)
    .map((line) => line.trim())
    .filter(Boolean);
  const [headline = "", ...paragraphs] = lines.map(escapeMarkup);
  return [
    "<!doctype html>",
    `<html lang="en"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${headline}</title>`,
    "<style>body{color-scheme:light dark;font:17px/1.6 Georgia,serif;max-width:44rem;margin:0 auto;padding:1rem}</style></head>",
    `<body><article><h1>${headline}</h1>`,
    ...paragraphs.map((paragraph) => `<p>${paragraph}</p>`),
    "</article></body></html>",
    "",
  ].join("\n");
}

function escapeMarkup(text: string): string {
  return text.replaceAll("&", "&amp;").replaceAll("<", "&lt;").replaceAll(">", "&gt;");
}
