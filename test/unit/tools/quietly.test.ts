import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { expect, test } from "vitest";

const PROGRAM = join(import.meta.dirname, "../../../tools/quietly.mjs");

/** What a user sees of a program that is run quietly: Node, with this script. */
function seen(script: string): { readonly out: string; readonly said: string } {
  const run = `const { quietly } = await import(${JSON.stringify(PROGRAM)});
    console.log(await quietly("Making ready", process.execPath, ["-e", ${JSON.stringify(script)}]));`;
  const { stdout, stderr } = spawnSync(process.execPath, ["--input-type=module", "-e", run], { encoding: "utf8" });
  return { out: stdout, said: stderr };
}

test("of what goes well only our own words are seen", () => {
  const { out, said } = seen("console.log('noise'); console.error('more of it')");
  expect(out).toBe("true\n");
  expect(said).toMatch(/^Making ready … done in \d+ s\.\n$/);
});

test("of what fails the end of its own words is shown, and where the rest is", () => {
  const { out, said } = seen(
    "for (let i = 0; i < 50; i += 1) console.log('line', i); console.error('no room left'); process.exit(3)",
  );
  expect(out).toBe("false\n");
  expect(said).toMatch(
    /^Making ready … failed\.\nline 31\n(?:line \d+\n)+no room left\nAll of it is in .*setup\.log\.\n$/,
  );
});

test("a program that is not there has failed", () => {
  const run = `const { quietly } = await import(${JSON.stringify(PROGRAM)}); console.log(await quietly("Looking", "no-such-program-anywhere", []));`;
  const { stdout } = spawnSync(process.execPath, ["--input-type=module", "-e", run], { encoding: "utf8" });
  expect(stdout).toBe("false\n");
});
