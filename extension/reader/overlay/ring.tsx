import { useEffect, useState } from "preact/hooks";

interface RingProps {
  readonly ranges: readonly Range[];
  readonly onEnd: () => void;
}

/** How long the ring stays, in milliseconds. */
const DURATION = 2_000;

/** Points at a passage for a moment. It stands in the document's own coordinates, so it scrolls with the page. */
export function Ring({ ranges, onEnd }: RingProps) {
  const [rectangles] = useState(() =>
    ranges
      .flatMap((range) => [...range.getClientRects()])
      .filter(({ width, height }) => width > 0 && height > 0)
      .map(({ left, top, width, height }) => ({ left: left + scrollX, top: top + scrollY, width, height })),
  );
  useEffect(() => {
    const timer = setTimeout(onEnd, DURATION);
    return () => clearTimeout(timer);
  }, []);
  return (
    <>
      {rectangles.map(({ left, top, width, height }) => (
        <div
          key={`${left},${top}`}
          class="ring"
          style={{ left: `${left - 4}px`, top: `${top - 4}px`, width: `${width + 8}px`, height: `${height + 8}px` }}
        />
      ))}
    </>
  );
}
