/** Closed classes of English: words whose class hardly depends on their neighbours. */

/** The words of a list that white space parts. */
export const wordSet = (list: string): ReadonlySet<string> => new Set(list.trim().split(/\s+/));

export const DETERMINERS = wordSet(`
  the a an this these those his her their its our my your some many several most any no each every both either neither
  another other such few more less all half enough certain various numerous whose
`);

export const PREPOSITIONS = wordSet(`
  in on at by with from of for during about against under through between among into onto upon without within amid
  despite toward towards per via near across along behind beyond alongside inside outside regarding concerning
  including throughout over above below around off out up down beside besides versus atop aboard amongst amidst
  following like unlike plus minus
`);

/** Words that open a clause of their own. "that" is one of them only in some of its places. */
export const SUBORDINATORS = wordSet(`
  because if although though whereas unless until till whether while when where why how once lest whenever wherever
  since after before as than
`);

export const CONJUNCTIONS = wordSet("and but or nor yet so &");

export const RELATIVES = wordSet("who which whom whose that");

export const MODALS = wordSet(
  "will would can could may might must shall should 'll 'd won't wouldn't can't couldn't mustn't shouldn't cannot mightn't shan't ought",
);

export const BE_FORMS = wordSet("is are was were am be been being isn't aren't wasn't weren't ain't 's 're 'm");
export const HAVE_FORMS = wordSet("has have had having hasn't haven't hadn't 've");
export const DO_FORMS = wordSet("do does did don't doesn't didn't");

export const NEGATIONS = wordSet("not never n't");

/** Adverbs that do not end in -ly, and words in -ly that are none. */
export const ADVERBS = wordSet(`
  also later then now again ever often still just already earlier soon too even once always sometimes perhaps maybe
  instead however therefore thus hence meanwhile moreover furthermore nevertheless nonetheless otherwise rather quite
  very almost yesterday today tonight tomorrow ago away together further well indeed else afterward afterwards
  not never anymore elsewhere overnight abroad forward ahead twice only
`);

export const NOT_ADVERBS_IN_LY = wordSet(`
  family italy ally assembly rally july reply supply daily weekly monthly yearly kelly reilly molly sally emily billy
  holly likely unlikely friendly deadly early elderly lonely lovely ugly costly orderly anomaly monopoly butterfly
  bully jelly belly lily hillary connolly donnelly o'reilly apply imply comply multiply rely fly sly silly holy only
  disorderly scholarly cowardly fatherly motherly brotherly neighborly neighbourly unfriendly timely untimely homily
`);

export const WEEKDAYS = wordSet(
  "monday tuesday wednesday thursday friday saturday sunday mon. tues. wed. thurs. fri. sat. sun.",
);

export const MONTHS = wordSet(`
  january february march april may june july august september october november december
  jan feb mar apr jun jul aug sep sept oct nov dec jan. feb. mar. apr. aug. sep. sept. oct. nov. dec.
`);

/** Words that stand alone as a time adverbial or end one: "on Monday morning", "last week", "a year ago". */
export const TIME_NOUNS = wordSet(`
  morning afternoon evening night week month year weekend today tonight yesterday tomorrow noon midnight days day hours
  weeks months years minutes hour minute moment summer winter spring autumn fall
`);

/** Agencies and broadcasters by their initials, who are told things too: "told AFP officers had left". */
export const AGENCY = /^(?:Reuters|[A-Z]{2,5})$/;

/** Whether a lower-case word is an adverb by its form. */
export function isAdverbForm(word: string): boolean {
  return ADVERBS.has(word) || (word.length > 4 && word.endsWith("ly") && !NOT_ADVERBS_IN_LY.has(word));
}
