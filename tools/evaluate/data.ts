import { existsSync, readFileSync } from "node:fs";
import { dirname, join, resolve } from "node:path";
import { parseArgs } from "node:util";

/** The root of the project. */
export const ROOT = dirname(dirname(import.meta.dirname));

/** The folder with the development sets: `--data FOLDER`, or the one beside the project. */
export function dataFolder(options: readonly string[]): string {
  const { values } = parseArgs({
    args: [...options],
    options: { data: { type: "string", default: join(ROOT, "..", "shared", "data") } },
  });
  const folder = resolve(values.data);
  if (!existsSync(folder)) throw new Error(`There is no folder ${folder}: name the data with --data FOLDER.`);
  return folder;
}

/** The records of a JSON Lines file. */
export function readRecords<T>(file: string): T[] {
  return readFileSync(file, "utf8")
    .split("\n")
    .filter((line) => line !== "")
    .map((line) => JSON.parse(line) as T);
}

/** The floors of one subject: names of figures and the values that they must not fall under. */
export function readFloors(subject: string): Readonly<Record<string, number>> {
  const floors = JSON.parse(readFileSync(join(ROOT, "tools", "evaluate", "floors.json"), "utf8")) as Record<
    string,
    Record<string, number>
  >;
  return floors[subject] ?? {};
}

/** Prints every figure that lies under its floor, or is missing. True where none does. */
export function checkFloors(subject: string, figures: Readonly<Record<string, number>>): boolean {
  let holds = true;
  for (const [name, floor] of Object.entries(readFloors(subject))) {
    const figure = figures[name];
    if (figure !== undefined && figure >= floor) continue;
    holds = false;
    process.stdout.write(`UNDER THE FLOOR: ${name} is ${figure?.toFixed(1) ?? "missing"}, the floor is ${floor}\n`);
  }
  return holds;
}
