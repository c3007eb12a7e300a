import { normalise, type NormalisedText } from "../text/normalise.ts";
import { countWords, type Words } from "./words.ts";

/** A page's text, prepared once so that many passages can be looked for in it. */
export interface TextIndex {
  readonly text: string;
  readonly normalised: NormalisedText;
  /** The words of the normalised text; counted at the first call. */
  words(): Words;
  /** Counts the words as `words` does, but yields every millisecond or so until they are there. */
  prepare(): Generator<undefined, Words>;
}

/** Prepares `text`, the whole text of a page, for `anchor`. */
export function createTextIndex(text: string): TextIndex {
  const normalised = normalise(text);
  let words: Words | null = null;
  function* prepare(): Generator<undefined, Words> {
    return (words ??= yield* countWords(normalised));
  }
  return {
    text,
    normalised,
    prepare,
    words() {
      const counting = prepare();
      for (;;) {
        const step = counting.next();
        if (step.done) return step.value;
      }
    },
  };
}
