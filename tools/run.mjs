#!/usr/bin/env node
// Bundles one of the project's TypeScript programs and runs it: node tools/run.mjs PROGRAM.ts [ARGUMENT …].
// Node 20 does not strip types itself.
import { mkdirSync, rmSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { fileURLToPath, pathToFileURL } from "node:url";
import { build } from "esbuild";

const root = dirname(dirname(fileURLToPath(import.meta.url)));
const [program, ...programArguments] = process.argv.slice(2);
if (program === undefined) {
  console.error("usage: node tools/run.mjs PROGRAM.ts [ARGUMENT …]");
  process.exit(2);
}

// One file a process, so that programs running side by side do not overwrite each other.
const bundle = join(root, ".cache", "run", `${process.pid}.mjs`);
mkdirSync(dirname(bundle), { recursive: true });
await build({
  entryPoints: [resolve(root, program)],
  outfile: bundle,
  bundle: true,
  platform: "node",
  format: "esm",
  target: "node20.19",
  // As in build.mjs: esbuild would make these expressions anew each time.
  supported: { "regexp-unicode-property-escapes": true },
  packages: "external",
  // The polyfill refuses to run outside of a browser; whoever simulates one has its interface.
  alias: { "webextension-polyfill": "./extension/calls/native.ts" },
  absWorkingDir: root,
  sourcemap: "inline",
  logLevel: "warning",
  define: { "import.meta.dirname": JSON.stringify(dirname(resolve(root, program))) },
});
process.on("exit", () => rmSync(bundle, { force: true }));
process.argv.splice(1, process.argv.length, resolve(root, program), ...programArguments);
process.setSourceMapsEnabled(true);
await import(pathToFileURL(bundle).href);
