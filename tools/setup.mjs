#!/usr/bin/env node
// Makes a fresh machine ready: the locked packages and, with --browsers, Chromium and Firefox.
// Says nothing when there is nothing to do. Needs only Node and npm.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const MINIMUM_NODE = [20, 19];

function fail(message) {
  console.error(message);
  process.exit(1);
}

/** Runs a command with its output on our standard error, so that a program's own output stays clean. */
function run(command, commandArguments, environment = {}) {
  const { status, error } = spawnSync(command, commandArguments, {
    cwd: root,
    stdio: ["ignore", process.stderr, process.stderr],
    env: { ...process.env, ...environment },
    shell: process.platform === "win32",
  });
  return error === undefined && status === 0;
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [needMajor, needMinor] = MINIMUM_NODE;
  if (major < needMajor || (major === needMajor && minor < needMinor)) {
    fail(`Sourceline needs Node ${MINIMUM_NODE.join(".")} or newer; this is ${process.versions.node}.`);
  }
}

/** Installs what the lockfile names, when it is not what was installed last. */
function installPackages() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules", ".sourceline-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  console.error("Installing the packages of package-lock.json …");
  if (!run("npm", ["ci", "--include=dev", "--no-audit", "--no-fund"])) fail("npm ci failed: see its message above.");
  writeFileSync(stamp, lock);
}

async function installBrowsers() {
  const { findBrowser, BROWSERS } = await import("./browsers/find.mjs");
  const missing = Object.keys(BROWSERS).filter((name) => findBrowser(name) === null);
  if (missing.length === 0) return;
  const packages = [...missing.map((name) => BROWSERS[name].debianPackage), "fonts-dejavu-core"];
  const canInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (canInstall) {
    console.error(`Installing ${packages.join(", ")} from Debian's packages …`);
    const quiet = { DEBIAN_FRONTEND: "noninteractive" };
    run("apt-get", ["update", "-qq"], quiet);
    run("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], quiet);
  }
  for (const name of missing) {
    if (findBrowser(name) !== null) continue;
    fail(
      `${BROWSERS[name].title} was not found. Install it (on Debian: apt-get install ${BROWSERS[name].debianPackage}) ` +
        `or name its program in the environment variable ${BROWSERS[name].variable}.`,
    );
  }
}

checkNode();
installPackages();
if (process.argv.includes("--browsers")) await installBrowsers();
