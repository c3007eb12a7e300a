import { hashText } from "../tagging/hash.ts";
import type { TaggableSentence } from "../tagging/taggable.ts";
import { NameIndex, type NameMention } from "./name-mention.ts";
import type { TaggedText } from "./tagged-text.ts";

/** Capitalised at the head of a sentence, they are no part of the name that follows. */
const OPENERS: ReadonlySet<number> = new Set(
  (
    "the a an in on at to from for by with of as and but or if when while after before since until during under over between " +
    "across near inside outside around through against about despite because although though both all some many most no not " +
    "this that these those his her its their our my your what who where why how there here then now so yet still also even " +
    "only meanwhile however like unlike within without nearby once today yesterday"
  )
    .split(" ")
    .map((word) => hashText(word)),
);

/** The runs of capitalised words that no name meets, as names of people, without what only opens the sentence. */
export function freeRuns(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const free: NameMention[] = [];
  const taken = new NameIndex(names);
  text.runs.forEach((runs, sentence) => {
    const { lexemes, firstWord } = text.taggable[sentence] as TaggableSentence;
    for (const { first: head, last } of runs) {
      const opens = head === firstWord && head < last && OPENERS.has(lexemes[head]?.phrase ?? 0);
      const name: NameMention = { sentence, first: head + (opens ? 1 : 0), last, kind: "person" };
      if (taken.meeting(name) === undefined) free.push(name);
    }
  });
  return free;
}
