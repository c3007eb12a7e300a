import { describe, expect, it, vi } from "vitest";
import { FEATURE_LIMIT } from "../../../../src/entities/tagging/features.ts";
import { classBit, Gazetteer, phraseHash, wordHash } from "../../../../src/entities/tagging/gazetteer.ts";
import { hashText } from "../../../../src/entities/tagging/hash.ts";
import { LABEL_COUNT, mayFollow } from "../../../../src/entities/tagging/labels.ts";
import { checksumOf, decodeModel, HEADER_BYTES } from "../../../../src/entities/tagging/model.ts";
import { senseOf } from "../../../../src/entities/tagging/senses.ts";
import { randomNumbers } from "../../../../training/random.ts";
import type { TwoPassCrf } from "../../../../training/field.ts";
import { encodeModel } from "../../../../training/export.ts";

// Unpacking every feature takes a while under load.
vi.setConfig({ testTimeout: 60_000 });

const BITS = 12;
const LARGEST = 1;

/** A field of random weights of which `share` are not zero. */
function randomCrf(seed: number, share: number): TwoPassCrf {
  const random = randomNumbers(seed);
  const weights = new Float32Array(2 ** BITS * LABEL_COUNT);
  for (let hash = 0; hash < 2 ** BITS; hash += 1) {
    if (random() >= share) continue;
    for (let label = 0; label < LABEL_COUNT; label += 1) {
      weights[hash * LABEL_COUNT + label] = (random() * 2 - 1) * LARGEST;
    }
  }
  const transitions = Float32Array.from({ length: LABEL_COUNT ** 2 }, (_, index) =>
    mayFollow(Math.floor(index / LABEL_COUNT), index % LABEL_COUNT) ? random() : -1e4,
  );
  return { bits: BITS, weights, transitions: [transitions, transitions] };
}

const KNOWN = {
  phrases: [
    { hash: phraseHash("Nur-Sultan"), classes: classBit("city") },
    { hash: phraseHash("Jordan"), classes: classBit("country") | classBit("family") },
  ],
  senses: [
    { hash: wordHash("mayor"), sense: 70 },
    { hash: wordHash("harbour"), sense: 71 },
    { hash: wordHash("governor"), sense: 70 },
  ],
  clusters: {
    entries: [
      { hash: hashText("norway"), cluster: 3 },
      { hash: hashText("otter"), cluster: 1000 },
      { hash: hashText("norway"), cluster: 9 },
    ],
    broad: Array.from({ length: 1000 }, (_, cluster) => cluster % 5),
  },
};

const options = { rows: 2 ** BITS, counts: new Uint32Array(2 ** BITS).fill(1) };

function encoded(share = 0.4): Uint8Array {
  return encodeModel(randomCrf(7, share), KNOWN, options);
}

/** The failure's message, or "" where there is none. */
function messageOf(bytes: Uint8Array): string {
  const decoded = decodeModel(bytes);
  if (decoded.ok) return "";
  expect(decoded.error.code).toBe("model-damaged");
  return decoded.error.message;
}

