import type { Token } from "../../text/document.ts";
import { CLASSES } from "./model.ts";
import { CLOSED, type Tag } from "./tags.ts";

function hash(seed: number, text: string, from = 0): number {
  let value = Math.imul(seed ^ 0x811c9dc5, 0x9e3779b1);
  for (let at = from; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}

/** Headlines capitalise every long word: capitals say nothing there. */
export function capitalsCarryMeaning(tokens: readonly Token[]): boolean {
  let long = 0;
  let capital = 0;
  for (const { text } of tokens) {
    if (text.length < 4) continue;
    const code = text.charCodeAt(0);
    if (code >= 97 && code <= 122) long += 1;
    else if (code >= 65 && code <= 90) {
      long += 1;
      capital += 1;
    }
  }
  return long < 4 || capital < long * 0.75;
}

/** How many features describe a word: the length of what `features` fills. */
export const FEATURE_COUNT = 17;

/**
 * Fills `out` with the rows of the model that describe the word at `at`: its form, its endings, its neighbours and the
 * tags already given to the left.
 */
export function features(
  lower: readonly string[],
  capital: readonly boolean[],
  tags: readonly Tag[],
  at: number,
  rows: number,
  out: Int32Array,
): void {
  const word = lower[at] ?? "";
  const before = lower[at - 1] ?? "<";
  const after = lower[at + 1] ?? ">";
  const tag1 = tags[at - 1] ?? "<";
  const tag2 = tags[at - 2] ?? "<";
  const next = CLOSED.get(after) ?? "?";
  const mask = rows - 1;
  const w = hash(1, word);
  let i = 0;
  const put = (value: number): void => {
    out[i] = (value ^ (value >>> 15)) & mask;
    i += 1;
  };
  put(w);
  put(hash(2, word, Math.max(0, word.length - 2)));
  put(hash(3, word, Math.max(0, word.length - 3)));
  put(hash(4, word, Math.max(0, word.length - 4)));
  put(hash(5, tag1));
  put(hash(6, tag2 + tag1));
  put(hash(7, before));
  put(hash(8, after));
  put(hash(w, tag1));
  put(hash(w + 1, next));
  put(hash(9, after, Math.max(0, after.length - 3)));
  put(hash(10, before, Math.max(0, before.length - 3)) ^ hash(3, word, Math.max(0, word.length - 2)));
  put(hash(11, tag1 + next) ^ hash(3, word, Math.max(0, word.length - 2)));
  put(capital[at] === true ? (at > 0 ? 77 : 78) : word.includes("-") ? 79 : 80);
  put(hash(12, lower[at + 2] ?? ">") ^ hash(13, next));
  put(hash(14, before + tag2));
  put(hash(15, word.slice(0, 3)));
}

/** The model's class with the highest score for the given rows. */
export function bestClass(weights: Int8Array | Float64Array, rows: Int32Array): number {
  let best = 0;
  let bestScore = -Infinity;
  for (let k = 0; k < CLASSES.length; k += 1) {
    let score = 0;
    for (const row of rows) score += weights[row * CLASSES.length + k] ?? 0;
    if (score > bestScore) {
      bestScore = score;
      best = k;
    }
  }
  return best;
}
