import { describe, expect, it, vi } from "vitest";
import { articleOfPlainText } from "../../../src/article/plain-text.ts";
import { classBit, phraseHash, wordHash } from "../../../src/entities/tagging/gazetteer.ts";
import { LABEL_COUNT } from "../../../src/entities/tagging/labels.ts";
import { decodeModel } from "../../../src/entities/tagging/model.ts";
import { recogniseEntities } from "../../../src/entities/recognise.ts";
import { segment } from "../../../src/text/segment.ts";
import type { GoldDocument } from "../../../training/corpus.ts";
import { crossValidate } from "../../../training/cross-validate.ts";
import { trainEntities, type TrainingCorpus } from "../../../training/entities.ts";
import { logLikelihood } from "../../../training/likelihood.ts";

const BITS = 14;
// Training reserves much memory: under load that takes a while.
vi.setConfig({ testTimeout: 60_000 });
const PEOPLE = ["Helen Marsh", "Peter Novak", "Anna Lindholm", "Thomas Albrecht", "Maria Souza", "Karl Heide"];
const PLACES = ["Oslo", "Vienna", "Geneva", "Lisbon", "Helsinki", "Belgrade"];
const KNOWN = {
  phrases: PLACES.map((place) => ({ hash: phraseHash(place), classes: classBit("city") })),
  senses: [{ hash: wordHash("minister"), sense: 64 }],
  clusters: { entries: [], broad: [] },
};

/** Many documents of one pattern: the names change, what stands around them stays. */
function documents(count: number): GoldDocument[] {
  return Array.from({ length: count }, (_, index) => {
    const person = PEOPLE[index % PEOPLE.length] ?? "";
    const place = PLACES[(index * 5 + Math.floor(index / 6)) % PLACES.length] ?? "";
    const text = `The minister ${person} said on Monday that nobody knew. He lives in ${place} now.`;
    const mention = (name: string, kind: "person" | "place") => {
      const start = text.indexOf(name);
      return { start, end: start + name.length, kind };
    };
    return { id: `${index}`, text, mentions: [mention(person, "person"), mention(place, "place")] };
  });
}

function train(corpus: Partial<TrainingCorpus> = {}, log: (line: string) => void = () => {}): Uint8Array {
  return trainEntities(
    [{ name: "stories", documents: documents(48), weight: 1, isSilver: false, ...corpus }],
    KNOWN,
    log,
    BITS,
  );
}

describe("trainEntities", () => {
  it("gives the same bytes for the same corpora", () => {
    expect(train()).toEqual(train());
  });

  it("gives other bytes for another corpus", () => {
    expect(train()).not.toEqual(train({ documents: documents(47) }));
  });

  it("learns names that it has not seen from what stands around them", () => {
    const model = decodeModel(train());
    if (!model.ok) throw new Error(model.error.message);
    const text = "The minister Laura Bennett said on Monday that nobody knew. He lives in Harbourton now.";
    const found = recogniseEntities(segment(articleOfPlainText(text)), model.value);
    expect(found.map(({ kind, name }) => [kind, name])).toEqual([
      ["person", "Laura Bennett"],
      ["place", "Harbourton"],
    ]);
  });

  it("leaves out what a silver corpus marks against all the rest of it, and nothing of a gold one", () => {
    const texts = documents(48).map((document, index) =>
      index === 20 || index === 31
        ? { ...document, mentions: document.mentions.filter(({ kind }) => kind !== "place") }
        : document,
    );
    const leftOut = (isSilver: boolean): string => {
      const lines: string[] = [];
      train({ documents: texts, isSilver }, (line) => lines.push(line));
      return lines.find((line) => line.includes("doubtful")) ?? "";
    };
    expect(leftOut(true)).toMatch(/^[1-9]\d* of /);
    expect(leftOut(false)).toMatch(/^0 of /);
  });
});

describe("crossValidate", () => {
  const corpora = ["stories", "tales"].map((name) => ({ name, documents: documents(30), weight: 1, isSilver: false }));

  it.each([
    ["documents", 3, 20],
    ["corpora", 2, 30],
  ] as const)("holds out %s, each once, and never trains on what it holds out", (holdOut, folds, trained) => {
    const trainings: number[] = [];
    const results = [
      ...crossValidate(corpora, holdOut, (parts) => {
        trainings.push(...parts.map((part) => part.documents.length));
        return trainEntities(parts, KNOWN, () => {}, BITS);
      }),
    ];
    expect(trainings.filter((count) => count > 0)).toEqual(
      Array.from({ length: holdOut === "documents" ? 2 * folds : folds }, () => trained),
    );
    // Each document has one person and one place.
    expect(results.reduce((total, { counts }) => total + counts.gold, 0)).toBe(2 * 2 * 30);
    expect(results.every(({ counts }) => counts.right === counts.gold)).toBe(true);
  });
});

describe("logLikelihood", () => {
  const L = LABEL_COUNT;
  const emissions = Float32Array.from({ length: 3 * L }, (_, index) => ((index * 7) % 11) / 5);
  const transitions = Float32Array.from({ length: L * L }, (_, index) => ((index * 5) % 13) / 7);

  it("sums to one over all labels of an island", () => {
    let sum = 0;
    for (let index = 0; index < L ** 2; index += 1) {
      const labels = Uint8Array.of(0, index % L, Math.floor(index / L));
      sum += Math.exp(logLikelihood(emissions, transitions, labels, 1, 3));
    }
    expect(sum).toBeCloseTo(1, 5);
  });

  it("is higher for labels with higher scores", () => {
    const raised = emissions.slice();
    raised[2 * L + 4] = 6;
    const labels = Uint8Array.of(0, 3, 4);
    expect(logLikelihood(raised, transitions, labels, 1, 3)).toBeGreaterThan(
      logLikelihood(emissions, transitions, labels, 1, 3),
    );
  });
});
