import { BODIES, CITY, COUNTRY, FAMILY, FEATURE, GIVEN, PLACES } from "./classes.ts";
import { tableOf } from "./row.ts";

/** American colleges are called after one of these and "State"; other countries have states of that form. */
const COLLEGE_STATES =
  "Alabama Appalachian Arizona Arkansas Ball Boise Colorado Florida Fresno Georgia Grambling Idaho Illinois Indiana Iowa " +
  "Jackson Kansas Kent Louisiana Michigan Mississippi Missouri Montana Morgan Murray Ohio Oklahoma Oregon Penn Sacramento " +
  "Tennessee Texas Utah Valdosta Weber Wichita Youngstown";

/** Companies and teams that are called after places. */
export const bodiesLikePlaces = tableOf([
  { of: ["place"], words: "several", first: "Air Radio Team", restKnown: PLACES, is: "organisation" },
  { of: ["place"], words: "two", first: COLLEGE_STATES, last: "State", is: "organisation" },
]);

/** The last words of companies, parties, teams, papers and bands, which are called after people or places. */
const BODY_WORDS =
  "Party Cartel United Rovers Wanderers Athletic Albion Foundation Fund Trust Bank Group Holdings Corp Corp. Inc Inc. Ltd " +
  "Ltd. Co Co. Company Plc PLC plc LLC AG GmbH Airlines Airways Motors Motorsports Industries Partners Brothers Sons " +
  "Associates Capital Records Pictures Studios Books Press Gazette Herald Tribune Telegraph Chronicle Courier Observer " +
  "Globe Gazeta Pravda Zeitung Shimbun Ilbo Daily Post Times Journal Radio Television TV News Network Rail Telecom Energy Petroleum " +
  "Oil Gas Steel Mines Pharmaceuticals Technologies Systems Software Solutions Logistics Insurance Securities Soup Foods " +
  "Coffee Brewery Breweries Orchestra Symphony Philharmonic Choir Band Quartet Ensemble Ballet Opera Initiative Alliance " +
  "Coalition Front Brigade Brigades Movement Association Society Council Committee " +
  "Commission Ministry Department Agency Authority Parliament Congress Senate Assembly Duma League Army Navy Police " +
  "Corps Watch Dynamics Robotics Aerospace Ventures Labs Therapeutics Media Entertainment PD Bahn " +
  "Family Dynasty Knights Tigers Lions Bulls Bears Eagles Giants Kings Warriors Rangers Patriots Cowboys Raiders " +
  "Pirates Braves Hawks Wolves Sharks Stars Jets FC F.C. AFC A.F.C. SC CF";

/** Papers that are called by one word behind "the". */
const PAPERS =
  "Herald Tribune Gazette Chronicle Courier Observer Telegraph Guardian Independent Examiner Inquirer Post Times";
/** The last words of contests and other events, of laws and medals. */
const EVENT_WORDS =
  "Open OPEN Cup CUP Masters Marathon Championship Championships Trophy Shield Derby Derbies Prix Olympics Festival " +
  "Festspiele Fair Vigil Parade Carnival Biennale Expo Summit Treaty Accord Accords Protocol Convention Declaration Act Bill " +
  "Medal Prize Award Awards Campaign Offensive Rebellion Uprising Massacre War Wars Crisis Affair Scandal Derivatives";

/** What a company or the like is called before its name. */
const KIND_OF_BODY =
  "newspaper daily weekly magazine tabloid broadsheet broadcaster station website blog publisher firm company retailer " +
  "maker manufacturer carmaker automaker drugmaker supermarket chain bank lender insurer brewer airline carrier operator " +
  "group band orchestra party movement militia cartel gang charity nonprofit startup start-up club label brand app";

/** What a ship, a beast, a work or a storm is called before its name. */
export const KIND_OF_THING =
  "tug ship boat yacht ferry frigate destroyer trawler freighter tanker schooner submarine vessel barge steamer liner cruiser " +
  "corvette horse mare stallion colt filly racehorse dog cat elephant panda whale album single song film movie novel play " +
  "musical opera sitcom series game hurricane typhoon cyclone storm";

