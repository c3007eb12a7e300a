/** How numbers, days and instants are written. Making a formatter takes a hundred times as long as using it: each is made once. */
const made = new Map<string, unknown>();

function once<Format>(key: string, make: () => Format): Format {
  const known = made.get(key) as Format | undefined;
  if (known !== undefined) return known;
  const format = make();
  made.set(key, format);
  return format;
}

/** "1,234". */
export const numberText = (count: number, language: string): string =>
  once(`number ${language}`, () => new Intl.NumberFormat(language)).format(count);

/** Which form of a text goes with a count. */
export const pluralForm = (count: number, language: string): Intl.LDMLPluralRule =>
  once(`plural ${language}`, () => new Intl.PluralRules(language)).select(count);

const DATES = {
  /** "14 March 1998". */
  long: { dateStyle: "long" },
  /** "Mar 14, 1998". */
  medium: { dateStyle: "medium" },
  /** "Mar 14, 1998, 9:30 AM". */
  instant: { dateStyle: "medium", timeStyle: "short" },
  /** "Mar 1998". */
  month: { month: "short", year: "numeric" },
} as const satisfies Readonly<Record<string, Intl.DateTimeFormatOptions>>;

/**
 * A plain day ("1998-03-14"), which stays the day that it names, or an instant, as it is where the user lives. What is
 * neither stays as it is.
 */
export function dateIn(iso: string, language: string, style: keyof typeof DATES): string {
  const date = new Date(iso);
  if (Number.isNaN(date.getTime())) return iso;
  const zone: Intl.DateTimeFormatOptions = iso.includes("T") ? {} : { timeZone: "UTC" };
  const key = `${style} ${zone.timeZone ?? ""} ${language}`;
  return once(key, () => new Intl.DateTimeFormat(language, { ...DATES[style], ...zone })).format(date);
}
