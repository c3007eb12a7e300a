import { type Colour, COLOURS } from "../../src/annotation/records/annotation.ts";
import { colourLabel } from "./texts/colour-name.ts";
import { useNoteWorld } from "./notes/note-world.ts";

interface ColoursProps {
  /** The colour that is chosen, or `null` before the first choice. */
  readonly chosen: Colour | null;
  readonly onChoose: (colour: Colour) => void;
}

/** One button for each colour of a highlight. */
export function Colours({ chosen, onChoose }: ColoursProps) {
  const { names } = useNoteWorld();
  return (
    <>
      {COLOURS.map((colour) => {
        const label = colourLabel(colour, names);
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
