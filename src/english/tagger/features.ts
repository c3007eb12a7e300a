import type { Token } from "../../text/document.ts";
import { CLASSES } from "./model.ts";
import { CLOSED, type Tag } from "./tags.ts";

const hash = (seed: number, text: string, from = 0): number =>
  extended(Math.imul(seed ^ 0x811c9dc5, 0x9e3779b1), text, from);

/** The hash of a text that goes on with another. */
function extended(start: number, text: string, from = 0): number {
  let value = start;
  for (let at = from; at < text.length; at += 1) value = Math.imul(value ^ text.charCodeAt(at), 0x01000193);
  return value;
}

/** What the features need of a form, wherever it stands. */
export interface Form {
  readonly word: number;
  readonly text: string;
  /** Its last two, three and four letters, and its first three. */
  readonly endings: readonly [number, number, number];
  readonly crossedEnding: number;
  readonly opening: number;
  readonly asBefore: number;
  readonly endingBefore: number;
  readonly asBeforeWithTag: number;
  readonly asAfter: number;
  readonly endingAfter: number;
  readonly asSecondAfter: number;
  readonly hyphened: boolean;
}

/** The forms seen last: an article repeats most of its words. */
const seen = new Map<string, Form>();
const MOST_FORMS = 8192;

export function formOf(text: string): Form {
  const known = seen.get(text);
  if (known !== undefined) return known;
  if (seen.size >= MOST_FORMS) seen.clear();
  const last = (count: number): number => Math.max(0, text.length - count);
  const form: Form = {
    text,
    word: hash(1, text),
    endings: [hash(2, text, last(2)), hash(3, text, last(3)), hash(4, text, last(4))],
    crossedEnding: hash(3, text, last(2)),
    opening: hash(15, text.slice(0, 3)),
    asBefore: hash(7, text),
    endingBefore: hash(10, text, last(3)),
    asBeforeWithTag: hash(14, text),
    asAfter: hash(8, text),
    endingAfter: hash(9, text, last(3)),
    asSecondAfter: hash(12, text),
    hyphened: text.includes("-"),
  };
  seen.set(text, form);
  return form;
}

/** What stands before the first word of a sentence, and behind its last. */
const START = formOf("<");
const END = formOf(">");

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
  forms: readonly Form[],
  capital: readonly boolean[],
  tags: readonly Tag[],
  at: number,
  rows: number,
  out: Int32Array,
): void {
  const form = forms[at] ?? END;
  const before = forms[at - 1] ?? START;
  const after = forms[at + 1] ?? END;
  const tag1 = tags[at - 1] ?? "<";
  const tag2 = tags[at - 2] ?? "<";
  const next = CLOSED.get(after.text) ?? "?";
  const mask = rows - 1;
  let i = 0;
  const put = (value: number): void => {
    out[i] = (value ^ (value >>> 15)) & mask;
    i += 1;
  };
  const [ending2, ending3, ending4] = form.endings;
  put(form.word);
  put(ending2);
  put(ending3);
  put(ending4);
  put(hash(5, tag1));
  put(extended(hash(6, tag2), tag1));
  put(before.asBefore);
  put(after.asAfter);
  put(hash(form.word, tag1));
  put(hash(form.word + 1, next));
  put(after.endingAfter);
  put(before.endingBefore ^ form.crossedEnding);
  put(extended(hash(11, tag1), next) ^ form.crossedEnding);
  put(capital[at] === true ? (at > 0 ? 77 : 78) : form.hyphened ? 79 : 80);
  put((forms[at + 2] ?? END).asSecondAfter ^ hash(13, next));
  put(extended(before.asBeforeWithTag, tag2));
  put(form.opening);
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
