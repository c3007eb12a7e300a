import { describe, expect, it } from "vitest";
import { LABEL_COUNT, mayFollow, OUTSIDE } from "../../../../src/entities/tagging/labels.ts";
import { decodeIsland } from "../../../../src/entities/tagging/viterbi.ts";
import { randomNumbers } from "../../../../training/random.ts";

const random = randomNumbers(11);
const transitions = Float32Array.from({ length: LABEL_COUNT ** 2 }, (_, index) =>
  mayFollow(Math.floor(index / LABEL_COUNT), index % LABEL_COUNT) ? random() : -1e4,
);

function scoreOf(path: readonly number[], emissions: Float32Array): number {
  let score = 0;
  let previous = OUTSIDE;
  path.forEach((label, at) => {
    score += transitions[previous * LABEL_COUNT + label]! + emissions[at * LABEL_COUNT + label]!;
    previous = label;
  });
  return score + transitions[previous * LABEL_COUNT + OUTSIDE]!;
}

function* allPaths(length: number): Generator<number[]> {
  if (length === 0) yield [];
  else
    for (const path of allPaths(length - 1))
      for (let label = 0; label < LABEL_COUNT; label += 1) yield [...path, label];
}

describe("decodeIsland", () => {
  it("finds the best of all paths", () => {
    for (let length = 1; length <= 4; length += 1) {
      const emissions = Float32Array.from({ length: (length + 2) * LABEL_COUNT }, () => random() * 3);
      const island = emissions.subarray(LABEL_COUNT);
      const labels = new Uint8Array(length + 2);
      decodeIsland(emissions, transitions, 1, 1 + length, labels);
      let best: number[] = [];
      for (const path of allPaths(length)) {
        if (best.length === 0 || scoreOf(path, island) > scoreOf(best, island)) best = path;
      }
      expect([...labels]).toEqual([0, ...best, 0]);
    }
  });

  it("never lets the inside of a name stand first", () => {
    const emissions = new Float32Array(LABEL_COUNT);
    emissions[2] = 100;
    const labels = new Uint8Array(1);
    decodeIsland(emissions, transitions, 0, 1, labels);
    expect(labels[0]).not.toBe(2);
  });
});
