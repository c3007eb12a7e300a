/** What common nouns say of whoever is called by them: a person, a body, many people, or something that is read. */

import { wordSet } from "./closed-classes.ts";

export type NounKind = "person" | "body" | "people" | "document";

/** Offices: one holder at a time, and a holder's name may follow what the office is of ("Governor of Lagos Uba Bello"). */
export const OFFICES = wordSet(`
  president minister chancellor secretary senator representative governor mayor speaker chairman chairwoman chairperson
  chair commissioner director head chief leader ambassador envoy premier undersecretary treasurer comptroller rector dean
  principal bishop archbishop imam emir king queen prince sultan inspector superintendent commander administrator
  registrar provost chancellor manager captain coordinator spokesman spokeswoman spokesperson counsel attorney prosecutor
  advocate deputy member justice judge general executive
`);

const PEOPLE = wordSet(`
  accused deceased defendant suspect victim man woman boy girl mother father brother sister son daughter wife husband
  widow widower uncle aunt cousin nephew niece grandfather grandmother grandson granddaughter friend neighbour neighbor
  colleague partner boyfriend girlfriend fiance fiancee aide adviser advisor official officer agent lawyer attorney
  barrister solicitor counsel advocate client killer opponent supporter critic rival ally resident tenant villager
  passenger driver pilot sailor fisherman farmer baker butcher carpenter mechanic engineer teacher student pupil nurse
  doctor surgeon physician patient midwife priest pastor rabbi monk nun nanny actor actress singer musician dancer
  painter artist author writer novelist poet journalist reporter editor columnist publisher photographer host presenter
  coach player captain goalkeeper striker midfielder defender forward batsman bowler boxer runner swimmer cyclist
  sprinter skipper guitarist drummer star champion winner loser veteran soldier sergeant lieutenant colonel major
  corporal constable detective policeman policewoman fireman firefighter guard warden sheriff marshal coroner magistrate
  judge justice clerk witness petitioner plaintiff respondent complainant appellant whistleblower spokesman spokeswoman
  spokesperson analyst economist expert scientist researcher professor lecturer historian biologist chemist physicist
  geologist psychologist forecaster specialist consultant strategist diplomat ambassador envoy delegate negotiator
  politician lawmaker legislator congressman congresswoman councillor councilor councilman councilwoman alderman mp
  candidate nominee contender hopeful frontrunner incumbent democrat republican billionaire tycoon mogul magnate
  businessman businesswoman entrepreneur founder owner banker trader broker investor shareholder landlord shopkeeper
  cook chef waiter barber tailor cleaner worker labourer laborer miner guide hunter ranger activist campaigner
  organiser organizer protester demonstrator volunteer refugee migrant prisoner inmate hostage survivor rebel militant
  commander general admiral fugitive gunman attacker robber thief burglar source citizen voter observer inspector
  auditor architect designer director producer composer conductor curator librarian nominee counterpart successor
  predecessor boss employee employer trainer jockey referee umpire pensioner teenager toddler caller bystander
  passer-by onlooker eyewitness recorder solicitor prosecutor minister parent guardian child person nephew relative
  paramedic medic vicar monsignor cleric sheikh prophet philosopher chemist pharmacist plumber electrician welder builder contractor
  developer programmer hacker scholar academic
`);

/** What kind of body a noun names. "The company" is one that trades, never a court. */
export type BodyClass =
  "trade" | "masthead" | "state" | "court" | "force" | "association" | "media" | "learning" | "party" | "any";

const BODY_LISTS: Readonly<Record<BodyClass, string>> = {
  trade: `company firm corporation airline bank carrier retailer maker manufacturer giant group conglomerate monopoly
    brand chain operator supplier insurer lender brewer brewery dairy carmaker automaker drugmaker startup start-up
    developer shipyard utility railway refinery refiner miner business enterprise exchange fund plc inc corp ltd gmbh co
    holdings motors foods airways industries technologies pharmaceuticals builder distributor publisher studio
    label supermarket hotel restaurant factory mill plant producer exporter importer shipper subsidiary`,
  state: `government ministry department agency commission authority administration council senate parliament congress
    assembly cabinet treasury embassy consulate secretariat bureau office board committee regulator watchdog registry
    municipality presidency chancellery legislature house country state nation kingdom republic directorate taskforce
    inspectorate service directorate mission delegation`,
  court: "court tribunal bench jury inquiry inquest judiciary",
  force:
    "group organisation organization police army navy military force forces militia guard coastguard gendarmerie brigade command intelligence troops",
  association: `union association federation society charity organisation organization foundation trust institute
    institution league guild alliance coalition movement campaign group network forum club congregation church synagogue
    mosque diocese chamber body centre center think-tank lobby cooperative co-operative guild confederation collective
    front team festival museum hospital clinic laboratory lab observatory`,
  media: `newspaper paper magazine broadcaster channel station agency outlet website site daily weekly tabloid journal
    network blog media press news radio television tv publication`,
  masthead: "times post herald gazette tribune telegraph guardian chronicle observer star sun mirror",
  learning: "university college school academy faculty",
  party: "group organisation organization party opposition bloc caucus faction wing",
  any: "panel leadership management side family household crew",
};

const BODIES: ReadonlyMap<string, ReadonlySet<BodyClass>> = (() => {
  const classes = new Map<string, Set<BodyClass>>();
  for (const [of, list] of Object.entries(BODY_LISTS) as [BodyClass, string][]) {
    for (const noun of wordSet(list)) classes.set(noun, (classes.get(noun) ?? new Set()).add(of));
  }
  return classes;
})();

