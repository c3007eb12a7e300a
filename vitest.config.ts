import { defineConfig } from "vitest/config";

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: "unit",
          setupFiles: ["test/fixed-cases.ts", "test/kinds-of-nodes.ts"],
          include: ["test/unit/**/*.test.ts"],
          environment: "node",
          // No test here is about time; a busy machine may take long.
          testTimeout: 30_000,
        },
      },
      {
        test: {
          name: "e2e",
          // The browsers load what is built, which must be what the sources say now.
          globalSetup: ["test/e2e/build.ts"],
          include: ["test/e2e/**/*.test.ts"],
          environment: "node",
          // Browsers wait more than they work: three at a time keep two cores busy. Under load Firefox takes up to 20 s to start.
          maxWorkers: 3,
          sequence: { groupOrder: 1 },
          testTimeout: 60_000,
          hookTimeout: 120_000,
        },
      },
    ],
  },
});
