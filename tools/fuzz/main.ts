// Throws random, hostile input at the pure code: npm run fuzz -- [NAME …] [--cases COUNT] [--seed NUMBER]
import { dirname } from "node:path";
import { parseArgs } from "node:util";
import { readModels } from "../model-file.ts";
import { propertiesOf } from "./properties.ts";

const { values, positionals } = parseArgs({
  allowPositionals: true,
  options: { cases: { type: "string", default: "10000" }, seed: { type: "string" } },
});
const seed = values.seed === undefined ? Date.now() % 2 ** 31 : Number(values.seed);
const numRuns = Number(values.cases);
const properties = propertiesOf(readModels(dirname(dirname(import.meta.dirname))));
const unknown = positionals.find((name) => !properties.has(name));
if (unknown !== undefined || !Number.isInteger(numRuns) || !Number.isInteger(seed)) {
  console.error(
    `usage: npm run fuzz -- [NAME …] [--cases COUNT] [--seed NUMBER]\nnames: ${[...properties.keys()].join(", ")}`,
  );
  process.exit(2);
}

for (const [name, trial] of properties) {
  if (positionals.length > 0 && !positionals.includes(name)) continue;
  const start = process.cpuUsage();
  const { cases, complaint } = trial({ numRuns, seed });
  const { user, system } = process.cpuUsage(start);
  const seconds = ((user + system) / 1e6).toFixed(1);
  console.log(`${complaint === null ? "✓" : "✗"} ${name}: ${cases} cases, seed ${seed}, ${seconds} s CPU`);
  if (complaint === null) continue;
  console.log(complaint);
  process.exitCode = 1;
}
