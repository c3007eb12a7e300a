import { expect, test } from "vitest";
import { anchorAll } from "../../../../src/annotation/anchoring/all.ts";
import { describe } from "../../../../src/annotation/anchoring/describe.ts";
import { createTextIndex } from "../../../../src/annotation/anchoring/text-index.ts";

const LINES = Array.from({ length: 2000 }, (_, i) => `Line ${i} tells of lighthouse number ${i * 7}.`);
const PAGE = LINES.join("\n");
const passages = [3, 1500, 40].map((line) => {
  const start = PAGE.indexOf(LINES[line]!);
  return describe(PAGE, { start, end: start + LINES[line]!.length });
});

async function collect(near: number, shouldPause: () => boolean) {
  let pauses = 0;
  const numbers: number[] = [];
  const states = new Set<string>();
  const pause = () => {
    pauses += 1;
    return Promise.resolve();
  };
  const index = createTextIndex(`Tides\n${PAGE}`);
  for await (const { number, anchoring } of anchorAll(index, passages, { shouldPause, pause, near })) {
    numbers.push(number);
    states.add(anchoring.state);
  }
  return { numbers, states, pauses };
}

test("anchors what stood near the reader's place first", async () => {
  expect((await collect(0, () => false)).numbers).toEqual([0, 2, 1]);
  expect((await collect(PAGE.length, () => false)).numbers).toEqual([1, 2, 0]);
});

test("anchors what is unchanged before what is not", async () => {
  const [first, ...others] = passages;
  const moved = { ...first!, position: { ...first!.position!, start: 0, end: 5 } };
  const numbers: number[] = [];
  const schedule = { shouldPause: () => false, pause: () => Promise.resolve() };
  for await (const { number } of anchorAll(createTextIndex(PAGE), [moved, ...others], schedule)) numbers.push(number);
  expect(numbers).toEqual([2, 1, 0]);
});

test("pauses between passages and while the words are counted", async () => {
  const { pauses, states } = await collect(0, () => true);
  expect(states).toEqual(new Set(["moved"]));
  expect(pauses).toBeGreaterThan(passages.length);
});

test("does not pause as long as there is time", async () => {
  expect((await collect(0, () => false)).pauses).toBe(0);
});
