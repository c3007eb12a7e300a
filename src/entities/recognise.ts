import { finish, type Steps } from "../slices.ts";
import type { Paragraph, Sentence, TextDocument } from "../text/document.ts";
import { textOf } from "../text/span.ts";
import type { Entity, EntityKind, Mention } from "./entity.ts";
import type { EntityModel } from "./tagging/model.ts";
import { groupBySentence, mentionsOf, type NameMention, tokensOf } from "./rules/name-mention.ts";
import { nameWords } from "./merging/name.ts";
import { resolve } from "./merging/resolve.ts";
import { roleOf } from "./merging/roles.ts";
import { applyRules } from "./rules/index.ts";
import { taggedText } from "./rules/tagged-text.ts";
import { taggableSentence, type TaggableSentence } from "./tagging/taggable.ts";

/** A document that is being read: the sentences of all paragraphs that repeat no other, in two forms side by side. */
interface Reading {
  readonly document: TextDocument;
  readonly sentences: readonly Sentence[];
  readonly taggable: readonly TaggableSentence[];
  /** Indices of the sentences that open a paragraph. */
  readonly opening: ReadonlySet<number>;
}

/** A mention where it stands in the text, with the name that it comes from. */
interface PlacedMention extends Mention {
  readonly kind: EntityKind;
  readonly name: NameMention;
  /** The name's place among those of its sentence. */
  readonly position: number;
  /** The name's words in the form in which names are compared. */
  readonly words: readonly string[];
}

/**
 * Finds the people, places and organisations of an English document, one entity for each with all its mentions, in the
 * order of their first mention. Paragraphs that repeat an earlier one get its mentions, marked as repeated.
 */
export function recogniseEntities(document: TextDocument, model: EntityModel): Entity[] {
  return finish(recogniseSteps(document, model));
}

/** The same as steps. */
export function* recogniseSteps(document: TextDocument, model: EntityModel): Steps<Entity[]> {
  const reading = yield* read(document, model);
  const names = yield* findNames(reading, model);
  const bySentence = groupBySentence(names, reading.sentences.length);
  const mentions = placeMentions(reading, bySentence);
  yield;
  const entities: Entity[] = [];
  for (const group of resolve(mentions)) {
    const own = group.map((index) => mentions[index] as PlacedMention);
    entities.push(entityOf(reading, bySentence, own));
    yield;
  }
  return entities;
}

function* read(document: TextDocument, { lexicon }: EntityModel): Steps<Reading> {
  const sentences: Sentence[] = [];
  const opening = new Set<number>();
  for (const paragraph of document.paragraphs) {
    if (paragraph.repeatOf !== null) continue;
    opening.add(sentences.length);
    sentences.push(...paragraph.sentences);
  }
  const taggable: TaggableSentence[] = [];
  for (const sentence of sentences) {
    taggable.push(taggableSentence(sentence, lexicon));
    yield;
  }
  return { document, sentences, taggable, opening };
}

function* findNames({ sentences, taggable, opening }: Reading, { tagger, lexicon }: EntityModel): Steps<NameMention[]> {
  const tagged = (yield* tagger.tag(taggable)).flatMap((labels, index) => mentionsOf(labels, index));
  return yield* applyRules(taggedText({ sentences, taggable, gazetteer: lexicon.gazetteer, opening }), tagged);
}

/** Sets names in the text, in every paragraph that says the same; in the order of the text. */
function placeMentions(
  { document, sentences }: Reading,
  bySentence: readonly (readonly NameMention[])[],
): PlacedMention[] {
  const indexOf = new Map<Sentence, number>();
  sentences.forEach((sentence, index) => indexOf.set(sentence, index));
  const mentions: PlacedMention[] = [];
  for (const paragraph of document.paragraphs) {
    const original: Paragraph | undefined =
      paragraph.repeatOf === null ? paragraph : document.paragraphs[paragraph.repeatOf];
    original?.sentences.forEach((said, at) => {
      const tokens = paragraph.sentences[at]?.tokens ?? [];
      for (const [position, name] of (bySentence[indexOf.get(said) ?? -1] ?? []).entries()) {
        const start = tokens[name.first]?.start;
        const end = tokens[name.last]?.end;
        if (start === undefined || end === undefined) continue;
        const words = nameWords(tokensOf(said, name));
        mentions.push({ start, end, repeated: paragraph.repeatOf !== null, kind: name.kind, name, position, words });
      }
    });
  }
  return mentions;
}

function entityOf(
  reading: Reading,
  bySentence: readonly (readonly NameMention[])[],
  mentions: readonly PlacedMention[],
): Entity {
  const { text } = reading.document;
  const ranked = mentions
    .map((mention) => {
      const form = textOf(text, mention).replace(/\s+/g, " ");
      // Lower is better: more words, then not in capitals, then earlier.
      return { form, rank: (form.length > 4 && form === form.toUpperCase() ? 1 : 0) - 2 * mention.words.length };
    })
    .toSorted((a, b) => a.rank - b.rank);
  const name = ranked[0]?.form ?? "";
  const aliases = new Set(ranked.map(({ form }) => form).filter((form) => form !== name));
  const kind = mentions[0]?.kind ?? "person";
  return {
    kind,
    name,
    aliases: [...aliases].toSorted((a, b) => b.length - a.length),
    role: kind === "person" ? firstRole(reading, bySentence, mentions) : null,
    mentions: mentions.map(({ start, end, repeated }) => ({ start, end, repeated })),
  };
}

/** Names before and behind that may stand within the phrases that a role is looked for in. */
const NEAR = 16;

/** The first role that the text gives a person beside a mention. */
function firstRole(
  reading: Reading,
  bySentence: readonly (readonly NameMention[])[],
  mentions: readonly PlacedMention[],
): string | null {
  for (const { name, position, repeated } of mentions) {
    const sentence = reading.taggable[name.sentence];
    if (repeated || sentence === undefined) continue;
    const others = (bySentence[name.sentence] ?? []).slice(Math.max(0, position - NEAR), position + NEAR + 1);
    const role = roleOf(
      name,
      reading.sentences[name.sentence]?.tokens ?? [],
      sentence,
      others.filter((other) => other !== name),
    );
    if (role !== null) return textOf(reading.document.text, role).replace(/\s+/g, " ");
  }
  return null;
}
