import type { Answer, AnsweredEntity, AnsweredQuote, PlainDocument } from "../answer.ts";

type OneOrMore<T> = T | readonly T[];

interface ExpectedStatement {
  /** The shortest statement that holds these words is the one that is meant. */
  readonly words: string;
  /** Accepted names; `null` for nobody. */
  readonly speaker?: OneOrMore<string | null>;
  /** Names that it must not have; it must have one, then. */
  readonly notSpeaker?: OneOrMore<string>;
  readonly starts?: string;
  readonly ends?: string;
}

/** One invented text, and what must come out of it and what must not. */
export interface SpeakerCase extends PlainDocument {
  readonly class: string;
  readonly expect: {
    /** Canonical names; a list in the list holds accepted forms of one. */
    readonly people?: readonly OneOrMore<string>[];
    readonly places?: readonly OneOrMore<string>[];
    readonly notPeople?: readonly string[];
    readonly notPlaces?: readonly string[];
    readonly statements?: readonly ExpectedStatement[];
    readonly noStatementWith?: readonly string[];
    readonly noSource?: readonly string[];
    /** Of the names in each list at most one may be a speaker's. */
    readonly oneSource?: readonly (readonly string[])[];
  };
}

const list = <T extends string | null>(value: OneOrMore<T>): readonly T[] =>
  Array.isArray(value) ? (value as readonly T[]) : [value as T];

/** A name letter by letter: only marks and white space are made alike. */
const exact = (name: string): string =>
  name
    .normalize("NFC")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ")
    .trim();

const plain = (text: string): string =>
  text
    .normalize("NFKD")
    .replace(/\p{M}/gu, "")
    .toLowerCase()
    .replace(/['’]/g, "")
    .replace(/[^\p{L}\p{N}]+/gu, " ")
    .trim();

const withoutThat = (words: string): string => words.replace(/^that /, "");

const nameKey = (name: string): string => plain(name.replace(/['’]s?$/, "")).replace(/^(?:the|an?) (?=.)/, "");

const holds = (text: string, words: string): boolean => ` ${text} `.includes(` ${words} `);

interface Said {
  readonly content: string;
  readonly source: string | null;
  readonly speaker: string | null;
}

function saidOf(text: string, { content, source, speaker }: AnsweredQuote): Said {
  const spans = "spans" in content ? content.spans : [[content.start, content.end] as const];
  return {
    content: withoutThat(plain(spans.map(([start, end]) => text.slice(start, end)).join(" "))),
    source: source === null ? null : nameKey(text.slice(source.start, source.end)),
    speaker: speaker === null ? null : nameKey(speaker),
  };
}

function namesHold(
  text: string,
  wanted: readonly OneOrMore<string>[] = [],
  refused: readonly string[] = [],
  found: readonly AnsweredEntity[],
): boolean {
  const names = new Set(found.map(({ name }) => exact(name)));
  const mentioned = found.flatMap(({ mentions }) => mentions.map(({ start, end }) => exact(text.slice(start, end))));
  const anywhere = new Set([...names, ...mentioned]);
  return (
    wanted.every((forms) => list(forms).some((form) => names.has(exact(form)))) &&
    refused.every((name) => !anywhere.has(exact(name)))
  );
}

function statementHolds(said: readonly Said[], expected: ExpectedStatement): boolean {
  const words = plain(expected.words);
  const found = said
    .filter(({ content }) => holds(content, words))
    .toSorted((a, b) => a.content.length - b.content.length)[0];
  if (found === undefined) return false;
  const { speaker, notSpeaker, starts, ends } = expected;
  const accepted = speaker === undefined ? null : list(speaker).map((name) => (name === null ? null : nameKey(name)));
  if (accepted !== null && !accepted.includes(found.speaker)) return false;
  if (notSpeaker !== undefined) {
    if (found.speaker === null || list(notSpeaker).map(nameKey).includes(found.speaker)) return false;
  }
  const startsRight = starts === undefined || `${found.content} `.startsWith(`${withoutThat(plain(starts))} `);
  return startsRight && (ends === undefined || ` ${found.content}`.endsWith(` ${plain(ends)}`));
}

/** Whether everything that a case expects holds. */
function passes({ text, expect }: SpeakerCase, { people, places, quotes }: Answer): boolean {
  const said = quotes.map((quote) => saidOf(text, quote));
  const speakers = new Set(said.map(({ speaker }) => speaker));
  return (
    namesHold(text, expect.people, expect.notPeople, people) &&
    namesHold(text, expect.places, expect.notPlaces, places) &&
    (expect.statements ?? []).every((statement) => statementHolds(said, statement)) &&
    (expect.noStatementWith ?? []).every((words) => !said.some(({ content }) => holds(content, plain(words)))) &&
    (expect.noSource ?? [])
      .map(nameKey)
      .every((name) => !said.some(({ source, speaker }) => source === name || speaker === name)) &&
    (expect.oneSource ?? []).every((names) => new Set(names.map(nameKey).filter((name) => speakers.has(name))).size < 2)
  );
}

/** Prints how many cases of each class pass, and gives the percentages, of all together too. */
export function checkCases(cases: readonly SpeakerCase[], answers: readonly Answer[]): Record<string, number> {
  const classes = new Map<string, { passed: number; cases: number }>();
  cases.forEach((record, index) => {
    const answered = answers[index];
    const isPassed = answered !== undefined && passes(record, answered);
    for (const name of ["all", record.class]) {
      const tally = classes.get(name) ?? { passed: 0, cases: 0 };
      classes.set(name, { passed: tally.passed + Number(isPassed), cases: tally.cases + 1 });
    }
  });
  const figures: Record<string, number> = {};
  for (const [name, { passed, cases: count }] of classes) {
    process.stdout.write(`cases: ${name.padEnd(38)}${passed} of ${count}\n`);
    figures[`cases ${name}`] = (100 * passed) / count;
  }
  return figures;
}
