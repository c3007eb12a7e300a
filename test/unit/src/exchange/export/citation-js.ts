import { createRequire } from "node:module";

const require = createRequire(import.meta.url);
const { Cite: Reader } = require("@citation-js/core") as { Cite: unknown };
require("@citation-js/plugin-bibtex");
require("@citation-js/plugin-ris");

/** What these tests ask of a CSL item. */
interface Item {
  readonly URL?: string;
  readonly title?: string;
  readonly note?: string;
  readonly reporter?: unknown;
  readonly "container-title"?: string;
  readonly author?: readonly { given?: string; family?: string; literal?: string; suffix?: string }[];
}

/** A citation library that brings no types. */
export const Cite = Reader as new (
  input: unknown,
  options?: { readonly forceType?: string },
) => { readonly data: readonly Item[] };
