import { readFileSync } from "node:fs";
import { gunzipSync } from "node:zlib";
import { hashText } from "../src/entities/tagging/hash.ts";
import { tokenise } from "../src/text/tokenise.ts";
import type { ClusteredWords } from "./export.ts";

/**
 * Reads clusters of words: a compressed table of lines with tabs, the commonest word first: a word in lower case, its
 * cluster among a thousand, its cluster among 256 and among 64. Words that no text has as one token are left out.
 */
export function gatherClusters(file: string): ClusteredWords {
  const entries: { readonly hash: number; readonly cluster: number }[] = [];
  const counts: number[][] = [];
  for (const line of gunzipSync(readFileSync(file)).toString("utf8").split("\n")) {
    const [word = "", fine, , coarse] = line.split("\t");
    if (coarse === undefined || !/\p{L}/u.test(word) || /\d/.test(word) || tokenise(word).length !== 1) continue;
    entries.push({ hash: hashText(word), cluster: Number(fine) + 1 });
    const row = (counts[Number(fine)] ??= []);
    row[Number(coarse)] = (row[Number(coarse)] ?? 0) + 1;
  }
  const broad = Array.from(counts, (row) => {
    let best = 0;
    row?.forEach((count, coarse) => {
      if (count > (row[best] ?? 0)) best = coarse;
    });
    return best;
  });
  return { entries, broad };
}
