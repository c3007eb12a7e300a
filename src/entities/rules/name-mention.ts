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

export function tokensOf(sentence: Sentence | undefined, { first, last }: NameMention): readonly Token[] {
  return sentence?.tokens.slice(first, last + 1) ?? [];
}
