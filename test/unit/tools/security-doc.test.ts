import { existsSync, readdirSync, readFileSync } from "node:fs";
import { basename, join } from "node:path";
import { expect, test } from "vitest";
import { SIMULATED } from "../../faults/simulated/main.ts";

const root = process.cwd();
const read = (path: string): string => readFileSync(join(root, path), "utf8");
const text = read("docs/security.md");
const tests = readdirSync(join(root, "test"), { recursive: true, encoding: "utf8" }).filter((path) =>
  path.endsWith(".test.ts"),
);

/** The rows of all tables of threats: what holds, and what shows it. */
const rows = text
  .split("\n")
  .filter(
    (line) => line.startsWith("| ") && line.split(" | ").length === 3 && !/^\| (?:-|Threat|Permission)/.test(line),
  )
  .map((line) => line.split(" | ") as [threat: string, holds: string, shown: string]);

test("each threat is shown by a test or a command", () => {
  expect(rows.length).toBeGreaterThan(40);
  for (const [threat, , shown] of rows) {
    if (!threat.startsWith("| `")) expect(shown, threat).toMatch(/\.test\.ts`|npm run|-- \w/);
  }
});

test("each test that is named is there, by its path or, after another of its folder, by its name", () => {
  const named = [...text.matchAll(/`([^`\s]+\.test\.ts)`/g)].map(([, path = ""]) => path);
  expect(named.length).toBeGreaterThan(40);
  for (const path of named) {
    const isThere = path.includes("/") ? existsSync(join(root, path)) : tests.some((file) => basename(file) === path);
    expect(isThere, path).toBe(true);
  }
});

test("each command that is named exists, with what it is given", () => {
  const commands = [...text.matchAll(/`npm run (faults|bench|fuzz) -- "?([\w-]+)/g)];
  const sources = {
    faults: read("test/faults/main.ts"),
    bench: read("bench/main.ts"),
    fuzz: read("tools/fuzz/properties.ts"),
  };
  for (const [, command, name = ""] of commands) {
    if (command === "fuzz") expect(sources.fuzz.toLowerCase(), name).toContain(name.toLowerCase());
    else expect(sources[command as "faults" | "bench"], name).toContain(`["${name}", `);
  }
  for (const [, kind = ""] of text.matchAll(/-- simulated --only "([^"]+)"/g)) {
    expect(
      SIMULATED.some((name) => name.startsWith(kind)),
      kind,
    ).toBe(true);
  }
  const faults = `${read("test/faults/closings.ts")}${read("test/faults/killings.ts")}`;
  for (const [, kind = ""] of text.matchAll(/-- (?:closings|killings) --only "([^"]+)"/g)) {
    expect(faults, kind).toContain(`"${kind}`);
  }
});
