import { WITH_COPIES } from "./conditions.ts";
import type { Verdict } from "./truth.ts";

/** At least this share of the passages that are still on the page, exact; at most this share of them wrong … */
const EXACT_GOAL = 0.99;
const WRONG_GOAL = 0.001;
/** … and at most this share of the passages that are gone, found elsewhere. */
const ELSEWHERE_GOAL = 0.016;

type Counts = Record<Verdict, number>;

function emptyCounts(): Counts {
  return { exact: 0, near: 0, copy: 0, wrong: 0, lost: 0, gone: 0, replaced: 0, twin: 0, elsewhere: 0 };
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
      if (["near", "copy", "wrong", "lost", "twin", "elsewhere"].includes(verdict)) {
        this.#failures.push([finder, condition, page, number, verdict].join("\t"));
      }
    }
  }

  /** One line for every passage that was not found as it should have been. */
  failures(): string {
    return this.#failures.join("\n");
  }

  /** All verdicts of a finder but those on pages with copies. */
  #total(finder: string): Counts {
    const total = emptyCounts();
    for (const [condition, counts] of this.#counts.get(finder) ?? []) {
      if (WITH_COPIES.has(condition)) continue;
      for (const verdict of Object.keys(total) as Verdict[]) total[verdict] += counts[verdict];
    }
    return total;
  }

  meetsGoals(finder: string): boolean {
    const counts = this.#total(finder);
    return (
      counts.exact >= EXACT_GOAL * presentOf(counts) &&
      counts.wrong <= WRONG_GOAL * presentOf(counts) &&
      counts.elsewhere <= ELSEWHERE_GOAL * absentOf(counts)
    );
  }

  /** Shares in percent, for each finder and kind of change. */
  table(): string {
    const head = ["passages", ...PRESENT, "gone", ...ABSENT.map((verdict) => ABSENT_NAMES[verdict] ?? verdict)];
    const lines = [
      `${this.pages} pages. Shares in percent: of the passages that are on the page still, and of those that are gone.`,
    ];
    for (const [finder, byCondition] of this.#counts) {
      lines.push("", row([finder, ...head]));
      for (const [condition, counts] of byCondition) lines.push(countsRow(condition, counts));
      lines.push(countsRow("all but copies", this.#total(finder)));
    }
    return lines.join("\n");
  }
}

/** The verdicts on passages that are on the page still, and on those that are gone, in the order of the table. */
const PRESENT = ["exact", "near", "copy", "wrong", "lost"] as const;
const ABSENT = ["gone", "replaced", "twin", "elsewhere"] as const;
const ABSENT_NAMES: Partial<Record<Verdict, string>> = { gone: "lost", twin: "copy" };

function sum(counts: Counts, verdicts: readonly Verdict[]): number {
  return verdicts.reduce((total, verdict) => total + counts[verdict], 0);
}

function presentOf(counts: Counts): number {
  return sum(counts, PRESENT);
}

function absentOf(counts: Counts): number {
  return sum(counts, ABSENT);
}

function countsRow(name: string, counts: Counts): string {
  const present = presentOf(counts);
  const absent = absentOf(counts);
  return row([
    name,
    String(present),
    ...PRESENT.map((verdict) => percent(counts[verdict], present)),
    String(absent),
    ...ABSENT.map((verdict) => percent(counts[verdict], absent)),
  ]);
}

function row(cells: readonly string[]): string {
  return cells.map((cell, i) => (i === 0 ? cell.padEnd(22) : cell.padStart(10))).join("");
}
