import type { Verdict } from "./truth.ts";

/** At least this share of the passages that are still on the page, exact; at most this share of them wrong … */
const EXACT_GOAL = 0.985;
const WRONG_GOAL = 0.004;
/** … and at most this share of the passages that are gone, found elsewhere. */
const ELSEWHERE_GOAL = 0.02;

type Counts = Record<Verdict, number>;

function emptyCounts(): Counts {
  return { exact: 0, near: 0, wrong: 0, lost: 0, gone: 0, replaced: 0, elsewhere: 0 };
}

function percent(part: number, whole: number): string {
  return whole === 0 ? "–" : ((100 * part) / whole).toFixed(2);
}

/** Counts verdicts by finder and kind of change. */
export class Tally {
  pages = 0;
  readonly #counts = new Map<string, Map<string, Counts>>();
  readonly #failures: string[] = [];

  add(finder: string, condition: string, page: string, verdicts: readonly Verdict[]): void {
    const byCondition = this.#counts.get(finder) ?? new Map<string, Counts>();
    this.#counts.set(finder, byCondition);
    const counts = byCondition.get(condition) ?? emptyCounts();
    byCondition.set(condition, counts);
    for (const [number, verdict] of verdicts.entries()) {
      counts[verdict] += 1;
      if (["near", "wrong", "lost", "elsewhere"].includes(verdict)) {
        this.#failures.push([finder, condition, page, number, verdict].join("\t"));
      }
    }
  }

  /** One line for every passage that was not found as it should have been. */
  failures(): string {
    return this.#failures.join("\n");
  }

  /** All verdicts of a finder. */
  #total(finder: string): Counts {
    const total = emptyCounts();
    for (const counts of this.#counts.get(finder)?.values() ?? []) {
      for (const verdict of Object.keys(total) as Verdict[]) total[verdict] += counts[verdict];
    }
    return total;
  }

  meetsGoals(finder: string): boolean {
    const { exact, near, wrong, lost, gone, replaced, elsewhere } = this.#total(finder);
    const present = exact + near + wrong + lost;
    const absent = gone + replaced + elsewhere;
    return exact >= EXACT_GOAL * present && wrong <= WRONG_GOAL * present && elsewhere <= ELSEWHERE_GOAL * absent;
  }

  /** Shares in percent, for each finder and kind of change. */
  table(): string {
    const head =
      `${this.pages} pages. Shares in percent: of the passages that are on the page still, ` +
      "and of those that are gone.";
    const lines = [head];
    for (const [finder, byCondition] of this.#counts) {
      lines.push(
        "",
        row([finder, "passages", "exact", "near", "wrong", "lost", "gone", "lost", "replaced", "elsewhere"]),
      );
      for (const [condition, counts] of byCondition) lines.push(countsRow(condition, counts));
      lines.push(countsRow("all", this.#total(finder)));
    }
    return lines.join("\n");
  }
}

function countsRow(name: string, { exact, near, wrong, lost, gone, replaced, elsewhere }: Counts): string {
  const present = exact + near + wrong + lost;
  const absent = gone + replaced + elsewhere;
  return row([
    name,
    String(present),
    ...[exact, near, wrong, lost].map((count) => percent(count, present)),
    String(absent),
    ...[gone, replaced, elsewhere].map((count) => percent(count, absent)),
  ]);
}

function row(cells: readonly string[]): string {
  return cells.map((cell, i) => (i === 0 ? cell.padEnd(22) : cell.padStart(10))).join("");
}
