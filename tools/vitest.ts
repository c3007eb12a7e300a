import { spawnSync } from "node:child_process";
import { readFileSync, rmSync } from "node:fs";
import { join, relative, sep } from "node:path";

/** What came of all unit and browser tests. */
export interface TestOutcome {
  readonly passed: number;
  /** A test that was skipped counts as failed, and so does a file that failed around its tests. */
  readonly failed: number;
  /** The files that passed only in their second run. */
  readonly unsteady: readonly string[];
}

/** The parts that are read of what the test runner writes down, by file. */
interface Report {
  readonly testResults: readonly {
    readonly name: string;
    readonly status: string;
    readonly assertionResults: readonly { readonly status: string }[];
  }[];
}
type FileResult = Report["testResults"][number];

/** How many files may run a second time. More that fail at once have one cause, which is to be found. */
const MOST_AGAIN = 4;

const passedIn = ({ assertionResults }: FileResult): number =>
  assertionResults.filter(({ status }) => status === "passed").length;
const isWhole = (file: FileResult): boolean =>
  file.status === "passed" && passedIn(file) === file.assertionResults.length;

/**
 * Runs all tests of the project. The browsers of three files share the machine with whatever else it does: a file of browser
 * tests that failed there runs once more by itself, and is named as unsteady where it passes then. A unit test has one run.
 *
 * @param root the project's folder.
 */
export function runTests(root: string): TestOutcome {
  const first = runVitest(root, []);
  if (first === null) return { passed: 0, failed: 1, unsteady: [] };
  const broken = first.files.filter((file) => !isWhole(file)).map(({ name }) => relative(root, name));
  const runsAgain = broken.length > 0 && broken.length <= MOST_AGAIN && broken.every(isOfBrowsers);
  if (runsAgain) console.log(`\n── once more, by themselves: ${broken.join(", ")}`);
  const again = runsAgain ? runVitest(root, ["--project", "e2e", "--maxWorkers", "1", ...broken]) : null;
  const later = again?.files ?? [];
  const files = [...first.files.filter(({ name }) => later.every((file) => file.name !== name)), ...later];
  const isGreen = (again ?? first).isGreen && files.every(isWhole);
  const passed = files.reduce((sum, file) => sum + passedIn(file), 0);
  const others = files.reduce((sum, file) => sum + file.assertionResults.length, 0) - passed;
  return {
    passed,
    failed: isGreen ? 0 : Math.max(1, others),
    unsteady: later.filter(isWhole).map(({ name }) => relative(root, name)),
  };
}

const isOfBrowsers = (file: string): boolean => file.startsWith(join("test", "e2e") + sep);

/** Runs the test runner; `null` where it wrote nothing down. */
function runVitest(
  root: string,
  more: readonly string[],
): { readonly isGreen: boolean; readonly files: readonly FileResult[] } | null {
  const report = join(root, ".cache", "test-results.json");
  rmSync(report, { force: true });
  const { status } = spawnSync(
    join(root, "node_modules", ".bin", "vitest"),
    ["run", "--reporter=default", "--reporter=json", `--outputFile.json=${report}`, ...more],
    { cwd: root, stdio: ["ignore", "inherit", "inherit"] },
  );
  try {
    const { testResults } = JSON.parse(readFileSync(report, "utf8")) as Report;
    return { isGreen: status === 0, files: testResults };
  } catch {
    return null;
  }
}
