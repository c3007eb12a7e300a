import { classBit } from "../tagging/gazetteer.ts";
import { groupBySentence, type NameMention } from "./name-mention.ts";
import { tellsOfSport } from "./sport.ts";
import { BEFORE_PLACE } from "./table/words.ts";
import { classesOf, formOf, type TaggedText, textAt } from "./tagged-text.ts";

const COUNTRY = classBit("country");
const PLACES = COUNTRY | classBit("city") | classBit("town") | classBit("region") | classBit("feature");
const SCORE = /^\d{1,3}$/;
/** So many numbers behind a name are a row of a table. */
const TABLE_ROW = 2;

/**
 * Takes places that stand in scores and tables for the teams that they are ("Bergen 2 Odense 1", "OSLO 4 2 1 1 9 3"), in
 * texts about sport also "the Otters", and the same names elsewhere in the document, unless something is "in" them. Countries stay what they are.
 */
export function knowTeams(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const separate = names.flatMap((name) => betweenScores(text, name));
  const teams = new Set<string>();
  const plurals = separate.filter((name) => isTown(text, name) && isPlural(text, name));
  if (plurals.length > 0 && tellsOfSport(text)) for (const name of plurals) teams.add(formOf(text, name));
  for (const inSentence of groupBySentence(separate, text.sentences.length)) {
    const scorers = inSentence.filter(({ sentence, last }) => SCORE.test(textAt(text, sentence, last + 1)));
    for (const name of scorers) {
      if ((scorers.length > 1 || isTableRow(text, name)) && isTown(text, name)) teams.add(formOf(text, name));
    }
  }
  if (teams.size === 0) return separate;
  return separate.map((name) =>
    isTown(text, name) && !isPlaceHere(text, name) && teams.has(formOf(text, name))
      ? { ...name, kind: "organisation" }
      : name,
  );
}

const isTown = (text: TaggedText, name: NameMention): boolean =>
  name.kind === "place" && (classesOf(text, name) & COUNTRY) === 0;

/** "the Otters", "the Tarn River Cats": what no list of places has, called by several of something. */
function isPlural(text: TaggedText, name: NameMention): boolean {
  const { sentence, first, last } = name;
  return (
    textAt(text, sentence, first - 1) === "the" &&
    /[^s]s$/.test(textAt(text, sentence, last)) &&
    (classesOf(text, name) & PLACES) === 0
  );
}

/** "in Bergen", "Odense at Bergen", and "BERGEN 1996-08-30" at the head of a line. */
function isPlaceHere(text: TaggedText, { sentence, first, last }: NameMention): boolean {
  const before = textAt(text, sentence, first - 1);
  return BEFORE_PLACE.test(before) || /^at$/i.test(before) || /^\d{4}/.test(textAt(text, sentence, last + 1));
}

function isTableRow(text: TaggedText, { sentence, first, last }: NameMention): boolean {
  if (first > 0) return false;
  for (let at = 1; at <= TABLE_ROW; at += 1) if (!SCORE.test(textAt(text, sentence, last + at))) return false;
  return true;
}

/** "Bergen 2 Odense", taken for one name: the names between the numbers. */
function betweenScores(text: TaggedText, name: NameMention): NameMention[] {
  const parts: NameMention[] = [];
  let { first } = name;
  for (let at = name.first; at <= name.last; at += 1) {
    if (!SCORE.test(textAt(text, name.sentence, at)) || at === name.first || at === name.last) continue;
    parts.push({ ...name, first, last: at - 1 });
    first = at + 1;
  }
  return parts.length === 0 ? [name] : [...parts, { ...name, first }];
}
