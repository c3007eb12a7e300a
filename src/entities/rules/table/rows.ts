import { classBit } from "../../tagging/gazetteer.ts";
import { tableOf } from "./row.ts";

const COUNTRY = classBit("country");
const TOWNS = classBit("city") | classBit("town");
const PLACES = COUNTRY | classBit("city") | classBit("region");
const BODIES = classBit("organisation") | classBit("team");
const REGION = classBit("region");
const FEATURE = classBit("feature");
const DEMONYM = classBit("demonym");
const GIVEN = classBit("given");
const FAMILY = classBit("family");

/** In lower case, they say where in a place something is, and are no part of its name. */
export const DIRECTION = /^(?:north|south|east|west|central|northeast|northwest|southeast|southwest)(?:ern)?$/;

/** What stands before a place and hardly ever before anything else. */
export const BEFORE_PLACE =
  /^(?:in|near|from|across|outside|(?:north|south|east|west|northeast|northwest|southeast|southwest)ern)$/i;

/** No word for what people have "in" somebody. */
const TRUST =
  /^(?!(?:faith|confidence|trust|interest|interested|belief|believe|believes|believed|trusts|stake|alight|disappointed)$)/i;
/** What stands before a building that one is in, comes from or goes to. */
const AT = "in at near outside inside from to into around behind In At Near Outside Inside From";
/** What a place and a hyphen stand before. */
export const OF_PLACE = /^(?:based|born|bound|area)$/;

/** American colleges are called after one of these and "State"; other countries have states of that form. */
const COLLEGE_STATES =
  "Alabama Appalachian Arizona Arkansas Ball Boise Colorado Florida Fresno Georgia Grambling Idaho Illinois Indiana Iowa " +
  "Jackson Kansas Kent Louisiana Michigan Mississippi Missouri Montana Morgan Murray Ohio Oklahoma Oregon Penn Sacramento " +
  "Tennessee Texas Utah Valdosta Weber Wichita Youngstown";

