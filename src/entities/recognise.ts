import type { Paragraph, Sentence, TextDocument } from "../text/document.ts";
import { type Span, textOf } from "../text/span.ts";
import type { Entity, EntityKind, Mention } from "./entity.ts";
import type { EntityModel } from "./model.ts";
import { mentionsOf, type NameMention, tokensOf } from "./name-mention.ts";
import { nameWords } from "./name.ts";
import { resolve } from "./resolve.ts";
import { taggableSentence } from "./taggable.ts";

/** A mention of something that is shown, where it stands in the text. */
interface PlacedMention extends Mention {
  readonly kind: EntityKind;
  readonly sentence: Sentence;
  readonly name: NameMention;
}

/**
 * Finds the people, places and organisations of an English document, one entity for each with all its mentions, in the
 * order of their first mention. Paragraphs that repeat an earlier one get its mentions, marked as repeated.
 */
export function recogniseEntities(document: TextDocument, model: EntityModel): Entity[] {
  const originals = document.paragraphs.filter((paragraph) => paragraph.repeatOf === null);
  const sentences = originals.flatMap((paragraph) => paragraph.sentences);
  const taggable = sentences.map((sentence) => taggableSentence(sentence, model.lexicon));
  const labels = model.tagger.tag(taggable);
  const names = labels.flatMap((sentenceLabels, index) => mentionsOf(sentenceLabels, index));
  const mentions = placeMentions(document, originals, sentences, names);
  const groups = resolve(mentions.map(({ kind, sentence, name }) => ({ kind, tokens: tokensOf(sentence, name) })));
  return groups.map((group) =>
    entityOf(
      document.text,
      group.flatMap((index) => mentions[index] ?? []),
    ),
  );
}

/** Sets names in the text, in every paragraph that says the same. */
function placeMentions(
  document: TextDocument,
  originals: readonly Paragraph[],
  sentences: readonly Sentence[],
  names: readonly NameMention[],
): PlacedMention[] {
  const indexOf = new Map<Sentence, number>(sentences.map((sentence, index) => [sentence, index]));
  const bySentence = new Map<number, NameMention[]>();
  for (const name of names) {
    const list = bySentence.get(name.sentence);
    if (list === undefined) bySentence.set(name.sentence, [name]);
    else list.push(name);
  }
  const mentions: PlacedMention[] = [];
  for (const paragraph of document.paragraphs) {
    const original = paragraph.repeatOf === null ? paragraph : document.paragraphs[paragraph.repeatOf];
    if (original === undefined || !originals.includes(original)) continue;
    original.sentences.forEach((said, at) => {
      const sentence = paragraph.sentences[at];
      if (sentence === undefined) return;
      for (const name of bySentence.get(indexOf.get(said) ?? -1) ?? []) {
        const { kind, first, last } = name;
        const start = sentence.tokens[first]?.start;
        const end = sentence.tokens[last]?.end;
        if (start === undefined || end === undefined) continue;
        mentions.push({ start, end, repeated: paragraph.repeatOf !== null, kind, sentence, name });
      }
    });
  }
  return mentions;
}

/** Lower numbers are better names: more words, then not in capitals, then earlier. */
function fullness(text: string, span: Span, words: number): number {
  const form = textOf(text, span);
  const isAllCaps = form === form.toUpperCase() && form.length > 4;
  return -2 * words + (isAllCaps ? 1 : 0);
}

function entityOf(text: string, mentions: readonly PlacedMention[]): Entity {
  const ranked = mentions
    .map((mention) => ({
      form: textOf(text, mention).replace(/\s+/g, " "),
      rank: fullness(text, mention, nameWords(tokensOf(mention.sentence, mention.name)).length),
    }))
    .toSorted((a, b) => a.rank - b.rank);
  const name = ranked[0]?.form ?? "";
  const aliases = [...new Set(ranked.map(({ form }) => form))].filter((form) => form !== name);
  return {
    kind: mentions[0]?.kind ?? "person",
    name,
    aliases: aliases.toSorted((a, b) => b.length - a.length),
    role: null,
    mentions: mentions.map(({ start, end, repeated }) => ({ start, end, repeated })),
  };
}
