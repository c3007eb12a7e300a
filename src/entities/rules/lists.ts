import { classBit } from "../tagging/gazetteer.ts";
import { freeRuns } from "./places/free-runs.ts";
import { NameIndex } from "./name-index.ts";
import { type NameMention, sorted } from "./name-mention.ts";
import { noNames } from "./table/nothing-rows.ts";
import { classesOf, type TaggedText, textAt } from "./tagged-text.ts";

const REGION = classBit("region");
const GIVEN = classBit("given");
const FAMILY = classBit("family");
/** A name in a list: how many neighbours must be of one kind. */
const ENOUGH = 2;

/**
 * Gives a name that was missed the kind of its neighbours in a list: of "Longshan, Taoyang and Rongshui" two places make
 * the third one, and beside a person "GT Ramanna" is one.
 */
export function completeLists(text: TaggedText, names: readonly NameMention[]): NameMention[] {
  const index = new NameIndex(text, names);
  const added = freeRuns(text, names).flatMap((run): readonly NameMention[] => {
    const { sentence, first, last } = run;
    const isBeside = joint(text, sentence, first - 1, -1) > 0 || joint(text, sentence, last + 1, 1) > 0;
    if (!isBeside) return [];
    const neighbours = [...before(text, run, index), ...behind(text, run, index)];
    const [neighbour] = neighbours;
    if (neighbour === undefined || neighbours.some(({ kind }) => kind !== neighbour.kind)) return [];
    const isInitialed = first < last && /^\p{Lu}{1,2}$/u.test(textAt(text, sentence, first));
    const isEnough = neighbours.length >= ENOUGH && neighbour.kind === "place" && first === last;
    // "Severn, Md.": a region behind its town
    const isBehind = neighbour.last === first - 2 && textAt(text, sentence, first - 1) === ",";
    const isRegion = isBehind && neighbour.kind === "place" && (classesOf(text, run) & REGION) !== 0;
    const isPerson = neighbour.kind === "person" && (isInitialed || isFullName(text, run));
    if (!isEnough && !isRegion && !isPerson) return [];
    const name = noNames(text, { ...run, kind: neighbour.kind });
    return name === null ? [] : [name];
  });
  return added.length === 0 ? [...names] : sorted([...names, ...added]);
}

/** "April Dunn": a given name, though it is a word too, and a family name. */
function isFullName({ taggable }: TaggedText, { sentence, first, last }: NameMention): boolean {
  const [given, family] = [first, last].map((at) => taggable[sentence]?.lexemes[at]?.classes ?? 0);
  return last === first + 1 && ((given ?? 0) & GIVEN) !== 0 && ((family ?? 0) & FAMILY) !== 0;
}

/** The tokens between two names of a list: "," "and" ", and"; 0 where there is something else. */
function joint(text: TaggedText, sentence: number, at: number, direction: 1 | -1): number {
  const near = textAt(text, sentence, at);
  if (near !== "," && near !== "and" && near !== "or") return 0;
  const [mark, word] =
    direction === 1 ? [near, textAt(text, sentence, at + 1)] : [textAt(text, sentence, at - 1), near];
  return mark === "," && (word === "and" || word === "or") ? 2 : 1;
}

/** The names of the list that stand before a run, the nearest first. */
function before(text: TaggedText, { sentence, first }: NameMention, index: NameIndex): NameMention[] {
  const found: NameMention[] = [];
  let at = first;
  for (;;) {
    const step = joint(text, sentence, at - 1, -1);
    const name = index.at(sentence, at - 1 - step);
    if (step === 0 || name === undefined || found.length > ENOUGH) return found;
    found.push(name);
    at = name.first;
  }
}

function behind(text: TaggedText, { sentence, last }: NameMention, index: NameIndex): NameMention[] {
  const found: NameMention[] = [];
  let at = last;
  for (;;) {
    const step = joint(text, sentence, at + 1, 1);
    const name = index.at(sentence, at + 1 + step);
    if (step === 0 || name === undefined || found.length > ENOUGH) return found;
    found.push(name);
    at = name.last;
  }
}
