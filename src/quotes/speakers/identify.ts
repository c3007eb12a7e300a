import { headNoun } from "./description.ts";
import { described } from "./described.ts";
import { joint } from "./joint.ts";
import { apposed, named } from "./named.ts";
import { nounKind } from "../../english/holders.ts";
import { type Phrase, phraseOf, type Reading, type SourceWords } from "./phrase.ts";
import { antecedent, genderOfPronoun, isAnaphor } from "./pronouns.ts";
import type { Referent } from "./referent.ts";

/** Words that stand for somebody, but say nothing of who it is. */
const NOBODY = /^(?:i|we|you|who|which|that|this|these|those|there|what|one|me|us)$/;

/**
 * Whoever is meant by the words that name a source: a pronoun, a name, a description, or several joined by "and". Whom
 * the text speaks of nowhere else is met here for the first time; where nothing tells who is meant, the words stand for
 * themselves.
 */
export function identify(reading: Reading, unit: number, source: SourceWords): Referent {
  const { stage } = reading;
  const phrase = phraseOf(reading, unit, source);
  const only = phrase.to - phrase.from === 1 ? (phrase.words[phrase.from]?.lower ?? "") : "";
  const open = (): Referent =>
    stage.meet({ kind: "open", name: phrase.wording, gender: genderOfPronoun(only), firstStart: source.core.start });
  if (isAnaphor(only)) return antecedent(only, unit, source.core.start, stage) ?? open();
  if (NOBODY.test(only)) return open();
  return (
    joint(reading, phrase) ??
    apposed(reading, phrase) ??
    named(reading, phrase) ??
    author(reading, phrase) ??
    described(reading, phrase) ??
    open()
  );
}

/** Whoever a subject of the narrator's describes, without a name: "Residents blocked the road." `null` for a name. */
export function describedSubject(reading: Reading, unit: number, source: SourceWords): Referent | null {
  const phrase = phraseOf(reading, unit, source);
  const { description, words, names } = phrase;
  if (description === null || names.some(({ from, to }) => from <= description.at && description.at < to)) return null;
  const isName =
    words[description.at]?.capital === true && nounKind(headNoun(description)) === null && description.at > 0;
  return isName ? null : (joint(reading, phrase) ?? apposed(reading, phrase) ?? described(reading, phrase));
}

const WRITTEN = /^(?:statement|letter|release|announcement|message|memo|email|e-mail|tweet|post|communique|note)$/;

/** "a statement from the Harbour Trust" is the trust's. */
function author(reading: Reading, phrase: Phrase): Referent | null {
  const { words, to, description, names, unit } = phrase;
  if (description === null || !WRITTEN.test(description.head)) return null;
  const from = description.complement + 1;
  const start = words[from]?.start;
  const end = words[to - 1]?.end;
  if (start === undefined || end === undefined || !/^(?:from|by|of)$/.test(words[from - 1]?.lower ?? "")) return null;
  const writer = phraseOf(reading, unit, { core: { start, end }, whole: { start, end } });
  if (writer.description === null) return null;
  const { at, complement } = writer.description;
  const isSomebody =
    names.some((name) => name.from <= at && at < name.to) || nounKind(headNoun(writer.description)) !== null;
  const core = { start, end: words[complement - 1]?.end ?? end };
  return isSomebody ? identify(reading, unit, { core, whole: { start, end } }) : null;
}
