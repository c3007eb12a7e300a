import { resolve } from "node:path";
import { build } from "esbuild";

/** Bundles a program of this folder into one script as the extension ships it, to evaluate in a page. */
export async function inPageScript(program: string): Promise<string> {
  const { outputFiles } = await build({
    entryPoints: [resolve("tools/pages", program)],
    bundle: true,
    format: "iife",
    target: ["chrome130", "firefox142"],
    supported: { "regexp-unicode-property-escapes": true },
    minify: true,
    write: false,
    logLevel: "warning",
  });
  return outputFiles[0]?.text ?? "";
}
