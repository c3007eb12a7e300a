#!/usr/bin/env node
// Makes a fresh machine ready: the locked packages and, with --browsers [NAME …], the browsers named, or both.
// Says nothing when there is nothing to do. Needs only Node and npm.
import { spawnSync } from "node:child_process";
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { BROWSERS } from "./browsers/find.mjs";
import { ensureBrowsers } from "./browsers/install.mjs";

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

/** What stands after --browsers: names, or nothing for all of them. */
function wantedBrowsers() {
  const flag = process.argv.indexOf("--browsers");
  if (flag === -1) return [];
  const names = process.argv.slice(flag + 1);
  return names.length === 0 ? Object.keys(BROWSERS) : names;
}

checkNode();
installPackages();
try {
  ensureBrowsers(wantedBrowsers());
} catch (error) {
  fail(error.message);
}
