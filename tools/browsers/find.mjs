// Where the browsers are. Plain JavaScript without packages: it runs before anything is installed.
import { existsSync } from "node:fs";

/** What is looked for, in this order: the environment variable, then the usual places. */
export const BROWSERS = {
  chromium: {
    title: "Chromium",
    variable: "CHROMIUM_BIN",
    debianPackage: "chromium",
    programs: ["/usr/bin/chromium", "/usr/bin/chromium-browser", "/Applications/Chromium.app/Contents/MacOS/Chromium"],
  },
  firefox: {
    title: "Firefox",
    variable: "FIREFOX_BIN",
    debianPackage: "firefox-esr",
    programs: ["/usr/bin/firefox-esr", "/usr/bin/firefox", "/Applications/Firefox.app/Contents/MacOS/firefox"],
  },
};

/**
 * The path of a browser's program, or null where there is none.
 * @param {keyof typeof BROWSERS} name
 * @returns {string | null}
 */
export function findBrowser(name) {
  const { variable, programs } = BROWSERS[name];
  const named = process.env[variable];
  if (named !== undefined) return existsSync(named) ? named : null;
  return programs.find((program) => existsSync(program)) ?? null;
}
