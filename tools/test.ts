import { spawnSync } from "node:child_process";
import { dirname, join } from "node:path";
import { runTests, type TestOutcome } from "./vitest.ts";

/** Everything that must hold before a change lands, in the order in which a mistake is cheapest to learn of. */

const root = dirname(import.meta.dirname);
const bin = (name: string): string => join(root, "node_modules", ".bin", name);

const CHECKS: Readonly<Record<string, readonly [command: string, ...commandArguments: string[]]>> = {
  types: [bin("tsc"), "-b"],
  lint: [bin("oxlint"), "--deny-warnings"],
  format: [bin("prettier"), "--check", "--log-level", "warn", "."],
  "unused code and packages": [bin("knip")],
  build: [process.execPath, "build.mjs"],
  "extension lint": [bin("addons-linter"), "--warnings-as-errors", "dist/firefox"],
};

/** Runs one check and says how it went and how long it took. */
function timed(name: string, run: () => boolean): boolean {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const passed = run();
  console.log(`${passed ? "✓" : "✗"} ${name} (${((performance.now() - start) / 1000).toFixed(1)} s)`);
  return passed;
}

function runCommand(command: string, commandArguments: readonly string[]): boolean {
  const { status, error } = spawnSync(command, commandArguments, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  if (error !== undefined) console.error(error.message);
  return error === undefined && status === 0;
}

const failed = Object.entries(CHECKS).flatMap(([name, [command, ...commandArguments]]) => {
  const passed = timed(name, () => runCommand(command, commandArguments));
  // The browser tests need not build what was built a moment ago.
  if (passed && name === "build") process.env["SOURCELINE_IS_BUILT"] = "yes";
  return passed ? [] : [name];
});
let tests: TestOutcome = { passed: 0, failed: 1, unsteady: [] };
const name = "unit and browser tests";
const areGreen = timed(name, () => {
  tests = runTests(root);
  return tests.failed === 0 && tests.passed > 0;
});
if (!areGreen) failed.push(name);
const checks = Object.keys(CHECKS).length + 1;
console.log(failed.length === 0 ? "\nEvery check passed." : `\nFailed: ${failed.join(", ")}.`);
if (tests.unsteady.length > 0) console.log(`Unsteady, passed only in a second run: ${tests.unsteady.join(", ")}.`);
console.log(`${tests.passed + checks - failed.length} passed, ${tests.failed + failed.length} failed`);
process.exit(failed.length === 0 ? 0 : 1);
