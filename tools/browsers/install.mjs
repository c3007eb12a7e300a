// Brings the browsers. Plain JavaScript without packages: it runs before anything is installed.
import { existsSync } from "node:fs";
import { quietly } from "../quietly.mjs";
import { BROWSERS, findBrowser } from "./find.mjs";

/**
 * Sees to it that browsers are there: those that are missing come from Debian's packages where this process may
 * install them. Throws an error that says what to do where it may not.
 * @param {readonly (keyof typeof BROWSERS)[]} names
 * @returns {Promise<void>}
 */
export async function ensureBrowsers(names) {
  const missing = names.filter((name) => findBrowser(name) === null);
  if (missing.length === 0) return;
  const canInstall = process.getuid?.() === 0 && existsSync("/usr/bin/apt-get");
  if (canInstall) {
    const packages = [...missing.map((name) => BROWSERS[name].debianPackage), "fonts-dejavu-core"];
    const environment = { DEBIAN_FRONTEND: "noninteractive" };
    await quietly("Asking Debian for its packages", "apt-get", ["update", "-qq"], environment);
    const install = ["install", "-y", "-qq", "--no-install-recommends", ...packages];
    await quietly(`Installing ${packages.join(", ")} from Debian's packages`, "apt-get", install, environment);
  }
  const name = missing.find((wanted) => findBrowser(wanted) === null);
  if (name === undefined) return;
  const { title, debianPackage, variable } = BROWSERS[name];
  throw new Error(
    `${title} was not found. Install it (on Debian: apt-get install ${debianPackage}) ` +
      `or name its program in the environment variable ${variable}.`,
  );
}
