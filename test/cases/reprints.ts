import { readdirSync, readFileSync } from "node:fs";
import { isBoilerplate, isCredit } from "../../src/article/stories/wording.ts";
import type { Article, Part } from "../../src/text/article.ts";

/**
 * Stories as an agency sends them and as a paper prints them, in `test/fixtures/reprints`. A story begins with
 * `# name: what the paper did`. Then comes a paragraph a line, with a sign before it:
 *
 *     (a space)   both have it; `{of the agency|of the paper}` is where their words differ
 *     -           the agency alone has it
 *     +           the paper alone has it
 *     ~           both have it, and in the paper it goes on from the paragraph before
 *     =           `name 3`: the third paragraph of another story stands here in both: what went before
 */
export interface Reprint {
  readonly name: string;
  /** What the paper did with it. */
  readonly done: string;
  readonly wire: string;
  readonly paper: string;
}

const FOLDER = new URL("../fixtures/reprints/", import.meta.url);

/** All of them. Throws on a line of another form. */
export function readReprints(): Reprint[] {
  const stories = readdirSync(FOLDER)
    .toSorted()
    .flatMap((file) => readFileSync(new URL(file, FOLDER), "utf8").trim().split(/^# /m).slice(1))
    .map((story) => story.trim().split("\n"));
  const known = new Map(stories.map(([title = "", ...lines]) => [title.split(":")[0] ?? "", lines]));
  return stories.map(([title = "", ...lines]) => {
    const [name = "", done = ""] = title.split(": ");
    const whole = lines.map((line) => {
      if (!/^[ +~=-] \S/.test(line)) throw new Error(`“${line}” has no sign before it`);
      return line.startsWith("= ") ? borrowed(known, line) : line;
    });
    return { name, done, wire: wireOf(whole), paper: paperOf(whole) };
  });
}

function borrowed(known: ReadonlyMap<string, readonly string[]>, line: string): string {
  const [, from = "", number = ""] = line.split(" ");
  const found = known.get(from)?.filter((other) => !other.startsWith("+ "))[Number(number) - 1];
  if (found === undefined) throw new Error(`“${line}” names no paragraph`);
  return `  ${found.slice(2)}`;
}

const wireOf = (lines: readonly string[]): string =>
  lines
    .filter((line) => !line.startsWith("+ "))
    .map((line) => line.slice(2).replace(/\{([^|}]*)\|[^}]*\}/g, "$1"))
    .join("\n");

function paperOf(lines: readonly string[]): string {
  let text = "";
  for (const line of lines.filter((one) => !one.startsWith("- "))) {
    const words = line.slice(2).replace(/\{[^|}]*\|([^}]*)\}/g, "$1");
    text += `${text === "" ? "" : line.startsWith("~ ") ? " " : "\n"}${words}`;
  }
  return text;
}

/** A text as an article is read: lines of agencies are told apart from its paragraphs. */
export function articleOf(text: string): Article {
  const parts: Part[] = [];
  let start = 0;
  for (const line of text.split("\n")) {
    const kind = isCredit(line) ? "credit" : isBoilerplate(line) ? "boilerplate" : "body";
    parts.push({ kind, start, end: start + line.length });
    start += line.length + 1;
  }
  return { text, parts, language: null };
}
