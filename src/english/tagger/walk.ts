import type { Token } from "../../text/document.ts";
import { capitalsCarryMeaning, FEATURE_COUNT, features, formOf } from "./features.ts";
import { fold, type Tag } from "./tags.ts";

/** A word whose class is to be decided. */
export interface OpenWord {
  /** Index of its token. */
  readonly at: number;
  /** The rows of the model that describe it; filled anew for each word. */
  readonly rows: Int32Array;
}

/** Gives the class of a word that its list knows, or `null`: `closedTag` to train, `laterTag` to read articles. */
type KnownTag = (token: Token, lower: string, previous: Token | undefined) => Tag | null;

/** Which tokens begin with a capital that says something. */
export function tellingCapitals(tokens: readonly Token[]): boolean[] {
  const telling = capitalsCarryMeaning(tokens);
  return tokens.map(({ text }) => telling && text.charCodeAt(0) >= 65 && text.charCodeAt(0) <= 90);
}

/**
 * Walks over a sentence from left to right: closed classes are filled in by list, each other word is handed out, and
 * the class that comes back for it describes the words to its right.
 *
 * @param size how many rows the model has: a power of two.
 * @returns the class of every token.
 */
export function* walkSentence(
  tokens: readonly Token[],
  size: number,
  knownTag: KnownTag,
): Generator<OpenWord, Tag[], Tag> {
  const forms = tokens.map((token) => formOf(fold(token.text)));
  const capital = tellingCapitals(tokens);
  const tags: Tag[] = [];
  const rows = new Int32Array(FEATURE_COUNT);
  for (const [at, token] of tokens.entries()) {
    const known = knownTag(token, forms[at]?.text ?? "", tokens[at - 1]);
    if (known === null) {
      features(forms, capital, tags, at, size, rows);
      tags.push(yield { at, rows });
    } else {
      tags.push(known);
    }
  }
  return tags;
}
