import { execFileSync } from "node:child_process";
import { existsSync, mkdirSync, rmSync } from "node:fs";
import { dirname, join } from "node:path";
import { parseArgs } from "node:util";
import { launchChromium } from "../browsers/chromium.ts";
import type { BrowserDriver } from "../browsers/driver.ts";
import { launchFirefox } from "../browsers/firefox.ts";
import { copyWithTexts, textsIn } from "../browsers/other-texts.ts";
import { serveFolder } from "../start/server.ts";
import { docsPrints, storePrints, takePrints } from "./prints.ts";
import { papersIn } from "./pages.ts";
import { doReadersWork } from "./readers-work.ts";
import { type Look, LOOKS, type Scene, SCENES } from "./scenes.ts";
import { type Picture, writeSheet } from "./sheet.ts";

const USAGE = `npm run pictures -- [--browser chromium|firefox] [--scene NAME] [--look light|dark|forced]
                    [--language de|es|fr|pt_BR]
npm run pictures -- --docs | --store

Takes pictures of every surface, in both browsers, in every look and at every width, into out/pictures/, with
index.html to see them side by side. With --docs it takes the pictures of README and docs anew instead, with --store
those of the stores.`;

const root = dirname(dirname(import.meta.dirname));

function readArguments() {
  const { values } = parseArgs({
    options: {
      browser: { type: "string" },
      scene: { type: "string" },
      look: { type: "string" },
      language: { type: "string", default: "en" },
      docs: { type: "boolean", default: false },
      store: { type: "boolean", default: false },
      help: { type: "boolean", default: false },
    },
  });
  const browsers = (["chromium", "firefox"] as const).filter((name) => name === (values.browser ?? name));
  const scenes = SCENES.filter(({ name }) => name === (values.scene ?? name));
  const looks = LOOKS.filter((look) => look === (values.look ?? look));
  const isSpoken = existsSync(join(root, "extension", "_locales", values.language));
  const isWrong = !isSpoken || browsers.length === 0 || scenes.length === 0 || looks.length === 0;
  const prints = values.docs ? docsPrints(root) : values.store ? storePrints(root) : null;
  return { browsers, scenes, looks, isWrong, prints, help: values.help, language: values.language };
}

/** Stands for the size that a scene has by itself. */
const OWN = { width: 0, height: 0 };

async function wear(browser: BrowserDriver, look: Look): Promise<void> {
  await browser.setForcedColours(look === "forced");
  await browser.setColourScheme(look === "dark" ? "dark" : "light");
}

/** Takes the pictures of one browser, and prints what could not be taken. */
async function takePictures(
  browser: BrowserDriver,
  origin: string,
  scenes: readonly Scene[],
  looks: readonly Look[],
  folder: string,
): Promise<{ readonly taken: Picture[]; readonly failed: number }> {
  const taken: Picture[] = [];
  let failed = 0;
  for (const look of looks) {
    await wear(browser, look);
    for (const scene of scenes.filter((each) => each.looks.includes(look))) {
      const sizes = scene.sizes.length === 0 ? [OWN] : scene.sizes;
      for (const size of sizes) {
        const file = (detail: string): string => {
          const name = `${browser.name}/${scene.name}-${look}-${detail}.png`;
          taken.push({ file: name, scene: scene.name, look, browser: browser.name });
          return join(folder, name);
        };
        try {
          await scene.take({ browser, origin, file }, size);
        } catch (error) {
          failed += 1;
          console.log(`✗ ${browser.name}, ${scene.name}, ${look}, ${size.width}: ${(error as Error).message}`);
        }
      }
    }
  }
  return { taken, failed };
}

async function main(): Promise<number> {
  const { browsers, scenes, looks, isWrong, prints, help, language } = readArguments();
  if (help || isWrong) {
    console.log(USAGE);
    return help ? 0 : 2;
  }
  execFileSync(process.execPath, [join(root, "build.mjs")], { stdio: ["ignore", 2, 2] });
  const folder = join(root, "out", "pictures");
  rmSync(folder, { recursive: true, force: true });
  const samples = join(root, "test", "fixtures", "site");
  const site = await serveFolder(samples, papersIn(samples));
  const taken: Picture[] = [];
  let failed = 0;
  try {
    for (const name of prints === null ? browsers : (["chromium"] as const)) {
      mkdirSync(join(folder, name), { recursive: true });
      const launch = name === "firefox" ? launchFirefox : launchChromium;
      const built = join(root, "dist", name === "firefox" ? "firefox" : "chrome");
      const extension = language === "en" ? built : copyWithTexts(built, textsIn(built, language));
      const browser = await launch({ extension, width: 1600, height: 900 });
      try {
        await doReadersWork(browser, site.origin);
        if (prints !== null) {
          await takePrints(browser, site.origin, folder, prints);
          continue;
        }
        const result = await takePictures(browser, site.origin, scenes, looks, folder);
        taken.push(...result.taken);
        failed += result.failed;
      } finally {
        await browser.close();
        if (extension !== built) rmSync(extension, { recursive: true, force: true });
      }
    }
  } finally {
    await site.close();
  }
  if (prints !== null) return 0;
  writeSheet(join(folder, "index.html"), taken);
  console.log(`${taken.length} pictures in out/pictures, side by side in its index.html.`);
  return failed === 0 ? 0 : 1;
}

// A browser that failed to start would keep the process alive, so it is ended outright.
try {
  process.exit(await main());
} catch (error) {
  console.error((error as Error).message);
  process.exit(1);
}
