import { type Colour, COLOURS } from "../../src/annotation/annotation.ts";
import { colourName } from "./colour-name.ts";

interface ColoursProps {
  /** The colour that is chosen, or `null` before the first choice. */
  readonly chosen: Colour | null;
  readonly onChoose: (colour: Colour) => void;
}

/** One button for each colour of a highlight. */
export function Colours({ chosen, onChoose }: ColoursProps) {
  return (
    <>
      {COLOURS.map((colour) => (
        <button
          key={colour}
          type="button"
          class="colour"
          style={{ "--colour": `var(--${colour})` }}
          title={colourName(colour)}
          aria-label={colourName(colour)}
          aria-pressed={chosen === null ? undefined : chosen === colour}
          onClick={() => onChoose(colour)}
        />
      ))}
    </>
  );
}
