import type { RowOutcome, RowVerdict } from "./page.ts";

/** At most this share of the marks on alike rows may be found on another row, and none on several … */
const ANOTHER_GOAL = 0.02;
/** … and at least this share of the edited rows must be found. */
const EDITED_GOAL = 0.95;

const VERDICTS: readonly RowVerdict[] = ["own", "another", "spread", "lost"];

function share(outcomes: readonly RowOutcome[], verdict: RowVerdict): number {
  const all = outcomes.flatMap(({ verdicts }) => verdicts);
  return all.filter((one) => one.verdict === verdict).length / all.length;
}

function line(cells: readonly string[]): string {
  return cells.map((cell, i) => (i === 0 ? cell.padEnd(22) : cell.padStart(10))).join("");
}

function countsLine(name: string, outcomes: readonly RowOutcome[]): string {
  const all = outcomes.reduce((sum, { verdicts }) => sum + verdicts.length, 0);
  return line([name, String(all), ...VERDICTS.map((verdict) => (100 * share(outcomes, verdict)).toFixed(2))]);
}

/** Shares in percent, for each finder and kind of change. */
export function rowsTable(outcomes: readonly RowOutcome[]): string {
  const lines = [
    "Whole rows of lists of alike rows. Shares in percent: on the own row, on another one, on several, nowhere.",
  ];
  for (const finder of new Set(outcomes.map((outcome) => outcome.finder))) {
    const own = outcomes.filter((outcome) => outcome.finder === finder);
    lines.push("", line([finder, "rows", ...VERDICTS]));
    lines.push(...own.map((outcome) => countsLine(outcome.change, [outcome])), countsLine("all", own));
  }
  return lines.join("\n");
}

/** One line for every mark of a finder that was found on other rows. */
export function rowFailures(outcomes: readonly RowOutcome[]): string {
  return outcomes
    .flatMap(({ finder, change, verdicts }) =>
      verdicts
        .filter(({ verdict }) => verdict === "another" || verdict === "spread")
        .map(({ verdict, shape, row }) => [finder, change, shape, row, verdict].join("\t")),
    )
    .join("\n");
}

export function meetsRowGoals(outcomes: readonly RowOutcome[], finder: string): boolean {
  const own = outcomes.filter((outcome) => outcome.finder === finder);
  const edited = own.filter(({ change }) => change === "edited");
  return share(own, "another") <= ANOTHER_GOAL && share(own, "spread") === 0 && share(edited, "own") >= EDITED_GOAL;
}
