/** How long a period is. */
export type Unit = "month" | "quarter" | "year";

/** How often each of several said something, period by period. */
export interface Timeline {
  readonly unit: Unit;
  /** The first day of each period, from the first in which one of them speaks to the last, without a gap. */
  readonly periods: readonly string[];
  /** For each of them, how many statements there are in each period. */
  readonly counts: readonly (readonly number[])[];
}

const MONTHS: Readonly<Record<Unit, number>> = { month: 1, quarter: 3, year: 12 };
/** Up to how many months are told by months, and by quarters: as many periods as can be read beside each other. */
const READABLE = { month: 24, quarter: 72 } as const;
/** A page may give any day. What lies so many months before the last one is left out. */
const MOST = 12 * 200;

/** @param days for each of several, the days of its statements ("1998-04-02") in any order; what is no day is left out. */
export function timelineOf(days: readonly (readonly string[])[]): Timeline {
  const months = days.map((own) => own.map(monthOf).filter((month) => month !== null));
  const all = months.flat();
  if (all.length === 0) return { unit: "month", periods: [], counts: days.map(() => []) };
  const last = all.reduce((most, month) => Math.max(most, month));
  const first = all.reduce((least, month) => (month >= last - MOST && month < least ? month : least), last);
  const span = last - first + 1;
  const unit = span <= READABLE.month ? "month" : span <= READABLE.quarter ? "quarter" : "year";
  const step = MONTHS[unit];
  const start = first - (first % step);
  const length = Math.floor((last - start) / step) + 1;
  return {
    unit,
    periods: Array.from({ length }, (_, at) => firstDayOf(start + at * step)),
    counts: months.map((own) => {
      const counts = Array.from({ length }, () => 0);
      for (const month of own) {
        const at = Math.floor((month - start) / step);
        if (at >= 0) counts[at] = (counts[at] ?? 0) + 1;
      }
      return counts;
    }),
  };
}

/** Months since the year 0, or `null`. */
function monthOf(day: string): number | null {
  const [, year, month] = /^(\d{4})-(\d\d)/.exec(day) ?? [];
  const number = Number(month);
  return number >= 1 && number <= 12 ? Number(year) * 12 + number - 1 : null;
}

const firstDayOf = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, "0")}-${String((month % 12) + 1).padStart(2, "0")}-01`;
