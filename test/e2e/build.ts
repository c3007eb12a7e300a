import { execFileSync } from "node:child_process";
import { dirname, join } from "node:path";

/** Builds the extension before any browser starts, unless whoever runs the tests has just done so. Throws where it can't. */
export function setup(): void {
  if (process.env["SOURCELINE_IS_BUILT"] !== undefined) return;
  const root = dirname(dirname(import.meta.dirname));
  execFileSync(process.execPath, [join(root, "build.mjs")], { cwd: root, stdio: ["ignore", "ignore", "inherit"] });
}
