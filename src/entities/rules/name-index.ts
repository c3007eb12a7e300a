import { type NameMention, sorted } from "./name-mention.ts";
import type { TaggedText } from "./tagged-text.ts";

/** Names by the tokens that they cover: to search for each would take the square of the length of a sentence. */
export class NameIndex {
  readonly #names: readonly NameMention[];
  readonly #offsets: readonly number[];
  /** For each token of the document 1 + the index of the name that covers it. */
  readonly #byToken: Uint32Array;

  constructor({ offsets, tokenCount }: TaggedText, names: readonly NameMention[]) {
    this.#names = names;
    this.#offsets = offsets;
    this.#byToken = new Uint32Array(tokenCount);
    names.forEach(({ sentence, first, last }, index) => {
      const from = offsets[sentence] as number;
      this.#byToken.fill(index + 1, from + first, from + last + 1);
    });
  }

  /** The name that covers a token. */
  at(sentence: number, token: number): NameMention | undefined {
    const from = this.#offsets[sentence] as number;
    const at = from + token;
    if (token < 0 || at >= (this.#offsets[sentence + 1] ?? this.#byToken.length)) return undefined;
    const index = this.#byToken[at] as number;
    return index === 0 ? undefined : this.#names[index - 1];
  }

  /** The first name that shares a token with another. */
  meeting({ sentence, first, last }: NameMention): NameMention | undefined {
    for (let at = first; at <= last; at += 1) {
      const name = this.at(sentence, at);
      if (name !== undefined) return name;
    }
    return undefined;
  }
}

/** Names with others in the place of all that they meet, in the order of the text. */
export function withNames(
  text: TaggedText,
  names: readonly NameMention[],
  added: readonly NameMention[],
): NameMention[] {
  if (added.length === 0) return [...names];
  const index = new NameIndex(text, added);
  return sorted([...names.filter((name) => index.meeting(name) === undefined), ...added]);
}
