import { monthOf } from "./months.ts";

/** How a page's language writes a date in digits, `3/4/2022` or `24.5.3`; `null` where nobody can know. */
export type FieldOrder = "day-first" | "month-first" | "year-first" | null;

const ISO_DATE =
  /((?:19|20)\d\d)-(\d{1,2})-(\d{1,2})(?:(?:T|\s+(?:at\s+)?)(\d{1,2}):(\d\d)(?::(\d\d)(?:[.,]\d+|:\d{3})?)?\s*(Z\b|UTC|GMT|[+-]\d{1,2}(?::?\d\d)?)?)?/gi;
const COMPACT_DATE = /^((?:19|20)\d\d)(\d\d)(\d\d)(?:T?(\d\d)(\d\d)(\d\d)?(Z|[+-]\d{2}:?\d\d)?)?$/i;
const EPOCH = /^(\d{10})(?:\.\d+|\d{3})?$/;
const YEAR_FIRST = /(?<!\d)((?:19|20)\d\d)(?:\/|\.\s?)(\d{1,2})(?:\/|\.\s?)(\d{1,2})(?!\d)/;
const EAST_ASIAN = /((?:19|20)\d\d)\s?[年년]\s?(\d{1,2})\s?[月월]\s?(\d{1,2})\s?[日일]/;
// A month is a few letters. The ranges stand for `\p{L}`, which has hundreds and is compiled anew for each repetition.
const DAY_MONTH_YEAR =
  /(?<!\d)(\d{1,2})(?:st|nd|rd|th|er|º|\.)?[\s-]+(?:de\s+|of\s+)?([a-z\u00c0-\u02af\u0370-\u1fff\u3040-\ud7ff]{3,11})\.?,?[\s-]+(?:de\s+|del\s+)?((?:19|20)\d\d)(?!\d)/i;
const MONTH_DAY_YEAR =
  /(?<![a-z\u00c0-\u02af\u0370-\u1fff\u3040-\ud7ff])([a-z\u00c0-\u02af\u0370-\u1fff\u3040-\ud7ff]{3,11})\.?\s+(\d{1,2})(?:st|nd|rd|th)?(?:\s*,\s*|\s+)((?:19|20)\d\d)(?!\d)/i;
