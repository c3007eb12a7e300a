import { type ChildProcess, spawn } from "node:child_process";
import { existsSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import type { LaunchOptions } from "./chromium.ts";
import { until } from "./driver.ts";
import { findBrowser } from "./find.mjs";
import { connectMarionette, type Marionette } from "./marionette.ts";
import { makeProfile, removeProfile } from "./profile.ts";

/** Preferences that keep Firefox to itself: nothing is fetched, nothing asks to be clicked away. */
const PREFERENCES: Record<string, string | number | boolean> = {
  "marionette.port": 0,
  "app.normandy.enabled": false,
  "app.update.disabledForTesting": true,
  "browser.aboutwelcome.enabled": false,
  "browser.dom.window.dump.enabled": true,
  "browser.newtabpage.enabled": false,
  "browser.region.network.url": "",
  "browser.safebrowsing.malware.enabled": false,
  "browser.safebrowsing.phishing.enabled": false,
  "browser.shell.checkDefaultBrowser": false,
  "browser.startup.homepage_override.mstone": "ignore",
  "browser.startup.page": 0,
  "datareporting.healthreport.uploadEnabled": false,
  "datareporting.policy.dataSubmissionEnabled": false,
  "devtools.console.stdout.content": true,
  "extensions.getAddons.cache.enabled": false,
  "extensions.systemAddon.update.enabled": false,
  "extensions.update.enabled": false,
  "media.gmp-manager.updateEnabled": false,
  "network.captive-portal-service.enabled": false,
  "network.connectivity-service.enabled": false,
  "network.dns.disablePrefetch": true,
  "services.settings.server": "data:,#remote-settings-dummy/v1",
  "toolkit.startup.max_resumed_crashes": -1,
  "toolkit.telemetry.enabled": false,
};

/** A Firefox that runs, and the session in which it is driven. */
export interface FirefoxProcess {
  readonly session: Marionette;
  /** What it has said so far. */
  log(): string;
  readonly exited: Promise<void>;
  /** Ends it at once, as a system out of memory does. */
  kill(): Promise<void>;
  /** Ends it as a user does, and takes its profile away where it was made for this start. */
  end(): Promise<void>;
}

/** How long a Firefox may take to start, and to end once it is asked to, in milliseconds. */
const START = 90_000;
const END = 5_000;

/**
 * Starts Firefox. Throws where it can't be found or started; nothing of it is left then.
 *
 * @param uuids of extensions, by their ids: so their addresses are known before they are installed.
 */
export async function startFirefox(
  options: LaunchOptions,
  uuids: Readonly<Record<string, string>>,
): Promise<FirefoxProcess> {
  const program = findBrowser("firefox");
  if (program === null) throw new Error("Firefox was not found: set FIREFOX_BIN to its program");
  const profile = options.profile ?? makeProfile("firefox");
  const portFile = join(profile, "MarionetteActivePort");
  // A browser that was killed leaves its own behind.
  rmSync(portFile, { force: true });
  writeFileSync(join(profile, "user.js"), preferencesOf(options, profile, uuids));

  const child = start(program, profile, options);
  let log = "";
  for (const stream of [child.stdout, child.stderr]) stream?.on("data", (data: Buffer) => (log += data.toString()));
  const killChild = (): void => void child.kill("SIGKILL");
  process.once("exit", killChild);
  const exited = new Promise<void>((resolve) => {
    child.once("exit", () => {
      process.off("exit", killChild);
      resolve();
    });
  });
  const tidy = async (): Promise<void> => {
    if (options.profile === undefined) await removeProfile(profile);
  };

  const connect = async (): Promise<Marionette> => {
    const port = await until(
      "Firefox to start",
      () => {
        if (child.exitCode !== null) throw new Error(`Firefox ended at once:\n${log.slice(-2000)}`);
        // The file is there a moment before its number is.
        return existsSync(portFile) ? Number(readFileSync(portFile, "utf8")) || null : null;
      },
      START,
    );
    const made = await connectMarionette(port);
    await made.send("WebDriver:NewSession", { capabilities: { alwaysMatch: { acceptInsecureCerts: true } } });
    await made.send("WebDriver:SetTimeouts", { script: 30_000, pageLoad: 60_000, implicit: 0 });
    return made;
  };
  const session = await connect().catch(async (error: unknown) => {
    killChild();
    await exited;
    await tidy();
    throw error;
  });

  return {
    session,
    log: () => log,
    exited,
    kill: async () => {
      killChild();
      await exited;
      session.disconnect();
    },
    end: async () => {
      if (child.exitCode === null) {
        await Promise.race([session.send("Marionette:Quit", { flags: ["eForceQuit"] }).catch(() => null), exited]);
      }
      session.disconnect();
      await Promise.race([exited, new Promise((resolve) => setTimeout(resolve, END)).then(killChild)]);
      await exited;
      await tidy();
    },
  };
}

/** The text of a profile's `user.js`. */
function preferencesOf(options: LaunchOptions, profile: string, uuids: Readonly<Record<string, string>>): string {
  const all = {
    ...PREFERENCES,
    "extensions.webextensions.uuids": JSON.stringify(uuids),
    // What pages save goes where it is deleted with the profile.
    "browser.download.folderList": 2,
    "browser.download.dir": profile,
    ...(options.proxy === undefined ? {} : proxied(options.proxy)),
  };
  return Object.entries(all)
    .map(([name, value]) => `user_pref(${JSON.stringify(name)}, ${JSON.stringify(value)});`)
    .join("\n");
}

const proxied = (port: number): Readonly<Record<string, string | number | boolean>> => ({
  "network.proxy.type": 1,
  "network.proxy.http": "127.0.0.1",
  "network.proxy.http_port": port,
  "network.proxy.ssl": "127.0.0.1",
  "network.proxy.ssl_port": port,
  "network.proxy.allow_hijacking_localhost": true,
  "network.proxy.no_proxies_on": "",
});

function start(program: string, profile: string, options: LaunchOptions): ChildProcess {
  const { width = 1_000, height = 800, headless = true } = options;
  const to = ["--no-remote", "--new-instance", "--profile", profile, `--width=${width}`, `--height=${height}`];
  const driven = ["--marionette", "--remote-allow-system-access"];
  return spawn(program, [...driven, ...to, ...(headless ? ["--headless"] : []), "about:blank"], {
    stdio: ["ignore", "pipe", "pipe"],
    env: {
      ...process.env,
      MOZ_HEADLESS_WIDTH: String(width),
      MOZ_HEADLESS_HEIGHT: String(height),
      MOZ_CRASHREPORTER_DISABLE: "1",
      MOZ_REMOTE_SETTINGS_DEVTOOLS: "1",
    },
  });
}