/** Companies and contests that look like people or places. */
export const bodiesAndEvents = tableOf([
  // "Crystal Palace", "Interpol", which is known as nothing but a team
  { of: ["place"], knownOnly: BODIES, is: "organisation" },
  // "Albin Rovers", "New Zealand National Party"; but not the West Bank
  { of: ["person", "place"], words: "several", last: BODY_WORDS, unknown: PLACES | FEATURE, is: "organisation" },
  // "Asia Cup", "Berlin Marathon"
  { of: ["person", "place"], words: "several", last: EVENT_WORDS, is: "nothing" },
  // "the U.S. Congress": a government's body, with its last word left outside
  {
    of: ["place"],
    after: "Congress Congressional Senate House Army Navy Marines Marine Treasury Embassy Supreme Department Secretary",
    is: "nothing",
  },
  // "the Hong Kong Open", with the last word left outside
  { of: ["place"], after: EVENT_WORDS, is: "nothing" },
  // "beat Preston City"; but not "Mexico City"
  {
    of: ["person", "place"],
    words: "several",
    last: "City Town County",
    before: "beat beats beating defeated defeats against v over host hosted thrashed",
    unknown: COUNTRY | CITY,
    is: "organisation",
  },
  {
    of: ["person", "place"],
    words: "several",
    last: "City Town County",
    after: "beat beats lost drew thrashed defeated",
    unknown: COUNTRY | CITY,
    is: "organisation",
  },
  // "El Comercio printed the figures"
  {
    of: ["person"],
    words: "two",
    first: "El La Il Die Der Das",
    after: "printed published reported",
    is: "organisation",
  },
  // "the Herald"
  { of: ["person"], words: "one", before: "the The", first: PAPERS, is: "organisation" },
  // "Zarano's headquarters"
  {
    of: ["person", "place"],
    after: /^['’]s$/,
    secondAfter: "headquarters shareholders stock subsidiary",
    unknown: PLACES,
    is: "organisation",
  },
  // "Kraft Heinz cut its forecast": nobody is an it
  {
    of: ["person"],
    after: "cut raised lowered slashed trimmed posted hiked",
    secondAfter: "its",
    is: "organisation",
  },
  // "Novak & Sons", "Marks & Spencer"
  { of: ["person"], words: "one", after: "&", is: "organisation" },
  { of: ["person"], words: "one", before: "&", is: "organisation" },
  { of: ["person"], after: "Inc Inc. Corp Corp. Ltd Ltd. LLC plc", is: "organisation" },
  // "the newspaper Tuoi Moi", "fashion retailer Ted Baker"
  { of: ["person", "place"], before: KIND_OF_BODY, unknown: PLACES, is: "organisation" },
  // "the tug Lorna Grey"
  { of: ["person", "place"], before: KIND_OF_THING, unknown: PLACES, is: "nothing" },
  // "shares of Campbell", "fans of Lazio"
  {
    of: ["person", "place"],
    before: "of in",
    secondBefore: "Shares shares Fans fans stake stakes Supporters supporters",
    unknown: COUNTRY,
    is: "organisation",
  },
  // "WhatsApp", "TikTok"; but not "McDonald", "LeBron"
  {
    of: ["person", "place"],
    words: "one",
    first:
      /^(?!(?:Mc|Mac|De|Di|Du|La|Le|Van|Von|Fitz|O|Da|Del|Der|El|Al|Ab|Jo|Ja|Ke|Ty|Ma|Mal|Ra|Sha|Ana|Mary|Lu|Ro|St)\p{Lu})\p{Lu}\p{Ll}+\p{Lu}\p{Ll}+$/u,
    is: "organisation",
  },
  // "Brexit", "Obamacare"
  { of: ["person", "place"], words: "one", first: /^\p{Lu}\p{Ll}+(?:exit|care)$/u, is: "nothing" },
  // "HMS Kentmere", "USS Arden"
  { of: ["person", "place"], words: "several", first: "HMS USS MV SS HMCS HMAS INS RMS", is: "nothing" },
  { of: ["person", "place"], before: "HMS USS MV SS HMCS HMAS INS RMS", is: "nothing" },
]);

/** People who are none. */
export const nobody = tableOf([
  // "Goldman Sachs", which is known as nothing but a company
  { of: ["person"], words: "several", knownOnly: BODIES, is: "organisation" },
  { of: ["person"], words: "one", knownOnly: BODIES, is: "organisation" },
  // "Morocco", but not "Jordan": a country that nobody is called after
  { of: ["person"], known: COUNTRY, unknown: GIVEN | FAMILY, is: "place" },
]);
