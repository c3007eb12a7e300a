import { cpus, loadavg } from "node:os";
import type { AnalysisTimes, StartTimes } from "./background.ts";

/** Medians of one contender: milliseconds of CPU, and bytes, the page's own among them. */
export interface Figures {
  readonly name: string;
  readonly article: number;
  readonly longest: number;
  readonly front: number;
  readonly frontLongest: number;
  readonly bytes: number;
  readonly frontBytes: number;
  readonly memory: number;
  readonly firstClick: number;
  readonly click: number;
  /** From the press to the next frame, by the clock. */
  readonly firstDelay: number;
  readonly delay: number;
}

/** What an article of so many words cost each contender, in their order; `null` where it was not done in time. */
export interface Growth {
  readonly words: number;
  readonly figures: readonly { readonly cpu: number | null; readonly longest: number }[];
}

interface Measured {
  readonly words: number;
  /** How many visits each figure is the median of. */
  readonly visits: number;
  readonly figures: readonly Figures[];
  readonly growth: readonly Growth[];
  readonly analysis: readonly (AnalysisTimes & { readonly words: number })[];
  readonly starts: StartTimes;
}

/** The tables of one run, as Markdown. The first contender is the browser by itself: of the others, what they add to it is told. */
export function report({ words, visits, figures, growth, analysis, starts }: Measured): string {
  const [none] = figures;
  if (none === undefined) throw new Error("nothing was measured");
  const added = (of: (row: Figures) => number) => (row: Figures) =>
    row === none ? `${of(none).toFixed(0)}` : `+${Math.max(0, of(row) - of(none)).toFixed(1)}`;
  const plain = (of: (row: Figures) => number) => (row: Figures) => (row === none ? "–" : of(row).toFixed(1));
  const lines: readonly (readonly [string, (row: Figures) => string])[] = [
    [`article of ${words} words, ms CPU`, added(({ article }) => article)],
    ["its longest task of the extension, ms CPU", plain(({ longest }) => longest)],
    ["front page, ms CPU", added(({ front }) => front)],
    ["its longest task of the extension, ms CPU", plain(({ frontLongest }) => frontLongest)],
    ["scripts on the article, kB", plain(({ bytes }) => bytes / 1_000)],
    ["scripts on the front page, kB", plain(({ frontBytes }) => frontBytes / 1_000)],
    ["memory of the article's scripts, MB", added(({ memory }) => memory / 1_000_000)],
    ["first click on a name, ms CPU", added(({ firstClick }) => firstClick)],
    ["until the next frame, ms", added(({ firstDelay }) => firstDelay)],
    ["later click on a name, ms CPU", added(({ click }) => click)],
    ["until the next frame, ms", added(({ delay }) => delay)],
  ];
  const tables = [
    table(
      ["the page's main thread", ...figures.map(({ name }) => name)],
      lines.map(([name, of]) => [name, ...figures.map(of)]),
    ),
  ];
  if (growth.length > 0) {
    const cells = ({ figures: row }: Growth): string[] =>
      row.map(({ cpu, longest }, index) => {
        if (cpu === null) return "not done in 2 minutes";
        const base = row[0]?.cpu ?? 0;
        return index === 0 ? cpu.toFixed(0) : `+${Math.max(0, cpu - base).toFixed(0)} (${longest.toFixed(0)})`;
      });
    tables.push(
      table(
        ["article, ms CPU (longest task)", ...figures.map(({ name }) => name)],
        growth.map((row) => [`${row.words.toLocaleString("en")} words`, ...cells(row)]),
      ),
    );
  }
  tables.push(
    table(
      ["analysis of an article, warm, ms CPU", "Sourceline", "compromise", "ratio"],
      analysis.map(({ words: length, ours, theirs }) => [
        `${length.toLocaleString("en")} words`,
        ours.toFixed(1),
        theirs.toFixed(1),
        (theirs / ours).toFixed(1),
      ]),
    ),
    `The background, started anew: ${starts.answer.toFixed(0)} ms CPU until its first answer; ${starts.article.toFixed(0)} ms until an article of ${words} words is analysed, models loaded.`,
    `Measured on ${new Date().toISOString().slice(0, 10)}, ${cpus()[0]?.model ?? "an unknown processor"}, Chromium, medians of ${visits} visits in turn.${loadText()}`,
  );
  return `${tables.join("\n\n")}\n`;
}

/** How busy the machine was beside the measurement, where it tells: time by the clock says little then. */
function loadText(): string {
  const [load = 0] = loadavg();
  return load > cpus().length * 2
    ? ` The machine was busy with other work (load ${load.toFixed(0)} on ${cpus().length} processors).`
    : "";
}

function table(head: readonly string[], rows: readonly (readonly string[])[]): string {
  const line = (cells: readonly string[]): string => `| ${cells.join(" | ")} |`;
  return [line(head), line(head.map((_, index) => (index === 0 ? "---" : "---:"))), ...rows.map(line)].join("\n");
}
