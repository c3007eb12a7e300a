import { join } from "node:path";
import type { Span } from "../../src/text/span.ts";
import { answer, type AnsweredEntity, type PlainDocument } from "../answer.ts";
import { readModels } from "../model-file.ts";
import { checkFloors, dataFolder, readRecords, ROOT } from "./data.ts";

/** A small invented text, and which people and places must and must not be found in it. */
interface NameCase extends PlainDocument {
  readonly class: string;
  readonly expect: {
    /** Names of entities; a list in the list holds forms of one name of which any will do. */
    readonly people?: readonly (string | readonly string[])[];
    readonly places?: readonly (string | readonly string[])[];
    /** Neither names nor mentions of any entity of the kind. */
    readonly notPeople?: readonly string[];
    readonly notPlaces?: readonly string[];
  };
}

/** A class is as weak as its weakest: the floor holds for each. */
const GUARDS = "guards";

/** Letter by letter, but for the form of quotation marks and white space. */
function plain(name: string): string {
  return name
    .normalize("NFC")
    .replace(/[“”„«»]/g, '"')
    .replace(/[‘’]/g, "'")
    .replace(/\s+/g, " ")
    .trim();
}

function holds(
  text: string,
  found: readonly AnsweredEntity[],
  wanted: NameCase["expect"]["people"],
  refused: readonly string[] = [],
): boolean {
  const names = new Set(found.map(({ name }) => plain(name)));
  const words = ({ start, end }: Span): string => plain(text.slice(start, end));
  const mentions = new Set(found.flatMap((entity) => entity.mentions.map(words)));
  return (
    (wanted ?? []).every((forms) => [forms].flat().some((form) => names.has(plain(form)))) &&
    refused.every((name) => !names.has(plain(name)) && !mentions.has(plain(name)))
  );
}

/** Prints how many cases of each class pass; true where the floors hold. */
export async function run(options: readonly string[]): Promise<boolean> {
  const cases = readRecords<NameCase>(join(dataFolder(options), "..", "cases", "names.jsonl"));
  const models = readModels(ROOT);
  const classes = new Map<string, { passed: number; all: number }>();
  const total = { passed: 0, all: 0 };
  for (const { class: name, expect, ...document } of cases) {
    const { people, places } = answer(document, models);
    const isRight =
      holds(document.text, people, expect.people, expect.notPeople) &&
      holds(document.text, places, expect.places, expect.notPlaces);
    const counts = classes.get(name) ?? { passed: 0, all: 0 };
    classes.set(name, counts);
    for (const tally of [counts, total]) {
      tally.all += 1;
      if (isRight) tally.passed += 1;
    }
  }
  const share = ({ passed, all }: { passed: number; all: number }): number => (100 * passed) / Math.max(all, 1);
  for (const [name, counts] of classes) {
    process.stdout.write(`${name.padEnd(40)}${`${counts.passed} of ${counts.all}`.padStart(10)}\n`);
  }
  process.stdout.write(
    `${"all".padEnd(40)}${`${total.passed} of ${total.all}`.padStart(10)}, ${share(total).toFixed(1)}%\n`,
  );
  return checkFloors("names", {
    "all classes": share(total),
    "weakest class": Math.min(...[...classes.values()].map(share)),
    guards: share(classes.get(GUARDS) ?? { passed: 0, all: 1 }),
  });
}
