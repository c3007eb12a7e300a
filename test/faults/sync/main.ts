import { parseArgs } from "node:util";
import { randomFrom } from "../random.ts";
import { runHistory } from "./history.ts";

/** A history after which something was wrong, and how to have it again. */
interface Failed {
  readonly seed: number;
  readonly wrong: readonly string[];
}

/** Runs so many histories, with seeds one after the other. */
export async function runHistories(runs: number, seed: number): Promise<readonly Failed[]> {
  const failed: Failed[] = [];
  for (let run = 0; run < runs; run += 1) {
    const wrong = await runHistory(randomFrom(seed + run));
    if (wrong.length > 0) failed.push({ seed: seed + run, wrong });
  }
  return failed;
}

/** Runs random histories of several machines. Gives whether all came to the same, and nothing was lost, in each. */
export async function syncHistories(options: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: options,
    options: {
      runs: { type: "string", default: "200" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
    },
  });
  console.log(`sync, --seed ${values.seed}`);
  // What is ended in its midst says so.
  console.error = () => {};
  const failed = await runHistories(Number(values.runs), Number(values.seed));
  console.log(`${values.runs} histories, ${failed.length} went wrong`);
  for (const { seed, wrong } of failed) {
    console.log(`\n--runs 1 --seed ${seed}`);
    for (const line of wrong) console.log(`  ${line}`);
  }
  return failed.length === 0;
}
