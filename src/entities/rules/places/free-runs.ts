import type { EntityKind } from "../../entity.ts";
import { classBit } from "../../tagging/gazetteer.ts";
import { hashText } from "../../tagging/hash.ts";
import { meansPerson } from "../../tagging/senses.ts";
import type { Lexeme } from "../../tagging/lexeme.ts";
import { Casing, type TaggableSentence } from "../../tagging/taggable.ts";
import { NameIndex } from "../name-index.ts";
import { type NameMention, sorted } from "../name-mention.ts";
import type { NameTable } from "../table/row.ts";
import { type TaggedText, textAt } from "../tagged-text.ts";

const NO_PLACE =
  classBit("word") | classBit("role") | classBit("demonym") | classBit("organisation") | classBit("team");

/** Capitalised at the head of a sentence, they are no part of the name that follows. */
const OPENERS: ReadonlySet<number> = new Set(
  (
    "the a an in on at to from for by with of as and but or if when while after before since until during under over between " +
    "across near inside outside around through against about despite because although though both all some many most no not " +
    "this that these those his her its their our my your what who where why how there here then now so yet still also even " +
    "only later earlier perhaps maybe soon finally instead meanwhile however like unlike within without nearby once today yesterday"
  )
    .split(" ")
    .map((word) => hashText(word)),
);

/** Whether a word only opens a sentence, and is no part of a name that follows: "The", "After". */
export function isOpener(lexeme: Lexeme | undefined): boolean {
  return lexeme !== undefined && OPENERS.has(lexeme.phrase);
}

/** The rule that adds free runs, of several words where nothing else is said, which a table, given them as bodies, takes for names of a kind. */
export function fromFreeRuns(
  table: NameTable,
  kind: EntityKind,
  { alone = false }: { readonly alone?: boolean } = {},
): (text: TaggedText, names: readonly NameMention[]) => NameMention[] {
  return (text, names) => {
    const added = freeRuns(text, names).flatMap((run) => {
      if (
        (run.first === run.last && !(alone && isNobodysWord(text, run))) ||
        text.taggable[run.sentence]?.casing !== Casing.Sentence
      )
        return [];
      const name = table(text, { ...run, kind: "organisation" });
      return name?.kind === kind ? [name] : [];
    });
    return added.length === 0 ? [...names] : sorted([...names, ...added]);
  };
}

/** No initials, no common word, people or role, and not the first word of its sentence. */
function isNobodysWord(text: TaggedText, { sentence, first }: NameMention): boolean {
  const { taggable } = text;
  const lexeme = taggable[sentence]?.lexemes[first];
  return (
    lexeme !== undefined &&
    first !== taggable[sentence]?.firstWord &&
    !isOpener(lexeme) &&
    !lexeme.isAllCaps &&
    !/\d/.test(textAt(text, sentence, first)) &&
    taggable[sentence]?.lexemes[first - 1]?.isParticle !== true &&
    (lexeme.classes & NO_PLACE) === 0 &&
    !meansPerson(lexeme.sense)
  );
}

/** The runs of capitalised words that no name meets, as names of people, without what only opens the sentence. */
export function freeRuns(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const free: NameMention[] = [];
  const taken = new NameIndex(text, names);
  text.runs.forEach((runs, sentence) => {
    const { lexemes, firstWord } = text.taggable[sentence] as TaggableSentence;
    for (const { first: head, last } of runs) {
      const opens = head === firstWord && head < last && isOpener(lexemes[head]);
      const name: NameMention = { sentence, first: head + (opens ? 1 : 0), last, kind: "person" };
      if (taken.meeting(name) === undefined) free.push(name);
    }
  });
  return free;
}
