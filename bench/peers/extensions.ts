import { mkdir, writeFile } from "node:fs/promises";
import { join, resolve } from "node:path";
import { build } from "esbuild";

/** What is measured beside the others: an extension, or the browser by itself. */
export interface Contender {
  readonly name: string;
  /** The folder of its build; `null` for no extension. */
  readonly folder: string | null;
  /** What holds in the page's own world once it has done its work on an article. */
  readonly isDone: () => boolean;
}

/** The peers' content scripts, and one that does nothing: what the browser itself takes for having one at all. */
const PEERS = { author: 'import "./author-content.ts";', readability: 'import "./readability-content.ts";', empty: "" };

/**
 * The contenders: no extension; Sourceline's build in `dist/chrome`; what is built into `folder` from the peers' packages,
 * each by one content script as their documentation has it; and one whose script is empty.
 */
export async function contenders(folder: string): Promise<readonly Contender[]> {
  for (const [name, script] of Object.entries(PEERS)) await buildPeer(join(folder, name), script);
  return [
    { name: "no extension", folder: null, isDone: () => true },
    {
      name: "Sourceline",
      folder: resolve("dist/chrome"),
      isDone: () => (CSS.highlights.get("sourceline-statement")?.size ?? 0) > 0,
    },
    {
      name: "compromise + mark.js",
      folder: join(folder, "author"),
      isDone: () => document.querySelector("mark") !== null,
    },
    {
      name: "Readability",
      folder: join(folder, "readability"),
      isDone: () => document.documentElement.dataset["read"] !== undefined,
    },
    { name: "empty script", folder: join(folder, "empty"), isDone: () => true },
  ];
}

async function buildPeer(folder: string, script: string): Promise<void> {
  await mkdir(folder, { recursive: true });
  await build({
    stdin: { contents: script, resolveDir: resolve("bench/peers") },
    outfile: join(folder, "content.js"),
    bundle: true,
    minify: true,
    format: "iife",
    target: "chrome128",
    legalComments: "none",
    logLevel: "warning",
  });
  const manifest = {
    manifest_version: 3,
    name: "peer",
    version: "1",
    content_scripts: [{ matches: ["http://*/*", "https://*/*"], js: ["content.js"], run_at: "document_idle" }],
  };
  await writeFile(join(folder, "manifest.json"), JSON.stringify(manifest));
}