const DOTTED = /(?<!\d)(\d{1,2})\.\s?(\d{1,2})\.\s?((?:19|20)\d\d)(?!\d)/;
const SLASHED = /(?<!\d)(\d{1,2})[/-](\d{1,2})[/-]((?:19|20)\d\d)(?!\d)/;
/** A year in two digits, which only makes a date where the language says what comes first. */
const SHORT_YEAR = /(?<![\d.:/-])(\d{1,2})([./-])\s?(\d{1,2})\2\s?(\d{1,2})(?![\d:]|[./-]\d)/;
/** A time of day that stands after a date, with its zone. Without a zone it makes no instant, so it is not read. */
const TIME_AFTER =
  /^[\s,|•·@–—-]*(?:at\s+|um\s+|à\s+|às\s+|alle\s+)?(\d{1,2})[:.](\d\d)(?::(\d\d))?\s*([ap]\.?m\b\.?)?\s*\(?([A-Z]{1,5}(?:[+-]\d{1,2}(?::?\d\d)?)?|[+-]\d{1,2}(?::?\d\d)?)(?![\p{L}\d])/iu;
const TIME_BEFORE = /(?<!\d)(\d{1,2})[:.](\d\d)(?::(\d\d))?\s*([ap]\.?m\b\.?)?\s*\(?([A-Z]{1,5})\)?[\s,]*(?:on\s+)?$/iu;

/** Minutes east of Greenwich. Only abbreviations that mean one zone: CST, IST and BST each mean several. */
const ZONES: Readonly<Record<string, number>> = {
  Z: 0,
  UTC: 0,
  GMT: 0,
  WET: 0,
  WEST: 60,
  CET: 60,
  CEST: 120,
  MEZ: 60,
  MESZ: 120,
  EET: 120,
  EEST: 180,
  MSK: 180,
  PKT: 300,
  WIB: 420,
  HKT: 480,
  SGT: 480,
  JST: 540,
  KST: 540,
  AEST: 600,
  AEDT: 660,
  NZST: 720,
  NZDT: 780,
  EST: -300,
  EDT: -240,
  CDT: -300,
  MST: -420,
  MDT: -360,
  PST: -480,
  PDT: -420,
};

interface Clock {
  readonly hour: number;
  readonly minute: number;
  readonly second: number;
  readonly offset: number;
}

/**
 * The first date in a text: an ISO instant to the second, with the text's own offset, where it says time and zone; a
 * plain date where it says only the day or leaves the zone open; `null` where it says none or an impossible one (30
 * February). The first ten letters are the day that the text names.
 */
export function parseDate(text: string, order: FieldOrder = null): string | null {
  return parseDates(text, order)[0] ?? null;
}

/** The same instant in UTC (`2022-01-08T18:38:20Z`); a plain date stays as it is. */
export function inUtc(date: string): string {
  return date.length > 10 ? toIso(Date.parse(date)) : date;
}

/** All machine dates in a text, even where they run together without a space; or else the first date for people. */
export function parseDates(text: string, order: FieldOrder = null): readonly string[] {
  const trimmed = text.trim();
  if (trimmed.length < 6 || !/\d/.test(trimmed)) return [];
  const machine: string[] = [];
  for (const [, year, month, day, hour, minute, second, zone] of trimmed.matchAll(ISO_DATE)) {
    const found = dateFrom(year, month, day, clockFrom(hour, minute, second, "", zone));
    if (found !== null) machine.push(found);
  }
  if (machine.length > 0) return machine;
  const found = parseCompact(trimmed) ?? parseForPeople(trimmed, order);
  return found === null ? [] : [found];
}

function parseCompact(text: string): string | null {
  const epoch = EPOCH.exec(text);
  // The year 2001 or later: smaller numbers are something else.
  if (epoch !== null) return Number(epoch[1]) > 980_000_000 ? toIso(Number(epoch[1]) * 1000) : null;
  const compact = COMPACT_DATE.exec(text);
  if (compact === null) return null;
  const [, year, month, day, hour, minute, second, zone] = compact;
  return dateFrom(year, month, day, clockFrom(hour, minute, second, "", zone));
}

function parseForPeople(text: string, order: FieldOrder): string | null {
  const fields = matchFields(text, order);
  if (fields === null) return null;
  const [match, year, month, day] = fields;
  const rest = text.slice(match.index + match[0].length);
  const time = TIME_AFTER.exec(rest) ?? TIME_BEFORE.exec(text.slice(0, match.index));
  const clock = time === null ? null : clockFrom(time[1], time[2], time[3], time[4] ?? "", time[5]);
  return dateFrom(year, month, day, clock);
}

type Field = string | undefined;
type Fields = readonly [match: RegExpExecArray, year: Field, month: Field, day: Field];

/** The first way of writing a date that fits, with its fields. */
function matchFields(text: string, order: FieldOrder): Fields | null {
  let match = YEAR_FIRST.exec(text) ?? EAST_ASIAN.exec(text);
  if (match !== null) return [match, match[1], match[2], match[3]];
  match = DAY_MONTH_YEAR.exec(text);
  const month = match === null ? null : monthOf(match[2] ?? "");
  if (match !== null && month !== null) return [match, match[3], String(month), match[1]];
  match = MONTH_DAY_YEAR.exec(text);
  const firstMonth = match === null ? null : monthOf(match[1] ?? "");
  if (match !== null && firstMonth !== null) return [match, match[3], String(firstMonth), match[2]];
  match = DOTTED.exec(text);
  if (match !== null) return [match, match[3], match[2], match[1]];
  match = SLASHED.exec(text);
  if (match === null) return matchShort(text, order);
  const [, first, second, year] = match;
  const dayFirst = Number(first) > 12 || first === second || order === "day-first";
  if (!dayFirst && Number(second) <= 12 && order !== "month-first") return null;
  return dayFirst ? [match, year, second, first] : [match, year, first, second];
}

function matchShort(text: string, order: FieldOrder): Fields | null {
  const match = order === null ? null : SHORT_YEAR.exec(text);
  if (match === null) return null;
  const [, first = "", , second = "", third = ""] = match;
  const year = order === "year-first" ? first : third;
  if (year.length !== 2) return null;
  const fields = {
    "day-first": [second, first],
    "month-first": [first, second],
    "year-first": [second, third],
  } as const;
  const [month, day] = fields[order ?? "day-first"];
  return [match, `20${year}`, month, day];
}

/** `null` where the time is none or the zone is open. */
function clockFrom(
  hour: string | undefined,
  minute: string | undefined,
  second: string | undefined,
  half: string,
  zone: string | undefined,
): Clock | null {
  const offset = zone === undefined ? null : offsetOf(zone);
  if (hour === undefined || offset === null) return null;
  let hours = Number(hour);
  if (half !== "") {
    if (hours < 1 || hours > 12) return null;
    hours = (hours % 12) + (/^p/i.test(half) ? 12 : 0);
  }
  const clock = { hour: hours, minute: Number(minute), second: Number(second ?? 0), offset };
  return clock.hour < 24 && clock.minute < 60 && clock.second < 60 ? clock : null;
}

/** Minutes east of Greenwich, or `null`. Takes offsets that no parser takes: `+5:30`. */
function offsetOf(zone: string): number | null {
  const match = /^(?:UTC|GMT)?([+-])(\d{1,2})(?::?(\d\d))?$/i.exec(zone);
  if (match === null) return ZONES[zone.toUpperCase()] ?? null;
  const minutes = Number(match[2]) * 60 + Number(match[3] ?? 0);
  if (minutes > 14 * 60) return null;
  return match[1] === "-" ? -minutes : minutes;
}

function dateFrom(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
  clock: Clock | null,
): string | null {
  const [y, m, d] = [Number(year), Number(month), Number(day)];
  const midnight = Date.UTC(y, m - 1, d);
  const date = new Date(midnight);
  // `Date` turns 30 February into 1 or 2 March.
  if (date.getUTCMonth() !== m - 1 || date.getUTCDate() !== d) return null;
  if (clock === null) return date.toISOString().slice(0, 10);
  const { hour, minute, second, offset } = clock;
  const local = toIso(midnight + ((hour * 60 + minute) * 60 + second) * 1000);
  return offset === 0 ? local : local.replace("Z", offsetText(offset));
}

/** `+05:30` for 330 minutes. */
function offsetText(offset: number): string {
  const [hours, minutes] = [Math.floor(Math.abs(offset) / 60), Math.abs(offset) % 60];
  return `${offset < 0 ? "-" : "+"}${String(hours).padStart(2, "0")}:${String(minutes).padStart(2, "0")}`;
}

function toIso(milliseconds: number): string {
  return `${new Date(milliseconds).toISOString().slice(0, 19)}Z`;
}
