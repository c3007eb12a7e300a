import "./machine.ts";
import { type Random, randomFrom } from "../random.ts";
import { CAUSES, runKind } from "./kinds.ts";
import { runDamage } from "./damage.ts";
import { runTwoEditors } from "./editors.ts";
import { runBlockedUpgrade, runUpgrade } from "./versions.ts";

/** One run of each kind of fault: gives what is wrong afterwards, in words. */
const RUNS: ReadonlyMap<string, (random: Random) => Promise<string[]>> = new Map([
  ...CAUSES.map(({ name, cause }) => [name, (random: Random) => runKind(cause, random)] as const),
  ["two editors and an undo", runTwoEditors],
  ["damaged record", runDamage],
  ["upgrade of an old version", runUpgrade],
  ["upgrade blocked", runBlockedUpgrade],
]);

/** The names of all kinds. */
export const SIMULATED: readonly string[] = [...RUNS.keys()];

/** A run that went wrong, and how to have it again. */
export interface Failed {
  readonly kind: string;
  readonly seed: number;
  readonly wrong: readonly string[];
}

/**
 * Runs each kind of fault so often, or those whose name begins with `only`, on a simulated machine: only the extension's
 * own code is real, so that hundreds of runs take a minute. Gives the runs that went wrong.
 *
 * @param tell takes a line for each kind.
 */
export async function simulate(
  { runs, seed, only }: { readonly runs: number; readonly seed: number; readonly only: string },
  tell: (line: string) => void,
): Promise<readonly Failed[]> {
  const failed: Failed[] = [];
  for (const [kind, once] of RUNS) {
    if (!kind.startsWith(only)) continue;
    const before = failed.length;
    for (let run = 0; run < runs; run += 1) {
      const wrong = await once(randomFrom(seed + run));
      if (wrong.length > 0) failed.push({ kind, seed: seed + run, wrong });
    }
    tell(`${kind}: ${runs} runs, ${failed.length - before} went wrong`);
  }
  return failed;
}
