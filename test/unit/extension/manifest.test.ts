import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { expect, test } from "vitest";

const root = process.cwd();
const manifest = JSON.parse(readFileSync(join(root, "manifest.json"), "utf8")) as {
  readonly permissions: readonly string[];
  readonly optional_permissions: readonly string[];
  readonly host_permissions: readonly string[];
  readonly chrome: { readonly permissions: readonly string[] };
  readonly content_security_policy: { readonly extension_pages: string };
} & Readonly<Record<string, unknown>>;

const permissions = [...manifest.permissions, ...manifest.optional_permissions, ...manifest.chrome.permissions];

/** The whole of the extension's own code. */
const files = readdirSync(join(root, "extension"), { recursive: true, encoding: "utf8" })
  .filter((path) => /\.tsx?$/.test(path))
  .map((path) => [path, readFileSync(join(root, "extension", path), "utf8")] as const);
const code = files.map(([, text]) => text).join("\n");

/** What of the code needs a permission. */
const USES: Readonly<Record<string, RegExp>> = {
  alarms: /\bbrowser\.alarms\.create\(/,
  // Asked for when the user wants backups to be made by themselves.
  downloads: /\bbrowser\.permissions\.request\(DOWNLOADS\)/,
  offscreen: /\boffscreen\.createDocument\(/,
  contextMenus: /\bbrowser\.contextMenus\./,
  sidePanel: /\bsidePanel\b/,
  scripting: /\bbrowser\.scripting\./,
  storage: /\bbrowser\.storage\.local\b/,
  // The database of a disk that is nearly full is not thrown away, nor the extension's own storage kept small.
  unlimitedStorage: /\bnavigator\.storage\.persist\(\)/,
};

/** What the code asks of the browser that a permission would have to allow. */
const ASKING =
  /\bbrowser\.(?:bookmarks|cookies|history|identity|management|nativeMessaging|notifications|proxy|sessions|topSites|webNavigation|webRequest|declarativeNetRequest|tabCapture|debugger)\b/;

test("every permission is used, and none is used that is not asked for", () => {
  expect(permissions.toSorted()).toEqual(Object.keys(USES).toSorted());
  for (const use of Object.values(USES)) expect(code).toMatch(use);
  expect(code).not.toMatch(ASKING);
});

test("pages of the web are all that the extension is let onto, and nothing of it is open to them", () => {
  expect(manifest.host_permissions).toEqual(["http://*/*", "https://*/*"]);
  expect(manifest["web_accessible_resources"]).toBeUndefined();
  expect(manifest["externally_connectable"]).toBeUndefined();
});

test("each permission is explained in docs/security.md and PRIVACY.md", () => {
  for (const file of ["docs/security.md", "PRIVACY.md"]) {
    const text = readFileSync(join(root, file), "utf8");
    for (const permission of permissions) expect(text, `${permission} in ${file}`).toContain(`\`${permission}\``);
  }
});

test("the extension's own pages may load nothing but its own files, and connect but to a server over TLS, or on this machine", () => {
  const policy = new Map(
    manifest.content_security_policy.extension_pages.split("; ").map((rule) => {
      const [name = "", ...sources] = rule.split(" ");
      return [name, sources.join(" ")];
    }),
  );
  expect(policy.get("default-src")).toBe("'none'");
  // A blob is the browser's own memory: what a backup is made of. Where the user's own server is, no manifest can know.
  expect(policy.get("connect-src")).toBe("'self' blob: https: http://localhost:* http://127.0.0.1:*");
  policy.delete("connect-src");
  for (const sources of policy.values()) expect(sources).toMatch(/^'(?:none|self)'$/);
});

test("one file asks a server for anything, and one more asks for files of the extension", () => {
  const asking = /\bfetch\b|\bXMLHttpRequest\b|\bWebSocket\b|\bsendBeacon\b|\bEventSource\b/;
  const found = files
    .filter(([, text]) => asking.test(text.replaceAll(/^\s*(?:\/\/|\/?\*).*$/gm, "")))
    .map(([path]) => path);
  expect(found.toSorted()).toEqual(["background/analyser.ts", "sync/server.ts"]);
});
