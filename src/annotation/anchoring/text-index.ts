import type { Steps } from "../../slices.ts";
import { type NormalisedText, normaliseSteps } from "../../text/normalise.ts";
import { countWords, type Words } from "./words.ts";

/** A page's text, in which many passages can be looked for: what that takes is worked out once, when it is needed. */
export interface TextIndex {
  readonly text: string;
  normalised(): Steps<NormalisedText>;
  /** The words of the normalised text. */
  words(): Steps<Words>;
}

/** Prepares `text`, the whole text of a page, for `anchor`. */
export function createTextIndex(text: string): TextIndex {
  let normalised: NormalisedText | null = null;
  let words: Words | null = null;
  const index: TextIndex = {
    text,
    *normalised() {
      return (normalised ??= yield* normaliseSteps(text));
    },
    *words() {
      return (words ??= yield* countWords(yield* index.normalised()));
    },
  };
  return index;
}
