import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { articleOfPlainText } from "../../../../src/article/plain-text.ts";
import type { Entity } from "../../../../src/entities/entity.ts";
import { attribute } from "../../../../src/quotes/attribute.ts";
import { finish } from "../../../../src/slices.ts";
import { unitsOf } from "../../../../src/syntax/unit.ts";
import { segment } from "../../../../src/text/segment.ts";
import { textOf, type Span } from "../../../../src/text/span.ts";
import { readModels } from "../../../../tools/model-file.ts";
import { NOBODY, readNames, readStatement, type StatementCase, type StatementRow } from "../../../cases/notation.ts";
import { QUOTE_CASES } from "../../../cases/quotes.ts";

const model = readModels(join(import.meta.dirname, "../../../..")).words;

/** The statements of a text whose names are marked: each name is an entity, wherever the text has it. */
function attributeText(marked: string) {
  const { text, names } = readNames(marked);
  const entities = new Map<string, Entity>();
  for (const { kind, start, end } of names) {
    const name = text.slice(start, end);
    const mentions = [...text.matchAll(new RegExp(`\\b${name}\\b`, "g"))].map(({ index }) => ({
      start: index,
      end: index + name.length,
      repeated: false,
    }));
    entities.set(name, { kind, name, aliases: [], role: null, mentions });
  }
  const { sources, quotations } = attribute(segment(articleOfPlainText(text)), [...entities.values()], model);
  const words = (span: Span | null): string => (span === null ? NOBODY : textOf(text, span));
  const statements = quotations.map(({ source, cue, content, speaker }) => ({
    source: words(source),
    cue: words(cue),
    content: content.map(words),
    speaker: speaker === null ? NOBODY : sources[speaker]!.name,
  }));
  return { text, sources, quotations, statements };
}

const withoutSpeaker = ({ source, cue, content }: StatementCase) => ({ source, cue, content });

describe("the table of constructions", () => {
  test.each(QUOTE_CASES)("$construction", ({ text, statements, known }) => {
    const found = attributeText(text).statements.map(withoutSpeaker);
    const expected = statements.map(withoutSpeaker);
    if (known) expect(found).not.toEqual(expected);
    else expect(found).toEqual(expected);
  });
});

test("“with” right before a participle names nobody", () => {
  expect(() => attributeText("The mayor left with saying that the pier was lost.")).not.toThrow();
});

test.each([
  ["200 words of the narrator's", "he said that it was safe and ".repeat(80), [200, 200, 160]],
  ["400 words in all", `“${"it is not so safe and ".repeat(150)}”`, [400, 400, 102]],
])("a sentence of any length is read in pieces of at most %s", (_, text, lengths) => {
  const units = finish(unitsOf(segment(articleOfPlainText(text)), model));
  expect(units.map(({ words }) => words.length)).toEqual(lengths);
});

test("a headline that a sentence of the same speaker says again is flagged and not counted", () => {
  const { sources, quotations } = attributeText(
    "Fares to rise in May: mayor\nFares for the ferry will rise in May, the mayor said.\nThe mayor said the pier was closed.",
  );
  expect(quotations.map(({ repeated }) => repeated)).toEqual([true, false, false]);
  expect(sources.map(({ quotations: own }) => own)).toEqual([[1, 2]]);
});

test("a headline that says what nobody says again counts", () => {
  const { quotations } = attributeText("Fares to rise in May: mayor\nThe mayor said the pier was closed.");
  expect(quotations.map(({ repeated }) => repeated)).toEqual([false, false]);
});

test.each([
  "Reporting by Anna Holm, who said “the pier is lost”; editing by Karl Berg",
  "(Additional reporting by Karl Berg, who says the pier is lost)",
  "Photograph: Anna Holm for the Post — “The pier was lost”",
  "Caption: “The pier is lost for ever now”",
  "By Anna Holm: The pier is to be closed",
])("who made a story or a picture says nothing: %s", (text) => {
  expect(attributeText(`${text}\nThe pier was closed.`).quotations).toEqual([]);
});

const SPEAKERS: readonly StatementRow[] = [
  [
    "a pronoun goes to the person who spoke last",
    "[p:Ingrid Solberg] said the pier was unsafe. [p:Anders Holm] nodded. “It must go,” she said.",
    "Ingrid Solberg | said | the pier was unsafe = Ingrid Solberg",
    "she | said | “It must go,” = Ingrid Solberg",
  ],
  [
    "a description goes to the person whom the text calls so",
    "Mayor [p:Ingrid Solberg] met [p:Anders Holm]. “The pier must go,” the mayor said.",
    "the mayor | said | “The pier must go,” = Ingrid Solberg",
  ],
  [
    "a name set beside a description is who speaks, and who holds the headline's title",
    "Mayor denies the pier is shut\nThe mayor of Port Amsel, [p:Edvard Moen], told reporters that the pier was open. [p:Anna Brandt] denied this.",
    "Mayor | denies | the pier is shut = Edvard Moen",
    "The mayor of Port Amsel, Edvard Moen | told | that the pier was open = Edvard Moen",
  ],
  [
    "“he” and “she” go by first names",
    "[p:Ingrid Solberg] met [p:Anders Holm].\n“It must go,” she said. “Never,” he replied.",
    "she | said | “It must go,” = Ingrid Solberg",
    "he | replied | “Never,” = Anders Holm",
  ],
  [
    "“it” is the outlet that was named last, not the group between",
    "Forty boats were lost, according to CNN.\nThe storm was the worst in years, fishing organisations report, it said.",
    "CNN | according to | Forty boats were lost = CNN",
    "it | said | The storm was the worst in years, fishing organisations report = CNN",
    "fishing organisations | report | The storm was the worst in years = fishing organisations",
  ],
];

describe("speakers", () => {
  test.each(SPEAKERS)("%s", (_construction, marked, ...written) => {
    const { text, statements } = attributeText(marked);
    expect(statements).toEqual(written.map((statement) => readStatement(statement, text)));
  });

  test("a country speaks as a body that is told apart from the place", () => {
    const { sources } = attributeText("[l:Norway] said the pier was unsafe.");
    expect(sources.map(({ name, kind, entity: index }) => [name, kind, index])).toEqual([["Norway", "body", null]]);
  });

  test("a paper named by its city speaks, though the name was taken for a place", () => {
    const { sources } = attributeText("According to the [l:Bergen Herald], the pier was unsafe.");
    expect(sources.map(({ name, entity: index }) => [name, index])).toEqual([["Bergen Herald", null]]);
  });
});

test("a statement that holds another is nested", () => {
  const { quotations } = attributeText("The storm was the worst in years, fishing organisations report, CNN said.");
  expect(quotations.map(({ nested }) => nested)).toEqual([true, false]);
});

test("a paragraph that repeats another gets the same statement, flagged and not counted", () => {
  const line = "The harbour board said the pier was unsafe.";
  const text = `${line}\n${line}`;
  const { sources, quotations } = attributeText(text);
  expect(quotations.map(({ repeated, content }) => [repeated, content[0]!.start])).toEqual([
    [false, 23],
    [true, line.length + 1 + 23],
  ]);
  expect(sources.map(({ quotations: own, mentions }) => [own, mentions.length])).toEqual([[[0], 2]]);
});

test("types: direct, mixed and indirect", () => {
  const text = "“The pier is unsafe,” Holm said. Holm said the pier was “unsafe”. Holm said the pier was unsafe.";
  expect(attributeText(text).quotations.map(({ type }) => type)).toEqual(["direct", "mixed", "indirect"]);
});
