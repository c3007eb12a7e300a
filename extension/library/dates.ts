import { dateIn } from "../locale/formats.ts";
import { message } from "../locale/message.ts";

/** A day or an instant in few letters: "2 Apr 1998". A plain day stays the day that it names. */
export const shortDate = (iso: string): string => dateIn(iso, message("textLanguage"), "medium");
