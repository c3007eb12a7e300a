import { describe, expect, test } from "vitest";
import type { Analysis } from "../../../../src/analyse.ts";
import type { Quotation } from "../../../../src/quotes/quotation.ts";
import { listEntities, listSources, countNames, speakerAt, nameAt } from "../../../../src/reading/names.ts";
import { distinctStatements, statementText } from "../../../../src/reading/statements.ts";

const TEXT = "Moen said: “Nobody asked me.” The board was told, he said. “Nobody,” said Moen, “asked me.”";
const at = (words: string, from = 0) => {
  const start = TEXT.indexOf(words, from);
  return { start, end: start + words.length };
};
const named = (words: string, from = 0, repeated = false) => ({ ...at(words, from), repeated });

const direct: Quotation = {
  content: [at("“Nobody asked me.”")],
  type: "direct",
  cue: at("said"),
  source: at("Moen"),
  speaker: 0,
  nested: false,
  repeated: false,
};
const indirect: Quotation = { ...direct, content: [at("The board was told")], type: "indirect", source: at("he said") };
const interrupted: Quotation = { ...direct, content: [at("“Nobody,”", 40), at("“asked me.”", 60)] };
const analysis: Analysis = {
  supported: true,
  entities: [
    {
      kind: "person",
      name: "Edvard Moen",
      aliases: ["Moen"],
      role: "mayor",
      mentions: [named("Moen"), named("Moen", 40, true)],
    },
    { kind: "organisation", name: "board", aliases: [], role: null, mentions: [named("board")] },
  ],
  sources: [{ name: "Edvard Moen", kind: "person", entity: 0, mentions: [at("Moen")], quotations: [0, 1, 2] }],
  quotations: [direct, indirect, { ...interrupted, repeated: true }],
};

const plain = (quotation: Quotation) => ({ ...quotation, reportedBy: [], reports: [] });

describe("subjects", () => {
  test("a name under the mouse is its entity, with what it says", () => {
    expect(nameAt(analysis, 1)).toMatchObject({ name: "Edvard Moen", kind: "person", role: "mayor" });
    expect(nameAt(analysis, TEXT.indexOf("he said"))).toMatchObject({ name: "Edvard Moen" });
    expect(nameAt(analysis, TEXT.indexOf("asked"))).toBeNull();
  });

  test("repeats are neither listed nor counted", () => {
    expect(listEntities(analysis, "person")[0]?.mentions).toHaveLength(1);
    expect(listSources(analysis)[0]?.statements).toEqual([plain(direct), plain(indirect)]);
    expect(countNames(analysis)).toEqual({ people: 1, places: 0, others: 0, quoted: 1 });
    // Named and quoted in a repeat alone, he is in no list.
    const unseen = {
      ...analysis,
      entities: analysis.entities.map((entity) => ({
        ...entity,
        mentions: entity.mentions.map((mention) => ({ ...mention, repeated: true })),
      })),
      quotations: analysis.quotations.map((quotation) => ({ ...quotation, repeated: true })),
    };
    expect(countNames(unseen)).toEqual({ people: 0, places: 0, others: 0, quoted: 0 });
  });

  test("of nested statements each knows the others, the nearest first", () => {
    const quote = (speaker: number, start: number, end: number, nested: boolean): Quotation => ({
      ...direct,
      content: [{ start, end }],
      speaker,
      nested,
    });
    const source = (name: string, quotation: number) => ({
      name,
      kind: "group" as const,
      entity: null,
      mentions: [],
      quotations: [quotation],
    });
    const nesting: Analysis = {
      supported: true,
      entities: [],
      sources: [source("Reuters", 0), source("his office", 1), source("Moen", 2), source("the board", 3)],
      quotations: [quote(0, 0, 90, true), quote(1, 0, 60, true), quote(2, 10, 40, false), quote(3, 80, 95, false)],
    };
    const told = listSources(nesting).map(({ name, statements }) => [
      name,
      statements[0]?.reportedBy,
      statements[0]?.reports,
    ]);
    expect(told).toEqual([
      ["Reuters", [], ["his office", "Moen"]],
      ["his office", ["Reuters"], ["Moen"]],
      ["Moen", ["his office", "Reuters"], []],
      ["the board", [], []],
    ]);
  });

  test("what is said again word for word counts once", () => {
    const text = "“Nobody asked me,” he said. NOBODY ASKED ME. Nobody asked us.";
    const said = (words: string) =>
      plain({ ...direct, content: [{ start: text.indexOf(words), end: text.indexOf(words) + words.length }] });
    const statements = [said("“Nobody asked me,”"), said("NOBODY ASKED ME."), said("Nobody asked us.")];
    expect(distinctStatements(text, statements)).toEqual([statements[0], statements[2]]);
  });

  test("an interrupted statement keeps its pieces apart", () => {
    expect(statementText(TEXT, interrupted)).toBe("“Nobody,” … “asked me.”");
  });

  test("who says what stands under the mouse", () => {
    expect(speakerAt(analysis, TEXT.indexOf("asked"))).toBe(0);
    expect(speakerAt(analysis, TEXT.indexOf("board"))).toBe(0);
    expect(speakerAt(analysis, TEXT.indexOf(" said:"))).toBeNull();
  });

  test("a source is one with its statements wherever it is named", () => {
    const [quoted, board] = analysis.entities;
    const elsewhere = { ...quoted!, mentions: [...quoted!.mentions, { ...at("was told"), repeated: false }] };
    const entities = [elsewhere, board!];
    expect(speakerAt({ ...analysis, entities, quotations: [direct] }, TEXT.indexOf("was told"))).toBe(0);
    expect(speakerAt({ ...analysis, entities, quotations: [direct] }, TEXT.indexOf("board"))).toBeNull();
  });

  test("a name in capitals is no other name", () => {
    const [quoted] = analysis.entities;
    const aliases = ["EDVARD MOEN", "Moen", "MOEN", "Mr Moen"];
    expect(listEntities({ ...analysis, entities: [{ ...quoted!, aliases }] }, "person")[0]?.aliases).toEqual([
      "Moen",
      "Mr Moen",
    ]);
  });

  test("of nested statements the innermost counts", () => {
    const outer: Quotation = { ...direct, content: [{ start: 0, end: 40 }], speaker: 1, source: null };
    expect(speakerAt({ ...analysis, quotations: [outer, direct] }, TEXT.indexOf("asked"))).toBe(0);
  });
});
