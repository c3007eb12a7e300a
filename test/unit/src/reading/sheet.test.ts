import { join } from "node:path";
import { expect, test } from "vitest";
import { analyse } from "../../../../src/analyse.ts";
import { articleOfPlainText } from "../../../../src/article/plain-text.ts";
import { namesakesToChoose, speakersToChoose } from "../../../../src/reading/choices.ts";
import { completeName, namedExactly } from "../../../../src/reading/complete-name.ts";
import { listEntities, listSources, nameAt } from "../../../../src/reading/names.ts";
import { readModels } from "../../../../tools/model-file.ts";
import { SPEAKER_CASES } from "../../../cases/speakers.ts";

const models = readModels(join(import.meta.dirname, "../../../.."));
const read = (text: string) => analyse(articleOfPlainText(text), models);
const plain = (marked: string): string => marked.replace(/\[[plo]:([^\]]+)\]/g, "$1");

test("every statement that is found is listed under somebody, once", () => {
  const cases = Object.values(SPEAKER_CASES).flat();
  let found = 0;
  for (const [, text] of cases) {
    const analysis = read(plain(text));
    const listed = listSources(analysis).flatMap(({ statements }) => statements.map(({ content }) => content));
    const counted = analysis.quotations.filter(({ repeated }) => !repeated).map(({ content }) => content);
    expect(listed.toSorted(byStart), text).toEqual(counted.toSorted(byStart));
    found += counted.length;
  }
  expect(found).toBeGreaterThan(cases.length);
});

const byStart = (a: readonly { start: number; end: number }[], b: readonly { start: number; end: number }[]): number =>
  (a[0]?.start ?? 0) - (b[0]?.start ?? 0) || (a[0]?.end ?? 0) - (b[0]?.end ?? 0);

const STORY = `Iran said on Monday that it had closed the strait to all ships. Sailors in Iran were told to wait.

House Leader Nora Quist said the ships would come home. “We wait for word,” Quist added.

A police officer said two boats had turned back. The harbour office said it knew of three.`;

test("a country that speaks is its government, and told apart from the place", () => {
  const analysis = read(STORY);
  const government = listSources(analysis).find(({ name }) => name === "Iran");
  expect(government).toMatchObject({ kind: "source", voice: "government", statements: [{}] });
  expect(nameAt(analysis, STORY.indexOf("Iran said"))).toEqual(government);
  expect(nameAt(analysis, STORY.indexOf("Iran were"))).toMatchObject({ kind: "place", voice: null, statements: [] });
});

test("whoever has no name is listed by the words that the text has", () => {
  const voices = listSources(read(STORY)).map(({ name, voice }) => [name.toLowerCase(), voice]);
  expect(voices).toContainEqual(["a police officer", "person"]);
  expect(voices).toContainEqual(["the harbour office", "body"]);
  const [alone] = listSources(read("He said that the boats had turned back before noon."));
  expect(alone).toMatchObject({ name: "He", voice: "open" });
});

test("somebody who speaks has one name as a person and as a source", () => {
  const analysis = read(STORY);
  const people = listEntities(analysis, "person").map(({ name }) => name);
  expect(people).toEqual(["Nora Quist"]);
  for (const { entity, name } of analysis.sources)
    if (entity !== null) expect(analysis.entities[entity]?.name).toBe(name);
});

test("a statement can be given to everybody else who speaks or is named, and not to a place", () => {
  const analysis = read(STORY);
  const names = (choices: readonly { name: string }[]): string[] => choices.map(({ name }) => name.toLowerCase());
  expect(names(speakersToChoose(analysis, { kind: "person", name: "Nora Quist" }))).toEqual([
    "iran",
    "a police officer",
    "the harbour office",
  ]);
  expect(namesakesToChoose(analysis, { kind: "place", name: "Iran" })).toEqual([]);
  expect(names(namesakesToChoose(analysis, { kind: "source", name: "Iran" }))).toContain("nora quist");
});

test("a typed text finds names by their beginning first, whatever its case and accents", () => {
  const choices = ["Karl Berg", "Bergliot Aas", "Ana Íñiguez"].map((name) => ({
    kind: "person" as const,
    name,
    role: null,
    voice: null,
  }));
  const found = (typed: string): string[] => completeName(typed, choices).map(({ name }) => name);
  expect(found("")).toEqual(["Karl Berg", "Bergliot Aas", "Ana Íñiguez"]);
  expect(found(" BERG")).toEqual(["Bergliot Aas", "Karl Berg"]);
  expect(found("iniguez")).toEqual(["Ana Íñiguez"]);
  expect(found("Moe")).toEqual([]);
  expect(namedExactly("ana  iniguez", choices)?.name).toBe("Ana Íñiguez");
  expect(namedExactly("ana", choices)).toBeNull();
});
