import { readFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { gunzipSync } from "node:zlib";
import type { StoredPage } from "./page-browser.ts";

/** One line of a page manifest, as far as reading needs it. */
export interface ManifestEntry {
  /** The page's file, relative to the manifest; gzipped where it ends in `.gz`. */
  readonly page: string;
  readonly url: string;
}

/** The entries of a manifest in JSON Lines. Throws where a line has no page or address. */
export function readManifest(file: string): readonly ManifestEntry[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line, index) => {
      const entry = JSON.parse(line) as Partial<ManifestEntry>;
      if (typeof entry.page !== "string" || typeof entry.url !== "string") {
        throw new TypeError(`${file}:${index + 1}: a line needs a page and a url`);
      }
      return { page: entry.page, url: entry.url };
    });
}

export function loadPage(manifest: string, entry: ManifestEntry): StoredPage {
  const bytes = readFileSync(join(dirname(manifest), entry.page));
  return { url: entry.url, html: entry.page.endsWith(".gz") ? gunzipSync(bytes) : bytes };
}
