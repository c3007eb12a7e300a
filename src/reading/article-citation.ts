import { type Author, authorOf } from "./author.ts";
import { withSingleSpaces } from "../text/fold.ts";

/** What a citation of an article is made of. */
export interface CitedArticle {
  readonly bylines: readonly string[];
  readonly title: string;
  readonly outlet: string | null;
  /** The day of publication (`1998-04-02`, or less of it), or `null`. */
  readonly published: string | null;
  readonly url: string;
}

export const CITATION_STYLES = ["apa", "mla", "chicago"] as const;
export type CitationStyle = (typeof CITATION_STYLES)[number];

/**
 * An article as one entry of a bibliography: APA's seventh edition, MLA's ninth, or Chicago's seventeenth (notes and
 * bibliography). In plain text, so without the italics of an outlet's name. Where the day is unknown, APA says so and the
 * others tell when it was read.
 *
 * @param read the day on which it was read (`1998-05-03`).
 */
export function citeArticle(article: CitedArticle, style: CitationStyle, read: string): string {
  const authors = article.bylines.map(authorOf);
  const title = withSingleSpaces(article.title);
  const day = dayOf(article.published);
  const outlet = article.outlet?.trim() ?? "";
  if (style === "apa") {
    const date = `(${day === null ? "n.d." : longDay(day, "year-first")}).`;
    const names = apaNames(authors);
    const head = names === "" ? [ended(title), date] : [ended(names), date, ended(title)];
    return [...head, outlet === "" ? "" : ended(outlet), article.url].filter(Boolean).join(" ");
  }
  const names = authors.length === 0 ? "" : ended(style === "mla" ? mlaNames(authors) : chicagoNames(authors));
  const quoted = `“${ended(title.replaceAll("“", "‘").replaceAll("”", "’"))}”`;
  if (style === "mla") {
    const where = [outlet, day === null ? "" : mlaDay(day), article.url.replace(/^https?:\/\//, "")];
    const accessed = day === null ? ` Accessed ${mlaDay(dayOf(read) ?? [read])}.` : "";
    return [names, quoted, `${where.filter(Boolean).join(", ")}.`].filter(Boolean).join(" ") + accessed;
  }
  const where = [outlet, day === null ? "" : longDay(day, "month-first")].filter(Boolean).join(", ");
  const accessed = day === null ? `Accessed ${longDay(dayOf(read) ?? [read], "month-first")}.` : "";
  return [names, quoted, where === "" ? "" : ended(where), accessed, `${article.url}.`].filter(Boolean).join(" ");
}

/** "Jean-Paul" as "J.-P." */
const initials = (given: string): string =>
  given
    .split(" ")
    .map((word) =>
      word
        .split("-")
        .map((part) => `${[...part][0]?.toUpperCase() ?? ""}.`)
        .join("-"),
    )
    .join(" ");

const joined = (pieces: readonly string[], separator = ", "): string =>
  pieces.filter((piece) => piece !== "").join(separator);
const inverted = ({ given, family, suffix }: Author): string => joined([family, given, suffix]);
const inOrder = ({ given, family, suffix }: Author): string => joined([given, family, suffix], " ");

function apaNames(authors: readonly Author[]): string {
  const names = authors.map(({ given, family, suffix }) =>
    joined([family, given === "" ? "" : initials(given), suffix]),
  );
  const last = names.at(-1) ?? "";
  if (names.length <= 1) return last;
  if (names.length > 20) return `${names.slice(0, 19).join(", ")}, . . . ${last}`;
  return `${names.slice(0, -1).join(", ")}, & ${last}`;
}

function mlaNames([first, second, ...others]: readonly Author[]): string {
  if (first === undefined) return "";
  if (second === undefined) return inverted(first);
  return others.length > 0 ? `${inverted(first)}, et al.` : `${inverted(first)}, and ${inOrder(second)}`;
}

function chicagoNames(authors: readonly Author[]): string {
  const [first, ...others] = authors;
  if (first === undefined) return "";
  if (authors.length > 10) return `${joined([inverted(first), ...others.slice(0, 6).map(inOrder)])}, et al.`;
  const names = [inverted(first), ...others.map(inOrder)];
  return names.length === 1 ? inverted(first) : `${names.slice(0, -1).join(", ")}, and ${names.at(-1) ?? ""}`;
}

/** A text with the stop that ends it, unless it brings one of its own. */
const ended = (text: string): string => (/[.?!…][”’"')]*$/.test(text) ? text : `${text}.`);

/** A date by its year, month and day, as far as they are known. */
type Day = readonly [year: string, month?: number, day?: number];

function dayOf(date: string | null): Day | null {
  const [, year, month, day] = /^(\d{4})(?:-(\d\d))?(?:-(\d\d))?/.exec(date ?? "") ?? [];
  if (year === undefined) return null;
  if (month === undefined) return [year];
  return day === undefined ? [year, Number(month)] : [year, Number(month), Number(day)];
}

// A citation is in the language of its style, whatever the interface's.
const MONTHS = "January February March April May June July August September October November December".split(" ");
const SHORT = "Jan. Feb. Mar. Apr. May June July Aug. Sept. Oct. Nov. Dec.".split(" ");

function longDay([year, month, day]: Day, order: "year-first" | "month-first"): string {
  const name = month === undefined ? "" : (MONTHS[month - 1] ?? "");
  const inYear = joined([name, day === undefined ? "" : String(day)], " ");
  if (inYear === "") return year;
  if (order === "year-first") return `${year}, ${inYear}`;
  return day === undefined ? `${name} ${year}` : `${inYear}, ${year}`;
}

function mlaDay([year, month, day]: Day): string {
  return joined([day === undefined ? "" : String(day), month === undefined ? "" : (SHORT[month - 1] ?? ""), year], " ");
}
