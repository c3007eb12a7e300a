import type { Colour } from "../../src/annotation/annotation.ts";
import { message, type MessageKey } from "../locale/message.ts";

const NAMES: Record<Colour, MessageKey> = {
  yellow: "colourYellow",
  green: "colourGreen",
  blue: "colourBlue",
  pink: "colourPink",
};

/** What a highlight's colour is called. */
export function colourName(colour: Colour): string {
  return message(NAMES[colour]);
}
