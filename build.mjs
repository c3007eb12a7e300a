#!/usr/bin/env node
// Builds dist/chrome and dist/firefox from the one manifest.json.
//
//   node build.mjs             build both, check the size budget
//   node build.mjs --watch     build again whenever a file changes
//   node build.mjs --package   also write the archives for the stores: both builds, and the sources
//   node build.mjs --out DIR   write somewhere else than dist/
//
// The output depends on nothing but the sources: two builds are the same, byte for byte.
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync, statSync, watch, writeFileSync } from "node:fs";
import { dirname, join, relative, resolve } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { gzipSync } from "node:zlib";
import { build } from "esbuild";
import { writeStoreZips } from "./tools/store-zips.mjs";
import { thirdPartyNotices } from "./tools/third-party.mjs";

const root = dirname(fileURLToPath(import.meta.url));
const { values: options } = parseArgs({
  options: { watch: { type: "boolean" }, package: { type: "boolean" }, out: { type: "string", default: "dist" } },
});
const outRoot = resolve(root, options.out);
const BROWSERS = ["chrome", "firefox"];

/** What esbuild makes: output path without its ending → entry file. */
const SCRIPTS = {
  "detector/detector": "extension/detector/detector.ts",
  "reader/reader": "extension/reader/reader.ts",
  "reader/overlay": "extension/reader/overlay/main.ts",
  "reader/corrector": "extension/reader/corrector/main.ts",
  "reader/seeker": "extension/reader/seeker/main.ts",
  "private/frame": "extension/private/main.ts",
  "background/background": "extension/background/background.ts",
  "search/worker": "extension/search/worker.ts",
};

/** Those of them that run in pages of others, beside the detector, which asks `unnamed(document)` itself to stay small. */
const ON_PAGES = new Set(["reader/reader", "reader/overlay", "reader/corrector", "reader/seeker"]);

/**
 * What they ask the document for. A page can give its elements these names, and its document hands them out in the place
 * of its own methods; so they ask `askedDocument`, which goes past that, packages that are contained too.
 */
const ASKED =
  "activeElement body caretPositionFromPoint createElement createElementNS createRange createTextNode createTreeWalker " +
  "defaultView documentElement execCommand getElementById getElementsByTagName hasFocus head querySelector " +
  "querySelectorAll title visibilityState";
const ASK_PAST_NAMES = {
  inject: [join(root, "extension/dom/page/asked-document.ts")],
  define: Object.fromEntries(ASKED.split(" ").map((name) => [`document.${name}`, `askedDocument.${name}`])),
};

/** The scripts of the extension's own pages. What they share, and what they import later, are files of their own. */
const PAGES = {
  "popup/popup": "extension/popup/popup.tsx",
  "panel/panel": "extension/panel/panel.tsx",
  "options/options": "extension/options/options.tsx",
  "library/library": "extension/library/library.tsx",
  "welcome/welcome": "extension/welcome/welcome.tsx",
  "maker/maker": "extension/maker/maker.ts",
};

/** The style sheets of those pages, each with what it imports. */
const STYLES = {
  "popup/popup": "extension/popup/popup.css",
  "panel/panel": "extension/panel/panel.css",
  "options/options": "extension/options/options.css",
  "library/library": "extension/library/library.css",
  "welcome/welcome": "extension/welcome/welcome.css",
};

/**
 * The browsers' own interface, in the place of the polyfill that the code is written for, and Dexie as it is written: what
 * the package gives by its name is rewritten for browsers without classes, a tenth larger.
 */
const ALIASES = {
  "webextension-polyfill": "./extension/calls/native.ts",
  dexie: "dexie/dist/modern/dexie.mjs",
};

/** What is copied as it is: output path → file or folder. */
const COPIES = {
  "icons/16.png": "icons/16.png",
  "icons/32.png": "icons/32.png",
  "icons/48.png": "icons/48.png",
  "icons/128.png": "icons/128.png",
  _locales: "extension/_locales",
  models: "extension/models",
  "reader/reader.css": "extension/reader/reader.css",
  "popup/popup.html": "extension/popup/popup.html",
  "panel/panel.html": "extension/panel/panel.html",
  "options/options.html": "extension/options/options.html",
  "library/library.html": "extension/library/library.html",
  "welcome/welcome.html": "extension/welcome/welcome.html",
  "maker/maker.html": "extension/maker/maker.html",
  LICENSE: "LICENSE",
  NOTICE: "NOTICE",
};

/**
 * Gzipped bytes that a reader's browser loads: on every page, on every article, when something is first shown on one and
 * for what is private of it, where a correction of the user's holds, where one has highlights, for every opened popup or
 * panel, for a popup whose notes are read or written, for the settings, for import and export there, for the library and
 * its search, for the first page after the installation, and for backups that are made out of sight. A script stands for
 * all that it imports at once;
 * with `later`, for what it imports when that is needed.
 */
