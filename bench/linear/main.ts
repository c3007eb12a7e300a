import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { readModels } from "../../tools/model-file.ts";
import { entriesFor, type Entry } from "./entries.ts";
import { PATTERNS, type Pattern, SINGLE_PATTERNS, textOfPattern } from "./patterns.ts";
import { startCounting } from "./steps.ts";

/** What doubling a text may cost at most. */
const GOAL = 2.3;
const RUNS = 5;
/** Below this, milliseconds of CPU time tell nothing: other work of the engine is in them. */
const LEAST = 4;
/** The longest text where none is asked for, in UTF-16 code units. */
const LONGEST = 512_000;
/** A text that takes more steps is not doubled again. */
const MOST_STEPS = 300_000_000;
/** A run that takes longer is not doubled again, in milliseconds. */
const PATIENCE = 4_000;

/** What doubling the text of one pattern cost one entry at most. */
interface Row {
  readonly pattern: string;
  readonly ratio: number;
  /** At which length, in UTF-16 code units, and what it cost there: steps or milliseconds. */
  readonly length: number;
  readonly cost: number;
}

/** Doubles hostile texts and tells what that costs each way into the pure code. The answer is whether the goal is met. */
export async function benchLinear(options: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: options,
    options: {
      steps: { type: "boolean", default: false },
      json: { type: "boolean", default: false },
      entry: { type: "string", multiple: true, default: [] },
      "up-to": { type: "string", default: "" },
      every: { type: "string", default: "1" },
    },
  });
  const entries = entriesFor(readModels(dirname(import.meta.dirname)));
  const chosen = entries.filter(({ name }) => values.entry.length === 0 || values.entry.includes(name));
  const patterns = (values.steps ? SINGLE_PATTERNS : PATTERNS).filter((_, index) => index % Number(values.every) === 0);
  const longest = values["up-to"] === "" ? null : Number(values["up-to"]);
  const measure = values.steps ? byCounting(longest) : byTiming(longest ?? LONGEST);
  let meetsGoal = true;
  for (const entry of chosen) {
    const rows = patterns.map((pattern) => measure(entry, pattern)).toSorted((a, b) => b.ratio - a.ratio);
    const worse = rows.filter(({ ratio }) => ratio > GOAL);
    if (worse.length > 0) meetsGoal = false;
    console.log(
      values.json ? JSON.stringify({ entry: entry.name, patterns: rows.length, worse }) : report(entry, rows),
    );
  }
  return meetsGoal;
}

function report({ name }: Entry, rows: readonly Row[]): string {
  const lines = rows
    .slice(0, 3)
    .map(({ pattern, ratio, length, cost }) => `  ${ratio.toFixed(2)} at ${length} (${cost.toFixed(1)}) ${pattern}`);
  const worse = rows.filter(({ ratio }) => ratio > GOAL).length;
  return [`${name}: ${worse} of ${rows.length} patterns above ${GOAL}`, ...lines].join("\n");
}

type Measure = (entry: Entry, pattern: Pattern) => Row;

/** @param longest counting is exact, so that one doubling tells enough, which is all without it. */
function byCounting(longest: number | null): Measure {
  const counter = startCounting();
  return (entry, pattern) => {
    const count = (length: number) => counter.count(entry.prepare(textOfPattern(pattern, length)));
    let worst: Row = { pattern: pattern.name, ratio: 0, length: 0, cost: 0 };
    const end = longest === null ? 2 * entry.from : Math.min(longest, entry.limit ?? longest);
    let before = count(entry.from);
    for (let length = 2 * entry.from; length <= end && before <= MOST_STEPS; length *= 2) {
      const cost = count(length);
      const ratio = cost / Math.max(1, before);
      if (ratio > worst.ratio) worst = { pattern: pattern.name, ratio, length, cost };
      before = cost;
    }
    return worst;
  };
}

/** Medians of CPU time, from length to length. */
function byTiming(longest: number): Measure {
  return (entry, pattern) => {
    let worst: Row = { pattern: pattern.name, ratio: 0, length: 0, cost: 0 };
    let before = 0;
    for (let length = entry.from; length <= Math.min(longest, entry.limit ?? longest); length *= 2) {
      const cost = medianOf(entry.prepare(textOfPattern(pattern, length)));
      const ratio = before < LEAST ? 0 : cost / before;
      if (ratio > worst.ratio) worst = { pattern: pattern.name, ratio, length, cost };
      if (cost > PATIENCE) break;
      before = cost;
    }
    return worst;
  };
}

function medianOf(work: () => unknown): number {
  const times: number[] = [];
  // Long runs need no second look: little else is in them.
  while (times.length < RUNS && times.reduce((sum, time) => sum + time, 0) < PATIENCE / 4) {
    const start = process.cpuUsage();
    work();
    const { user, system } = process.cpuUsage(start);
    times.push((user + system) / 1_000);
  }
  return times.toSorted((a, b) => a - b)[times.length >> 1] ?? Number.NaN;
}
