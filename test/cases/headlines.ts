interface HeadlineCase {
  readonly why: string;
  /** As structured data and Open Graph have it, in this order. */
  readonly stated: readonly string[];
  readonly shown: string | null;
  readonly headline: string | null;
}

const HEADLINE = "Keepers return to Skerry Point lighthouse";
const FOR_SEARCH = "Skerry Point: Why keepers return to the lighthouse";

/** What pages state and show as their headline, and which of it a reader would call the headline. */
export const headlineCases: readonly HeadlineCase[] = [
  { why: "none", stated: [], shown: null, headline: null },
  { why: "stated only", stated: [HEADLINE], shown: null, headline: HEADLINE },
  { why: "shown only", stated: [], shown: HEADLINE, headline: HEADLINE },
  { why: "one for search engines in the data", stated: [FOR_SEARCH, HEADLINE], shown: HEADLINE, headline: HEADLINE },
  { why: "one for sharing", stated: [HEADLINE, FOR_SEARCH], shown: HEADLINE, headline: HEADLINE },
  { why: "a heading that no data bear out", stated: [HEADLINE, HEADLINE], shown: "Coast news", headline: HEADLINE },
  {
    why: "other quotation marks and case",
    stated: ["“KEEPERS” RETURN"],
    shown: '"Keepers" return',
    headline: '"Keepers" return',
  },
  { why: "a kicker in the heading", stated: [HEADLINE], shown: `Coast: ${HEADLINE}`, headline: HEADLINE },
  { why: "a kicker set off by its looks alone", stated: [HEADLINE], shown: `Coast ${HEADLINE}`, headline: HEADLINE },
  { why: "a kicker in all the data", stated: [`Coast: ${HEADLINE}`], shown: HEADLINE, headline: `Coast: ${HEADLINE}` },
  {
    why: "a kicker in all the data, set off by a dash",
    stated: [`Coast – ${HEADLINE}`, `Coast: ${HEADLINE}`],
    shown: HEADLINE,
    headline: `Coast – ${HEADLINE}`,
  },
  {
    why: "a kicker in half of the data",
    stated: [`Coast: ${HEADLINE}`, HEADLINE],
    shown: HEADLINE,
    headline: HEADLINE,
  },
  { why: "a short headline's kicker", stated: ["Coast: Fog"], shown: "Fog", headline: "Coast: Fog" },
  { why: "a site's name in all the data", stated: [`${HEADLINE} – Courier`], shown: HEADLINE, headline: HEADLINE },
  { why: "a kicker in part of the data", stated: [`Coast: ${HEADLINE}`, HEADLINE], shown: null, headline: HEADLINE },
  {
    why: "another kicker in data and heading",
    stated: [`Life on the rocks: ${HEADLINE}`],
    shown: `Coast ${HEADLINE}`,
    headline: HEADLINE,
  },
  {
    why: "the same kicker in both, which is then the headline's own",
    stated: [`Coast: ${HEADLINE}`],
    shown: `Coast ${HEADLINE}`,
    headline: `Coast: ${HEADLINE}`,
  },
  {
    why: "a colon within two wordings of one headline",
    stated: ["The lamp of Skerry Point is manned: two keepers take turns"],
    shown: "The lamp is manned: two keepers take turns",
    headline: "The lamp of Skerry Point is manned: two keepers take turns",
  },
  {
    why: "a short end of a headline, which is no core",
    stated: ["Skerry Point: Keepers return"],
    shown: "Keepers return",
    headline: "Skerry Point: Keepers return",
  },
  { why: "the site's name", stated: [`${HEADLINE} - The Tidewater Courier`], shown: HEADLINE, headline: HEADLINE },
  { why: "the site's name after a bar", stated: [`${HEADLINE}｜Courier`, HEADLINE], shown: null, headline: HEADLINE },
  {
    why: "a longer headline of the page",
    stated: [`${HEADLINE} after eleven years`, HEADLINE],
    shown: `${HEADLINE} after eleven years`,
    headline: `${HEADLINE} after eleven years`,
  },
  {
    why: "words that begin a sentence and are no kicker",
    stated: ["This is why keepers return to Skerry Point lighthouse"],
    shown: "Keepers return to Skerry Point lighthouse",
    headline: "This is why keepers return to Skerry Point lighthouse",
  },
];
