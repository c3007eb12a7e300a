import { execFileSync } from "node:child_process";
import { createHash } from "node:crypto";
import { mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const USAGE = `usage: npm run release -- VERSION   makes a release of a commit that is ready
       npm run release -- --check   packs the last commit in two empty clones, and compares`;

const root = dirname(import.meta.dirname);
const CLONES = ["one", "a-folder-with-another-name"];

function run(folder: string, command: string, ...given: string[]): string {
  return execFileSync(command, given, {
    cwd: folder,
    encoding: "utf8",
    stdio: ["ignore", "pipe", "inherit"],
    maxBuffer: 1e9,
    shell: process.platform === "win32",
  });
}

/** Packs a commit in an empty clone. Gives the archives: file name → content. */
function packIn(folder: string): ReadonlyMap<string, Buffer> {
  run(root, "git", "clone", "--quiet", "--no-hardlinks", root, folder);
  run(folder, "npm", "run", "package");
  const dist = join(folder, "dist");
  const archives = readdirSync(dist).filter((name) => name.endsWith(".zip"));
  return new Map(archives.toSorted().map((name) => [name, readFileSync(join(dist, name))]));
}

/**
 * Packs the last commit in two empty clones and says whether the archives are the same, byte for byte, as a store's reviewer
 * would find them; and lints what Firefox is given, where a warning counts as a failure.
 */
function checkPackages(): boolean {
  const folder = mkdtempSync(join(tmpdir(), "sourceline-release-"));
  try {
    const [first, second] = CLONES.map((name) => packIn(join(folder, name)));
    if (first === undefined || second === undefined) throw new Error("nothing was packed");
    const isSame = [...first].map(([name, content]) => {
      const isEqual = second.get(name)?.equals(content) === true;
      const hash = createHash("sha256").update(content).digest("hex");
      console.log(`${isEqual ? "same bytes" : "DIFFERENT "}  ${hash}  ${name}`);
      return isEqual;
    });
    const isWhole = first.size === 3 && second.size === 3 && !isSame.includes(false);
    if (first.size !== 3) console.log(`There are ${first.size} archives, not three.`);
    const linted = run(
      join(folder, "one"),
      join(root, "node_modules", ".bin", "addons-linter"),
      "--warnings-as-errors",
      "dist/firefox",
    );
    console.log(linted.trim());
    return isWhole;
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** What keeps a version from being released now; `null` where nothing does. */
function hindrance(version: string): string | null {
  const [major, minor, patch] = /^(\d+)\.(\d+)\.(\d+)$/.exec(version)?.slice(1).map(Number) ?? [];
  if (major === undefined || minor === undefined || patch === undefined)
    return `${version} is no version such as 1.2.3`;
  if (run(root, "git", "status", "--porcelain") !== "") return "there is something that is not committed";
  if (run(root, "git", "tag", "--list", `v${version}`) !== "") return `v${version} is released already`;
  const changes = readFileSync(join(root, "CHANGELOG.md"), "utf8");
  if (!changes.includes(`\n## ${version}\n`)) return `CHANGELOG.md does not say what ${version} changes`;
  return null;
}

/** Sets the version, commits it, tests and packs that commit, and only then names it by a tag. */
function release(version: string): boolean {
  const hindered = hindrance(version);
  if (hindered !== null) {
    console.error(`Not released: ${hindered}.`);
    return false;
  }
  run(root, "npm", "version", version, "--no-git-tag-version", "--allow-same-version");
  if (run(root, "git", "status", "--porcelain") !== "")
    run(root, "git", "commit", "--quiet", "-am", `Release ${version}`);
  run(root, "npm", "test");
  if (!checkPackages()) return false;
  run(root, "npm", "run", "package");
  run(root, "git", "tag", `v${version}`);
  console.log(
    `dist/ holds what the stores are given. Push the commit and the tag v${version}, and see store/README.md.`,
  );
  return true;
}

const [wanted] = process.argv.slice(2);
if (wanted === undefined) {
  console.error(USAGE);
  process.exitCode = 2;
} else if (!(wanted === "--check" ? checkPackages() : release(wanted))) {
  process.exitCode = 1;
}
