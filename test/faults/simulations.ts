import { parseArgs } from "node:util";
import { simulate } from "./simulated/main.ts";

/** Runs all simulated faults. Gives whether nothing was lost or kept quiet about in any. */
export async function simulations(options: string[]): Promise<boolean> {
  const { values } = parseArgs({
    args: options,
    options: {
      runs: { type: "string", default: "200" },
      only: { type: "string", default: "" },
      seed: { type: "string", default: String(Date.now() % 1_000_000) },
    },
  });
  console.log(`simulated, --seed ${values.seed}`);
  // Dexie tells of each opening that was refused or is blocked, as it should.
  console.warn = () => {};
  const seed = Number(values.seed);
  const failed = await simulate({ runs: Number(values.runs), seed, only: values.only }, console.log);
  for (const { kind, seed: own, wrong } of failed) {
    console.log(`\n${kind}, --only "${kind}" --runs 1 --seed ${own}`);
    for (const line of wrong) console.log(`  ${line}`);
  }
  return failed.length === 0;
}
