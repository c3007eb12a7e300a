import nlp from "compromise";
import { tokenise } from "../../src/text/tokenise.ts";
import type { Token } from "../../src/text/document.ts";
import { CLASSES } from "../../src/english/tagger/model.ts";

/** One sentence with the teacher's class for each token, or -1 where the teacher is no guide. */
export interface SilverSentence {
  readonly tokens: readonly Token[];
  readonly classes: readonly number[];
}

function classOf(tags: readonly string[]): number {
  const has = (tag: string): boolean => tags.includes(tag);
  const index = (name: (typeof CLASSES)[number]): number => CLASSES.indexOf(name);
  if (has("Value") && !has("Date")) return index("number");
  if (has("Gerund")) return index("gerund");
  if (has("PastTense") || has("Participle")) return index("past");
  if (has("Infinitive")) return index("base");
  if (has("PresentTense")) return index("present");
  if (has("Adverb")) return index("adverb");
  if (has("Adjective")) return index("adjective");
  if (has("Noun") || has("Date")) return index("noun");
  return -1;
}

/** Lets `compromise` tag a line of text, and carries its tags over to the project's own tokens by their offsets. */
export function silver(line: string): SilverSentence {
  const tokens = tokenise(line);
  const byStart = new Map<number, number>();
  let at = 0;
  for (const sentence of nlp(line).json() as { terms: { text: string; tags?: string[] }[] }[]) {
    for (const { text, tags } of sentence.terms) {
      if (text === "") continue;
      const start = line.indexOf(text, at);
      if (start < 0) continue;
      at = start + text.length;
      byStart.set(start, classOf(tags ?? []));
    }
  }
  return { tokens, classes: tokens.map((token) => byStart.get(token.start) ?? -1) };
}
