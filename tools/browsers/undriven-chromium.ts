import { spawn } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { QUIET_FLAGS } from "./chromium.ts";
import { until } from "./driver.ts";
import { findBrowser } from "./find.mjs";
import { makeProfile, removeProfile } from "./profile.ts";

/** A Chromium that is only told which tabs to open and to show: its pages tell themselves how they fare. */
export interface UndrivenChromium {
  /** Opens a tab in front of the others. Gives its name. */
  open(url: string): Promise<string>;
  /** Brings a tab to the front. */
  show(tab: string): Promise<void>;
  close(): Promise<void>;
}

/**
 * Starts Chromium with a fresh profile and the extension, and attaches nothing to its pages: one that is driven takes every
 * tab for visible, and renders no page before somebody asks for it. Throws where Chromium can't be found or started.
 */
export async function launchUndriven(extension: string): Promise<UndrivenChromium> {
  const program = findBrowser("chromium");
  if (program === null) throw new Error("Chromium was not found: set CHROMIUM_BIN to its program");
  const profile = makeProfile("chromium");
  const child = spawn(
    program,
    [
      ...QUIET_FLAGS,
      "--headless=new",
      // Root can only run Chromium without its sandbox.
      ...(process.getuid?.() === 0 ? ["--no-sandbox"] : []),
      "--remote-debugging-port=0",
      "--disable-features=DisableLoadExtensionCommandLineSwitch",
      `--user-data-dir=${profile}`,
      `--disable-extensions-except=${extension}`,
      `--load-extension=${extension}`,
      "about:blank",
    ],
    { stdio: "ignore" },
  );
  const exited = new Promise<void>((resolve) => child.once("exit", () => resolve()));
  const kill = (): void => void child.kill("SIGKILL");
  process.once("exit", kill);
  const portFile = join(profile, "DevToolsActivePort");
  const port = await until(
    "Chromium to start",
    () => {
      if (child.exitCode !== null) throw new Error("Chromium ended at once");
      return existsSync(portFile) ? Number(readFileSync(portFile, "utf8").split("\n")[0]) || null : null;
    },
    90_000,
  );
  const tell = async (path: string, method = "GET"): Promise<string> => {
    const answer = await fetch(`http://127.0.0.1:${port}/json/${path}`, { method });
    if (!answer.ok) throw new Error(`Chromium answered ${answer.status} to ${path}`);
    return answer.text();
  };
  return {
    open: async (url) => (JSON.parse(await tell(`new?${url}`, "PUT")) as { id: string }).id,
    show: async (tab) => void (await tell(`activate/${tab}`)),
    async close() {
      // Asked to end, it ends its other processes first; killed, it would leave them to notice.
      child.kill("SIGTERM");
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, 5_000)).then(kill)]);
      await exited;
      process.off("exit", kill);
      await removeProfile(profile);
    },
  };
}
