import type { Colour } from "./annotation.ts";
import { withSingleSpaces } from "../../text/fold.ts";

/** What the user calls the colours; one that is not in it has its usual name. */
export type ColourNames = Readonly<Partial<Record<Colour, string>>>;

/** The longest name of a colour, in UTF-16 code units: it stands on a button's tip and beside a dot. */
export const COLOUR_NAME_LIMIT = 40;

/** A colour's name as it is stored: white space neither around it nor doubled in it. Empty where nothing was typed. */
export function cleanColourName(typed: string): string {
  return withSingleSpaces(typed).slice(0, COLOUR_NAME_LIMIT).trim();
}
