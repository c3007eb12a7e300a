import { execFileSync } from "node:child_process";
import { mkdirSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { launchChromium } from "../browsers/chromium.ts";
import type { BrowserDriver } from "../browsers/driver.ts";
import { launchFirefox } from "../browsers/firefox.ts";
import { ensureBrowsers } from "../browsers/install.mjs";
import { openInput } from "./page.ts";
import { makeTheRound } from "./round.ts";
import { STORIES } from "./samples.ts";
import { serveFolder } from "./server.ts";

const USAGE = `npm start -- [FILE.html | FILE.txt | URL] [--headless] [--browser chromium|firefox]

Opens an article in a browser with Sourceline: the one named, or the first of a small sample site.
Without a display, or with --headless, it goes through the main job by itself and prints what it saw:
recognise, highlight, save a note, reload, find the note again, open the popup. Pictures go to out/.`;

const root = dirname(dirname(import.meta.dirname));

function readArguments() {
  try {
    return parseArgs({
      allowPositionals: true,
      options: {
        headless: { type: "boolean", default: false },
        browser: { type: "string", default: "chromium" },
        help: { type: "boolean", default: false },
      },
    });
  } catch (error) {
    console.error(`${(error as Error).message}\n\n${USAGE}`);
    return process.exit(2);
  }
}

async function main(): Promise<number> {
  const { values, positionals } = readArguments();
  const [input] = positionals;
  const isFirefox = values.browser === "firefox";
  if (values.help) {
    console.log(USAGE);
    return 0;
  }
  if (positionals.length > 1 || !["chromium", "chrome", "firefox"].includes(values.browser)) {
    console.error(USAGE);
    return 2;
  }
  try {
    await ensureBrowsers([isFirefox ? "firefox" : "chromium"]);
  } catch (error) {
    console.error((error as Error).message);
    return 1;
  }
  const opened = input === undefined ? null : openInput(input);
  execFileSync(process.execPath, [join(root, "build.mjs")], { stdio: ["ignore", 2, 2] });

  const pages = new Map(opened !== null && "html" in opened ? [["/article.html", opened.html]] : []);
  const site = await serveFolder(join(root, "test", "fixtures", "site"), pages);
  const hasDisplay = process.platform !== "linux" || Boolean(process.env["DISPLAY"] ?? process.env["WAYLAND_DISPLAY"]);
  const headless = values.headless || !hasDisplay;
  const extension = join(root, "dist", isFirefox ? "firefox" : "chrome");
  const launch = isFirefox ? launchFirefox : launchChromium;
  let browser: BrowserDriver | null = null;
  try {
    browser = await launch({ extension, headless, width: 1100, height: 900 });
    const path = opened === null ? STORIES.wire : "/article.html";
    const url = opened !== null && "url" in opened ? opened.url : `${site.origin}${path}`;
    if (headless) {
      const out = join(root, "out", browser.name);
      mkdirSync(out, { recursive: true });
      const passed = await makeTheRound(browser, url, out);
      return passed ? 0 : 1;
    }
    await browser.goto(url);
    console.log(`${url} is open in ${browser.name} with Sourceline. Close the browser to end.`);
    await browser.closed;
    return 0;
  } finally {
    await browser?.close();
    await site.close();
  }
}

// A browser that failed to start would keep the process alive, so it is ended outright.
try {
  process.exit(await main());
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
