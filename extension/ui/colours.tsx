import { type Colour, COLOURS } from "../../src/annotation/records/annotation.ts";

interface ColoursProps {
  /** The colour that is chosen, or `null` before the first choice. */
  readonly chosen: Colour | null;
  /** What a colour is called. */
  readonly labelOf: (colour: Colour) => string;
  readonly onChoose: (colour: Colour) => void;
}

/** One button for each colour of a highlight. */
export function Colours({ chosen, labelOf, onChoose }: ColoursProps) {
  return (
    <>
      {COLOURS.map((colour) => {
        const label = labelOf(colour);
        return (
          <button
            key={colour}
            type="button"
            class="colour"
            data-colour={colour}
            style={{ "--colour": `var(--${colour})` }}
            title={label}
            aria-label={label}
            aria-pressed={chosen === null ? undefined : chosen === colour}
            onClick={() => onChoose(colour)}
          />
        );
      })}
    </>
  );
}