const DOCUMENTS = wordSet(`
  report study survey poll statement letter document memo email e-mail article story book filing complaint indictment
  lawsuit suit affidavit petition order ruling judgment judgement verdict law bill constitution paper review analysis
  announcement release post tweet message notice bulletin transcript diary manifesto communique figure data result
  estimate forecast record file investigation probe audit note sign poster headline editorial reply motion resolution
  declaration dispatch account testimony warrant summary budget census rumour rumor
`);

/** Many people by a noun that looks like one thing. */
const MANY = wordSet(`
  people men women children public staff crowd youth folk clergy authorities
`);

const IRREGULAR: ReadonlyMap<string, string> = new Map(
  Object.entries({
    men: "man",
    women: "woman",
    children: "child",
    people: "person",
    wives: "wife",
    thieves: "thief",
    policemen: "policeman",
    policewomen: "policewoman",
    media: "media",
    "mothers-in-law": "mother-in-law",
  }),
);

/** The singular of a noun in lower case: the noun itself where it is none that ends in a plural's "s". */
export function singular(noun: string): string {
  const known = IRREGULAR.get(noun);
  if (known !== undefined) return known;
  if (/(?:ss|us|is|news|series|forces)$/.test(noun) || noun.length < 4) return noun;
  if (noun.endsWith("men") && noun.length > 4) return `${noun.slice(0, -3)}man`;
  if (noun.endsWith("ies")) return `${noun.slice(0, -3)}y`;
  if (/(?:ch|sh|x|ss)es$/.test(noun)) return noun.slice(0, -2);
  return noun.endsWith("s") ? noun.slice(0, -1) : noun;
}

/** Whether a noun in lower case stands for several, or for many people. "The police" and "the media" act as one. */
export const isPlural = (noun: string): boolean => (MANY.has(noun) || singular(noun) !== noun) && !BODIES.has(noun);

/** The kinds of body that a noun (singular) may name. */
export const bodyClasses = (noun: string): ReadonlySet<BodyClass> => BODIES.get(noun) ?? new Set();

/** What a noun (singular, lower case) tells by list; `null` for any other. */
export function listedKind(noun: string): NounKind | null {
  const compound = /-(\p{L}+)$/u.exec(noun)?.[1];
  if (OFFICES.has(noun) || (compound !== undefined && OFFICES.has(compound))) return "person";
  if (BODIES.has(noun)) return DOCUMENTS.has(noun) && !PEOPLE.has(noun) ? "document" : "body";
  if (PEOPLE.has(noun)) return "person";
  return DOCUMENTS.has(noun) ? "document" : null;
}

/** What a noun (singular, lower case) tells, by list or by its form; `null` where neither does. */
export function nounKind(noun: string): NounKind | null {
  const isPerson =
    /^\d+-year-old$/.test(noun) ||
    /.{2}(?:man|woman|person|monger|smith|wright|keeper|maker|ist|ologist|eer|ian)$/.test(noun);
  return listedKind(noun) ?? (isPerson ? "person" : null);
}

/** What a general word for somebody may stand for. */
export const HYPERNYMS: ReadonlyMap<string, ReadonlySet<string>> = new Map(
  Object.entries({
    leader: wordSet("president premier minister chancellor king queen chief chairman chairwoman head governor emir"),
    politician: wordSet("minister president senator mayor governor lawmaker mp candidate congressman councillor"),
    lawmaker: wordSet("senator representative mp congressman congresswoman legislator deputy member"),
    legislator: wordSet("senator representative mp congressman congresswoman lawmaker deputy member"),
    official: wordSet(
      "minister secretary commissioner ambassador director spokesman spokeswoman chief undersecretary envoy",
    ),
    diplomat: wordSet("ambassador envoy minister undersecretary secretary consul"),
    lawyer: wordSet("attorney counsel advocate barrister solicitor prosecutor"),
    attorney: wordSet("lawyer counsel advocate barrister solicitor prosecutor"),
    counsel: wordSet("lawyer attorney advocate barrister solicitor prosecutor"),
    player: wordSet("goalkeeper striker midfielder defender forward captain batsman bowler"),
    executive: wordSet("chief director president chairman chairwoman ceo"),
    officer: wordSet("sergeant constable inspector detective lieutenant captain superintendent policeman policewoman"),
    judge: wordSet("justice magistrate recorder"),
    entertainer: wordSet("actor actress singer musician dancer comedian"),
    star: wordSet("actor actress singer musician player striker"),
    spokesperson: wordSet("spokesman spokeswoman"),
  }),
);

const SHORT: ReadonlyMap<string, string> = new Map(
  Object.entries({
    pm: "prime minister",
    cm: "chief minister",
    ceo: "chief executive",
    cfo: "chief financial officer",
    vp: "vice president",
    cj: "chief justice",
    ag: "attorney general",
    da: "district attorney",
    mp: "mp",
    dc: "deputy commissioner",
    fm: "foreign minister",
    sgt: "sergeant",
    lt: "lieutenant",
    capt: "captain",
    col: "colonel",
    gen: "general",
    insp: "inspector",
    det: "detective",
    supt: "superintendent",
    cllr: "councillor",
    councilor: "councillor",
    dr: "doctor",
    prof: "professor",
    sen: "senator",
    rep: "representative",
    gov: "governor",
  }),
);

/** The words of an office that are written short ("PM", "CEO"), or the word itself, in lower case. */
export const spelledOut = (word: string): readonly string[] => (SHORT.get(word) ?? word).split(" ");

/** Whether a word in lower case stands before names only: "Mr", "Gen.". */
export const isCourtesy = (word: string): boolean =>
  /^(?:mr|mrs|ms|miss|dr|sir|lord|lady|dame|gen|sen|rep|gov|lt|sgt|col|capt|insp|prof|rev|st)\.?$/.test(word);
