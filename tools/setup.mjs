#!/usr/bin/env node
// Makes a fresh machine ready: the locked packages and, with --browsers [NAME …], the browsers named, or both.
// Says nothing when there is nothing to do. Needs only Node and npm.
import { createHash } from "node:crypto";
import { existsSync, readFileSync, writeFileSync } from "node:fs";
import { dirname, join } from "node:path";
import { fileURLToPath } from "node:url";
import { BROWSERS } from "./browsers/find.mjs";
import { ensureBrowsers } from "./browsers/install.mjs";
import { quietly } from "./quietly.mjs";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const MINIMUM_NODE = [20, 19];

function fail(message) {
  console.error(message);
  process.exit(1);
}

function checkNode() {
  const [major = 0, minor = 0] = process.versions.node.split(".").map(Number);
  const [needMajor, needMinor] = MINIMUM_NODE;
  if (major < needMajor || (major === needMajor && minor < needMinor)) {
    fail(`Sourceline needs Node ${MINIMUM_NODE.join(".")} or newer; this is ${process.versions.node}.`);
  }
}

/** Installs what the lockfile names, when it is not what was installed last. */
async function installPackages() {
  const lock = createHash("sha256")
    .update(readFileSync(join(root, "package-lock.json")))
    .digest("hex");
  const stamp = join(root, "node_modules", ".sourceline-lock");
  if (existsSync(stamp) && readFileSync(stamp, "utf8") === lock) return;
  const isDone = await quietly("Installing the packages of package-lock.json", "npm", [
    "ci",
    "--include=dev",
    "--no-audit",
    "--no-fund",
  ]);
  if (!isDone) process.exit(1);
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
await installPackages();
try {
  await ensureBrowsers(wantedBrowsers());
} catch (error) {
  fail(error.message);
}
