import { expect, test, vi } from "vitest";
import { runHistories } from "../../faults/sync/main.ts";

/** Other histories each time; whoever sees a failure sees the seed. `npm run faults -- sync` has many more. */
const seed = Math.floor(Math.random() * 1_000_000);

test(
  "machines that meet in any order have the same in the end, and no acknowledged text is lost",
  { timeout: 240_000 },
  async () => {
    // What is ended in its midst says so.
    vi.spyOn(console, "error").mockImplementation(() => {});
    expect(await runHistories(25, seed)).toEqual([]);
  },
);
