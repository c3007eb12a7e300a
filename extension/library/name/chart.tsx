import { useEffect, useRef } from "preact/hooks";
import uPlot from "uplot";
import type { Timeline } from "../../../src/library/timeline.ts";

/** How the lines are told apart besides their colours: lengths of dashes and gaps, in CSS pixels. */
export const DASHES: readonly (readonly number[])[] = [[], [9, 4], [2, 3], [9, 3, 2, 3]];

/** In CSS pixels. */
const HEIGHT = 200;

interface ChartProps {
  readonly timeline: Timeline;
  /** What a period is called on the axis. */
  readonly periodName: (period: string) => string;
  /** What stands in the place of the picture for who does not see it. */
  readonly label: string;
  /** Elements whose text has the colour of each line, by the page's style sheet. */
  readonly colours: () => readonly Element[];
}

/** Counts over time: bars for one, a line each for several. */
export function Chart({ timeline, periodName, label, colours }: ChartProps) {
  const box = useRef<HTMLDivElement>(null);
  useEffect(() => {
    const parent = box.current;
    if (parent === null) return undefined;
    let drawn: uPlot | null = null;
    const draw = (): void => {
      drawn?.destroy();
      drawn = drawIn(parent, timeline, periodName, colours().map(colourOf));
    };
    draw();
    const ending = new AbortController();
    // What is painted on a canvas does not follow the style sheet by itself.
    for (const query of ["(prefers-color-scheme: dark)", "(forced-colors: active)"])
      matchMedia(query).addEventListener("change", draw, { signal: ending.signal });
    const sized = new ResizeObserver(() => drawn?.setSize({ width: parent.clientWidth, height: HEIGHT }));
    sized.observe(parent);
    return () => {
      ending.abort();
      sized.disconnect();
      drawn?.destroy();
    };
  }, [timeline, periodName]);
  return <div ref={box} class="chart" role="img" aria-label={label} />;
}

const colourOf = (element: Element): string => getComputedStyle(element).color;

function drawIn(
  parent: HTMLElement,
  { periods, counts }: Timeline,
  periodName: (period: string) => string,
  colours: readonly string[],
): uPlot {
  // The border has no width: its colour is that of the lines behind.
  const { color: text, borderTopColor: faint, fontFamily } = getComputedStyle(parent);
  const axis = { stroke: text, font: `12px ${fontFamily}`, ticks: { show: false } } satisfies uPlot.Axis;
  const places = periods.map((_, at) => at);
  const isOne = counts.length === 1;
  const bars = uPlot.paths.bars?.({ size: [0.7, 36] });
  const options: uPlot.Options = {
    width: parent.clientWidth,
    height: HEIGHT,
    cursor: { show: false },
    legend: { show: false },
    scales: {
      // Half a period of room at each side, for the bars there.
      x: { time: false, range: () => [-0.5, periods.length - 0.5] },
      y: { range: (_, __, most) => [0, Math.max(1, most)] },
    },
    axes: [
      {
        ...axis,
        grid: { show: false },
        size: 30,
        space: 76,
        incrs: [1, 2, 3, 4, 6, 8, 12, 20, 50],
        values: (_, splits) => splits.map((at) => periodName(periods[at] ?? "")),
      },
      {
        ...axis,
        size: 40,
        space: 28,
        incrs: [1, 2, 5, 10, 20, 50, 100, 200, 500, 1_000],
        grid: { stroke: faint, width: 1 },
      },
    ],
    series: [
      {},
      ...counts.map((_, at): uPlot.Series => ({
        stroke: colours[at] ?? text,
        width: isOne ? 0 : 2,
        dash: [...(DASHES[at] ?? [])],
        points: { show: !isOne, size: 6, fill: colours[at] ?? text },
        ...(isOne && bars !== undefined ? { fill: colours[at] ?? text, paths: bars } : {}),
      })),
    ],
  };
  return new uPlot(options, [places, ...counts.map((own) => [...own])], parent);
}