const BUDGET = [
  { name: "detector", script: "detector/detector.js", files: [], limit: 8_200 },
  { name: "reader", script: "reader/reader.js", files: ["reader/reader.css"], limit: 63_500 },
  { name: "overlay", script: "reader/overlay.js", files: [], limit: 32_000 },
  { name: "private frame", script: "private/frame.js", files: [], limit: 52_000 },
  { name: "corrector", script: "reader/corrector.js", files: [], limit: 5_000 },
  { name: "seeker", script: "reader/seeker.js", files: [], limit: 8_000 },
  {
    name: "popup",
    script: "popup/popup.js",
    files: ["popup/popup.css", "popup/popup.html"],
    limit: 68_000,
  },
  {
    name: "panel",
    script: "panel/panel.js",
    files: ["panel/panel.css", "panel/panel.html"],
    limit: 68_000,
  },
  { name: "notes in the popup", script: "popup/popup.js", later: true, files: [], limit: 65_000 },
  {
    name: "options",
    script: "options/options.js",
    files: ["options/options.css", "options/options.html"],
    limit: 60_000,
  },
  { name: "import and export in the options", script: "options/options.js", later: true, files: [], limit: 140_000 },
  {
    name: "library",
    script: "library/library.js",
    files: ["library/library.css", "library/library.html"],
    limit: 81_000,
  },
  {
    name: "welcome",
    script: "welcome/welcome.js",
    files: ["welcome/welcome.css", "welcome/welcome.html"],
    limit: 60_000,
  },
  { name: "maker", script: "maker/maker.js", files: [], limit: 40_000 },
  { name: "search", script: "search/worker.js", files: [], limit: 60_000 },
];

/**
 * Preact can set a page's markup from a string, which this project never does and reviewers of extensions rightly
 * question. The assignment is taken out; the build fails when Preact's code no longer has just the one that is known.
 */
const withoutMarkupAssignment = {
  name: "without-markup-assignment",
  setup({ onLoad }) {
    onLoad({ filter: /preact[\\/]dist[\\/]preact\.(module\.js|mjs)$/ }, ({ path }) => {
      const code = readFileSync(path, "utf8");
      const assignment = /\b([\w$]+)\.innerHTML\s*=\s*[\w$]+\.__html/g;
      const found = code.match(assignment) ?? [];
      if (found.length !== 1) {
        return { errors: [{ text: `expected one markup assignment in ${path}, found ${found.length}` }] };
      }
      return { contents: code.replace(assignment, '$1.textContent=""'), loader: "js" };
    });
  },
};

/**
 * Builds all scripts. Gives what each imports: output path → the paths of its imports, and whether they are for later.
 * Beside them go the licences of the packages whose code they contain.
 */
async function buildScripts(browser) {
  const outputs = {};
  const add = async (scripts, format) => {
    // Each by itself: what two pages share, neither should have to fetch in pieces.
    for (const [out, file] of Object.entries(scripts)) {
      Object.assign(outputs, await bundle(browser, out, file, format));
    }
  };
  await add(SCRIPTS, "iife");
  await add(PAGES, "esm");
  const contained = Object.values(outputs).flatMap(({ inputs }) =>
    Object.entries(inputs).flatMap(([path, { bytesInOutput }]) => (bytesInOutput > 0 ? [path] : [])),
  );
  writeFileSync(join(outRoot, browser, "THIRD_PARTY_NOTICES.txt"), thirdPartyNotices(root, contained));
  const pathOf = (output) => relative(join(outRoot, browser), resolve(root, output)).replaceAll("\\", "/");
  return new Map(
    Object.entries(outputs).map(([output, { imports }]) => [
      pathOf(output),
      imports.map(({ path, kind }) => ({ path: pathOf(path), isLater: kind === "dynamic-import" })),
    ]),
  );
}

/** The oldest version that is supported, which the manifest names too. */
const targetOf = (browser) => (browser === "chrome" ? "chrome128" : "firefox142");

async function bundle(browser, out, file, format) {
  const asked = bundleOptions(browser, out, file, format);
  if (format !== "esm") {
    const { metafile } = await build(asked);
    if (ON_PAGES.has(out) || out === "detector/detector") askNothingByName(join(outRoot, browser, `${out}.js`));
    return metafile.outputs;
  }
  // Once without writing anything, to learn what is imported later.
  const { metafile } = await build({ ...asked, write: false });
  const plugins = [...asked.plugins, withPageBehind(laterModules(metafile), join(root, file))];
  return (await build({ ...asked, plugins })).metafile.outputs;
}

/** Sees to it that a script on pages asks the document for nothing but what `ASKED` has. */
function askNothingByName(file) {
  const asked = readFileSync(file, "utf8").match(/(?<![\w$.])document\.\w+/g) ?? [];
  if (asked.length > 0) throw new Error(`${file} asks ${asked.join(", ")}: add it to ASKED, or ask unnamed(document)`);
}

/** The source files that a bundle imports later, as paths from the root. */
function laterModules({ outputs }) {
  const paths = Object.values(outputs).flatMap(({ imports }) =>
    imports.filter(({ kind }) => kind === "dynamic-import").map(({ path }) => path),
  );
  return new Set(paths.map((path) => outputs[path].entryPoint));
}

/**
 * What a page imports later runs once the page itself has. Said to esbuild, it puts all of the page into one file, and what
 * comes later uses that; otherwise it would cut the page into a file for each set of later parts that share something.
 */
