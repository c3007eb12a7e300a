import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { beforeAll, describe, expect, test } from "vitest";

const root = dirname(dirname(dirname(import.meta.dirname)));

interface Line {
  readonly entry: string;
  readonly patterns: number;
  readonly worse: readonly { readonly pattern: string; readonly ratio: number }[];
}

/** What doubling hostile texts costs in steps. In a process of its own, where nothing but the project's code is counted. */
function countSteps(): ReadonlyMap<string, Line> {
  const run = [join(root, "tools", "run.mjs"), "bench/main.ts", "linear", "--steps", "--json", "--every", "4"];
  const { stdout } = spawnSync(process.execPath, run, { cwd: root, encoding: "utf8" });
  const lines = stdout
    .trim()
    .split("\n")
    .map((line) => JSON.parse(line) as Line);
  return new Map(lines.map((line) => [line.entry, line]));
}

const ENTRIES = [
  "tokenise",
  "sentences",
  "segment",
  "language",
  "dates",
  "date line",
  "bylines",
  "headline",
  "JSON-LD",
  "JSON-LD string",
  "wording",
  "page key",
  "normalise",
  "describe",
  "anchor",
  "anchor long",
  "compare",
  "compare other",
  "Markdown",
  "backup",
  "entities",
  "quotes",
];

describe("doubling a hostile text takes at most 2.3 times the steps", () => {
  let counted: ReadonlyMap<string, Line>;
  beforeAll(() => {
    counted = countSteps();
  }, 600_000);

  test("every way in is counted", () => {
    expect([...counted.keys()].toSorted()).toEqual(ENTRIES.toSorted());
    for (const { patterns } of counted.values()) expect(patterns).toBeGreaterThan(90);
  });

  test.each(ENTRIES)("%s", (entry) => {
    expect(counted.get(entry)?.worse).toEqual([]);
  });
});
