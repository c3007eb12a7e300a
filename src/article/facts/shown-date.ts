import { parseDate } from "./dates.ts";
import type { FieldOrder } from "./dates.ts";
import type { Outline } from "../stories/outline.ts";
import { datesInLine } from "./published.ts";
import type { PublicationDates } from "./published.ts";

/** How many blocks after the headline the line with the date may stand. */
const NEAR_HEADLINE = 12;
/** How many letters that line may have beside its machine dates. */
const MAX_DATE_LINE = 64;
const MACHINE_DATE = /(?:19|20)\d\d-\d\d-\d\d(?:T|\s)\d\d:\d\d(?::\d\d)?(?:[.,]\d+)?(?:Z|\s?[+-]\d{1,2}(?::?\d\d)?)?/g;
const NAMED_DATE =
  /^\W*(?:date|datum|published|posted|veröffentlicht|erstellt|stand|publié|publicado|pubblicato|fecha|data|geplaatst|опубликовано|дата)\b\W/iu;
/** A weekday with a date and no time, above the headline: the day on which the page was asked for. */
const TODAY =
  /^\W*(?:(?:mon|tues|wednes|thurs|fri|satur|sun)day|(?:mon|diens|donners|frei|sams|sonn)tag|mittwoch|lundi|mardi|mercredi|jeudi|vendredi|samedi|dimanche|lunes|martes|miércoles|jueves|viernes|sábado|domingo|(?:maan|dins|woens|donder|vrij|zater|zon)dag|(?:segunda|terça|quarta|quinta|sexta)-feira)(?!\p{L})[^:]{6,30}$/iu;
const PATH_DATE = /\/((?:19|20)\d\d)[/-]?(0[1-9]|1[0-2])[/-]?(0[1-9]|[12]\d|3[01])(?=[/_-]|\b)/;
const NONE: PublicationDates = { published: null, modified: null };

/** Where to look for the date: beside the headline, or from the story's first block on where there is none. */
export interface DatePlace {
  readonly block: number;
  /** How many blocks away the date may stand next: 0 where it may be the block itself. */
  readonly from: number;
}

/**
 * The dates where no data state them: a short line by the headline that holds one, a line that names itself a date, or
 * the date in the address.
 */
export function shownDate(outline: Outline, place: DatePlace, url: string, order: FieldOrder): PublicationDates {
  const { blocks } = outline;
  const beside = dateBeside(outline, place, order);
  if (beside.published !== null) return beside;
  const named = blocks.find(({ text }) => NAMED_DATE.test(text) && datesOf(text, order).published !== null);
  if (named !== undefined) return datesOf(named.text, order);
  return { published: pathDate(url), modified: null };
}

/** The dates in the first line by the headline that holds one. */
export function dateBeside({ blocks }: Outline, { block, from }: DatePlace, order: FieldOrder): PublicationDates {
  if (block < 0) return NONE;
  for (let distance = from; distance <= NEAR_HEADLINE; distance += 1) {
    const after = datesOf(blocks[block + distance]?.text ?? "", order);
    if (after.published !== null) return after;
    const above = distance > NEAR_HEADLINE / 3 ? "" : (blocks[block - distance]?.text ?? "");
    const before = TODAY.test(above) ? NONE : datesOf(above, order);
    if (before.published !== null) return before;
  }
  return NONE;
}

function datesOf(text: string, order: FieldOrder): PublicationDates {
  const isLong = text.length > MAX_DATE_LINE && text.replace(MACHINE_DATE, "").length > MAX_DATE_LINE;
  return isLong || /©|copyright/i.test(text) ? NONE : datesInLine(text, order);
}

function pathDate(url: string): string | null {
  const match = PATH_DATE.exec(url);
  return match === null ? null : parseDate(`${match[1]}-${match[2]}-${match[3]}`);
}
