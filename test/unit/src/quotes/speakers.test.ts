import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { articleOfPlainText } from "../../../../src/article/plain-text.ts";
import type { Entity, EntityKind } from "../../../../src/entities/entity.ts";
import { resolve } from "../../../../src/entities/merging/resolve.ts";
import { attribute } from "../../../../src/quotes/attribute.ts";
import { segment } from "../../../../src/text/segment.ts";
import { readModels } from "../../../../tools/model-file.ts";
import { SPEAKER_CASES } from "../../../cases/speakers.ts";

const model = readModels(join(import.meta.dirname, "../../../..")).words;

const KINDS: Readonly<Record<string, EntityKind>> = { p: "person", l: "place", o: "organisation" };

interface Marked {
  readonly kind: EntityKind;
  readonly words: readonly string[];
  readonly start: number;
  readonly end: number;
}

/** Takes the marks out of a text; bare surnames of marked people are names too. */
function unmark(marked: string): { text: string; entities: Entity[] } {
  const names: Marked[] = [];
  let text = "";
  for (const piece of marked.split(/(\[[plo]:[^\]]+\])/)) {
    const kind = KINDS[/^\[([plo]):/.exec(piece)?.[1] ?? ""];
    const name = kind === undefined ? piece : piece.slice(3, -1);
    const start = text.length;
    text += name;
    if (kind !== undefined) names.push({ kind, words: name.toLowerCase().split(" "), start, end: text.length });
  }
  for (const { words, kind } of names.filter((name) => name.kind === "person" && name.words.length > 1)) {
    const surname = words.at(-1) ?? "";
    for (const { index } of text.matchAll(new RegExp(`\\b${surname}\\b`, "gi"))) {
      const isMarked = names.some(({ start, end }) => start <= index && index < end);
      if (!isMarked) names.push({ kind, words: [surname], start: index, end: index + surname.length });
    }
  }
  names.sort((a, b) => a.start - b.start);
  const entities = resolve(names).map((group): Entity => {
    const own = group.map((index) => names[index]!);
    const forms = own.map(({ start, end }) => text.slice(start, end)).toSorted((a, b) => b.length - a.length);
    const mentions = own.map(({ start, end }) => ({ start, end, repeated: false }));
    return { kind: own[0]!.kind, name: forms[0]!, aliases: [...new Set(forms.slice(1))], role: null, mentions };
  });
  return { text, entities };
}

const speakersIn = (marked: string) => {
  const { text, entities } = unmark(marked);
  return { entities, ...attribute(segment(articleOfPlainText(text)), entities, model) };
};

describe.each(Object.entries(SPEAKER_CASES))("%s", (_class, rows) => {
  test.each(rows)("%s", (_construction, marked, ...speakers) => {
    const { sources, quotations } = speakersIn(marked);
    const found = quotations.map(({ speaker }) => {
      const source = sources[speaker ?? -1];
      return source?.kind === "open" ? `(${source.name})` : source?.name;
    });
    expect(found).toEqual(speakers);
  });
});

describe("sources", () => {
  test("a country speaks as a body that is told apart from the place", () => {
    const { sources } = speakersIn("[l:Norway] said the pier was unsafe.");
    expect(sources.map(({ name, kind, entity }) => [name, kind, entity])).toEqual([["Norway", "body", null]]);
  });

  test("a person is the entity, an unnamed one is none", () => {
    const { sources, entities } = speakersIn("[p:Ida Kohl] said the pier was unsafe. A baker said it was not.");
    expect(sources.map(({ kind, entity }) => [kind, entities[entity ?? -1]?.name])).toEqual([
      ["person", "Ida Kohl"],
      ["person", undefined],
    ]);
  });

  test("no statement is without a source: what stays open is listed under its own words", () => {
    const { sources, quotations } = speakersIn("“It is over,” he said. “It is late,” she said.");
    expect(quotations.map(({ speaker }) => sources[speaker!]!.name)).toEqual(["he", "she"]);
  });
});