describe("encodeModel and decodeModel", () => {
  it.each([0, 0.01, 0.4, 1])("bring weights back to within a level, with %d of the features", (share) => {
    const crf = randomCrf(3, share);
    const decoded = decodeModel(encodeModel(crf, KNOWN, options));
    if (!decoded.ok) throw new Error(decoded.error.message);
    const features = new Uint32Array(1);
    const scores = new Float32Array(LABEL_COUNT);
    for (let hash = 0; hash < 2 ** BITS; hash += 1) {
      // Bits above the model's own must not matter.
      features[0] = hash + 2 ** BITS * 5;
      decoded.value.scores.addScores(features, 1, scores.fill(0), 0);
      for (let label = 0; label < LABEL_COUNT; label += 1) {
        expect(scores[label]! / 127).toBeCloseTo(crf.weights[hash * LABEL_COUNT + label]!, 0);
        expect(Math.abs(scores[label]! / 127 - crf.weights[hash * LABEL_COUNT + label]!)).toBeLessThan(0.12);
      }
    }
  });

  it.each([0, 1])("sums up as many features as a token may have, label by label (%d)", (parity) => {
    const crf = randomCrf(5, 1);
    for (let index = 0; index < crf.weights.length; index += 1) {
      crf.weights[index] = (index % LABEL_COUNT) % 2 === parity ? LARGEST : -LARGEST;
    }
    const decoded = decodeModel(encodeModel(crf, KNOWN, options));
    if (!decoded.ok) throw new Error(decoded.error.message);
    const features = Uint32Array.from({ length: FEATURE_LIMIT }, (_, hash) => hash * 7);
    const scores = new Float32Array(LABEL_COUNT);
    decoded.value.scores.addScores(features, FEATURE_LIMIT, scores, 0);
    const most = 127 * FEATURE_LIMIT;
    expect([...scores]).toEqual(
      Array.from({ length: LABEL_COUNT }, (_, label) => (label % 2 === parity ? most : -most)),
    );
  });

  it("keeps the features with the largest weights", () => {
    const crf = randomCrf(5, 1);
    crf.weights.fill(0.1);
    crf.weights.fill(0.9, 40 * LABEL_COUNT, 41 * LABEL_COUNT);
    const decoded = decodeModel(encodeModel(crf, KNOWN, { ...options, rows: 1 }));
    if (!decoded.ok) throw new Error(decoded.error.message);
    const scores = new Float32Array(LABEL_COUNT);
    decoded.value.scores.addScores(Uint32Array.of(39, 41), 2, scores, 0);
    expect([...scores]).toEqual(Array.from({ length: LABEL_COUNT }, () => 0));
    decoded.value.scores.addScores(Uint32Array.of(40), 1, scores, 0);
    expect(scores.every((score) => score === 127)).toBe(true);
  });

  it("brings the gazetteer back", () => {
    const decoded = decodeModel(encoded());
    if (!decoded.ok) throw new Error(decoded.error.message);
    const { gazetteer } = decoded.value.lexicon;
    expect(gazetteer.classesOf(phraseHash("Jordan"))).toBe(classBit("country") | classBit("family"));
    expect(gazetteer.classesOf(phraseHash("Nur-Sultan"))).toBe(classBit("city"));
    expect(gazetteer.classesOf(phraseHash("Harbourton"))).toBe(0);
    const words = ["mayor", "mayors", "governor", "harbours", "Harbourton"];
    expect(words.map((word) => senseOf(word, gazetteer))).toEqual([70, 70, 70, 71, 0]);
  });

  it("brings the clusters of words back, of a word that is listed twice the first", () => {
    const decoded = decodeModel(encoded());
    if (!decoded.ok) throw new Error(decoded.error.message);
    const { lexicon } = decoded.value;
    const clustersOf = (word: string): number[] => {
      const { cluster, broadCluster } = lexicon.lexemeOf(word);
      return [cluster, broadCluster];
    };
    expect(clustersOf("Norway")).toEqual([3, 3]);
    expect(clustersOf("otter")).toEqual([1000, 5]);
    expect(clustersOf("Harbourton")).toEqual([0, 0]);
  });

  it("gives the same bytes for the same weights", () => {
    expect(encoded()).toEqual(encoded());
  });

  it("reads a file that lies inside a larger buffer", () => {
    const bytes = encoded();
    const larger = new Uint8Array(bytes.length + 7);
    larger.set(bytes, 3);
    expect(messageOf(larger.subarray(3, 3 + bytes.length))).toBe("");
  });

  it("refuses a file that is cut short, wherever", () => {
    const bytes = encoded();
    for (const length of [0, 3, 8, 15, 100, bytes.length - 1]) expect(messageOf(bytes.slice(0, length))).not.toBe("");
  });

  it("refuses a file with one byte changed, wherever", () => {
    const bytes = encoded();
    for (let at = 0; at < bytes.length; at += 97) {
      const changed = bytes.slice();
      changed[at] = changed[at]! ^ 64;
      expect(messageOf(changed)).not.toBe("");
    }
  });

  it("names the version that it can't read", () => {
    const bytes = encoded();
    new DataView(bytes.buffer).setUint32(4, 99, true);
    expect(messageOf(bytes)).toContain("version 99");
  });

  it("refuses a web page that came instead of the file", () => {
    expect(messageOf(new TextEncoder().encode("<!doctype html><title>Not found</title>"))).toContain("no model");
  });

  it("covers the whole rest by the checksum", () => {
    const bytes = encoded();
    const sum = checksumOf(bytes, HEADER_BYTES);
    bytes[bytes.length - 1] = bytes[bytes.length - 1]! ^ 1;
    expect(checksumOf(bytes, HEADER_BYTES)).not.toBe(sum);
  });
});

describe("Gazetteer", () => {
  it("joins the classes of a phrase that is entered twice", () => {
    const hash = phraseHash("Paris");
    const gazetteer = Gazetteer.of([
      { hash, classes: classBit("city") },
      { hash, classes: classBit("given") },
    ]);
    expect(gazetteer.classesOf(hash)).toBe(classBit("city") | classBit("given"));
  });

  it("knows nothing when it is empty", () => {
    expect(Gazetteer.of([]).classesOf(phraseHash("Paris"))).toBe(0);
  });
});
