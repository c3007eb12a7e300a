import { beforeEach, describe, expect, test } from "vitest";
import { createFairQueue } from "../../../../extension/background/fair-queue.ts";
import type { Slices, Steps } from "../../../../src/slices.ts";

/** How many steps a turn has. */
const TURN = 3;
/** Who has worked, step by step. */
let worked: string[] = [];

/** Turns by the count of steps. */
function counted(): Slices {
  let steps = 0;
  return {
    shouldPause: () => (steps += 1) % TURN === 0,
    pause: async () => {
      await new Promise((resolve) => setTimeout(resolve));
      steps = 0;
    },
  };
}

/** Work of so many steps, that gives its name. */
function* workOf(name: string, steps: number): Steps<string> {
  for (let step = 0; step < steps; step += 1) {
    worked.push(name);
    yield;
  }
  return name;
}

const ever = new AbortController().signal;
const queue = () => createFairQueue(counted());

beforeEach(() => {
  worked = [];
});

describe("a fair queue", () => {
  test("has pages work in turns, so that little is not kept waiting by much", async () => {
    const { run } = queue();
    const much = run("a", workOf("much", 300), ever);
    const little = run("b", workOf("little", 4), ever);
    expect(await little).toBe("little");
    expect(worked.length).toBeLessThan(5 * TURN);
    expect(await much).toBe("much");
    expect(worked).toHaveLength(304);
  });

  test("gives a page that asks for a hundred things no more time than one that asks for one", async () => {
    const { run } = queue();
    const hoard = Array.from({ length: 100 }, () => run("a", workOf("hoard", 10), ever));
    const one = run("b", workOf("one", 30), ever);
    await one;
    expect(worked.filter((name) => name === "hoard").length).toBeLessThan(40);
    await Promise.all(hoard);
    expect(worked).toHaveLength(30 + 100 * 10);
  });

  test("does what a page asks for in the order in which it asks", async () => {
    const { run } = queue();
    const done: unknown[] = [];
    const all = ["first", "second", "third"].map((name) => run("a", workOf(name, 5), ever).then((it) => done.push(it)));
    await Promise.all(all);
    expect(done).toEqual(["first", "second", "third"]);
  });

  test.each([0, 1, 10])("leaves undone what nobody waits for any more, after %i turns", async (turns) => {
    const { run } = queue();
    const waiting = new AbortController();
    const dropped = run("a", workOf("dropped", 1_000), waiting.signal);
    const next = run("a", workOf("next", 1), ever);
    await new Promise((resolve) => setTimeout(resolve, 5 * turns));
    waiting.abort();
    expect(await dropped).toBeNull();
    expect(await next).toBe("next");
    expect(worked.filter((name) => name === "dropped").length).toBeLessThan(1_000);
  });

  test("goes on behind work that throws, and says what it threw", async () => {
    const { run } = queue();
    function* broken(): Steps<string> {
      yield;
      throw new Error("a bug");
    }
    const thrown = run("a", broken(), ever);
    const next = run("a", workOf("next", 5), ever);
    await expect(thrown).rejects.toThrow("a bug");
    expect(await next).toBe("next");
  });

  test("takes up work again after it has had none", async () => {
    const { run } = queue();
    expect(await run("a", workOf("one", 5), ever)).toBe("one");
    await new Promise((resolve) => setTimeout(resolve, 20));
    expect(await run("a", workOf("two", 5), ever)).toBe("two");
  });
});
