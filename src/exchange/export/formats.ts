import { BIBTEX, CSL, RIS } from "./citations.ts";
import type { FileFormat } from "./format.ts";
import { HTML } from "./html.ts";
import { HYPOTHESIS } from "./hypothesis.ts";
import { MARKDOWN } from "./markdown.ts";
import { PLAIN } from "./plain.ts";
import { CSV, READWISE } from "./tables.ts";
import { W3C } from "./w3c.ts";

/** Every format of one file, by its name. A format of many files is `obsidian` (markdown.ts). */
export const FILE_FORMATS = {
  markdown: MARKDOWN,
  html: HTML,
  csv: CSV,
  text: PLAIN,
  w3c: W3C,
  hypothesis: HYPOTHESIS,
  readwise: READWISE,
  ris: RIS,
  bibtex: BIBTEX,
  csl: CSL,
} as const satisfies Readonly<Record<string, FileFormat>>;
export type FileFormatName = keyof typeof FILE_FORMATS;
