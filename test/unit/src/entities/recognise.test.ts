import { readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import type { Article } from "../../../../src/text/article.ts";
import { articleOfPlainText } from "../../../../src/article/plain-text.ts";
import type { Entity } from "../../../../src/entities/entity.ts";
import { decodeModel, type EntityModel } from "../../../../src/entities/tagging/model.ts";
import { recogniseEntities } from "../../../../src/entities/recognise.ts";
import { segment } from "../../../../src/text/segment.ts";
import { ENTITY_CASES } from "../../../cases/entities.ts";
import { NAME_CASES } from "../../../cases/names.ts";
import { markNames, readNames } from "../../../cases/notation.ts";
import { articleOf } from "../../../articles.ts";

const MODEL_FILE = join(import.meta.dirname, "../../../../extension/models/entities.bin");

function readModel(): EntityModel {
  const decoded = decodeModel(new Uint8Array(readFileSync(MODEL_FILE)));
  if (!decoded.ok) throw new Error(decoded.error.message);
  return decoded.value;
}

const model = readModel();

const entitiesOf = (article: Article): Entity[] => recogniseEntities(segment(article), model);
const inText = (text: string): Entity[] => entitiesOf(articleOfPlainText(text));

/** Marks the people and places that are found in a text. */
const marked = (text: string): string =>
  markNames(
    text,
    inText(text)
      .filter(({ kind }) => kind !== "organisation")
      .flatMap(({ kind, mentions }) => mentions.map(({ start, end }) => ({ kind, start, end }))),
  );

describe.each(Object.entries(NAME_CASES))("%s", (_class, texts) => {
  it.each(texts)("%s", (text) => expect(marked(readNames(text).text)).toBe(text));
});

describe.each(Object.entries(ENTITY_CASES))("%s", (_class, cases) => {
  it.each(cases.map((entry) => [entry.name, entry] as const))("%s", (_name, { text, known }) => {
    if (known === undefined) expect(marked(readNames(text).text)).toBe(text);
    else expect(marked(readNames(text).text)).not.toBe(text);
  });
});

describe("recogniseEntities", () => {
  it("gathers a person's mentions under the fullest name", () => {
    const people = inText("Marsh resigned on Monday. Helen Marsh had led the party. Reporters asked Marsh why.").filter(
      (entity) => entity.kind === "person",
    );
    expect(people.map(({ name, aliases, mentions }) => [name, aliases, mentions.length])).toEqual([
      ["Helen Marsh", ["Marsh"], 3],
    ]);
  });

  it("keeps two people of one surname apart", () => {
    const people = inText("Helen Marsh met her brother, Oscar Marsh. Later Oscar Marsh left.").filter(
      (entity) => entity.kind === "person",
    );
    expect(people.map(({ name, mentions }) => [name, mentions.length])).toEqual([
      ["Helen Marsh", 1],
      ["Oscar Marsh", 2],
    ]);
  });

  it("marks the mentions of a repeated paragraph as repeated, and leaves other parts alone", () => {
    const article = articleOf(
      ["headline", "Helen Marsh resigns in Oslo"],
      ["byline", "By Robert Brown"],
      ["caption", "Helen Marsh resigns in Oslo"],
      ["body", "Helen Marsh resigned on Monday."],
      ["credit", "With inputs from David Ortiz in Geneva"],
    );
    const found = entitiesOf(article).filter((entity) => entity.kind !== "organisation");
    expect(found.map(({ name, mentions }) => [name, mentions.map(({ repeated }) => repeated)])).toEqual([
      ["Helen Marsh", [false, true, false]],
      ["Oslo", [false, true]],
    ]);
    for (const { name, mentions } of found) {
      for (const { start, end } of mentions) expect(article.text.slice(start, end)).toBe(name);
    }
  });

  it("gives entities in the order of their first mention", () => {
    const starts = inText("In Oslo, Helen Marsh met David Ortiz of Spain. Marsh left Oslo.").map(
      ({ mentions }) => mentions[0]!.start,
    );
    expect(starts).toEqual(starts.toSorted((a, b) => a - b));
    expect(starts.length).toBeGreaterThanOrEqual(4);
  });

  it.each([
    ["a title before the name", "Prime Minister Helen Marsh resigned.", "Prime Minister"],
    ["a demonym and a noun", "He met his Kazakh counterpart Helen Marsh on Monday.", "Kazakh counterpart"],
    [
      "an office with its body",
      "Police arrested former head of Norway's Harbour Board Helen Marsh on Monday.",
      "former head of Norway's Harbour Board",
    ],
    ["an apposition", "Helen Marsh, the mayor of Oslo, resigned on Monday.", "mayor of Oslo"],
    ["an apposition up to its clause", "Helen Marsh, a surgeon whose ward was shut, resigned.", "surgeon"],
    ["no preposition before the role", "He was a judge under former President Helen Marsh.", "former President"],
    ["no interjection before the title", "Well Senator Helen Marsh has left.", "Senator"],
    ["a participle within an apposition", "Helen Marsh, a respected judge, resigned.", "respected judge"],
    ["no participle behind the name", "Helen Marsh, casting herself as a champion of sailors, smiled.", null],
    ["no appeal behind the name", "Helen Marsh, let us hear the mayor of the town.", null],
    ["what it is the apposition of", "The engineer, Helen Marsh, gave another account.", "engineer"],
    ["a long phrase before a comma", "The mayor of the town, Helen Marsh, resigned.", "mayor of the town"],
    ["no phrase of a list", "She met the mayor, Helen Marsh and David Ortiz.", null],
    ["a title behind a conjunction", "They asked whether Secretary Helen Marsh knew.", "Secretary"],
    ["no form of address", "In the end Mrs. Helen Marsh resigned.", null],
    ["an office in short", "Former AG Helen Marsh was heard.", "Former AG"],
    ["nothing", "Helen Marsh resigned on Monday.", null],
    ["no role in a list", "Helen Marsh, David Ortiz and Robert Brown resigned.", null],
  ])("reads the role from %s", (_name, text, role) => {
    const person = inText(text).find((entity) => entity.name === "Helen Marsh");
    expect(person?.role).toBe(role);
  });

  it("finds nothing in nothing", () => {
    expect(inText("")).toEqual([]);
    expect(inText("1234 — …")).toEqual([]);
  });

  it("gives the same answer for the same text, whatever was read before", () => {
    const text = "Helen Marsh met David Ortiz in Geneva.";
    const before = inText(text);
    inText("GENEVA — Ortiz Corp. rose. Geneva Marsh sang.");
    expect(inText(text)).toEqual(before);
  });
});
