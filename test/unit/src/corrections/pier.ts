import type { Analysis } from "../../../../src/analyse.ts";
import type { Claim, Correction, CorrectionScope, Pointed } from "../../../../src/corrections/corrections.ts";
import { CORRECTION_SCHEMA } from "../../../../src/corrections/upgrade.ts";
import { wordsOfStatement } from "../../../../src/corrections/statement-words.ts";
import type { Entity } from "../../../../src/entities/entity.ts";
import type { Quotation, QuoteSource } from "../../../../src/quotes/quotation.ts";
import { listSources } from "../../../../src/reading/names.ts";

/** A story of a pier, with what is recognised in it, and corrections as they are stored. */

export const TEXT = [
  "“The pier is safe,” Karl Berg said.",
  "“Nobody was hurt,” Berg added.",
  "He said the piles were new.",
  "The mayor said the paint was old.",
  "Nina Holm said she had warned the council of rot in the piles.",
  "“It sank,” a police officer said.",
  "“It sank,” Nina Holm said.",
  "The harbour office said it would look.",
  "The office said it would tell.",
  "Iran said no ship had left Port Amsel.",
  "“It sank,” a police officer said.",
].join("\n");

/** Where a line of the text has these words. */
export const at = (line: number, words: string): { start: number; end: number } => {
  const before = TEXT.split("\n").slice(0, line).join("\n").length + (line > 0 ? 1 : 0);
  const start = TEXT.indexOf(words, before);
  return { start, end: start + words.length };
};

const entity = (kind: Entity["kind"], name: string, ...mentions: (readonly [number, string])[]): Entity => ({
  kind,
  name,
  aliases: [...new Set(mentions.map(([, words]) => words))].filter((words) => words !== name),
  role: kind === "person" ? "of the port" : null,
  mentions: mentions.map(([line, words]) => ({ ...at(line, words), repeated: false })),
});

const ENTITIES = [
  entity("person", "Karl Berg", [0, "Karl Berg"], [1, "Berg"]),
  entity("person", "Nina Holm", [4, "Nina Holm"], [6, "Nina Holm"]),
  entity("place", "Iran", [9, "Iran"]),
  entity("place", "Port Amsel", [9, "Port Amsel"]),
];

/** Line, what is said, who is named there, who is meant. The last line repeats an earlier paragraph. */
export const SAID: readonly (readonly [number, string, string, string])[] = [
  [0, "“The pier is safe,”", "Karl Berg", "Karl Berg"],
  [1, "“Nobody was hurt,”", "Berg", "Karl Berg"],
  [2, "the piles were new", "He", "Karl Berg"],
  [3, "the paint was old", "The mayor", "Karl Berg"],
  [4, "she had warned the council of rot in the piles", "Nina Holm", "Nina Holm"],
  [5, "“It sank,”", "a police officer", "a police officer"],
  [6, "“It sank,”", "Nina Holm", "Nina Holm"],
  [7, "it would look", "The harbour office", "the harbour office"],
  [8, "it would tell", "The office", "the harbour office"],
  [9, "no ship had left Port Amsel", "Iran", "Iran"],
  [10, "“It sank,”", "a police officer", "a police officer"],
];
const KINDS: Record<string, QuoteSource["kind"]> = { "the harbour office": "body", Iran: "body" };
const NAMES = [...new Set(SAID.map(([, , , name]) => name))];

export const analysis: Analysis = {
  supported: true,
  entities: ENTITIES,
  sources: NAMES.map((name): QuoteSource => {
    const index = ENTITIES.findIndex((candidate) => candidate.kind === "person" && candidate.name === name);
    const own = SAID.flatMap(([line, , words, speaker], place) => (speaker === name ? [{ line, words, place }] : []));
    return {
      name,
      kind: KINDS[name] ?? "person",
      entity: index < 0 ? null : index,
      mentions: own.map(({ line, words }) => at(line, words)),
      quotations: own.map(({ place }) => place).filter((place) => place < 10),
    };
  }),
  quotations: SAID.map(([line, content, words, speaker], index): Quotation => ({
    content: [at(line, content)],
    type: "direct",
    cue: null,
    source: at(line, words),
    speaker: NAMES.indexOf(speaker),
    nested: false,
    repeated: index === 10,
  })),
};

const PAGE: CorrectionScope = { kind: "page", page: "post.example/pier", title: "Pier closed" };
let made = 0;
export function saved(
  claim: Claim,
  changes: Partial<Pick<Correction, "scope" | "modified" | "deleted">> = {},
): Correction {
  made += 1;
  const instant = new Date(Date.UTC(1998, 3, 2, 8, 0, made)).toISOString();
  const stamps = { schema: CORRECTION_SCHEMA, revision: 1, created: instant, modified: instant, deleted: null };
  return { ...claim, id: crypto.randomUUID(), scope: PAGE, ...stamps, ...changes } as Correction;
}
export const person = (name: string): Pointed => ({ kind: "person", name });
export const source = (name: string): Pointed => ({ kind: "source", name });
export const give = (line: number, speaker: Pointed | null): Correction =>
  saved({ about: "speaker", statement: wordsOfStatement(TEXT, analysis.quotations[line]?.content ?? []), speaker });
export const same = (who: Pointed, other: Pointed): Correction => saved({ about: "same", who, other });
export const apart = (who: Pointed, form: string): Correction => saved({ about: "apart", who, form });

/** Who is listed with which statements, by their lines. */
export const sheet = (result: Analysis): string[] =>
  listSources(result).map(({ name, statements }) => {
    const lines = statements.map((statement) => TEXT.slice(0, statement.content[0]?.start).split("\n").length - 1);
    return `${name}: ${lines.join(" ")}`;
  });
export const people = ({ entities }: Analysis): string[] =>
  entities.map(({ kind, name, aliases, mentions }) => `${kind} ${name} [${aliases.join(", ")}] ${mentions.length}`);

export const BEFORE = [
  "Karl Berg: 0 1 2 3",
  "Nina Holm: 4 6",
  "a police officer: 5",
  "the harbour office: 7 8",
  "Iran: 9",
];
