import { expect, test, vi } from "vitest";
import { SIMULATED, simulate } from "../../faults/simulated/main.ts";

/** Other moments and texts each time; whoever sees a failure sees the seed. `npm run faults -- simulated` has many more. */
const seed = Math.floor(Math.random() * 1_000_000);

test.each(SIMULATED)("nothing is lost, and nobody is kept in the dark: %s", async (kind) => {
  vi.spyOn(console, "warn").mockImplementation(() => {});
  expect(await simulate({ runs: 6, seed, only: kind }, () => {})).toEqual([]);
});
