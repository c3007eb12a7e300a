import { existsSync } from "node:fs";
import { dirname, join } from "node:path";
import { answer, type Answer, type AnsweredQuote, type PlainDocument } from "../answer.ts";
import { readModels } from "../model-file.ts";
import { checkCases, type SpeakerCase } from "./cases.ts";
import { checkFloors, dataFolder, readRecords, ROOT } from "./data.ts";

type SpeakerKind = "person" | "body" | "unnamed";

interface GoldQuote {
  readonly spans: readonly (readonly [start: number, end: number])[];
  /** Missing where nobody marked who is meant. */
  readonly speaker?: string;
  readonly speakerAliases?: readonly string[];
  readonly speakerKind?: SpeakerKind;
}

interface GoldDocument extends PlainDocument {
  readonly quotes: readonly GoldQuote[];
}

/** How a statement's speaker compares with the gold name: `open` is no name, or less or more than one. */
type Verdict = "right" | "open" | "wrong";

interface Tally {
  gold: number;
  found: number;
  right: number;
  wrong: number;
}

/** A statement is found where it shares this much with a prediction: letters and digits of both in those of either. */
const FOUND = 0.3;

const spansOf = ({ content }: AnsweredQuote): readonly (readonly [number, number])[] =>
  "spans" in content ? content.spans : [[content.start, content.end]];

function offsetsOf(text: string, spans: readonly (readonly [number, number])[]): Set<number> {
  const offsets = new Set<number>();
  for (const [start, end] of spans) {
    for (let at = start; at < end; at += 1) if (/[\p{L}\p{N}]/u.test(text.charAt(at))) offsets.add(at);
  }
  return offsets;
}

function shared(a: ReadonlySet<number>, b: ReadonlySet<number>): number {
  let count = 0;
  for (const offset of a) if (b.has(offset)) count += 1;
  return count;
}

