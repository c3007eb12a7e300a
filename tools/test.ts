import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";

/** Everything that must hold before a change lands, in the order in which a mistake is cheapest to learn of. */

const root = dirname(import.meta.dirname);
const bin = (name: string): string => join(root, "node_modules", ".bin", name);
const RESULTS = join(root, ".cache", "test-results.json");

interface Check {
  readonly name: string;
  readonly command: string;
  readonly commandArguments: readonly string[];
}

const CHECKS: readonly Check[] = [
  { name: "types", command: bin("tsc"), commandArguments: ["-b"] },
  { name: "lint", command: bin("oxlint"), commandArguments: ["--deny-warnings"] },
  { name: "format", command: bin("prettier"), commandArguments: ["--check", "--log-level", "warn", "."] },
  { name: "unused code and packages", command: bin("knip"), commandArguments: [] },
  { name: "build", command: process.execPath, commandArguments: ["build.mjs"] },
  {
    name: "extension lint",
    command: bin("addons-linter"),
    commandArguments: ["--warnings-as-errors", "dist/firefox"],
  },
  {
    name: "unit and browser tests",
    command: bin("vitest"),
    commandArguments: ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${RESULTS}`],
  },
];

function run({ name, command, commandArguments }: Check): boolean {
  console.log(`\n── ${name}`);
  const start = performance.now();
  const { status, error } = spawnSync(command, commandArguments, {
    cwd: root,
    stdio: ["ignore", "inherit", "inherit"],
  });
  const passed = error === undefined && status === 0;
  const seconds = ((performance.now() - start) / 1000).toFixed(1);
  console.log(`${passed ? "✓" : "✗"} ${name} (${seconds} s)${error === undefined ? "" : `: ${error.message}`}`);
  return passed;
}

/** How many tests passed and failed, as the test runner wrote them down. A test that was skipped counts as failed. */
function countTests(): { passed: number; failed: number } {
  try {
    const { numTotalTests, numPassedTests } = JSON.parse(readFileSync(RESULTS, "utf8")) as {
      numTotalTests: number;
      numPassedTests: number;
    };
    return { passed: numPassedTests, failed: numTotalTests - numPassedTests };
  } catch {
    return { passed: 0, failed: 0 };
  }
}

rmSync(RESULTS, { force: true });
const failed = CHECKS.filter((check) => {
  const passed = run(check);
  // The browser tests need not build what was built a moment ago.
  if (passed && check.name === "build") process.env["SOURCELINE_IS_BUILT"] = "yes";
  return !passed;
});
const tests = countTests();
const passedChecks = CHECKS.length - failed.length;
console.log(failed.length === 0 ? "\nEvery check passed." : `\nFailed: ${failed.map(({ name }) => name).join(", ")}.`);
console.log(`${tests.passed + passedChecks} passed, ${tests.failed + failed.length} failed`);
process.exit(failed.length === 0 && tests.failed === 0 && tests.passed > 0 ? 0 : 1);