const withPageBehind = (later, page) => ({
  name: "with-page-behind",
  setup({ onLoad }) {
    onLoad({ filter: /\.tsx?$/ }, ({ path }) => {
      if (!later.has(relative(root, path).replaceAll("\\", "/"))) return undefined;
      const contents = `${readFileSync(path, "utf8")}\nimport ${JSON.stringify(page)};\n`;
      return { contents, loader: path.endsWith("x") ? "tsx" : "ts" };
    });
  },
});

function bundleOptions(browser, out, file, format) {
  return {
    entryPoints: [{ in: join(root, file), out }],
    outdir: join(outRoot, browser),
    absWorkingDir: root,
    bundle: true,
    minify: true,
    format,
    alias: ALIASES,
    splitting: format === "esm",
    chunkNames: "ui/[name]-[hash]",
    metafile: true,
    target: targetOf(browser),
    // Otherwise esbuild writes /\p{L}/u as a call, which makes the expression anew each time.
    supported: { "regexp-unicode-property-escapes": true },
    charset: "utf8",
    legalComments: "none",
    jsx: "automatic",
    jsxImportSource: "preact",
    ...(ON_PAGES.has(out) ? { inject: ASK_PAST_NAMES.inject } : {}),
    define: { "process.env.NODE_ENV": '"production"', ...(ON_PAGES.has(out) ? ASK_PAST_NAMES.define : {}) },
    loader: { ".css": "text" },
    plugins: [withoutMarkupAssignment],
    logLevel: "warning",
  };
}

/** A script and all that it imports, in turn; with `alsoLater`, what is imported later too. */
function scriptsOf(script, imports, alsoLater, found = new Set()) {
  if (found.has(script)) return found;
  found.add(script);
  for (const { path, isLater } of imports.get(script) ?? []) {
    if (alsoLater || !isLater) scriptsOf(path, imports, alsoLater, found);
  }
  return found;
}

async function buildStyles(browser) {
  await build({
    entryPoints: Object.entries(STYLES).map(([out, file]) => ({ in: join(root, file), out })),
    outdir: join(outRoot, browser),
    absWorkingDir: root,
    bundle: true,
    minify: true,
    target: targetOf(browser),
    logLevel: "warning",
  });
}

function writeManifest(browser) {
  const { chrome, firefox, permissions, ...shared } = JSON.parse(readFileSync(join(root, "manifest.json"), "utf8"));
  const { permissions: own = [], commands = {}, ...rest } = browser === "chrome" ? chrome : firefox;
  const { version } = JSON.parse(readFileSync(join(root, "package.json"), "utf8"));
  const manifest = {
    ...shared,
    permissions: [...permissions, ...own],
    commands: { ...shared.commands, ...commands },
    version,
    ...rest,
  };
  writeFileSync(join(outRoot, browser, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
}

function checkBudget(browser, imports) {
  const over = [];
  const report = BUDGET.map(({ name, script, later = false, files, limit }) => {
    const atOnce = scriptsOf(script, imports, false);
    const scripts = later ? [...scriptsOf(script, imports, true)].filter((path) => !atOnce.has(path)) : [...atOnce];
    const size = [...scripts, ...files]
      .map((file) => join(outRoot, browser, file))
      .reduce((sum, file) => sum + gzipSync(readFileSync(file), { level: 9 }).length, 0);
    if (size > limit) over.push(`${browser}: ${name} is ${size} bytes gzipped, the budget is ${limit}`);
    return `${name} ${(size / 1000).toFixed(1)} of ${limit / 1000} kB`;
  });
  console.error(`${browser}: ${report.join(", ")} (gzipped)`);
  if (over.length > 0) throw new Error(over.join("\n"));
}

async function buildAll() {
  for (const browser of BROWSERS) {
    rmSync(join(outRoot, browser), { recursive: true, force: true });
    mkdirSync(join(outRoot, browser), { recursive: true });
    const imports = await buildScripts(browser);
    await buildStyles(browser);
    for (const [to, from] of Object.entries(COPIES)) {
      if (existsSync(join(root, from))) cpSync(join(root, from), join(outRoot, browser, to), { recursive: true });
      else throw new Error(`${from} is missing`);
    }
    writeManifest(browser);
    checkBudget(browser, imports);
  }
  if (options.package) writeStoreZips(root, outRoot, BROWSERS);
}

if (!statSync(join(root, "node_modules"), { throwIfNoEntry: false })) {
  console.error("The packages are not installed: run `npm run build`, which installs them first.");
  process.exit(1);
}
await buildAll();
if (options.watch) {
  let timer;
  // One build after the other: two at once would write over each other.
  let building = Promise.resolve();
  const again = () => {
    clearTimeout(timer);
    timer = setTimeout(() => {
      building = building.then(buildAll).catch((error) => console.error(String(error)));
    }, 100);
  };
  for (const folder of ["src", "extension", "icons"]) watch(join(root, folder), { recursive: true }, again);
  watch(join(root, "manifest.json"), again);
  console.error("Watching for changes; Ctrl+C ends it.");
}
