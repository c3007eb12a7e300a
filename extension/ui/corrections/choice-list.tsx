import { useId, useState } from "preact/hooks";
import type { Choice } from "../../../src/reading/choices.ts";
import { message } from "../../locale/message.ts";
import { kindText } from "../texts/voice-text.ts";

/** What a chooser needs, whether names can be typed in it or not. */
export interface ChooserProps {
  readonly label: string;
  readonly choices: readonly Choice[];
  /** Whether somebody who is not among the choices may be meant, or nobody. */
  readonly isFree: boolean;
  /** What the button says that takes the choice. */
  readonly action: string;
  /** `null` for nobody. */
  readonly onChoose: (chosen: Pick<Choice, "kind" | "name"> | null) => void;
}

const NOT_YET = "";
const NOBODY = "nobody";

/**
 * A choice of what the article itself says. The browser's own list goes by first letters and needs nothing typed into a
 * page; nothing is taken before the button is pressed.
 */
export function ChoiceList({ label, choices, isFree, action, onChoose }: ChooserProps) {
  const [value, setValue] = useState(NOT_YET);
  const id = useId();
  const take = (): void => {
    const chosen = choices[Number(value)];
    if (value === NOBODY) onChoose(null);
    else if (value !== NOT_YET && chosen !== undefined) onChoose({ kind: chosen.kind, name: chosen.name });
  };
  return (
    <div class="chooser">
      <label for={id}>{label}</label>
      <div class="choice">
        <select id={id} value={value} onChange={({ currentTarget }) => setValue(currentTarget.value)}>
          <option value={NOT_YET}>{message("chooseName")}</option>
          {choices.map((choice, index) => (
            <option key={`${choice.kind} ${choice.name}`} value={index}>
              {`${choice.name} (${kindText(choice)})`}
            </option>
          ))}
          {isFree && <option value={NOBODY}>{message("nobodyNamed")}</option>}
        </select>
        <button type="button" class="primary" aria-disabled={value === NOT_YET} onClick={take}>
          {action}
        </button>
      </div>
    </div>
  );
}
