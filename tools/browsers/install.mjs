// Brings the browsers. Plain JavaScript without packages: it runs before anything is installed.
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { BROWSERS, findBrowser } from "./find.mjs";

/**
 * Sees to it that browsers are there: those that are missing come from Debian's packages where this process may
 * install them. Throws an error that says what to do where it may not.
 * @param {readonly (keyof typeof BROWSERS)[]} names
 */
export function ensureBrowsers(names) {
  const missing = names.filter((name) => findBrowser(name) === null);
  if (missing.length === 0) return;
  const canInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (canInstall) {
    const packages = [...missing.map((name) => BROWSERS[name].debianPackage), "fonts-dejavu-core"];
    console.error(`Installing ${packages.join(", ")} from Debian's packages …`);
    // Its output goes to our standard error, so that a program's own output stays clean.
    const options = {
      stdio: /** @type {const} */ (["ignore", process.stderr, process.stderr]),
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    };
    spawnSync("apt-get", ["update", "-qq"], options);
    spawnSync("apt-get", ["install", "-y", "-qq", "--no-install-recommends", ...packages], options);
  }
  const name = missing.find((wanted) => findBrowser(wanted) === null);
  if (name === undefined) return;
  const { title, debianPackage, variable } = BROWSERS[name];
  throw new Error(
    `${title} was not found. Install it (on Debian: apt-get install ${debianPackage}) ` +
      `or name its program in the environment variable ${variable}.`,
  );
}
