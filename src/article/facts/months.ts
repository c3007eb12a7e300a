/**
 * Month names by the first letters that tell them apart, for the languages whose papers write dates in words:
 * English, German, French, Spanish, Portuguese, Italian, Dutch, Polish, the Scandinavian languages, Russian,
 * Ukrainian, Turkish, Indonesian.
 */
const MONTH_STEMS: readonly string[] = [
  "jan|janv|ene|gen|sty|янв|січ|oca",
  "feb|fev|fév|febr|lut|фев|лют|şub",
  "mar|mär|mrz|maa|mrt|maart|мар|бер",
  "apr|avr|abr|kwi|апр|кві|nis",
  "may|mai|maj|mei|mag|мая|май|тра",
  "jun|juin|giu|cze|июн|чер|haz",
  "jul|juil|lug|lip|июл|лип|tem",
  "aug|aou|aoû|ago|sie|авг|сер|ağu|agu",
  "sep|set|sept|wrz|сен|вер|eyl",
  "oct|okt|out|ott|paź|paz|окт|жов|eki",
  "nov|lis|ноя|лис|kas",
  "dec|dez|déc|dic|des|gru|дек|гру|ara",
];

const MONTH_BY_STEM: ReadonlyMap<string, number> = new Map(
  MONTH_STEMS.flatMap((stems, index) => stems.split("|").map((stem) => [stem, index + 1] as const)),
);

/** The month that a word names, 1 to 12, or `null`. */
export function monthOf(word: string): number | null {
  const lower = word.toLowerCase();
  if (lower.length > 11) return null;
  return MONTH_BY_STEM.get(lower.slice(0, 4)) ?? MONTH_BY_STEM.get(lower.slice(0, 3)) ?? null;
}
