/**
 * What must and must not be taken for people and places, one construction a line. All invented.
 *
 * In the text, `[p:…]` is a person, `[l:…]` a place; everything else is neither. An organisation is not marked.
 */
export interface EntityCase {
  readonly name: string;
  readonly text: string;
  /** Why the model gets it wrong so far. Such a case must fail: one that is put right must lose its mark. */
  readonly known?: string;
}

export const ENTITY_CASES: Readonly<Record<string, readonly EntityCase[]>> = {
  people: [
    { name: "full name", text: "The minister, [p:Helen Marsh], resigned on Tuesday." },
    { name: "surname after full name", text: "[p:Helen Marsh] resigned. Her deputy thanked [p:Marsh] for her work." },
    { name: "surname first", text: "[p:Marsh] resigned on Monday. [p:Helen Marsh] had led the party for years." },
    { name: "possessive", text: "[p:Thomas Albrecht]'s lawyer spoke. Reporters asked about [p:Albrecht]’s health." },
    { name: "initial", text: "President [p:Edward W. Collins] met the chairman, [p:J. R. Watson]." },
    { name: "title left out", text: "Prime Minister [p:Anna Lindholm] called Gen. [p:Peter Novak] on Friday." },
    {
      name: "abbreviated titles",
      text: "Sen. [p:Laura Bennett] and Rep. [p:David Ortiz] voted against Mr. [p:Brooks].",
    },
    { name: "particle", text: "The commissioner [p:Karl von der Heide] spoke after [p:Maria de Souza]." },
    { name: "Irish name", text: "Police named him as [p:Sean O'Brien], 34, of no fixed address." },
    { name: "hyphenated given name", text: "The singer [p:Jean-Pierre Martin] cancelled the concert." },
    { name: "hyphenated surname", text: "Justice [p:Ruth Carter-Jones] wrote for the court." },
    { name: "suffix", text: "[p:Martin Reed Jr.] said he would appeal." },
    { name: "accents", text: "Striker [p:José Hernández] scored twice." },
    { name: "family name first", text: "President [p:Kim Dae-ho] arrived and [p:Kim] waved." },
    { name: "Arabic particle", text: "Prince [p:Mohammed bin Khalid] opened the summit." },
    { name: "after a verb of speech", text: "“It was a mistake,” said [p:George Miller], a farmer." },
    { name: "list", text: "[p:John Smith], [p:Mary Jones] and [p:Robert Brown] were elected." },
    {
      name: "two initials without a space",
      text: "The novelist [p:J.K. Harwood] signed copies, and [p:Harwood] smiled.",
    },
    { name: "initial and suffix", text: "The judge sentenced [p:Arthur B. Collins Jr.] to nine years." },
    { name: "Dutch particle", text: "Coach [p:Marco van den Berg] praised his players." },
    { name: "particle alone afterwards", text: "[p:Ursula von der Marck] spoke first. Later [p:von der Marck] left." },
    { name: "Spanish surnames", text: "The senator [p:Luis García de la Vega] abstained." },
    { name: "hyphen and capital", text: "The poet [p:Anne-Marie Leclerc] read from her book." },
    { name: "photo credit", text: "Rescuers search a house. (Photo by [p:Daniel Brandt])" },
    { name: "name in a title-case headline", text: "[p:Helen Marsh] Resigns After Vote in Parliament" },
    { name: "compound with a name", text: "The [p:Novak]-backed bill failed, [p:Peter Novak] said." },
    { name: "former title", text: "Former Foreign Minister [p:Ivan Petrenko] was arrested." },
  ],
  places: [
    { name: "country", text: "Troops crossed into [l:Belgium] from [l:France] at dawn." },
    { name: "city and country", text: "The talks in [l:Geneva], [l:Switzerland], failed." },
    { name: "abbreviated country", text: "The [l:U.S.] and the [l:UK] signed the treaty." },
    { name: "possessive", text: "[l:Germany]'s economy shrank, [l:Berlin]’s mayor said." },
    {
      name: "based",
      text: "The [l:London]-based company opened an office.",
    },
    { name: "no compound of place", text: "The Moscow-backed party won no seats." },
    { name: "country of two names", text: "Nurses from [l:Trinidad and Tobago] and [l:Bosnia and Herzegovina] met." },
    { name: "capital and its district", text: "The clinic in [l:Washington, D.C.], closed in May." },
    { name: "two countries", text: "Nurses from [l:Norway] and [l:Denmark] met." },
    { name: "river", text: "The boat sank in the [l:Danube] near [l:Vienna]." },
    { name: "region", text: "Fires spread across southern [l:California]." },
    { name: "two words", text: "Protests were held in [l:New York] and [l:San Francisco]." },
    { name: "dateline", text: "[l:OSLO] (XYZ) — The bridge opened on Monday." },
    { name: "dateline with a date", text: "[l:ALMATY], Jan. 9 (XYZ) — The airport opened again." },
    { name: "dateline with a region", text: "[l:HELENA], [l:Mont.] (XYZ) — The governor signed the bill." },
    { name: "headline in title case", text: "Storm Kills Three in [l:Portugal]" },
    { name: "headline in capitals", text: "FLOODS HIT [l:GERMANY] AND [l:POLAND]" },
    { name: "two cities in one dateline", text: "[l:VIENNA] — Ministers met for talks on Monday." },
    { name: "born", text: "The [l:Lagos]-born writer moved to [l:Canada]." },
    { name: "countries side by side", text: "The border between [l:India] and [l:Pakistan] was closed." },
    { name: "list", text: "Flights to [l:Madrid], [l:Rome] and [l:Athens] were cancelled." },
    { name: "sea", text: "The ship crossed the [l:Black Sea] on its way to [l:Odessa]." },
    { name: "compass point", text: "Two people died in eastern [l:Ukraine]." },
    { name: "caption", text: "A street in [l:Nairobi], [l:Kenya], after the storm" },
  ],
  neither: [
    { name: "demonym", text: "The French president met his Kazakh counterpart." },
    { name: "nationality of people", text: "Hundreds of Italians and Germans protested." },
    { name: "language", text: "She speaks English, Russian and Spanish." },
    { name: "weekday and month", text: "The vote is on Sunday, the result is due in March." },
    { name: "feast", text: "Shops close for Christmas and Easter." },
    { name: "company named after a person", text: "Ford Motor Co. and Goldman Sachs rose." },
    { name: "brand named after its founder", text: "The shops of Hugo Boss and Louis Vuitton opened late." },
    { name: "bank", text: "Analysts at JPMorgan Chase expect growth." },
    { name: "ministry", text: "The Foreign Ministry and the Supreme Court declined to comment." },
    { name: "agency", text: "The report by the World Health Organization was published by Reuters." },
    { name: "party", text: "The Labour Party and the Social Democrats formed a government." },
    { name: "pronoun I", text: "I think I know what I want." },
    { name: "common words at the start", text: "Officials said little. Police closed the road. Dozens fled." },
    { name: "month at the head", text: "April was wet. May was warm, June dry." },
    { name: "month that is a name", text: "The law takes effect on April 1 and ends in August." },
    { name: "nationality as a noun", text: "A Brazilian and two Canadians won prizes." },
    { name: "demonym before a noun", text: "Norwegian and Dutch officials denied the report." },
    { name: "demonym in a compound", text: "The German-French company cut jobs." },
    { name: "team of a city", text: "Manchester United and Real Madrid drew 2-2." },
    { name: "team with an article", text: "The Chicago Bulls lost to the Miami Heat." },
    { name: "company of initials", text: "Shares of IBM and HSBC fell." },
    { name: "airline", text: "British Airways and Air France cancelled flights." },
    { name: "car named after a person", text: "He drove a Mercedes and later a Ferrari." },
    { name: "prize named after a person", text: "She won the Pulitzer Prize." },
    { name: "religion", text: "Muslims, Christians and Jews prayed together." },
    {
      name: "court of a country",
      text: "The Supreme Court of Canada refused to hear the case.",
    },
  ],
  confusable: [
    {
      name: "person with the name of a city",
      text: "[p:Paris Henderson] left for [l:Paris]. Friends said [p:Henderson] was tired.",
    },
    {
      name: "surname that is a place, with the full name near",
      text: "[p:George Washington Hill] spoke. Later [p:Hill] left.",
    },
    { name: "government by its city", text: "The White House said [l:Iran] must comply." },
    {
      name: "university",
      text: "She studied at the University of Chicago.",
    },
    { name: "team", text: "The New York Yankees beat the Boston Red Sox." },
    { name: "newspaper", text: "The Washington Post and the New York Times reported it." },
    {
      name: "company named after a founder, beside a person",
      text: "[p:Laura Bennett] left Morgan Stanley for Deutsche Bank.",
    },
    { name: "government named by its city", text: "The City Council of Boston met on Monday." },
    { name: "house of government", text: "The Kremlin and the White House traded accusations." },
    {
      name: "person with the name of a country",
      text: "Coach [p:Michael Jordan] said his team played well. [p:Jordan] retired.",
    },
    {
      name: "person with the name of a month",
      text: "[p:Theresa May] resigned in May. [p:May] had led the party.",
      known: "at the head of a sentence and beside the month, the name is missed",
    },
    { name: "newspaper named by its city", text: "The Los Angeles Times first reported the story." },
    { name: "league", text: "He plays in the English Premier League." },
    { name: "hospital", text: "He was taken to Massachusetts General Hospital." },
  ],
};
