import { hitsIn } from "../../../src/library/words.ts";

/**
 * How much of a text a row shows, in UTF-16 code units; up to where a hit is seen in its first line, and how much stands
 * before one that begins further on.
 */
const SHOWN = 400;
const SEEN = 70;
const BEFORE = 30;

/** A text with the words marked that were searched for; a long one from a little before the first of them. */
export function Marked({ text, words }: { readonly text: string; readonly words: readonly string[] }) {
  const whole = text.slice(0, 20_000);
  const hits = hitsIn(whole, words);
  const first = hits[0]?.start ?? 0;
  const start = first > SEEN ? whole.indexOf(" ", first - BEFORE) + 1 : 0;
  const end = start + SHOWN;
  const pieces = [];
  let at = start;
  for (const hit of hits) {
    if (hit.start < at || hit.end > end) continue;
    pieces.push(whole.slice(at, hit.start), <mark class="hit">{whole.slice(hit.start, hit.end)}</mark>);
    at = hit.end;
  }
  return (
    <>
      {start > 0 && "… "}
      {pieces}
      {whole.slice(at, end)}
      {whole.length > end && " …"}
    </>
  );
}
