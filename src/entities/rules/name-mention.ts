import type { Sentence, Token } from "../../text/document.ts";
import type { EntityKind } from "../entity.ts";
import { beginLabel, isBegin, kindOf, OUTSIDE } from "../tagging/labels.ts";

/** A name in one sentence, before it is known who or what it names. */
export interface NameMention {
  /** Index of the sentence among those of the document. */
  readonly sentence: number;
  /** Its first and last token. */
  readonly first: number;
  readonly last: number;
  readonly kind: EntityKind;
}

/** The names that labels mark in a sentence, in order. */
export function mentionsOf(labels: Uint8Array, sentence: number): NameMention[] {
  const mentions: NameMention[] = [];
  for (let first = 0; first < labels.length; first += 1) {
    const label = labels[first] ?? OUTSIDE;
    const kind = kindOf(label);
    if (kind === null || !isBegin(label)) continue;
    let last = first;
    while (labels[last + 1] === beginLabel(kind) + 1) last += 1;
    mentions.push({ sentence, first, last, kind });
    first = last;
  }
  return mentions;
}

/** The names of each sentence, in the order in which they come. */
export function groupBySentence(names: readonly NameMention[], sentences: number): NameMention[][] {
  const groups: NameMention[][] = [];
  while (groups.length < sentences) groups.push([]);
  for (const name of names) groups[name.sentence]?.push(name);
  return groups;
}

/** Names in the order of the text. */
export function sorted(names: readonly NameMention[]): NameMention[] {
  return names.toSorted((a, b) => a.sentence - b.sentence || a.first - b.first);
}

/** Names by the tokens that they cover: to search for each would take the square of the length of a sentence. */
export class NameIndex {
  readonly #byToken = new Map<number, NameMention>();

  constructor(names: readonly NameMention[]) {
    for (const name of names) {
      for (let at = name.first; at <= name.last; at += 1) this.#byToken.set(keyOf(name.sentence, at), name);
    }
  }

  /** The name that covers a token. */
  at(sentence: number, token: number): NameMention | undefined {
    return this.#byToken.get(keyOf(sentence, token));
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

/** More tokens than a text that is read has. */
const MOST_TOKENS = 2 ** 26;
const keyOf = (sentence: number, token: number): number => sentence * MOST_TOKENS + token;

/** Names with others in the place of all that they meet, in the order of the text. */
export function withNames(names: readonly NameMention[], added: readonly NameMention[]): NameMention[] {
  if (added.length === 0) return [...names];
  const index = new NameIndex(added);
  return sorted([...names.filter((name) => index.meeting(name) === undefined), ...added]);
}

export function tokensOf(sentence: Sentence | undefined, { first, last }: NameMention): readonly Token[] {
  return sentence?.tokens.slice(first, last + 1) ?? [];
}
