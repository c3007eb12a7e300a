import { type Description, headNoun } from "./description.ts";
import { bodyClasses, HYPERNYMS, isPlural, nounKind, singular } from "../../english/holders.ts";
import type { Calling, Referent, SpeakerKind } from "./referent.ts";
import { DESCRIBED } from "./weights.ts";
import { wordSet } from "../../english/closed-classes.ts";

/** Words that set a holder apart from the one of the office itself. */
const RANKS = wordSet("prime vice deputy former ex then assistant acting interim under junior outgoing late retired");
/** Words that say nothing about who is meant. */
const EMPTY = wordSet(
  "two three both same own new senior top chief visiting old young local state-run official country's nation's prominent " +
    "public private own mr mrs ms dr sir",
);

/** Countries whose people go by another word. */
const PEOPLES: ReadonlyMap<string, string> = new Map(
  Object.entries({
    american: "us",
    "u.s.": "us",
    "u.s": "us",
    "united states": "us",
    america: "us",
    uk: "british",
    "u.k.": "british",
    britain: "british",
    england: "english",
    france: "french",
    netherlands: "dutch",
    spain: "spanish",
    greece: "greek",
    ireland: "irish",
    wales: "welsh",
    turkey: "turkish",
    denmark: "danish",
    switzerland: "swiss",
    philippines: "filipino",
    poland: "polish",
    sweden: "swedish",
    finland: "finnish",
    iceland: "icelandic",
    thailand: "thai",
    germany: "german",
    un: "u.n.",
  }),
);

/** Whether two names of a country or town may be of one: "Iran" and "Iranian". */
function namesAgree(a: string, b: string): boolean {
  const one = PEOPLES.get(a) ?? a;
  const other = PEOPLES.get(b) ?? b;
  return one === other || (one.length > 3 && other.length > 3 && one.slice(0, 4) === other.slice(0, 4));
}

const has = (words: ReadonlySet<string>, wanted: string): boolean =>
  words.has(wanted) || [...words].some((word) => namesAgree(word, wanted));

/**
 * How well a calling of somebody fits a description, recency aside; `null` where it does not fit.
 *
 * @param names all names that the text gives its bearer in one calling or another: "Syrian" says that it is not "the
 *   Venezuelan president".
 */
export function fit(wanted: Description, calling: Calling, names: ReadonlySet<string>): number | null {
  const noun = headNoun(wanted);
  let score: number;
  if (calling.nouns.has(noun)) score = DESCRIBED.noun;
  else if (isWider(noun, calling)) score = DESCRIBED.wider;
  else return null;
  const isOtherName = (word: string): boolean => wanted.names.includes(word) && names.size > 0 && !has(names, word);
  const isKnown = (word: string): boolean => has(calling.words, word) || calling.nouns.has(word);
  const others = [...calling.words].filter((word) => !EMPTY.has(word) && word !== noun && !RANKS.has(word));
  const hasOther = others.some((word) => !calling.names.has(word));
  for (const word of wanted.modifiers) {
    if (isKnown(word)) score += EMPTY.has(word) ? 0 : DESCRIBED.agrees;
    // "Local officials" are not "US officials": of many, each word parts some from others.
    else if (kindOf(wanted) === "group") return null;
    else if (EMPTY.has(word)) continue;
    else if (wanted.names.includes(word)) score += isOtherName(word) ? DESCRIBED.otherName : DESCRIBED.lacks;
    else score += hasOther || RANKS.has(word) ? DESCRIBED.differs : DESCRIBED.lacks;
  }
  for (const word of wanted.of) {
    if (isKnown(word)) score += DESCRIBED.agrees;
    else score += isOtherName(word) ? DESCRIBED.otherName : DESCRIBED.lacksOf;
  }
  for (const word of calling.words) if (RANKS.has(word) && !wanted.modifiers.includes(word)) score += DESCRIBED.rank;
  return score;
}

/** "the leader" for a president, "the company" for an airline. */
function isWider(noun: string, calling: Calling): boolean {
  const narrower = HYPERNYMS.get(noun);
  if (narrower !== undefined) for (const own of calling.nouns) if (narrower.has(own)) return true;
  if (!GENERAL_BODIES.has(noun)) return false;
  const classes = bodyClasses(noun);
  for (const own of calling.nouns) for (const of of bodyClasses(own)) if (classes.has(of)) return true;
  return false;
}

/** Words for a body that stand for any of its class. */
const GENERAL_BODIES = wordSet(
  "company firm group organisation organization agency body watchdog giant outlet newspaper paper magazine charity",
);

/** Whether a noun can mean a body of which the text says nothing else. */
export const isGeneralBody = (noun: string): boolean => GENERAL_BODIES.has(noun);

/** Whether a description can mean a referent of this kind at all. */
export function mayMean(wanted: Description, { kind }: Referent): boolean {
  const wantedKind = kindOf(wanted);
  return kind === wantedKind || (kind === "open" && wantedKind === "person");
}

/** What a description speaks of. Whatever is read stands with bodies: "it" means either. */
export function kindOf({ head }: Description): SpeakerKind {
  if (isPlural(head)) return "group";
  const noun = nounKind(singular(head));
  return noun === "body" || noun === "document" ? "body" : "person";
}
