import { type Colour, COLOURS } from "../../src/annotation/records/annotation.ts";
import { cleanColourName, COLOUR_NAME_LIMIT, type ColourNames } from "../../src/annotation/records/colours.ts";
import { message } from "../locale/message.ts";
import { callBackground } from "../calls/call.ts";
import type { Database } from "../store/database.ts";
import { colourNames } from "../store/queries.ts";
import { colourLook, colourName, usualColourName } from "../ui/texts/colour-name.ts";
import { useLiveQuery } from "../ui/use-live-query.ts";
import { List } from "./list.tsx";
import { useChange } from "./use-change.ts";

/** What each colour of a highlight stands for, to be named by the user. */
export function Colours({ database }: { readonly database: Database }) {
  const names = useLiveQuery(() => colourNames(database), [database]);
  const change = useChange();
  const rename = async (colour: Colour, field: HTMLInputElement, before: ColourNames): Promise<void> => {
    const after = renamed(before, colour, field.value);
    // An emptied field shows the usual name again.
    field.value = colourName(colour, after);
    if (after[colour] === before[colour]) return;
    await change.make(
      message("colourRenamed", capital(colourLook(colour)), colourName(colour, after)),
      () => callBackground("saveColourNames", after),
      () => callBackground("saveColourNames", before),
    );
  };
  return (
    <List
      name="colours"
      title={message("optionsColours")}
      hint={message("optionsColoursHint")}
      empty=""
      items={names.state === "ready" ? { state: "ready", value: COLOURS } : names}
      keyOf={(colour) => colour}
      change={change}
      wayBack={message("undo")}
      row={(colour) => {
        const current = names.state === "ready" ? names.value : {};
        return (
          <>
            <span class="dot" style={{ "--colour": `var(--${colour})` }} />
            <input
              // Undo, or another window, may name it anew.
              key={colourName(colour, current)}
              class="what"
              dir="auto"
              maxLength={COLOUR_NAME_LIMIT}
              aria-label={message("colourNameLabel", colourLook(colour))}
              defaultValue={colourName(colour, current)}
              onChange={({ currentTarget }) => void rename(colour, currentTarget, current)}
            />
          </>
        );
      }}
    />
  );
}

/** Names with one of them changed. What is empty, or the usual name, is not stored: it is the usual name. */
function renamed(names: ColourNames, colour: Colour, typed: string): ColourNames {
  const { [colour]: _, ...others } = names;
  const name = cleanColourName(typed);
  return name === "" || name === usualColourName(colour) ? others : { ...others, [colour]: name };
}

const capital = (text: string): string => text.charAt(0).toUpperCase() + text.slice(1);
