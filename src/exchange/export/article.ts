import type { Annotation } from "../../annotation/records/annotation.ts";
import type { ColourNames } from "../../annotation/records/colours.ts";
import type { NameNote } from "../../annotation/records/name-note.ts";

/** An article with what the user keeps on it: the unit of every export. Deleted records are never in it. */
export interface ArticleExport {
  /** The identity of the story, the same under all its addresses. */
  readonly page: string;
  /** Its address as the browser showed it. */
  readonly source: string;
  readonly title: string;
  /** Names of people, without "By"; none where they are unknown. */
  readonly bylines: readonly string[];
  /** The name of the site or paper, or `null`. */
  readonly outlet: string | null;
  /** The day of publication (`1998-04-02`), or `null`. */
  readonly published: string | null;
  /** The user's highlights, in the order of the page. */
  readonly annotations: readonly Annotation[];
  /** The notes on names that were written there, the oldest first. */
  readonly nameNotes: readonly NameNote[];
}

/** What every format is given beside the articles. */
export interface ExportContext {
  /** When the export is made. */
  readonly made: Date;
  /** How many highlights and notes all articles have together. */
  readonly total: number;
  /** What the user calls the colours. */
  readonly colourNames: ColourNames;
  readonly words: ExportWords;
}

/** The words of an export that are not the user's: they come from whoever knows the user's language. */
export interface ExportWords {
  /** Their language, as BCP 47 names it. */
  readonly language: string;
  /** The title of the whole: "Highlights and notes". */
  readonly title: string;
  /** The heading above notes on names. */
  readonly onNames: string;
  /** A day for people. @param day `1998-04-02` or an ISO instant. */
  readonly day: (day: string) => string;
  /** A colour's usual name. */
  readonly colour: (colour: Annotation["body"]["colour"]) => string;
}

/** Highlights in the order of the page; those whose place was never seen come last, as they were made. */
export function inPageOrder(annotations: readonly Annotation[]): Annotation[] {
  const startOf = ({ target }: Annotation): number => target.selectors.position?.start ?? Number.POSITIVE_INFINITY;
  return annotations.toSorted((a, b) => {
    const [first, second] = [startOf(a), startOf(b)];
    if (first !== second) return first < second ? -1 : 1;
    return a.created < b.created ? -1 : a.created > b.created ? 1 : 0;
  });
}

/** The name of a colour: the user's own, or the usual one. */
export function colourNameOf(colour: Annotation["body"]["colour"], { colourNames, words }: ExportContext): string {
  return colourNames[colour] ?? words.colour(colour);
}
