import { type Colour, COLOURS } from "../../src/annotation/annotation.ts";
import { message, type MessageKey } from "../locale/message.ts";

const NAMES: Record<Colour, MessageKey> = {
  yellow: "colourYellow",
  green: "colourGreen",
  blue: "colourBlue",
  pink: "colourPink",
};

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
          title={message(NAMES[colour])}
          aria-label={message(NAMES[colour])}
          aria-pressed={chosen === null ? undefined : chosen === colour}
          onClick={() => onChoose(colour)}
        />
      ))}
    </>
  );
}
