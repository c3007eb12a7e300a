/** What is longer is first looked for by its beginning, in UTF-16 code units: engines search for so much in linear time. */
const HEAD = 200;

/** How often a text's length may be compared in vain before another way is taken. */
const PATIENCE = 4;

/**
 * Every place where `part` stands in `text`, overlapping ones too, in time that grows with the length of both. Engines
 * search fast, but a text that says the same again and again costs them the product of both lengths.
 */
export function* occurrences(text: string, part: string): Generator<number> {
  const head = part.slice(0, HEAD);
  let compared = 0;
  for (let at = text.indexOf(head); at >= 0; at = text.indexOf(head, at + 1)) {
    compared += part.length - head.length;
    if (compared > PATIENCE * text.length) return yield* occurrencesFrom(text, part, at);
    if (text.startsWith(part, at)) yield at;
  }
}

/** The same from `start` on, with no step back in `text` (Knuth, Morris and Pratt 1977). */
function* occurrencesFrom(text: string, part: string, start: number): Generator<number> {
  const borders = bordersOf(part);
  let matched = 0;
  for (let at = start; at < text.length; at += 1) {
    const unit = text.charCodeAt(at);
    while (matched > 0 && part.charCodeAt(matched) !== unit) matched = borders[matched] ?? 0;
    if (part.charCodeAt(matched) === unit) matched += 1;
    if (matched === part.length) {
      yield at + 1 - matched;
      matched = borders[matched] ?? 0;
    }
  }
}

/** For each length, how much of the beginning of so much of `part` is its end as well. */
function bordersOf(part: string): Int32Array {
  const borders = new Int32Array(part.length + 1);
  let matched = 0;
  for (let end = 1; end < part.length; end += 1) {
    const unit = part.charCodeAt(end);
    while (matched > 0 && part.charCodeAt(matched) !== unit) matched = borders[matched] ?? 0;
    if (part.charCodeAt(matched) === unit) matched += 1;
    borders[end + 1] = matched;
  }
  return borders;
}
