import { useMemo, useRef } from "preact/hooks";
import { type Timeline, timelineOf, type Unit } from "../../../src/library/timeline.ts";
import { dateIn } from "../../locale/formats.ts";
import { message, type MessageKey } from "../../locale/message.ts";
import { useAnswer } from "../../search/use-answer.ts";
import { useLibrary } from "../library-world.ts";
import { Chart, DASHES } from "./chart.tsx";
import { Compare } from "./compare.tsx";

const UNITS: Readonly<Record<Unit, MessageKey>> = { month: "unitMonth", quarter: "unitQuarter", year: "unitYear" };

interface OverTimeProps {
  /** The key of the name whose page it is. */
  readonly name: string;
  /** The keys of those that it is compared with. */
  readonly beside: readonly string[];
}

/** When somebody spoke, as a chart and as the table beside it, and others to compare with. */
export function OverTime({ name, beside }: OverTimeProps) {
  const { search, go } = useLibrary();
  const keys = [name, ...beside.filter((key) => key !== name)];
  const answer = useAnswer(search, "spoken", { keys });
  const spoken = answer.state === "ready" ? answer.value : [];
  const timeline = useMemo(() => timelineOf(spoken.map(({ days }) => days)), [answer]);
  const marks = useRef<HTMLUListElement>(null);
  const { unit, periods } = timeline;
  const naming = useMemo(() => (period: string) => periodText(period, unit), [unit]);
  if (answer.state !== "ready" || periods.length === 0) return null;
  return (
    <section class="over-time" aria-label={message("overTime")}>
      <h3>{message("overTime")}</h3>
      <ul ref={marks} class="list compared" hidden={spoken.length === 1}>
        {spoken.map((one, at) => (
          <li key={one.key}>
            <LineSample at={at} />
            <span dir="auto">{one.name}</span>
            {at > 0 && (
              <button
                type="button"
                class="plain"
                aria-label={message("compareNoMore", one.name)}
                onClick={() => go({ beside: beside.filter((_, other) => keys[at] !== beside[other]) }, "replace")}
              >
                ✕
              </button>
            )}
          </li>
        ))}
      </ul>
      <div class="chart-and-table">
        {/* A single point says nothing that its row does not. */}
        {(periods.length > 1 || spoken.length > 1) && (
          <Chart
            timeline={timeline}
            periodName={naming}
            label={message("chartSays", message(UNITS[unit]), spoken.map(({ name: who }) => who).join(", "))}
            colours={() => [...(marks.current?.querySelectorAll(".line-sample") ?? [])]}
          />
        )}
        <Table timeline={timeline} names={spoken.map(({ name: who }) => who)} periodName={naming} />
      </div>
      <Compare name={name} beside={beside} />
    </section>
  );
}

/** How a line in the chart looks. */
function LineSample({ at }: { readonly at: number }) {
  return (
    <svg class={`line-sample line-${at}`} width="34" height="10" aria-hidden="true">
      <line
        x1="0"
        y1="5"
        x2="34"
        y2="5"
        stroke="currentColor"
        stroke-width="3"
        stroke-dasharray={DASHES[at]?.join(" ")}
      />
    </svg>
  );
}

interface TableProps {
  readonly timeline: Timeline;
  readonly names: readonly string[];
  readonly periodName: (period: string) => string;
}

/** The same in figures. Periods in which nobody spoke are left out. */
function Table({ timeline: { unit, periods, counts }, names, periodName }: TableProps) {
  return (
    // It scrolls, so a keyboard must be able to.
    // oxlint-disable-next-line jsx-a11y/no-noninteractive-tabindex
    <div class="figures" tabIndex={0} role="group" aria-label={message("figures")}>
      <table>
        <thead>
          <tr>
            <th scope="col">{message(UNITS[unit])}</th>
            {names.map((name) => (
              <th key={name} scope="col" dir="auto">
                {name}
              </th>
            ))}
          </tr>
        </thead>
        <tbody>
          {periods.map(
            (period, at) =>
              counts.some((own) => (own[at] ?? 0) > 0) && (
                <tr key={period}>
                  <th scope="row">{periodName(period)}</th>
                  {counts.map((own, who) => (
                    // oxlint-disable-next-line react/no-array-index-key
                    <td key={who}>{own[at] ?? 0}</td>
                  ))}
                </tr>
              ),
          )}
        </tbody>
      </table>
    </div>
  );
}

/** What a period is called: "Apr 1998", "Q2 1998", "1998"; "" for none. */
function periodText(period: string, unit: Unit): string {
  const year = period.slice(0, 4);
  if (period === "" || unit === "year") return year;
  if (unit === "quarter") return message("quarterOf", Math.ceil(Number(period.slice(5, 7)) / 3), year);
  return dateIn(period, message("textLanguage"), "month");
}
