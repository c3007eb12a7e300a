import { type Origin, itemOf } from "./clipping.ts";
import { isFields, textOf } from "./fields.ts";
import type { Finder } from "./reader.ts";

/**
 * Omnivore's archive (its last export, of November 2024): pages in `metadata_….json`, and the highlights of each as block
 * quotes in `highlights/SLUG.md`, in whichever order the archive has them: they wait until all pages are known.
 */
export interface Omnivore {
  /** A page of the metadata. */
  readonly page: (value: unknown) => void;
  readonly highlights: (slug: string, markdown: string) => void;
  /** Called once, after the last file. */
  readonly end: () => void;
}

interface Page {
  readonly url: string;
  readonly title: string;
  readonly created: unknown;
}

export function openOmnivore(finder: Finder, origin: Origin): Omnivore {
  const pages = new Map<string, Page>();
  const waiting = new Map<string, string>();
  return {
    page: (value) => {
      if (!isFields(value)) return;
      const [slug, url] = [textOf(value["slug"]), textOf(value["url"])];
      if (slug === undefined || url === undefined) return;
      pages.set(slug, { url, title: textOf(value["title"]) ?? "", created: value["savedAt"] });
    },
    highlights: (slug, markdown) => waiting.set(slug, markdown),
    end: () => {
      for (const [slug, markdown] of waiting) {
        const page = pages.get(slug);
        if (page === undefined) continue;
        for (const { quote, note } of quotesIn(markdown)) finder.found(itemOf({ ...page, quote, note }, origin));
      }
    },
  };
}

/** Block quotes, each with the text below it. */
function quotesIn(markdown: string): { quote: string; note: string }[] {
  const found: { readonly quote: string; readonly notes: string[] }[] = [];
  for (const block of markdown.split(/\n\s*\n/).map((text) => text.trim())) {
    const lines = block.split("\n");
    const quoted = lines.filter((line) => line.startsWith(">")).map((line) => line.replace(/^>\s?/, ""));
    const below = lines.filter((line) => !line.startsWith(">"));
    if (quoted.length > 0) found.push({ quote: quoted.join("\n").trim(), notes: [below.join("\n").trim()] });
    else if (!block.startsWith("#")) found.at(-1)?.notes.push(block.replace(/^Note:\s*/i, ""));
  }
  return found
    .filter(({ quote }) => quote !== "")
    .map(({ quote, notes }) => ({ quote, note: notes.filter((note) => note !== "").join("\n\n") }));
}
