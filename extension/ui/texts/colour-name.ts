import type { Colour } from "../../../src/annotation/records/annotation.ts";
import type { ColourNames } from "../../../src/annotation/records/colours.ts";
import { message, type MessageKey } from "../../locale/message.ts";

const LOOKS: Record<Colour, MessageKey> = {
  yellow: "colourYellow",
  green: "colourGreen",
  blue: "colourBlue",
  pink: "colourPink",
};
const USUAL_NAMES: Record<Colour, MessageKey> = {
  yellow: "nameYellow",
  green: "nameGreen",
  blue: "nameBlue",
  pink: "namePink",
};

/** What the user calls a colour. */
export function colourName(colour: Colour, names: ColourNames): string {
  return names[colour] ?? usualColourName(colour);
}

/** A colour's name and look, for who sees only one of them. */
export function colourLabel(colour: Colour, names: ColourNames): string {
  return message("colourLabel", colourName(colour, names), colourLook(colour));
}

/**
 * What a colour is called where a page's scripts may read it: a name that the user has given is theirs alone, and the
 * colour's look stands for it.
 */
export function publicColourLabel(colour: Colour, names: ColourNames): string {
  return names[colour] === undefined ? colourLabel(colour, names) : colourLook(colour);
}

/** What a colour is called until the user names it. */
export function usualColourName(colour: Colour): string {
  return message(USUAL_NAMES[colour]);
}

/** The colour itself, in a word. */
export function colourLook(colour: Colour): string {
  return message(LOOKS[colour]);
}
