// Runs what others have written without their noise. Plain JavaScript without packages: it runs before anything is installed.
import { spawn } from "node:child_process";
import { closeSync, mkdirSync, openSync, readFileSync } from "node:fs";
import { dirname, join } from "node:path";

const LOG = join(dirname(import.meta.dirname), ".cache", "setup.log");
/** How often it is told that it still goes on, in milliseconds. */
const PACE = 5_000;
/** How many of the log's last lines are shown where it failed. */
const TOLD = 20;

/**
 * Runs a program with its output in a log, and says on standard error what is done and how long that takes. Where it fails,
 * the end of the log is shown. The answer is whether it went well.
 * @param {string} what what is done, for people
 * @param {string} command
 * @param {readonly string[]} commandArguments
 * @param {Readonly<Record<string, string>>} environment what is added to this process's own
 * @returns {Promise<boolean>}
 */
export async function quietly(what, command, commandArguments, environment = {}) {
  mkdirSync(dirname(LOG), { recursive: true });
  const log = openSync(LOG, "w");
  const start = Date.now();
  const seconds = () => `${Math.round((Date.now() - start) / 1_000)} s`;
  process.stderr.write(`${what} …`);
  const timer = setInterval(() => process.stderr.write(` ${seconds()} …`), PACE);
  const isDone = await new Promise((resolve) => {
    const child = spawn(command, commandArguments, {
      cwd: dirname(import.meta.dirname),
      stdio: ["ignore", log, log],
      env: { ...process.env, ...environment },
      shell: process.platform === "win32",
    });
    child.on("error", () => resolve(false));
    child.on("exit", (status) => resolve(status === 0));
  });
  clearInterval(timer);
  closeSync(log);
  process.stderr.write(isDone ? ` done in ${seconds()}.\n` : " failed.\n");
  if (!isDone) {
    const said = readFileSync(LOG, "utf8").trimEnd().split("\n").slice(-TOLD);
    process.stderr.write(`${said.join("\n")}\nAll of it is in ${LOG}.\n`);
  }
  return isDone;
}
