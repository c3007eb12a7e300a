import { message } from "../locale/message.ts";

/** A day or an instant in few letters: "2 Apr 1998". A plain day stays the day that it names. */
export function shortDate(iso: string): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  return date.toLocaleDateString(message("textLanguage"), {
    dateStyle: "medium",
    ...(iso.includes("T") ? {} : { timeZone: "UTC" }),
  });
}