const plain = (name: string): string =>
  name
    .toLowerCase()
    .normalize("NFKD")
    .replace(/['’]s?(?=\s|$)/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim()
    .replace(/^(?:the|an?) /, "");

/** Small words that a name may hold without being a description. */
const IN_NAMES = /^(?:of|the|and|for|de|da|del|van|von|bin|al|el|la|ibn|dos?)$/;

function verdictOn(found: string | null, names: readonly string[]): Verdict {
  if (found === null || found === "") return "open";
  const said = plain(found);
  const accepted = names.map(plain);
  if (accepted.includes(said)) return "right";
  const words = said.split(" ");
  const isPartOfOne = accepted.some((name) => {
    const own = name.split(" ");
    return own.every((word) => words.includes(word)) || words.every((word) => own.includes(word));
  });
  return isPartOfOne || areInitials(said, accepted) || isDescription(found) ? "open" : "wrong";
}

function areInitials(said: string, names: readonly string[]): boolean {
  const letters = said.replaceAll(" ", "");
  return names.some((name) => {
    const words = name.split(" ").filter((word) => !/^(?:of|the|and|for)$/.test(word));
    return words.map((word) => word.charAt(0)).join("") === letters;
  });
}

const isDescription = (found: string): boolean =>
  /^(?:PM|CM|DC|MP)s?$/.test(found) ||
  /^(?:the|an?)\s/i.test(found) ||
  found.split(/\s+/).some((word) => /^\p{Ll}/u.test(word) && !IN_NAMES.test(word));

interface Compared {
  readonly gold: GoldQuote;
  /** The prediction that covers it, or `null`. */
  readonly quote: AnsweredQuote | null;
}

/** Pairs gold statements with predictions, the best first; counts the predictions that cover no gold at all. */
function compare({ text, quotes }: GoldDocument, answered: Answer): { pairs: Compared[]; extra: number } {
  const gold = quotes.map((quote) => ({ quote, offsets: offsetsOf(text, quote.spans) }));
  const found = answered.quotes
    .filter(({ nested }) => !nested)
    .map((quote) => ({ quote, offsets: offsetsOf(text, spansOf(quote)) }));
  const pairs = gold
    .flatMap((one, i) =>
      found.map((other, j) => {
        const both = shared(one.offsets, other.offsets);
        return { i, j, share: both / (one.offsets.size + other.offsets.size - both) };
      }),
    )
    .filter(({ share }) => share >= FOUND)
    .toSorted((a, b) => b.share - a.share);
  const byGold = new Map<number, number>();
  const taken = new Set<number>();
  for (const { i, j } of pairs) {
    if (byGold.has(i) || taken.has(j)) continue;
    byGold.set(i, j);
    taken.add(j);
  }
  const isExtra = (other: (typeof found)[number], j: number): boolean =>
    !taken.has(j) && !gold.some(({ offsets }) => shared(offsets, other.offsets) > 0);
  return {
    pairs: gold.map(({ quote }, i) => ({ gold: quote, quote: found[byGold.get(i) ?? -1]?.quote ?? null })),
    extra: found.filter(isExtra).length,
  };
}

const KINDS = ["person", "body", "unnamed", "together"] as const;

const percent = (part: number, whole: number): number => (whole === 0 ? 0 : (100 * part) / whole);

/** Compares every statement of a set whose speaker is marked, and prints a row for each kind of speaker. */
function measure(set: string, documents: readonly GoldDocument[], answers: readonly Answer[]): Record<string, number> {
  const tallies = new Map(KINDS.map((kind) => [kind, { gold: 0, found: 0, right: 0, wrong: 0 } satisfies Tally]));
  let extra = 0;
  let statements = 0;
  documents.forEach((document, index) => {
    const answered = answers[index];
    if (answered === undefined) return;
    const compared = compare(document, answered);
    extra += compared.extra;
    statements += document.quotes.length;
    for (const { gold, quote } of compared.pairs) {
      if (gold.speaker === undefined) continue;
      const verdict = verdictOn(quote?.speaker ?? null, [gold.speaker, ...(gold.speakerAliases ?? [])]);
      for (const kind of [gold.speakerKind, "together"] as const) {
        const tally: Tally | undefined = kind && tallies.get(kind);
        if (tally === undefined) continue;
        tally.gold += 1;
        if (quote === null) continue;
        tally.found += 1;
        if (verdict === "right") tally.right += 1;
        if (verdict === "wrong") tally.wrong += 1;
      }
    }
  });
  const figures: Record<string, number> = { [`${set} extra`]: percent(extra, statements) };
  for (const [kind, { gold, found, right, wrong }] of tallies) {
    if (gold === 0) continue;
    const rates = { found: percent(found, gold), right: percent(right, found), wrong: percent(wrong, found) };
    for (const [name, rate] of Object.entries(rates)) figures[`${set} ${kind} ${name}`] = rate;
    const cells = [gold, ...Object.values(rates).map((rate) => rate.toFixed(1))];
    process.stdout.write(
      `${set.padEnd(14)}${kind.padEnd(10)}${cells.map((cell) => String(cell).padStart(8)).join("")}\n`,
    );
  }
  process.stdout.write(
    `${set.padEnd(14)}extra statements per 100 gold ones: ${percent(extra, statements).toFixed(1)}\n`,
  );
  return figures;
}

/** What a floor holds up must be high: a rate that should be low counts by what is left to 100. */
const upside = (figures: Readonly<Record<string, number>>): Record<string, number> =>
  Object.fromEntries(
    Object.entries(figures).map(([name, rate]) =>
      name.endsWith(" wrong") || name.endsWith(" extra") ? [`${name}, left to 100`, 100 - rate] : [name, rate],
    ),
  );

/** `npm run evaluate -- speakers`: under whose name statements stand, on both sets and on the cases by class. */
export function run(options: readonly string[]): Promise<boolean> {
  const folder = dataFolder(options);
  const models = readModels(ROOT);
  const figures: Record<string, number> = {};
  const header = ["gold", "found", "right", "wrong"].map((column) => column.padStart(8)).join("");
  process.stdout.write(`${"set".padEnd(14)}${"speaker".padEnd(10)}${header}\n`);
  for (const set of ["voa-dev", "gum-news-dev"]) {
    const documents = readRecords<GoldDocument>(join(folder, "quotes", `${set}.jsonl`));
    const answers = documents.map((document) => answer(document, models));
    Object.assign(figures, measure(set, documents, answers));
  }
  const cases = join(dirname(folder), "cases", "who-said-it.jsonl");
  if (!existsSync(cases)) throw new Error(`There are no cases ${cases}.`);
  const records = readRecords<SpeakerCase>(cases);
  Object.assign(
    figures,
    checkCases(
      records,
      records.map((record) => answer(record, models)),
    ),
  );
  return Promise.resolve(checkFloors("speakers", upside(figures)));
}