/** What is capitalised but never a person or place, whatever stands around it. */
export const noNames = tableOf([
  // "US$5", "US dollars": money, wherever it comes from
  {
    of: ["person", "place", "organisation"],
    words: "one",
    first: /^[A-Z.]+$/,
    after: "$ dollar dollars",
    is: "nothing",
  },
  // times, chambers and the like
  {
    of: ["person", "place"],
    only:
      "monday tuesday wednesday thursday friday saturday sunday january february march april june july august september " +
      "october november december christmas easter ramadan halloween thanksgiving hanukkah diwali internet god mr mrs ms dr " +
      "mr. mrs. ms. dr. president minister i covid covid-19 parliament congress senate u.n. un nato opec duma knesset bundestag sejm majlis p.a. p.c. l.l.c. s.a. n.v.",
    is: "nothing",
  },
  // what is no name by itself
  {
    of: ["place"],
    only: "harbour harbor city town village bridge museum church street river island capital county district province state",
    is: "nothing",
  },
  // "a Mercedes", "a Picasso": one of the things that bear the name; but not the name before a noun ("a London court")
  {
    of: ["person", "place"],
    words: "one",
    before: "a an",
    after: /^(?:[.,;:!?”"]|and|or|but|with|without|in|on|at|to|from|for|by|into|when|while|as|after|before)?$/,
    is: "nothing",
  },
]);

/** Places that have taken something in. */
export const placeBorders = tableOf([
  // "western Mongolia"
  { of: ["place"], words: "several", first: DIRECTION, is: "without its first word" },
  // "Michigan Democrats": who lives or votes there
  {
    of: ["place"],
    words: "several",
    last: /^(?:Democrats?|Republicans?|Conservatives|Liberals|Tories|Muslims|Christians|Catholics|Jews|Hindus|Sikhs)$/,
    is: "without its last word",
  },
]);

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
  "Family Dynasty Knights Tigers Lions Bulls Bears Eagles Giants Kings Warriors Rangers Patriots Cowboys Raiders " +
  "Pirates Braves Hawks Wolves Sharks Stars Jets FC F.C. AFC A.F.C. SC CF";
/** The last words of buildings and grounds, which are bodies as much as places. */
const FACILITIES =
  "Base School Church Library Theatre Theater Hotel Station Hall Palace Castle Chapel Temple Synagogue Abbey Arena Stadium " +
  "Park Campus Hospital Infirmary Hospice Cemetery Museum Cathedral Mosque";
/** The last words of contests and other events, of laws and medals. */
const EVENT_WORDS =
  "Open OPEN Cup CUP Masters Marathon Championship Championships Trophy Shield Derby Derbies Prix Olympics Festival " +
  "Festspiele Fair Vigil Parade Carnival Biennale Expo Summit Treaty Accord Accords Protocol Convention Declaration Act Bill " +
  "Medal Prize Award Awards Campaign Offensive Rebellion Uprising Massacre War Wars Crisis Affair Scandal Derivatives";
/** What a company, a ship or the like is called before its name. */
const KIND_OF_BODY =
  "newspaper daily weekly magazine tabloid broadsheet broadcaster station website blog publisher firm company retailer " +
  "maker manufacturer carmaker automaker drugmaker supermarket chain bank lender insurer brewer airline carrier operator " +
  "group band orchestra party movement militia cartel gang charity nonprofit startup start-up club label brand app";
const KIND_OF_THING =
  "tug ship boat yacht ferry frigate destroyer trawler freighter tanker schooner submarine vessel barge steamer liner cruiser " +
  "corvette horse mare stallion colt filly racehorse dog cat elephant panda whale album single song film movie novel play " +
  "musical opera sitcom series game hurricane typhoon cyclone storm";

/** Companies and contests that look like people or places. */
export const bodiesAndEvents = tableOf([
  // "Crystal Palace", which is known as nothing but a team
  { of: ["place"], words: "several", knownOnly: BODIES, is: "organisation" },
  // "Albin Rovers", "New Zealand National Party"
  { of: ["person", "place"], words: "several", last: BODY_WORDS, is: "organisation" },
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

/** Peoples, who are no places. */
export const peoples = tableOf([
  // "South Korean", with the second word left outside
  {
    of: ["place"],
    only: /^(?:north|south|east|west|central|latin|saudi)$/,
    after: /^(?:Korean|African|American|Asian|European|Sudanese|Vietnamese|Timorese|German)s?$/,
    is: "nothing",
  },
  {
    of: ["place"],
    words: "several",
    last: /^(?:Korean|African|American|Asian|European|Sudanese|Vietnamese|Timorese)s?$/,
    is: "nothing",
  },
  // "San Franciscans", "Hong Kongers"
  {
    of: ["place", "person"],
    words: "several",
    last: /(?:cans|ians|kongers|yorkers|landers|enos|enans)$/i,
    unknown: PLACES | TOWNS | FEATURE,
    is: "nothing",
  },
]);

/** Names of several words that are places because a word of theirs says so, or what stands before. */
export const placeWords = tableOf([
  // "Times Square", "Third Street"
  {
    of: ["person", "organisation"],
    words: "several",
    last:
      "Square Airport Stadium Bridge Prison Street Avenue Boulevard Highway River Peninsula Mountains Desert Canal Island " +
      "Islands Beach Valley Airfield Barracks Jail Courthouse",
    is: "place",
  },
  // "at MacDill Air Force Base", "at the Juilliard School"
  { of: ["person", "organisation"], words: "several", last: FACILITIES, behind: AT, is: "place" },
  // "in the Church of Saint Colm"; but not "in the Church of England"
  {
    of: ["organisation"],
    words: "several",
    first: FACILITIES,
    lastUnknown: PLACES | TOWNS,
    behind: AT,
    is: "place",
  },
  // "from the White House", "in the Oval Office"
  {
    of: ["person", "organisation"],
    words: "several",
    behind: "from From in In inside Inside outside Outside near",
    known: FEATURE,
    is: "place",
  },
]);

/** Names of several words that are places because the gazetteer says so, or what stands before. */
export const knownPlaces = tableOf([
  // "Phnom Penh"; but not "Phnom Penh High School", nor the White House, which a town of Tennessee is called like
  {
    of: ["organisation"],
    words: "several",
    last: /^(?!(?:House|Agency)$)/,
    after: /^(?!\p{Lu})/u,
    knownOnly: TOWNS,
    is: "place",
  },
  // "in Khan Younis"; but not "trust in Khan Younis", nor "in Anna Holm’s room"
  {
    of: ["person"],
    words: "several",
    before: "in near outside In Near Outside",
    secondBefore: TRUST,
    after: /^(?!['’]s$)/,
    firstUnknown: GIVEN,
    is: "place",
  },
]);

/** People who are none. */
export const nobody = tableOf([
  // "Goldman Sachs", which is known as nothing but a company
  { of: ["person"], words: "several", knownOnly: BODIES, is: "organisation" },
  { of: ["person"], words: "one", knownOnly: BODIES, is: "organisation" },
  // "Morocco", but not "Jordan": a country that nobody is called after
  { of: ["person"], known: COUNTRY, unknown: GIVEN | FAMILY, is: "place" },
]);

/** No word for a piece of land or a building, which makes a place of a name. */
const NO_GROUND =
  /^(?!(?:County|Counties|Creek|Palace|Lake|Parade|Road|Parish|Heights|Hills?|Springs|Falls|Bay|Beach|Park|Tech|Medical|Prison|Harbou?r|Point|Coast|City|Town|State|Center|Centre|Village|Township|Street|Avenue|Island|Islands|Valley|River|Mountains?|Bank|University|College|School|Reservoir|Hollow|Hook|View|Junction|Corner|Grove|Field|Farm|House|Court|Gate)$)/;

/** Not what stands before a place or a body. */
const NOT_IN = /^(?!(?:in|near|at|across|outside|the|The)$)/;

const GIVEN_PLACES =
  "India Kenya Asia America Egypt Cuba Ireland Holland Brooklyn Savannah Dakota Cheyenne Vienna Verona Siena Lourdes Milan " +
  "Memphis London Paris Dallas Austin Boston Denver Phoenix Aspen Raleigh Camden Odessa Valencia Sahara Persia";

/** Places that are given names, though no list of names has them: "India Carver", "Brooklyn Ames". */
export const givenPlaces = tableOf([
  {
    of: ["place", "organisation"],
    words: "two",
    first: GIVEN_PLACES,
    unknown: -1,
    last: NO_GROUND,
    lastKnown: FAMILY,
    before: NOT_IN,
    is: "person",
  },
  {
    of: ["place", "organisation"],
    words: "two",
    first: GIVEN_PLACES,
    unknown: -1,
    last: NO_GROUND,
    lastUnknown: PLACES | BODIES | DEMONYM | classBit("word") | classBit("role"),
    before: NOT_IN,
    after:
      "said says told tells won wrote sang asked thanked testified smiled laughed cried died wept resigned married",
    is: "person",
  },
]);

/** People who are called after places, at first sight or as a whole. */
export const peopleLikePlaces = tableOf([
  // "Georgia Penn", "Dallas Creed": a given name that is a place's too, and a word that is none
  {
    of: ["place"],
    words: "two",
    firstKnown: [GIVEN, PLACES | TOWNS],
    firstUnknown: classBit("word"),
    unknown: -1,
    last: NO_GROUND,
    lastUnknown: PLACES | BODIES | DEMONYM | classBit("word"),
    before: NOT_IN,
    is: "person",
  },
  // "Chelsea Worth": a word behind it is no place either
  {
    of: ["place"],
    words: "two",
    firstKnown: [GIVEN, PLACES | TOWNS],
    firstUnknown: classBit("word"),
    unknown: -1,
    last: NO_GROUND,
    lastKnown: classBit("word"),
    before: NOT_IN,
    is: "person",
  },
  // "Israel Ortega": a given name that is a place's too, and a family name
  {
    of: ["place", "organisation"],
    words: "two",
    firstKnown: [GIVEN, PLACES],
    firstUnknown: classBit("word") | classBit("role"),
    unknown: -1,
    last: NO_GROUND,
    lastKnown: FAMILY,
    before: NOT_IN,
    is: "person",
  },
  // "Valerie Paris": nothing but a given name, and a place or family name
  {
    of: ["organisation"],
    words: "two",
    firstKnown: [GIVEN],
    firstUnknown: PLACES | TOWNS | BODIES | DEMONYM | classBit("word") | classBit("role"),
    unknown: -1,
    last: NO_GROUND,
    lastKnown: TOWNS | FAMILY,
    lastUnknown: classBit("word"),
    before: /^(?!(?:the|The|&)$)/,
    is: "person",
  },
]);

/** People who are places, unless they are named in full. */
export const peopleThatArePlaces = tableOf([
  // "in Paterson"; but not "trust in Paterson", nor "in Paterson’s room"
  {
    of: ["person"],
    words: "one",
    before: "in In",
    secondBefore: TRUST,
    after: /^(?!['’]s$)/,
    unknown: GIVEN,
    is: "place",
  },
]);

/** Bodies that are places. */
export const bodiesThatArePlaces = tableOf([
  // "US", "UK", "U.S.": easily taken for a body's initials
  { of: ["organisation"], words: "one", first: /^\P{Ll}+$/u, known: COUNTRY, is: "place" },
  // "in Moscow", "eastern Ontario": what hardly ever stands before anything but a place
  {
    of: ["organisation"],
    before: BEFORE_PLACE,
    known: PLACES,
    is: "place",
  },
  // "Black Sea", "West Bank": a sea, a mountain, a region and nothing else
  { of: ["organisation"], words: "several", knownOnly: FEATURE | REGION | COUNTRY, is: "place" },
]);

/** What is no name after all, whatever has been made of it: sides of a case or match, and months. */
export const noNamesAfterAll = tableOf([
  // "Roe v. Wendell"
  { of: ["place"], after: "v v. vs vs.", unknown: COUNTRY, is: "nothing" },
  { of: ["place"], before: "v v. vs vs.", unknown: COUNTRY, is: "nothing" },
  {
    of: ["person"],
    words: "one",
    first: "March April May June August",
    before: /^(?:in|since|until|till|during|last|next|this|early|late|mid|by|through|\d+)$/i,
    is: "nothing",
  },
  { of: ["person"], words: "one", first: "March April May June August", after: /^\d{1,2}$/, is: "nothing" },
]);
