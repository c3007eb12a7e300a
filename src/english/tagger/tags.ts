import type { Token } from "../../text/document.ts";
import {
  BE_FORMS,
  CONJUNCTIONS,
  DETERMINERS,
  DO_FORMS,
  HAVE_FORMS,
  isAdverbForm,
  MODALS,
  PREPOSITIONS,
  SUBORDINATORS,
} from "../closed-classes.ts";
import { PRONOUNS } from "../pronouns.ts";
import { VERBS_ALONE } from "../verbs.ts";
import { CLASSES } from "./model.ts";

/** The classes of words. The first eight are what the model decides; the others are closed. */
export const TAGS = [
  ...CLASSES,
  "determiner",
  "pronoun",
  "preposition",
  "subordinator",
  "conjunction",
  "that",
  "wh",
  "to",
  "modal",
  "be",
  "have",
  "do",
  "possessive",
  "mark",
] as const;

/** The class of a word in its place. */
export type Tag = (typeof TAGS)[number];

const closed = new Map<string, Tag>();
/** The class of each word that has but one. */
export const CLOSED: ReadonlyMap<string, Tag> = closed;

const close = (value: Tag, words: Iterable<string>): void => {
  for (const word of words) closed.set(word, value);
};
close("determiner", DETERMINERS);
close("preposition", PREPOSITIONS);
close("pronoun", PRONOUNS);
close("subordinator", SUBORDINATORS);
close("conjunction", CONJUNCTIONS);
close("modal", MODALS);
close("be", BE_FORMS);
close("have", HAVE_FORMS);
close("do", DO_FORMS);
close("wh", ["who", "which", "whom", "what", "whoever", "whatever"]);
close("that", ["that"]);
close("to", ["to"]);

/** Both are nouns or verbs as well ("may" is not: the month is a capitalised "May"). */
const OPEN_AFTER_ALL = new Set(["like", "following", "plus", "including", "regarding", "concerning", "back"]);
for (const word of OPEN_AFTER_ALL) closed.delete(word);

/**
 * The class that a word has wherever it stands, or `null` for the model to decide: what the model is trained around.
 * A change here, or in the lists that it reads, asks for a model trained anew; `laterTag` is for the rest.
 */
export function closedTag(token: Token, lower: string, previous: Token | undefined): Tag | null {
  const first = token.text.charCodeAt(0);
  if (lower === "'s") return previous !== undefined && isContracted(previous.text.toLowerCase()) ? "be" : "possessive";
  if (lower === "'") return "mark";
  const tag = closed.get(lower);
  if (tag !== undefined) {
    return first >= 65 && first <= 90 && (lower === "may" || lower === "will") && previous !== undefined ? null : tag;
  }
  if (first >= 48 && first <= 57) return "number";
  const isLetter = (first | 32) >= 97 && (first | 32) <= 122;
  if (!isLetter && !/[\p{L}\p{N}]/u.test(token.text))
    return lower === "$" || lower === "£" || lower === "€" ? "determiner" : "mark";
  const certain = TRAINED_AROUND.get(lower);
  if (certain !== undefined) return certain;
  if (isAdverbForm(lower)) return "adverb";
  return null;
}

/** Whether a word in capitals is a name that happens to spell a word of the grammar: "US officials", "the WHO". */
export const isAcronym = (text: string): boolean => ACRONYMS.has(text);

const ACRONYMS: ReadonlySet<string> = new Set(["US", "IT", "WHO", "CAN"]);

/**
 * `closedTag` and what was added since the model was trained. The model has learnt classes of its own for these words;
 * in articles the list has the last word, so that it can grow and training still makes the same bytes.
 */
export function laterTag(token: Token, lower: string, previous: Token | undefined): Tag | null {
  if (isAcronym(token.text)) return "noun";
  // "the visitors' boats"
  if (lower === "'" && previous?.end === token.start && /s$/i.test(previous.text)) return "possessive";
  return ADDED_SINCE.get(lower) ?? closedTag(token, lower, previous);
}

function isContracted(previous: string): boolean {
  return /^(?:it|he|she|that|there|here|what|who|where|how|let|this)$/.test(previous);
}

const TRAINED_AROUND: ReadonlyMap<string, Tag> = new Map([
  ..."said told wrote tweeted argued insisted noted warned vowed stressed replied responded reiterated predicted explained acknowledged emphasized asserted admitted testified complained conceded recalled urged"
    .split(" ")
    .map((form): [string, Tag] => [form, "past"]),
  ..."says tells writes argues insists adds thinks suggests explains believes acknowledges asserts admits recalls seems appears goes gets makes takes becomes contends includes"
    .split(" ")
    .map((form): [string, Tag] => [form, "present"]),
  ..."saying telling adding arguing insisting suggesting explaining asserting"
    .split(" ")
    .map((form): [string, Tag] => [form, "gerund"]),
  ["say", "base"],
  ..."campaign health press film book voice deputy chief executive poll media committee"
    .split(" ")
    .map((form): [string, Tag] => [form, "noun"]),
]);

/** Past forms of irregular verbs that are nothing else: no noun ("rose", "saw") and no present ("cut"). */
const IRREGULAR_PASTS =
  "arose ate awoke became began blew bought brought built burnt caught chose clung crept dealt drank drew drove fell fled " +
  "flew forbade forgot fought froze gave grew held hung kept knew laid lent lost made meant overcame overtook paid rang ran " +
  "rode sang sank sent shook shrank slept sold sought spent sprang stood strode struck stuck stung sunk swam swept " +
  "swore swung taught threw took tore understood underwent undertook went withdrew withstood woke won wore wove";

const ADDED_SINCE: ReadonlyMap<string, Tag> = new Map([
  ...VERBS_ALONE,
  ...IRREGULAR_PASTS.split(" ").map((form): [string, Tag] => [form, "past"]),
  ["police", "noun"],
  ["people", "noun"],
]);

/** Words, verb forms above all, that hardly ever are anything else. */
export const CERTAIN: ReadonlyMap<string, Tag> = new Map([...TRAINED_AROUND, ...ADDED_SINCE]);

/** Past forms that stand behind a noun as its verb: "experts said money is needed", not "a plan announced". */
export const HARDLY_PARTICIPLES: ReadonlySet<string> = new Set(
  [...TRAINED_AROUND].filter(([form, tag]) => tag === "past" && !/^(?:told|urged)$/.test(form)).map(([form]) => form),
);

/** Lower case, typographic apostrophes made plain. */
export function fold(text: string): string {
  const lower = text.toLowerCase();
  return lower.includes("’") ? lower.replaceAll("’", "'") : lower;
}
