import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { articleOfPlainText } from "../../../../src/article/plain-text.ts";
import type { Entity } from "../../../../src/entities/entity.ts";
import { attribute } from "../../../../src/quotes/attribute.ts";
import { unitsOf } from "../../../../src/syntax/unit.ts";
import { segment } from "../../../../src/text/segment.ts";
import { textOf, type Span } from "../../../../src/text/span.ts";
import { readModels } from "../../../../tools/model-file.ts";
import { QUOTE_CASES } from "../../../cases/quotes.ts";

const model = readModels(join(import.meta.dirname, "../../../..")).words;

function entity(text: string, kind: Entity["kind"], ...names: string[]): Entity {
  const mentions = names
    .flatMap((name) => [...text.matchAll(new RegExp(`\\b${name}\\b`, "g"))])
    .map((match) => ({ start: match.index, end: match.index + match[0].length, repeated: false }))
    .toSorted((a, b) => a.start - b.start);
  return { kind, name: names[0]!, aliases: names.slice(1), role: null, mentions };
}

const attributeText = (text: string, entities: readonly Entity[] = []) =>
  attribute(segment(articleOfPlainText(text)), entities, model);

const shown = (text: string, span: Span | null): string => (span === null ? "–" : textOf(text, span));

describe("the table of constructions", () => {
  for (const { construction, text, statements, known } of QUOTE_CASES) {
    const run = known ? test.fails : test;
    run(construction, () => {
      const { quotations } = attributeText(text);
      const found = quotations.map(
        ({ source, cue, content }) =>
          `${shown(text, source)} | ${shown(text, cue)} | ${content.map((span) => textOf(text, span)).join(" // ")}`,
      );
      expect(found).toEqual(statements);
    });
  }
});

test("“with” right before a participle names nobody", () => {
  expect(() => attributeText("The mayor left with saying that the pier was lost.")).not.toThrow();
});

test("a sentence of any length is read in pieces of at most 400 words", () => {
  const units = unitsOf(segment(articleOfPlainText("he said that it was safe and ".repeat(200))), model);
  expect(units.map(({ words }) => words.length)).toEqual([400, 400, 400, 200]);
});

describe("speakers", () => {
  test("a pronoun goes to the person who spoke last", () => {
    const text = "Ingrid Solberg said the pier was unsafe. Anders Holm nodded. “It must go,” she said.";
    const people = [entity(text, "person", "Ingrid Solberg"), entity(text, "person", "Anders Holm")];
    const { sources, quotations } = attributeText(text, people);
    expect(quotations.map(({ speaker }) => sources[speaker!]!.name)).toEqual(["Ingrid Solberg", "Ingrid Solberg"]);
  });

  test("a country speaks as a body that is told apart from the place", () => {
    const text = "Norway said the pier was unsafe.";
    const { sources } = attributeText(text, [entity(text, "place", "Norway")]);
    expect(sources.map(({ name, kind, entity: index }) => [name, kind, index])).toEqual([["Norway", "body", null]]);
  });

  test("a paper named by its city speaks, though the name was taken for a place", () => {
    const text = "According to the Bergen Herald, the pier was unsafe.";
    const { sources } = attributeText(text, [entity(text, "place", "Bergen Herald")]);
    expect(sources.map(({ name, entity: index }) => [name, index])).toEqual([["Bergen Herald", null]]);
  });

  test("a description goes to the person whom the text calls so", () => {
    const text = "Mayor Ingrid Solberg met Anders Holm. “The pier must go,” the mayor said.";
    const people = [entity(text, "person", "Ingrid Solberg"), entity(text, "person", "Anders Holm")];
    const { sources } = attributeText(text, people);
    expect(sources.map(({ name }) => name)).toEqual(["Ingrid Solberg"]);
  });

  test("a name set beside a description is who speaks, and who holds the headline's title", () => {
    const text =
      "Mayor denies the pier is shut\nThe mayor of Port Amsel, Edvard Moen, told reporters that the pier was open. Anna Brandt denied this.";
    const people = [entity(text, "person", "Edvard Moen"), entity(text, "person", "Anna Brandt")];
    const { sources, quotations } = attributeText(text, people);
    expect(quotations.map(({ source, speaker }) => [shown(text, source), sources[speaker!]!.name])).toEqual([
      ["Mayor", "Edvard Moen"],
      ["The mayor of Port Amsel, Edvard Moen", "Edvard Moen"],
    ]);
  });

  test("“he” and “she” go by first names", () => {
    const text = "Ingrid Solberg met Anders Holm.\n“It must go,” she said. “Never,” he replied.";
    const people = [entity(text, "person", "Ingrid Solberg"), entity(text, "person", "Anders Holm")];
    const { sources, quotations } = attributeText(text, people);
    expect(quotations.map(({ speaker }) => sources[speaker!]!.name)).toEqual(["Ingrid Solberg", "Anders Holm"]);
  });

  test("“it” is the outlet that was named last, not the group between", () => {
    const text =
      "Forty boats were lost, according to CNN.\nThe storm was the worst in years, fishing organisations report, it said.";
    const { sources, quotations } = attributeText(text);
    const last = quotations.find(({ source }) => shown(text, source) === "it");
    expect(sources[last!.speaker!]!.name).toBe("CNN");
    expect(last!.nested).toBe(true);
  });
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
