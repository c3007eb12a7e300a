import type { Layer } from "../dom/painting/painter.ts";
import { message, type MessageKey } from "../locale/message.ts";

/** What is shown on pages: the layer, a sample of it, and what it means. */
const SAMPLES: readonly (readonly [Layer, sample: MessageKey, meaning: MessageKey])[] = [
  ["person", "kindPerson", "legendPerson"],
  ["place", "kindPlace", "legendPlace"],
  ["source", "kindSource", "legendSource"],
  ["statement", "legendStatementSample", "legendStatement"],
  ["yellow", "legendHighlightSample", "legendHighlight"],
];

/** What the marks on a page mean, each painted as it is there, and what the toolbar button's number counts. */
export function Legend({ count }: { readonly count: number }) {
  return (
    <section id="legend" aria-labelledby="legend-title">
      <h2 id="legend-title">{message("welcomeLegend")}</h2>
      <dl>
        {SAMPLES.map(([layer, sample, meaning]) => (
          <div key={layer}>
            <dt>
              <span data-layer={layer}>{message(sample)}</span>
            </dt>
            <dd>{message(meaning)}</dd>
          </div>
        ))}
        <div>
          <dt>
            <span class="badge">{count}</span>
          </dt>
          <dd>{message("legendBadge")}</dd>
        </div>
      </dl>
    </section>
  );
}
